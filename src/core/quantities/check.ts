import type { Draft } from './draft.ts'
import { measureOf } from './measures.ts'

/** What recomputing found, in words, and whether it agrees with what is stated. */
export interface Check {
  check: string
  agrees: boolean
}

/** Recomputes what can be recomputed: the share from its parts, the estimate against its interval, p against the interval. */
export function checkQuantity(quantity: Draft): Check | null {
  const found = [share(quantity), inside(quantity), significance(quantity)].filter((one) => one !== null)
  if (found.length === 0) return null
  const wrong = found.filter(({ agrees }) => !agrees)
  return { check: (wrong.length > 0 ? wrong : found).map(({ check }) => check).join('; '), agrees: wrong.length === 0 }
}

function share({ kind, value, numerator, denominator }: Draft): Check | null {
  if (kind !== 'percentage' || numerator === undefined || denominator === undefined) return null
  const exact = (100 * numerator) / denominator
  const places = Math.min(2, (String(value).split('.')[1] ?? '').length)
  const agrees = Math.abs(exact - value) <= 0.5 * 10 ** -places + 1e-9 || (places === 0 && Math.abs(exact - value) < 1)
  const sum = `${numerator} of ${denominator} is ${exact.toFixed(Math.max(1, places))} %`
  return { check: agrees ? sum : `${sum}, not ${value} %`, agrees }
}

function inside({ kind, value, low, high, level }: Draft): Check | null {
  if (low === undefined || high === undefined || level === undefined || kind === 'interval') return null
  const agrees = value >= low && value <= high
  return {
    check: agrees
      ? 'the interval holds the estimate'
      : `the estimate ${value} lies outside its interval, ${low} to ${high}`,
    agrees,
  }
}

/** An interval at 95 % that leaves out "no effect" goes with p below 0.05, one that holds it with p of 0.05 or more. */
function significance({ measure, low, high, level, p, pRelation }: Draft): Check | null {
  const none = measureOf(measure)?.none
  if (none === null || none === undefined || level !== 95 || low === undefined || high === undefined || p === undefined)
    return null
  const apart = low > none || high < none
  const small = pRelation === '>' ? false : pRelation === '<' ? p <= 0.05 : p < 0.05
  const borderline = low === none || high === none || (p > 0.04 && p < 0.06) || (pRelation === '>' && p < 0.05)
  if (borderline || (pRelation === '<' && p > 0.05)) return null
  const agrees = apart === small
  const word = apart ? 'leaves out' : 'holds'
  return {
    check: `the interval ${word} ${none} and p is ${pRelation} ${p}${agrees ? '' : ', which do not go together'}`,
    agrees,
  }
}
