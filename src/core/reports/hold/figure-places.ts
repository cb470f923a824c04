import type { Language } from '../../frames/language.ts'
import type { Analysis } from '../../text/analyse.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { around, nearerFigure, placeOf, speaks } from './crossed-figures.ts'
import { exchangedFigures, type MisplacedFigure } from './exchanged-figures.ts'
import { agrees, sameMeasure, sameScale, telling } from './figures.ts'
import type { HoldReading } from './reading.ts'

/**
 * A figure that the source has, but of something else: two figures that have changed places, as in "1.1 and 3.7, respectively"
 * for the mean and the maximum, or one whose place another fills far better.
 */
export function misplacedFigure(
  claim: Analysis,
  { read, passage, whole }: Pick<HoldReading, 'read' | 'passage' | 'whole'>,
  language: Language,
): MisplacedFigure | null {
  for (const text of [...read, passage, whole]) {
    const found = exchangedFigures(claim, text, language)
    if (found) return found
  }
  return borrowedFigure(claim, read) ?? neighbouringFigure(claim, read)
}

/** How much better another figure of the source must fit the words around a figure of the sentence. */
const better = 0.3

/** A figure of the sentence around whose words another sentence of the source has another one. */
export function borrowedFigure(claim: Analysis, read: readonly Analysis[]): MisplacedFigure | null {
  const own = telling(claim)
  for (const number of own) {
    const context = wordsAround(claim, number)
    if (context.size < 2) continue
    const fits = read.flatMap((text, at) =>
      text.numbers.map((other) => ({ other, at, fit: sharedOf(context, wordsAround(text, other)) })),
    )
    const best = (all: typeof fits) =>
      all.reduce((most, one) => (one.fit > most.fit ? one : most), { fit: 0, at: -1, other: number })
    const mine = fits.filter(({ other }) => agrees(number, other))
    if (mine.length === 0) continue
    const rival = best(
      fits.filter(
        ({ other, at }) =>
          !mine.some((one) => one.at === at) &&
          telling(read[at]!).includes(other) &&
          isRival(number, other, read[at]!, own),
      ),
    )
    if (rival.fit - best(mine).fit >= better) return { claim: number.text.trim(), source: rival.other.text.trim() }
  }
  return null
}

/** Whether a figure of a text may stand in a figure's place: alike in measure, unit and scale, and none of those that the sentence has. */
function isRival(number: NumberMention, other: NumberMention, text: Analysis, own: readonly NumberMention[]): boolean {
  return (
    !isSpread(text, other) &&
    other.unit === number.unit &&
    sameMeasure(number, other) &&
    sameScale(number, other) &&
    isSpelled(number) === isSpelled(other) &&
    !own.some((one) => agrees(one, other))
  )
}

/** "57 ± 6 %": how far the values lie apart. */
function isSpread({ text }: Analysis, { start }: NumberMention): boolean {
  return /(?:±|\+\/?[-–−]|SD|SE)\s?$/.test(text.slice(0, start))
}

const isSpelled = ({ text }: NumberMention) => !/\d/.test(text)

function wordsAround(text: Analysis, number: NumberMention): Set<string> {
  const at = placeOf(text, number)
  const near = text.tokens.slice(Math.max(0, at - around), at + around + 1)
  return new Set(near.filter(speaks).map(({ stem }) => stem))
}

function sharedOf(context: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return [...context].filter((stem) => there.has(stem)).length / context.size
}

/**
 * Figures of the sentence that its source has, but not in the sentences that are shown. What stands elsewhere with the thing that it
 * counts ("a review of 127 studies") is no such figure, unless a sentence shown counts that thing otherwise.
 */
export function figuresElsewhere({ claim, figures, read }: HoldReading, shown: readonly number[]): string[] {
  const near = shown.map((at) => read[at]!)
  const isGiven = (number: NumberMention, texts: readonly Analysis[]) =>
    texts.some((text) => text.numbers.some((other) => agrees(number, other)))
  return telling(claim)
    .filter((number) => !figures.missing.includes(number) && !isGiven(number, near))
    .filter((number) => {
      const counted = countedBy(claim, number)
      const counts = (text: Analysis, value: (other: NumberMention) => boolean) =>
        text.numbers.some((other) => value(other) && countedBy(text, other) === counted)
      return (
        counted === null ||
        !read.some((text) => counts(text, (other) => agrees(number, other))) ||
        near.some((text) => counts(text, () => true))
      )
    })
    .map(({ text }) => text.trim())
}

/** Stem of the word right behind a figure: what it counts. */
function countedBy(text: Analysis, number: NumberMention): string | null {
  const next = text.tokens[placeOf(text, number) + 1]
  return next && !next.stop && !next.number ? next.stem : null
}

/** A figure of the sentence that one sentence of the source gives for something else than another figure there, which fits. */
export function neighbouringFigure(claim: Analysis, read: readonly Analysis[]): MisplacedFigure | null {
  const own = telling(claim).filter(({ label }) => label !== 'p')
  const homes = (number: NumberMention) =>
    read.filter((text) => text.numbers.filter((other) => agrees(number, other)).length === 1)
  for (const number of own) {
    const [text, another] = homes(number)
    const there = text?.numbers.find((other) => agrees(number, other))
    if (!text || !there || another) continue
    const rivals = telling(text).filter((other) => isRival(number, other, text, own))
    const found = nearerFigure(claim, text, { number, there }, rivals)
    if (found) return { claim: number.text.trim(), source: found.text.trim() }
  }
  return null
}
