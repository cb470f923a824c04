import type { Frame, FrameWord, SlotName } from '../../frames/frame.ts'
import { isLight, type Matching } from './matching.ts'

/** Whether two things have changed places from one frame to the other. */
export interface Roles {
  /** What is compared stands on the other side: "A than B" against "B than A". */
  sides: boolean
  /** What acts and what is acted on have changed places. */
  cause: boolean
}

/** Looks for things that have changed places. */
export function rolesOf(one: Frame, other: Frame, { pairs }: Matching): Roles {
  const crossed = (from: SlotName, to: SlotName) => moved(one, pairs, from, to)
  const kept = (slot: SlotName) => moved(one, pairs, slot, slot)
  const exchanged = (side: SlotName) => crossed(side, 'comparator') && crossed('comparator', side)
  const sides = exchanged('exposure') || exchanged('outcome')
  const cause = crossed('exposure', 'outcome') && crossed('outcome', 'exposure') && !kept('exposure')
  return { sides, cause: cause && !one.symmetric && !other.symmetric }
}

/** Whether a word of one slot is found in another slot of the other frame, and only there. */
function moved(one: Frame, pairs: ReadonlyMap<FrameWord, readonly FrameWord[]>, from: SlotName, to: SlotName): boolean {
  return one.words.some((word) => {
    if (word.slot !== from || word.act || isLight(word)) return false
    const found = pairs.get(word)!
    const elsewhere = one.words.some((twin) => twin !== word && twin.stem === word.stem)
    return !elsewhere && found.length > 0 && found.every(({ slot }) => slot === to)
  })
}
