import type { Frame } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import type { SlotComparison, SlotRelation } from './comparison.ts'

/** What is known of both frames when their directions are compared. */
export interface Turned {
  /** Sides have changed places. */
  sides: boolean
  /** Outcomes are contraries. */
  outcomes: boolean
}

/** Compares which way two findings went. */
export function turningOf(
  one: Frame,
  other: Frame,
  { sides, outcomes }: Turned,
  language: Language,
): SlotComparison | null {
  if (one.aim !== other.aim)
    return said(
      'different',
      other.aim ? 'it says what was to be found out, not what was found' : 'the claim only asks',
      true,
    )
  const [mine, theirs] = [isNone(one), isNone(other)]
  if (mine && theirs) return said('same', 'it finds no difference either', true)
  if (mine !== theirs && (isLevel(one) || isLevel(other)))
    return said('unknown', 'how much there is tells of no difference', false)
  if (one.denied !== other.denied)
    return said(
      'contrary',
      other.denied ? `it denies what the claim says ("${other.direction!.text}")` : 'the claim denies what it says',
      true,
    )
  if (mine !== theirs)
    return said(
      'contrary',
      theirs ? 'it shows no difference, the claim one' : 'it shows a difference, the claim none',
      true,
    )
  const [a, b] = [wayOf(one, language), wayOf(other, language)]
  if (a.sign === 0 && b.sign === 0)
    return sides && !one.symmetric && !isRate(one) && !isRate(other)
      ? said('contrary', 'it sets the two the other way round', true)
      : null
  if (a.sign === 0) return said('narrower', `it says which way: "${other.direction!.text}"`, false)
  if (b.sign === 0) return isNamed(one, other, language) ? null : said('unknown', 'it does not say which way', false)
  const paced = isPaced(one) !== isPaced(other) && isDuration(one) !== isDuration(other)
  const turned = (sides ? -1 : 1) * (outcomes ? -1 : 1) * (paced ? -1 : 1)
  const valued = a.valued || b.valued
  const [mySign, theirSign] = valued ? [a.good, b.good] : [a.sign, b.sign]
  if (mySign === theirSign * turned)
    return said(
      'same',
      sides ? 'it says the same the other way round' : `it goes the same way ("${sayingOf(other)}")`,
      true,
    )
  if (a.valued !== b.valued && !a.bad && !b.bad && !sides)
    return said('unknown', 'better and more are not the same', false)
  const reason = sides
    ? 'it sets the two the other way round'
    : `it says "${sayingOf(other)}", the claim "${sayingOf(one)}"`
  return said('contrary', reason, true)
}

/** It says how fast something went: the faster, the less time. */
function isPaced({ turning }: Frame): boolean {
  return turning.some((word) => /^(?:faster|slower|accelerate|decelerate|slow|speed|quick\w*|rapid\w*)$/.test(word))
}

/** How long something took is what was found. */
function isDuration({ words }: Frame): boolean {
  return words.some(({ slot, lemma }) => slot === 'outcome' && /^(?:time|duration|latency|delay)$/.test(lemma))
}

function sayingOf({ direction, figures }: Frame): string {
  return direction?.text || figures[0]?.text || 'nothing'
}

function said(relation: SlotRelation, reason: string, certain: boolean): SlotComparison {
  return { slot: 'direction', relation, reason, certain }
}

/** "Was 78 % effective" and "effectiveness was 78 %": what the one says of a figure, the other names. */
function isNamed(one: Frame, other: Frame, language: Language): boolean {
  if (!isRate(other) || one.slots.comparator.length > 0 || !one.figures.some(({ kind }) => kind === 'share'))
    return false
  return one.turning.some((said) => other.words.some(({ lemma }) => language.alike(lemma, said)))
}

/** "Was low", "was safe", held against nothing: a level, which a finding of no difference does not deny. */
function isLevel({ direction, slots, denied }: Frame): boolean {
  if (!direction || denied || slots.comparator.length > 0) return false
  const word = direction.text.toLowerCase()
  return isIn('levels', { word, lemma: word })
}

/** Whether a finding is that nothing differs or changed, as far as it can be told. */
export function isNone({ direction, significant, denied }: Frame): boolean {
  return denied || direction?.value === 'none' || direction?.value === 'as-good' || significant === false
}

/** Figures told side by side have no order: either may stand first, but for what is more "than" the other. */
function isRate({ direction, text }: Frame): boolean {
  return (direction === null || direction.value === 'rate') && !/\bthan\b/i.test(text)
}

interface Way {
  sign: number
  /** It says better or worse. */
  valued: boolean
  /** The outcome is bad for those who have it: more of it is worse. */
  bad: boolean
  /** 1 where the finding is good, -1 where it is bad, as far as the outcome tells. */
  good: number
}

function wayOf({ sign, direction, words, figures }: Frame, language: Language): Way {
  if (sign === 0 || direction?.value === 'linked') {
    const side = sideOf(figures)
    return { sign: side, valued: false, bad: false, good: side }
  }
  const valued = direction?.value === 'better' || direction?.value === 'worse'
  const outcome = words.filter(({ slot }) => slot === 'outcome')
  const bad =
    outcome.some((word) => isIn('bad', word) || language.disease(word.word)) &&
    !outcome.some((word) => isIn('good', word))
  return { sign, valued, bad, good: valued || !bad ? sign : -sign }
}

/** Side of 1 or of 0 on which the estimates of a frame lie; 0 where they disagree or there is none. */
function sideOf(figures: Frame['figures']): number {
  const sides = figures.flatMap(({ kind, value, low, high }) => {
    const middle = kind === 'ratio' ? 1 : kind === 'difference' ? 0 : null
    if (middle === null || value === middle) return []
    return low !== undefined && high !== undefined && low < middle && high > middle ? [0] : [Math.sign(value - middle)]
  })
  return sides.length > 0 && sides.every((side) => side === sides[0]) ? sides[0]! : 0
}
