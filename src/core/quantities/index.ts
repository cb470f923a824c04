import type { Quantity } from '../../schemas/claim.ts'
import type { NumberMention } from '../text/number-mentions.ts'
import { benchmarkOf } from './benchmark.ts'
import { checkQuantity } from './check.ts'
import { isDifference } from './conditions.ts'
import { settingOf } from './context.ts'
import { contextsOf } from './contexts.ts'
import { beginReading, type Draft, freeNumbers, type Reading, relationOf, unitOf } from './draft.ts'
import { readEffects } from './effects.ts'
import { normalised } from './normalise.ts'
import { readPValues } from './p-values.ts'
import { readScores } from './scores.ts'
import { readShares, readSizes } from './shares.ts'

/**
 * The quantities of a quote as data, in the order of the quote, each with its exact words and offsets: estimates of effect
 * with interval and p, shares with numerator and denominator, sizes, results of benchmarks, other numbers with a unit.
 * Context (group, comparator, outcome, follow-up; method, task, data set) is what the same sentence says, or absent.
 */
export function quantitiesOf(quote: string): Quantity[] {
  if (!/\d/.test(quote)) return []
  const reading = beginReading(quote)
  readEffects(reading)
  readScores(reading)
  readShares(reading)
  readPValues(reading)
  readSizes(reading)
  readMeasures(reading)
  const drafts = reading.found.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const contexts = contextsOf(quote, drafts)
  return drafts.map((draft) => finish(draft, quote, contexts.get(draft) ?? {}))
}

/** What is left and has a unit: doses, times, concentrations. */
function readMeasures(reading: Reading): void {
  for (const number of freeNumbers(reading, 0, reading.text.length)) {
    if (number.unit === '' || reading.used.has(number) || /\d[MBKG]$/.test(number.text)) continue
    reading.used.add(number)
    const { value, start } = number
    const last = reading.found.at(-1)
    if (isSpread(reading.text, number)) {
      if (last && spreadSign.test(reading.text.slice(last.end, start))) addSpread(reading, last, number)
      continue
    }
    const isNext = last?.kind === 'difference' && /^ (?:and|to) $/.test(reading.text.slice(last.end, start))
    const per = perOf(reading.text, number)
    const kind =
      isPercentPoint(number) || isNext || isDifference(reading.text, { start, end: number.end + per.length })
        ? 'difference'
        : 'measure'
    const unit = per ? { unit: `${number.unit}${per}` } : unitOf(number)
    if (last && per && isPair(last, number.unit, reading.text.slice(last.end, start))) last.unit = unit.unit
    reading.found.push({ kind, value, ...unit, ...relationOf(number), start, end: number.end + per.length })
  }
}

/** Whether a number of one unit stands beside another of it: "3 vs 8 mg per h", with or without how far they scatter. */
function isPair(last: Draft, unit: string, between: string): boolean {
  return last.kind === 'measure' && last.unit === unit && /^\s?(?:vs\.?|versus|to|and|–|-)\s?$/.test(between)
}

const sign = String.raw`(?:±|\+\s?\/\s?[-‐‑–−])\s?$`
const spreadSign = new RegExp(String.raw`^\s?${sign}`)
const behindSign = new RegExp(sign)

/** Whether a number says how far values scatter, "57 ± 6 kg", and is no result of its own. */
function isSpread(text: string, { start }: NumberMention): boolean {
  return behindSign.test(text.slice(Math.max(0, start - 5), start))
}

/** Lengthens a mean by how far its values scatter; what the unit is per holds of the mean beside it too. */
function addSpread({ text, found }: Reading, mean: Draft, spread: NumberMention): void {
  const per = perOf(text, spread)
  const before = found.at(-2)
  const paired = before && mean.unit !== undefined && isPair(before, mean.unit, text.slice(before.end, mean.start))
  mean.end = spread.end + per.length
  if (!per) return
  mean.unit = `${mean.unit ?? spread.unit}${per}`
  if (paired) before.unit = mean.unit
}

const isPercentPoint = ({ unit, text }: NumberMention) => unit === 'point' && /percent|pp/i.test(text)

/** What a unit is per, as it stands behind it: " N per ha", "/m2"; empty where nothing does. */
function perOf(text: string, { unit, end }: NumberMention): string {
  if (unit === '%' || unit === 'point') return ''
  return (
    /^(?: [A-Z][A-Za-z\d]{0,4})?(?:(?: per |\/)(?:square |cubic )?(?:[a-z]+|\d[\d,]*)[²³\d]?){1,2}/.exec(
      text.slice(end, end + 40),
    )?.[0] ?? ''
  )
}

function finish(open: Draft, quote: string, context: Partial<Draft>): Quantity {
  const draft = { ...open, end: closed(quote, open) }
  const plain = normalised(draft)
  const checked = checkQuantity(draft)
  return {
    ...draft,
    ...(isBenchmark(draft) ? scoredOf(draft, quote) : context),
    ...(plain ? { normalised: plain } : {}),
    ...(checked ?? {}),
    text: quote.slice(draft.start, draft.end),
  }
}

const isBenchmark = ({ kind, measure }: Draft) => kind === 'score' || (kind === 'difference' && isScore(measure))

function scoredOf(draft: Draft, quote: string): Partial<Draft> {
  const { comparator } = settingOf(quote)
  return { ...benchmarkOf(quote, draft), ...(comparator && draft.kind === 'difference' ? { comparator } : {}) }
}

const isScore = (measure: string | undefined) => measure !== undefined && !/^(?:RD|MD|SMD|difference)$/.test(measure)

/** Where the words of a quantity end, with the bracket that closes right behind, where it was opened inside. */
function closed(text: string, { start, end }: Draft): number {
  const inside = text.slice(start, end)
  const open = inside.split(/[([]/).length - inside.split(/[)\]]/).length
  return open > 0 && /[)\]]/.test(text[end] ?? '') ? end + 1 : end
}
