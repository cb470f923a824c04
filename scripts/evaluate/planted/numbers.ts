import { ones } from '../../../src/core/text/number-words.ts'
import { alterMatch, type Ground, type Slip } from './slip.ts'

const factors = [0.4, 0.5, 0.7, 1.3, 1.5, 2, 3] as const

/** Another number of the same writing: as many decimals, thousands parted or not. */
function otherNumber(written: string, ground: Ground): string | null {
  const decimals = /[.·](\d+)$/.exec(written)?.[1]?.length ?? 0
  const value = Number(written.replace(/,/g, '').replace('·', '.'))
  const factor = factors[Math.floor(ground.draw(`factor ${written}`) * factors.length)]!
  const other = (value * factor).toFixed(decimals)
  const grouped = written.includes(',') ? other.replace(/\B(?=(\d{3})+$)/g, ',') : other
  return Number(other) === value || Number(other) === 0 ? null : grouped.replace('.', written.includes('·') ? '·' : '.')
}

const figure = String.raw`\d{1,3}(?:,\d{3})+(?![\d.])|\d+(?:[.·]\d+)?`
const ends = String.raw`(?![\p{L}\p{N}%-]|[.,·]\d|\s?(?:%|per ?cent))`
const begins = String.raw`(?<![\p{L}\p{N}.,·-])`

const withoutGrouping = (written: string) => (written.includes(',') ? written.replaceAll(',', '') : null)
const groupedAgain = (written: string) =>
  /^\d{4,}$/.test(written) ? written.replace(/\B(?=(\d{3})+$)/g, ',') : withoutGrouping(written)

/** Counts of people, things and attempts, which have no unit: 120 patients. */
const counted = new RegExp(`${begins}(?:${figure})${ends}(?=\\s+\\p{Ll}{3,}s\\b)`, 'gu')
export const numberAlone: Slip = {
  id: 'number-alone',
  label: 'A count without a unit',
  from: 'the same number, changed by a third to threefold',
  plant: (ground) => alterMatch(ground, counted, ([written]) => otherNumber(written, ground)),
  restate: (ground) => alterMatch(ground, counted, ([written]) => groupedAgain(written)),
}

/** Ratios and coefficients as results print them. */
const ratio = new RegExp(
  String.raw`(?<=\b(?:ratio|[HOR]R|SMD|AUC|coefficient|risk|odds|hazard|kappa|r|d|g|β)\b[^.;\d]{0,24}?)(?:\d+[.·]\d+)${ends}`,
  'gu',
)
export const effectSize: Slip = {
  id: 'effect-size',
  label: 'A ratio or coefficient',
  from: 'the same number, changed by a third to threefold',
  plant: (ground) => alterMatch(ground, ratio, ([written]) => otherNumber(written, ground)),
  restate: (ground) =>
    alterMatch(ground, ratio, ([written]) => (written.includes('·') ? written.replace('·', '.') : `${written}0`)),
}

/** A ratio put on the other side of 1, where all that a sentence says of direction is a word such as "associated". */
const beyondOne = new RegExp(
  String.raw`(?<=\b(?:associated|related|linked|correlated|predict\w+)\b[^;]*?)(?<![\d.(–-])\d[.·]\d+${ends}`,
  'gu',
)
export const otherSideOfOne: Slip = {
  id: 'other-side-of-one',
  label: 'A ratio beside "associated", on the other side of 1',
  from: 'the inverse of the number and a half of it again',
  plant: (ground) =>
    alterMatch(ground, beyondOne, ([written]) => {
      const value = Number(written.replace('·', '.'))
      const decimals = written.length - 2
      if (value === 0 || value === 1) return null
      const other = (value < 1 ? 1.5 / value : 0.7 / value).toFixed(decimals)
      return Number(other) === 0 ? null : other.replace('.', written[1]!)
    }),
  restate: (ground) => alterMatch(ground, beyondOne, ([written]) => `${written}0`),
}

const odds = new RegExp(
  String.raw`(?<=\b(?:1|one)\s(?:in|of|out of|per)\s(?:every\s)?)(?:${figure})(?![\p{L}\d]|[.,]\d)`,
  'gu',
)
export const oneIn: Slip = {
  id: 'one-in',
  label: 'One in so many',
  from: 'the same number, changed by a third to threefold',
  plant: (ground) => alterMatch(ground, odds, ([written]) => otherNumber(written, ground)),
  restate: (ground) => alterMatch(ground, odds, ([written]) => groupedAgain(written)),
}

const bound = new RegExp(
  String.raw`(?<=\b(?:over|under|above|below|at least|at most|more than|less than|up to|within|fewer than)\s)(?:${figure})(?![\p{L}\d]|[.,·]\d)`,
  'gu',
)
const bounds: Readonly<Record<string, string>> = { over: 'more than', 'more than': 'over', under: 'below' }
export const boundMoved: Slip = {
  id: 'bound-moved',
  label: 'A bound, as in over 50',
  from: 'the same number, changed by a third to threefold',
  plant: (ground) => alterMatch(ground, bound, ([written]) => otherNumber(written, ground)),
  restate: (ground) =>
    alterMatch(ground, /\b(?:over|more than|under)(?= \d)/gu, ([written]) => bounds[written] ?? null),
}

const words = ones.slice(2, 13)
const word = new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'giu')
const multiples = ['twice', 'threefold', 'fourfold', 'half', 'one third', 'two thirds', 'a quarter', 'three quarters']
const multiple = new RegExp(`(?<![\\p{L}-])(?:${multiples.join('|')})(?![\\p{L}-])`, 'giu')

export const numberWord: Slip = {
  id: 'number-word',
  label: 'A number in words',
  from: 'another of the words for numbers and parts',
  plant: (ground) => {
    const among = (list: readonly string[], own: string) => {
      const others = list.filter((one) => one !== own.toLowerCase())
      return others[Math.floor(ground.draw('word') * others.length)]!
    }
    return (
      alterMatch(ground, multiple, ([written]) => among(multiples, written)) ??
      alterMatch(ground, word, ([written]) => among(words, written))
    )
  },
  restate: (ground) => alterMatch(ground, word, ([written]) => String(words.indexOf(written.toLowerCase()) + 2)),
}
