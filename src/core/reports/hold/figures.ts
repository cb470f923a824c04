import type { Analysis } from '../../text/analyse.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { placeOf } from './crossed-figures.ts'

/** A figure of a sentence that the source does not have, and the one that stands in its place there. */
export interface FigureConflict {
  claim: NumberMention
  source: NumberMention
}

/** How a sentence's figures stand to those of a text. */
export interface FigureCheck {
  /** Telling figures of the sentence that the text has, also rounded. */
  found: number
  missing: NumberMention[]
  /** Missing figures in whose place the passage has another, told by the words around both. */
  conflicts: FigureConflict[]
  /** Missing figures for which the passage has another of the same unit and measure that the sentence does not have. */
  rivals: FigureConflict[]
}

/** Words to each side of a figure that say what it measures. */
const around = 7
/** Share of those words that must stand around the other figure too. */
const sameContext = 0.3

/** Compares the figures of a sentence with those of a passage, and looks in the whole text before one is called missing. */
export function checkFigures(claim: Analysis, passage: Analysis, whole: Analysis): FigureCheck {
  const own = telling(claim)
  const there = whole.numbers
  const missing = own.filter(
    (number) =>
      !there.some((other) => agrees(number, other)) &&
      !followsFromCounts(number, claim.numbers) &&
      !isRest(number, claim.numbers, passage.numbers),
  )
  const free = passage.numbers.filter((other) => !claim.numbers.some((number) => agrees(number, other)))
  const likely = missing.flatMap((number) => {
    const [first] = free
      .filter((other) => other.unit === number.unit && sameMeasure(number, other) && sameScale(number, other))
      .map((other) => ({ other, context: shared(claim, number, passage, other) }))
      .sort((a, b) => b.context - a.context)
    return first ? [{ claim: number, source: first.other, context: first.context }] : []
  })
  const rivals = likely.map(({ claim: one, source }) => ({ claim: one, source }))
  const conflicts = rivals.filter((_, at) => likely[at]!.context >= sameContext)
  return { found: own.length - missing.length, missing, conflicts, rivals }
}

/** Whether a share is what two counts beside it give, or leave: `12 of 40 (30 %)`. */
function followsFromCounts(share: NumberMention, beside: readonly NumberMention[]): boolean {
  if (share.unit !== '%') return false
  const counts = beside.filter(({ unit, value }) => unit === '' && Number.isInteger(value) && value > 0)
  const places = digits(share.text)
  return counts.some(({ value: part }) =>
    counts.some(({ value: whole }) => part < whole && near((100 * part) / whole, share.value, places)),
  )
}

/** Whether a count is what is left of a whole that the sentence names: 28 of 40 where the passage has 12 of 40. */
function isRest(count: NumberMention, beside: readonly NumberMention[], there: readonly NumberMention[]): boolean {
  if (count.unit !== '') return false
  return beside.some(
    (whole) =>
      whole.unit === '' &&
      there.some(({ unit, value }) => unit === '' && whole.value - value === count.value && value > 0),
  )
}

/** Share of the words of a sentence that the passage needs before a figure of its own is held against it. */
const leastWords = { conflict: 0.3, alone: 0.5 }

/**
 * A figure of the sentence in whose place the source has another: told by the words around both; or because the passage has its
 * other figures, or most of its words, and one of the same unit and measure that the sentence lacks. Over 1,400 sound sentences
 * this is wrong for 8, see `holding.weights.json`.
 */
export function otherFigure(check: FigureCheck, here: number): FigureConflict | null {
  const { conflicts, missing, rivals, found } = check
  if (here < leastWords.conflict || missing.length === 0) return null
  if (conflicts.length === missing.length) return conflicts[0]!
  if (rivals.length < missing.length) return null
  return found > 0 || (missing.length === 1 && here >= leastWords.alone) ? (conflicts[0] ?? rivals[0]!) : null
}

/** Figures that say how large something is: no years, no counts of one digit in names of things, no references, no "95 %" of an interval. */
export function telling(text: Analysis): NumberMention[] {
  return text.numbers.filter((number) => {
    const { unit, value, text: printed, label } = number
    if (/^(?:1[89]|20)\d\d$/.test(printed.trim()) && unit === '') return false
    if (unit === '%' && isLevel.test(text.tokens[placeOf(text, number) + 1]?.word ?? '')) return false
    return (
      unit !== '' || !Number.isInteger(value) || value >= 10 || ['n', 'or', 'hr', 'rr', 'p', 'd', 'r'].includes(label)
    )
  })
}

/** What stands behind the level of an interval. */
const isLevel = /^(?:cis?|cris?|confidence|credible|credibility|prediction)$/

/** What a figure is a figure of; an amount may leave "a day" to the words around it. */
const amountUnit = ({ unit }: NumberMention) => unit.replace(/\/day$/, '')

/** Whether two figures are one, as far as the coarser of the two was printed; 0.26 and 26 % are. */
export function agrees(one: NumberMention, other: NumberMention): boolean {
  if (amountUnit(one) !== amountUnit(other)) {
    const share = (percent: NumberMention, part: NumberMention) =>
      percent.unit === '%' &&
      part.unit === '' &&
      near(percent.value, part.value * 100, Math.max(digits(part.text) - 2, 0))
    if (!share(one, other) && !share(other, one) && one.unit !== '' && other.unit !== '') return false
    if (share(one, other) || share(other, one)) return true
  }
  return near(one.value, other.value, Math.min(digits(one.text), digits(other.text)))
}

/** Whether two values are the same at so many digits behind the point. Whole numbers above 100 may be rounded to their second digit. */
function near(one: number, other: number, places: number): boolean {
  const [a, b] = [Math.abs(one), Math.abs(other)]
  if (places > 0 || Math.max(a, b) < 100) return Math.abs(a - b) <= 0.5 * 10 ** -places + 1e-9
  const round = /0{2,}$/.test(String(Math.round(a))) || /0{2,}$/.test(String(Math.round(b)))
  return Math.abs(a - b) <= (round ? 0.02 * Math.max(a, b) : 0.5)
}

function digits(printed: string): number {
  return /[.,·](\d+)/.exec(printed.replace(/(\d),(?=\d{3}\b)/g, '$1'))?.[1]?.length ?? 0
}

/** From this ratio on two counts count other things: people and studies. */
const otherScale = 100

/** Whether two figures without a unit may count the same. */
export function sameScale(one: NumberMention, other: NumberMention): boolean {
  const [less, more] = [Math.abs(one.value), Math.abs(other.value)].sort((a, b) => a - b) as [number, number]
  return one.unit !== '' || less === 0 || more / less < otherScale
}

/** Neither is a p-value where the other is an effect. */
export function sameMeasure(one: NumberMention, other: NumberMention): boolean {
  return (one.label === 'p') === (other.label === 'p') && (one.label === 'n') === (other.label === 'n')
}

/** Share of the words around a figure that stand around the other. */
function shared(claim: Analysis, number: NumberMention, passage: Analysis, other: NumberMention): number {
  const near = (text: Analysis, at: NumberMention) => {
    const place = text.tokens.findIndex((token) => token.number?.start === at.start)
    return text.tokens
      .slice(Math.max(0, place - around), place + around + 1)
      .filter((token) => !token.stop && !token.number)
  }
  const [left, right] = [near(claim, number), new Set(near(passage, other).map(({ stem }) => stem))]
  if (left.length === 0) return 0
  return left.filter(({ stem }) => right.has(stem)).length / left.length
}
