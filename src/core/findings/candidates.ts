import type { Library, Weighted } from './library.ts'

/** Pairs of statements of different papers, the lesser place first. */
export interface Pairs {
  first: Int32Array
  second: Int32Array
}

/** How many neighbours a statement proposes, at most and at least, and how many pairs all may propose in between. */
const neighbours = { most: 60, least: 12, pairs: 30_000 }
/** A word that stands in more than this share of a large library's statements proposes nobody. */
const commonest = 0.12
const small = 600
/** Log-odds of being a result or conclusion below which a statement is compared with nothing. */
export const leastRole = -2.5

/**
 * Pairs worth comparing: for each statement the nearest of other papers by words that are rare here, found in an index
 * of words, never by trying all pairs.
 */
export function candidatePairs(library: Library, count = neighboursFor(library.statements.length)): Pairs {
  const { statements } = library
  const speaks = statements.map(({ role }) => role >= leastRole)
  const postings = postingsOf(library, speaks)
  const chosen = new Set<number>()
  const scores = new Float64Array(statements.length)
  for (const [at, statement] of statements.entries()) {
    if (!speaks[at]) continue
    const touched: number[] = []
    for (const view of ['local', 'outcome'] as const) gather(statement[view], postings[view], scores, touched)
    for (const other of touched.filter((one) => statements[one]!.paper === statement.paper)) scores[other] = 0
    const nearest = touched
      .filter((one) => scores[one]! > 0)
      .sort((a, b) => scores[b]! - scores[a]! || a - b)
      .slice(0, count)
    for (const other of nearest) chosen.add(Math.min(at, other) * statements.length + Math.max(at, other))
    for (const other of touched) scores[other] = 0
  }
  const keys = Float64Array.from(chosen).sort()
  return {
    first: Int32Array.from(keys, (key) => Math.floor(key / statements.length)),
    second: Int32Array.from(keys, (key) => key % statements.length),
  }
}

function neighboursFor(statements: number): number {
  const { most, least, pairs } = neighbours
  return Math.max(least, Math.min(most, Math.round(pairs / Math.max(1, statements))))
}

type Posting = Map<number, { at: number; weight: number }[]>

function postingsOf({ statements }: Library, speaks: readonly boolean[]): Record<'local' | 'outcome', Posting> {
  const most = statements.length < small ? statements.length : commonest * statements.length
  const postings = { local: new Map() as Posting, outcome: new Map() as Posting }
  for (const view of ['local', 'outcome'] as const) {
    for (const [at, statement] of statements.entries()) {
      if (!speaks[at]) continue
      const { ids, weights, norm } = statement[view]
      for (const [k, id] of ids.entries()) {
        const list = postings[view].get(id) ?? []
        postings[view].set(id, list)
        list.push({ at, weight: weights[k]! / norm })
      }
    }
    for (const [id, list] of postings[view]) if (list.length > most) postings[view].delete(id)
  }
  return postings
}

function gather({ ids, weights, norm }: Weighted, postings: Posting, scores: Float64Array, touched: number[]): void {
  for (const [k, id] of ids.entries())
    for (const { at, weight } of postings.get(id) ?? []) {
      if (scores[at] === 0) touched.push(at)
      scores[at]! += (weight * weights[k]!) / norm
    }
}
