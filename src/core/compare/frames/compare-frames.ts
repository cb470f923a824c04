import type { Frame, FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type FrameComparison, isAgreement, type SlotComparison, type SlotRelation } from './comparison.ts'
import { figuresCompared } from './figures.ts'
import { isLight, type Matching, matchingOf } from './matching.ts'
import { residueOf } from './residue.ts'
import { rolesOf } from './roles.ts'
import { toldOrNot } from './telling.ts'
import { turningOf } from './turning.ts'

/** Share of the claim without which nothing agrees, however little stands against it. */
const leastAgreeing = 0.5

/** Compares the frame of a sentence with that of a claim, slot by slot. */
export function compareFrames(claim: Frame, other: Frame, language: Language): FrameComparison {
  const matching = matchingOf(claim, other, language)
  const residue = residueOf(claim, other, matching, language)
  const roles = rolesOf(claim, other, matching)
  const turning = turningOf(claim, other, { sides: roles.sides, outcomes: residue.turned }, language)
  const swapped: SlotComparison[] = roles.cause
    ? [
        {
          slot: 'exposure',
          relation: 'different',
          reason: 'what acts and what is acted on have changed places',
          certain: true,
        },
      ]
    : []
  const things = [
    ...residue.slots,
    ...swapped,
    ...controlsOf(claim, other),
    ...(roles.sides ? [] : rivalsOf(claim, matching)),
    ...conditionsOf(claim, matching),
    ...(turning ? [turning] : []),
  ]
  const figures = figuresCompared(claim, other)
  const near = (relation: SlotRelation) =>
    isAgreement(relation) && (matching.there < leastAgreeing || claim.words.every(isLight)) ? 'unknown' : relation
  return {
    relation: near(settled([...things, ...figures])),
    apartFromSize: near(settled([...things, ...figures.filter(({ relation }) => relation === 'contrary')])),
    slots: toldOrNot([...things, ...figures], claim, other, matching, roles.sides),
    there: matching.there,
    back: matching.back,
  }
}

const order: readonly SlotRelation[] = ['different', 'contrary', 'unknown', 'broader', 'narrower']

/** The relation of the whole: what differs outweighs what is contrary, what is open outweighs what is wider. */
function settled(slots: readonly SlotComparison[]): SlotRelation {
  return order.find((relation) => slots.some((slot) => slot.relation === relation)) ?? 'same'
}

/** Held against nothing or the usual in one, against a thing of its own in the other. */
function controlsOf(claim: Frame, other: Frame): SlotComparison[] {
  const [mine, theirs] = [comparatorOf(claim), comparatorOf(other)]
  if (mine === null || theirs === null || mine === theirs) return []
  return [
    {
      slot: 'comparator',
      relation: 'different',
      reason: 'one is held against no treatment or the usual one, the other against something else',
      certain: true,
    },
  ]
}

/** What the claim is held against stands elsewhere in the other, which is held against something besides. */
function rivalsOf({ words }: Frame, { pairs, left }: Matching): SlotComparison[] {
  const isHeld = (word: FrameWord) => word.slot === 'comparator' && !word.act && !isLight(word)
  const [mine] = words.filter((word) => isHeld(word) && !pairs.get(word)!.some(({ slot }) => slot === 'comparator'))
  const [theirs] = left.other.filter(isHeld)
  if (!mine || !theirs) return []
  const reason = `it is held against "${theirs.word}", the claim against "${mine.word}"`
  return [{ slot: 'comparator', relation: 'different', reason, certain: false }]
}

/** Whether a frame is held against a mere control; null where it names nothing that it is held against. */
function comparatorOf({ words, text }: Frame): boolean | null {
  const held = words.filter(({ slot }) => slot === 'comparator')
  if (held.some((word) => isIn('controls', word))) return true
  if (held.every(isLight)) return /\b(?:with|to|versus|vs\.?|than) no\b/i.test(text) ? true : null
  return false
}

/** Doses and times that both name, none of them the same. */
function conditionsOf(claim: Frame, { left }: Matching): SlotComparison[] {
  return (['dose', 'time'] as const).flatMap((slot) => {
    const of = (words: readonly FrameWord[]) => words.filter((word) => word.slot === slot)
    const [mine, theirs] = [of(left.one), of(left.other)]
    if (mine.length === 0 || theirs.length === 0 || mine.length < of(claim.words).length) return []
    return [
      {
        slot,
        relation: 'different' as const,
        reason: `it says "${theirs[0]!.word}", the claim "${mine[0]!.word}"`,
        certain: true,
      },
    ]
  })
}
