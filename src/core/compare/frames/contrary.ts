import { clausesOf } from '../../frames/clauses.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { compareFrames } from './compare-frames.ts'
import type { FrameComparison } from './comparison.ts'

/**
 * Whether two sentences deny each other. Each may state several things: the two statements that share most of each other must be
 * contrary either way round, and no two may go the same way. "A fell and B rose" does not deny "B rose".
 */
export function denyEachOther(one: string, other: string, reader: FrameReader): boolean {
  const frames = (text: string) => {
    const clauses = clausesOf(text)
    return (clauses.length > 0 ? clauses : [text]).map(reader.read)
  }
  const [mine, theirs] = [frames(one), frames(other)]
  const pairs = mine.flatMap((a) =>
    theirs.map((b) => [compareFrames(a, b, reader.language), compareFrames(b, a, reader.language)] as const),
  )
  if (pairs.some(([there]) => there.slots.some(goesTheSameWay))) return false
  const nearest = pairs.reduce((best, pair) => (nearness(pair) > nearness(best) ? pair : best))
  return nearest.every(({ slots }) => slots.some(({ relation }) => relation === 'contrary'))
}

function goesTheSameWay({ slot, relation }: FrameComparison['slots'][number]): boolean {
  return slot === 'direction' && relation === 'same'
}

function nearness([{ there, back }]: readonly [FrameComparison, FrameComparison]): number {
  return Math.min(there, back)
}
