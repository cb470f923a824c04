import type { Verdict } from '../../schemas/claim.ts'

/** How a question stands as a whole. */
export type QuestionState = 'settled' | 'disputed' | 'thin'

/** How many claims other papers must speak to before anything is said of a question but that it is thin. */
export const leastChecked = 5
/** From this share of the checked claims on that papers contest, a question is disputed. */
export const contestedShare = 1 / 4

/**
 * How a question stands, from the numbers of its claims by verdict. A claim is checked where an independent paper speaks
 * to it (supported, disputed, contradicted) and rests on one paper otherwise (reported, unverified).
 * - `disputed`: papers contest a quarter of the checked claims or more, whatever else is known.
 * - `thin`: fewer than five claims are checked, or most findings rest on one paper.
 * - `settled`: the rest, at least half of the findings are checked and more than three quarters of those are supported. It never
 *   says that the answer is true.
 */
export function questionState(counts: Partial<Record<Verdict, number>>): QuestionState {
  const contested = (counts.disputed ?? 0) + (counts.contradicted ?? 0)
  const checked = (counts.supported ?? 0) + contested
  const alone = (counts.reported ?? 0) + (counts.unverified ?? 0)
  if (checked < leastChecked) return 'thin'
  if (contested >= checked * contestedShare) return 'disputed'
  return alone > checked ? 'thin' : 'settled'
}
