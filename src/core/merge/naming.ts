import { sha256 } from '../hash.ts'
import { identifierIds, paperId } from '../papers/paper-id.ts'
import type { SourceRecord } from '../papers/record.ts'

/** Id of the paper that content holds under one of these names. */
export type IdOf = (names: readonly string[]) => string | undefined

/** The id of a work and its other names. */
export interface Named {
  id: string
  aliases: string[]
}

/**
 * Gives each work an id that no other work of the run has or goes by: its strongest identifier at first sight, else title,
 * year and first author, and where these are the same too, what else is printed. A work that content knows keeps its id.
 */
export function nameWorks(works: readonly (readonly SourceRecord[])[], idOf: IdOf): Named[] {
  const fresh = freshIds(works)
  const names = works.map((records, at) => [
    ...new Set([fresh[at]!, ...records.map((record) => paperId(record.ids, record.csl))]),
  ])
  const claimed = new Map<string, number>()
  for (const each of names) for (const name of each) claimed.set(name, (claimed.get(name) ?? 0) + 1)
  const own = new Set(fresh)
  const mine = names.map((each, at) =>
    each.filter((name) => name === fresh[at] || (claimed.get(name) === 1 && !own.has(name))),
  )
  const ids = settled(mine, fresh, idOf)
  const taken = new Set(ids)
  return ids.map((id, at) => ({
    id,
    aliases: mine[at]!.filter((name) => name !== id && !taken.has(name)).sort(),
  }))
}

/** Ids of content where one work only answers to them; of several works the one whose own id it is, else the first. */
function settled(names: readonly string[][], fresh: readonly string[], idOf: IdOf): string[] {
  const known = names.map((each) => idOf(each))
  const holder = new Map<string, number>()
  known.forEach((id, at) => {
    if (id === undefined) return
    const before = holder.get(id)
    if (before === undefined || (fresh[before] !== id && fresh[at] === id)) holder.set(id, at)
  })
  return known.map((id, at) => (id !== undefined && holder.get(id) === at ? id : fresh[at]!))
}

function freshIds(works: readonly (readonly SourceRecord[])[]): string[] {
  const taken = new Set<string>()
  return works.map((records) => {
    const first = records[0]!
    const ids = Object.assign({}, ...[...records].reverse().map((record) => record.ids))
    const csl = firstTold(records)
    const plain = identifierIds(ids).find((id) => !taken.has(id)) ?? paperId({}, csl)
    const id = taken.has(plain) ? paperId({}, csl, distinction(first)) : plain
    for (let nth = 2, each = id; ; nth++) {
      if (!taken.has(each)) {
        taken.add(each)
        return each
      }
      each = paperId({}, csl, `${distinction(first)} ${nth}`)
    }
  })
}

/** Title, year and first author from the first records that have them. */
function firstTold(records: readonly SourceRecord[]): SourceRecord['csl'] {
  const title = records.find(({ csl }) => csl.title !== '')?.csl.title ?? ''
  const author = records.find(({ csl }) => csl.author.length > 0)?.csl.author ?? []
  const issued = records.find(({ csl }) => csl.issued)?.csl.issued
  return { ...records[0]!.csl, title, author, ...(issued ? { issued } : {}) }
}

/** What tells works of one title, year and author apart, whatever place in the file they have. */
function distinction({ csl, text }: SourceRecord): string {
  const printed = [
    csl.type,
    csl['container-title'],
    csl.volume,
    csl.issue,
    csl.page,
    csl.number,
    csl.genre,
    csl.URL,
    csl.ISBN,
  ]
  return sha256(JSON.stringify([printed, csl.author, text?.sections[0]?.text.slice(0, 400)])).slice(0, 12)
}
