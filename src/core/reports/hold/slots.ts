import { compareWithSentence } from '../../compare/frames/compare-frames.ts'
import { type FrameComparison, isAgreement, type SlotComparison } from '../../compare/frames/comparison.ts'
import type { FrameReader } from '../../frames/reader.ts'

/** How the closest sentence of a source differs in its slots from the sentence that cites it. */
export interface SlotConflict {
  at: number
  /** Whether the direction of what was found is the contrary, as far as the two can be read. */
  turned: boolean
  /** The slot and what stands against what in it. */
  why: string
}

/** Shares of both sentences that must be shared before a slot counts; seen on one half of SciFact's training claims. */
const near = { there: 0.4, back: 0.2 }
/** The same for what two sentences are about, in which paraphrases differ more often than in their direction. */
const nearer = { there: 0.6, back: 0.45 }
/** Slots whose figures are looked for in the whole text, which knows more than one sentence. */
const figured: ReadonlySet<string> = new Set(['figures', 'dose', 'time'])

/** Compares a sentence slot by slot with sentences of its source; null where one agrees in all or the closest differs in none for certain. */
export function slotConflict(
  sentence: string,
  sentences: readonly string[],
  places: readonly number[],
  reader: FrameReader,
): SlotConflict | null {
  const compared = places.map((at) => ({ at, comparison: compareWithSentence(sentence, sentences[at]!, reader) }))
  if (compared.some(({ comparison }) => isAgreement(comparison.relation))) return null
  const best = compared.sort((a, b) => b.comparison.there - a.comparison.there || a.at - b.at)[0]
  if (!best || !isNear(best.comparison, near)) return null
  const slots = conflicting(best.comparison)
  const turned = slots.find(({ slot, relation }) => slot === 'direction' && relation === 'contrary')
  const told = turned ?? slots[0]
  if (!told) return null
  return {
    at: best.at,
    turned: turned !== undefined,
    why: `${told.slot}: ${told.reason.replaceAll('the claim', 'the sentence')}`,
  }
}

function conflicting(comparison: FrameComparison): SlotComparison[] {
  const close = isNear(comparison, nearer)
  return comparison.slots.filter(
    ({ slot, relation, certain }) =>
      certain && !figured.has(slot) && (relation === 'contrary' || (close && !isAgreement(relation))),
  )
}

function isNear({ there, back }: FrameComparison, least: { there: number; back: number }): boolean {
  return there >= least.there && back >= least.back
}
