import type { CslName } from '../../schemas/paper.ts'
import { isOthers, nameKey } from '../papers/names.ts'
import type { SourceRecord } from '../papers/record.ts'

/**
 * The record of a work that names its people best: the first that names any; one that names all instead of one that ends
 * in "et al."; of those that name the same people in the same order, one that spells out their given names. Null where none does.
 */
export function bestNames(records: readonly SourceRecord[]): SourceRecord | null {
  let best: SourceRecord | null = null
  for (const record of records)
    if (record.csl.author.length > 0 && (best === null || isBetter(record.csl.author, best.csl.author))) best = record
  return best
}

function isBetter(names: readonly CslName[], best: readonly CslName[]): boolean {
  const [mine, theirs] = [names, best].map((list) => list.filter((name) => !isOthers(name)).map(nameKey))
  const isSame = (count: number) => mine!.slice(0, count).every(({ family }, at) => family === theirs![at]?.family)
  if (best.some(isOthers)) return !names.some(isOthers) && mine!.length >= theirs!.length && isSame(theirs!.length)
  if (names.some(isOthers) || mine!.length !== theirs!.length || !isSame(mine!.length)) return false
  return spelledOut(names) > spelledOut(best)
}

/** How many of the given names are more than initials. */
function spelledOut(names: readonly CslName[]): number {
  return names.filter((name) => 'given' in name && /\p{L}\p{Ll}/u.test(name.given ?? '')).length
}
