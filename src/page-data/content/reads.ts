/**
 * What a page reads while it is made: names of content files (`papers/ID`), of entries of the index (`index/claims/ID`),
 * or of a whole map of it (`index/claims/*`). A page is made again where one of these has changed, and only there.
 * Pages are made one after another, so one note at a time is open. The pages run in a bundle of their own, beside the
 * program that drives them: both share the notes through the global object.
 */
interface Notes {
  open: Set<string>[]
  /** How often content was read anew: what is remembered of an earlier reading is void. */
  epoch: number
}

const key = Symbol.for('touchstone.reads')
const shared = globalThis as unknown as Record<symbol, Notes | undefined>
const notes: Notes = (shared[key] ??= { open: [], epoch: 0 })

/** A number that changes whenever content is read anew. */
export const contentEpoch = (): number => notes.epoch

/** Content may have changed since it was read. */
export function startEpoch(): void {
  notes.epoch++
}

/** Notes that the page at work has read something. */
export function noteRead(name: string): void {
  for (const names of notes.open) names.add(name)
}

/** Does something and tells what it read. */
export async function readsOf<T>(work: () => Promise<T>): Promise<{ value: T; reads: ReadonlySet<string> }> {
  const reads = new Set<string>()
  notes.open.push(reads)
  try {
    return { value: await work(), reads }
  } finally {
    notes.open.splice(notes.open.indexOf(reads), 1)
  }
}

/** A map of the index that notes which of its entries are looked up, or that all of them are. */
export class NotedMap<V> extends Map<string, V> {
  readonly name: string

  constructor(name: string, entries: Iterable<readonly [string, V]>) {
    super()
    this.name = `index/${name}`
    for (const [id, value] of entries) super.set(id, value)
  }

  override get(id: string): V | undefined {
    noteRead(`${this.name}/${id}`)
    return super.get(id)
  }

  override has(id: string): boolean {
    noteRead(`${this.name}/${id}`)
    return super.has(id)
  }

  override get size(): number {
    noteRead(`${this.name}/*`)
    return super.size
  }

  override keys() {
    noteRead(`${this.name}/*`)
    return super.keys()
  }

  override values() {
    noteRead(`${this.name}/*`)
    return super.values()
  }

  override entries() {
    noteRead(`${this.name}/*`)
    return super.entries()
  }

  override [Symbol.iterator]() {
    return this.entries()
  }

  override forEach(each: (value: V, id: string, map: Map<string, V>) => void): void {
    noteRead(`${this.name}/*`)
    super.forEach(each)
  }
}
