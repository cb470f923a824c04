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
  const sides =
    (compared.some((side) => crossed(side, 'comparator')) &&
      (compared.some((side) => crossed('comparator', side)) || isUnnamed(one))) ||
    (isUnnamed(one) && isUnnamed(other) && lacking(one) * lacking(other) < 0)
  const cause = crossed('exposure', 'outcome') && crossed('outcome', 'exposure') && !kept('exposure')
  return { sides, cause: cause && !one.symmetric && !other.symmetric }
}

const compared: readonly SlotName[] = ['exposure', 'outcome', 'population']

/** Whether what a frame is held against has no word of its own: "green tiles … than tiles". */
function isUnnamed({ words }: Frame): boolean {
  const held = words.filter(({ slot, act }) => slot === 'comparator' && !act)
  return held.length > 0 && held.every((word) => words.some((twin) => twin !== word && twin.stem === word.stem))
}

/** "Boats with a keel … than boats without": 1 where the second side is the one without, -1 where the first is, 0 where none. */
function lacking({ text }: Frame): number {
  const [lack, than] = [/\b(?:without|no)\b/i, /\b(?:than|versus|vs|compared)\b/i].map((word) => text.search(word))
  return lack! < 0 || than! < 0 ? 0 : Math.sign(lack! - than!)
}

/** Whether a word of one slot is found in another slot of the other frame, and only there. */
function moved(one: Frame, pairs: ReadonlyMap<FrameWord, readonly FrameWord[]>, from: SlotName, to: SlotName): boolean {
  const inSlot = one.words.filter(({ slot, act }) => slot === from && !act)
  const bare = inSlot.every(isLight)
  return inSlot.some((word) => {
    if (isLight(word) && !bare) return false
    const found = pairs.get(word)!
    const elsewhere = one.words.some((twin) => twin !== word && twin.stem === word.stem)
    return !elsewhere && found.length > 0 && found.every(({ slot }) => slot === to)
  })
}
