import type { FrameReader } from '../../frames/reader.ts'
import { compareFrames } from './compare-frames.ts'
import { type FrameComparison, isAgreement } from './comparison.ts'
import { conditions } from './residue.ts'
import { nearness, statementPairs, statementsOf } from './statements.ts'

/** Share that a sentence must have of another before its statements are looked at one by one, and two before they are near. */
const leastShared = 0.4
/** Share of a sentence that a claim has, below which a statement of it is looked for that has more in common. */
const leastBack = 0.5

/**
 * Compares a claim with a sentence that may state several things: with the whole, and with each statement on its own. What agrees
 * counts, of several what says least besides, but for what the statement denies that is most about the claim; where nothing agrees,
 * the comparison with the whole stands.
 */
export function compareWithSentence(claim: string, sentence: string, reader: FrameReader): FrameComparison {
  const mine = reader.read(claim)
  const whole = compareFrames(mine, reader.read(sentence), reader.language)
  if (whole.there < leastShared) return whole
  const statements = statementsOf(sentence, reader).filter(({ direction }) => direction !== null)
  const parts = statements.length > 1 ? statementPairs([mine], statements, reader).map(({ there }) => there) : []
  const agreeing = [whole, ...parts].filter((one) => isAgreement(one.relation) && !leavesOut(one, whole))
  if (whole.relation !== 'contrary' && agreeing.length === 0) return whole
  const nearest = nearestOf(parts)
  if (nearest?.relation === 'contrary' || agreeing.length === 0) return nearest ?? whole
  if (agreeing[0] === whole && whole.back >= leastBack) return whole
  return agreeing.reduce((best, one) => (one.back > best.back ? one : best))
}

/** Whether a part has nothing of a condition of the claim in whose place the whole has another: "…, in patients with stage I disease". */
function leavesOut(part: FrameComparison, whole: FrameComparison): boolean {
  const differing = whole.slots.filter(
    ({ slot, relation, certain }) => certain && relation === 'different' && conditions.has(slot),
  )
  return differing.some(({ slot }) => part.slots.some((one) => one.slot === slot && one.relation === 'broader'))
}

/** Of several statements the one that is most about the claim: only that can say the contrary of it. */
function nearestOf(parts: readonly FrameComparison[]): FrameComparison | undefined {
  const [first, second] = [...parts].sort((a, b) => b.there - a.there)
  return first && second && first.there > second.there && first.there >= leastShared ? first : undefined
}

/**
 * Whether two sentences deny each other. Each may state several things, and the two statements that share most of each other rule:
 * "A fell and B rose" denies "B fell", and does not deny "B rose". Where none are near, no two may go the same way.
 */
export function denyEachOther(one: string, other: string, reader: FrameReader): boolean {
  const pairs = statementPairs(statementsOf(one, reader), statementsOf(other, reader), reader)
  const nearest = pairs[0]!
  if (nearness(nearest) < leastShared && pairs.some(({ there }) => there.slots.some(goesTheSameWay))) return false
  return isContrary(nearest.there) && isContrary(nearest.back())
}

function isContrary({ slots }: FrameComparison): boolean {
  return slots.some(({ relation }) => relation === 'contrary')
}

function goesTheSameWay({ slot, relation }: FrameComparison['slots'][number]): boolean {
  return slot === 'direction' && relation === 'same'
}
