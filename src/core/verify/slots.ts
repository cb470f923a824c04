import type { Evidence } from '../../schemas/claim.ts'
import { type FrameComparison, isAgreement, type SlotComparison } from '../compare/frames/comparison.ts'
import type { Engine } from '../engines/engine.ts'

/** Share of the sentence that the claim must have before an unsure difference speaks: of a long sentence much is about other things. */
const leastBack = 0.45
const most = 2

/**
 * What the exact comparison of slots says against a stance, in words that name the slot; null where nothing speaks against it, or
 * where the engine knows no frames.
 */
export function againstBySlots(
  engine: Engine,
  claim: string,
  sentence: string,
  stance: Evidence['stance'],
): string | null {
  if (stance === 'neutral' || !engine.exact) return null
  const comparison = engine.exact.compare(claim, sentence)
  const against = comparison.slots.filter((slot) => speaksAgainst(slot, comparison, stance))
  if (against.length === 0) return null
  const told = against.filter(({ untold }) => !untold)
  if (told.length === 0) return 'it may speak of another arm or outcome'
  return told
    .slice(0, most)
    .map(({ slot, reason }) => `another ${slot}: ${reason}`)
    .join('; ')
}

function speaksAgainst(slot: SlotComparison, { back }: FrameComparison, stance: Evidence['stance']): boolean {
  if (isAgreement(slot.relation) || slot.relation === 'unknown' || isSize(slot)) return false
  if (stance === 'refutes' && slot.relation === 'contrary') return false
  return slot.certain || back >= leastBack
}

/** Another size of an effect on the same side: two studies seldom find one figure. */
function isSize({ slot, relation }: SlotComparison): boolean {
  return slot === 'figures' && relation === 'different'
}
