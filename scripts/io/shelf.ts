import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { migrate } from '../../src/schemas/migrations.ts'
import { type Paper, paper, type Standing } from '../../src/schemas/paper.ts'
import { absent, readText } from './files.ts'
import type { Writes } from './journal.ts'

/** What is known of every paper without reading it. */
interface Card {
  aliases: readonly string[]
  questions: readonly string[]
  state: Standing['state']
}

/** The papers of content for the time of a run: a catalogue of all of them, and each paper when it is asked for. */
export interface Shelf {
  /** Id of the paper that goes or went by one of these names; of several papers the first by id. */
  idOf(names: readonly string[]): string | undefined
  /** Ids of the papers that a question met, in order. */
  ofQuestion(slug: string): string[]
  /** Questions that met a paper, in order. */
  questionsOf(id: string): readonly string[]
  /** The standing of every paper as it is now. */
  standings(): ReadonlyMap<string, Standing['state']>
  /** The papers of these ids, each once, in order of their ids; those that are not there or do not fit their form are passed over. */
  read(ids: Iterable<string>): Promise<Paper[]>
  /** Takes note of what was written into content. */
  note(writes: Writes): void
}

/**
 * Catalogues the papers of content. Nothing else may write papers while the shelf is used: a run holds the lock.
 * The seals of papers stay behind: they belong to the files.
 */
export async function openShelf(content: string): Promise<Shelf> {
  const catalogue = new Catalogue()
  const folder = join(content, 'papers')
  for (const name of await readdir(folder).catch(absent([])))
    if (name.endsWith('.json')) catalogue.put(name, await readText(join(folder, name)))
  const readOne = async (id: string) => {
    const name = `${id}.json`
    const text = await readFile(join(folder, name), 'utf8').catch(absent(null))
    const checked = paper.safeParse(migrate(`papers/${name}`, parse(text)))
    if (!checked.success || checked.data.id !== id) return []
    const { seal: _, ...entry } = checked.data
    return [entry]
  }
  return shelf(catalogue, readOne)
}

/** A shelf of papers that are in memory. */
export function shelfOf(papers: Iterable<Paper>): Shelf {
  const catalogue = new Catalogue()
  const byId = new Map([...papers].map(({ seal: _, ...entry }) => [entry.id, entry as Paper]))
  for (const [id, entry] of byId) catalogue.card(id, entry)
  return shelf(catalogue, async (id) => byId.get(id) ?? [])
}

function shelf(catalogue: Catalogue, readOne: (id: string) => Promise<Paper | Paper[]>): Shelf {
  return {
    idOf: (names) => catalogue.idOf(names),
    ofQuestion: (slug) => [...(catalogue.met.get(slug) ?? [])].sort(),
    questionsOf: (id) => [...(catalogue.cards.get(id)?.questions ?? [])].sort(),
    standings: () => new Map([...catalogue.cards].map(([id, { state }]) => [id, state])),
    read: async (ids) => {
      const wanted = [...new Set(ids)].filter((id) => catalogue.cards.has(id)).sort()
      const found: Paper[] = []
      for (const id of wanted) found.push(...[await readOne(id)].flat())
      return found
    },
    note: (writes) => {
      for (const [name, text] of writes) if (dirname(name) === 'papers') catalogue.put(basename(name), text)
    },
  }
}

class Catalogue {
  readonly cards = new Map<string, Card>()
  /** Papers by the questions that met them. */
  readonly met = new Map<string, Set<string>>()
  /** Papers by their other names. */
  readonly named = new Map<string, Set<string>>()

  put(file: string, text: string | null): void {
    const id = file.slice(0, -'.json'.length)
    this.remove(id)
    const value = parse(text) as Partial<Paper> | null
    if (value?.id === id) this.card(id, value)
  }

  card(id: string, { aliases = [], provenance = [], standing }: Partial<Paper>): void {
    const questions = [...new Set(provenance.map(({ question }) => question))]
    this.cards.set(id, { aliases, questions, state: standing?.state ?? 'unchecked' })
    for (const slug of questions) add(this.met, slug, id)
    for (const alias of aliases) add(this.named, alias, id)
  }

  idOf(names: readonly string[]): string | undefined {
    return names.flatMap((name) => [...(this.cards.has(name) ? [name] : []), ...(this.named.get(name) ?? [])]).sort()[0]
  }

  private remove(id: string): void {
    const card = this.cards.get(id)
    for (const slug of card?.questions ?? []) this.met.get(slug)?.delete(id)
    for (const alias of card?.aliases ?? []) this.named.get(alias)?.delete(id)
    this.cards.delete(id)
  }
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const known = map.get(key)
  if (known) known.add(id)
  else map.set(key, new Set([id]))
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
