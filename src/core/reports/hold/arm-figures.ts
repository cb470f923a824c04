import type { Language } from '../../frames/language.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { turnsOf } from '../../frames/turns.ts'
import { type Analysis, analyse } from '../../text/analyse.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { type Sides, sidesIn, waysOf } from './compared-arms.ts'
import { placeOf, speaks } from './crossed-figures.ts'
import type { MisplacedFigure } from './exchanged-figures.ts'
import { agrees } from './figures.ts'

/**
 * Two figures that a sentence gives to two arms the other way than its source, which says the way they differ: "12 with oats and 5
 * with rye" where the source has "fewer with oats than with rye (5 vs. 12)".
 */
export function crossedArms(
  claim: Analysis,
  sentences: readonly string[],
  language: Language,
): (MisplacedFigure & { at: number }) | null {
  const own = claim.numbers.filter(({ label }) => label !== 'p' && label !== 'n')
  const [one, two] = own
  if (own.length !== 2 || !one || !two || one.unit !== two.unit || agrees(one, two)) return null
  for (const [at, sentence] of sentences.entries()) {
    const given = analyse(sentence).numbers.filter(
      (number) => number.label !== 'p' && number.unit === one.unit && (agrees(number, one) || agrees(number, two)),
    )
    const [a, b] = given
    if (!a || !b || given.length > 2 || agrees(a, b)) continue
    const marks = marksOf(sentence, language)
    const turns = new Set(turnsOf(marks).map((turn) => turn.at))
    const between = marks.filter(({ start }) => start > a.end && start < b.start)
    if (between.some((mark) => mark.pause || mark.word === 'but' || turns.has(marks.indexOf(mark)))) continue
    for (const sides of sidesIn(marks)) {
      const turn = wayBefore(sides, marks, a)
      const figures = turn === 0 ? null : figuresOf(claim, sides, [one, two])
      if (figures && (figures.left.value - figures.right.value) * turn < 0)
        return { at, claim: figures.left.text.trim(), source: figures.right.text.trim() }
    }
  }
  return null
}

/** The way of the word of direction nearest before a figure, in what is said of two sides; 0 where it has none. */
function wayBefore({ turns }: Sides, marks: readonly Mark[], { start }: NumberMention): number {
  const before = turns.filter(({ at, valued }) => !valued && marks[at]!.start < start)
  return waysOf(before).at(-1) ?? 0
}

/** Which of two figures of a sentence is the left side's; null where the words around them do not tell. */
function figuresOf(
  claim: Analysis,
  { left, right }: Sides,
  [one, two]: readonly [NumberMention, NumberMention],
): { left: NumberMention; right: NumberMention } | null {
  const [first, second] = [placeOf(claim, one), placeOf(claim, two)]
  const parts = [claim.tokens.slice(0, first), claim.tokens.slice(first + 1, second), claim.tokens.slice(second + 1)]
  const has = (part: number, side: ReadonlySet<string>) => parts[part]!.some(({ stem }) => side.has(stem))
  const holding = [0, 1, 2].filter((part) => has(part, right))
  const [home] = holding
  if (home === undefined || holding.length > 1) return null
  const forward = { left: one, right: two }
  const back = { left: two, right: one }
  if (!parts[1]!.some(speaks) && !parts[1]!.some(({ word }) => joining.test(word))) return null
  if (!parts[1]!.some(speaks)) return besideEachOther(parts[home]!, left, right, forward, back)
  if (home === 2) return has(1, left) ? forward : null
  if (home === 0) return has(1, left) ? back : null
  if (has(2, left)) return back
  return has(0, left) ? forward : null
}

const joining = /^(?:and|or|versus|vs|against)$/

/** "5 and 12 with oats and rye": the order of the two names. */
function besideEachOther<T>(
  part: Analysis['tokens'],
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  forward: T,
  back: T,
): T | null {
  const rightAt = part.findIndex(({ stem }) => right.has(stem))
  const leftAt = part.findLastIndex(({ stem }) => left.has(stem))
  if (leftAt < 0) return null
  return leftAt < rightAt ? forward : back
}
