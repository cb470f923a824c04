import type { Quantity } from '../../schemas/claim.ts'
import { benchmarkOf } from './benchmark.ts'
import { checkQuantity } from './check.ts'
import { armOf, changedBefore, type Setting, settingOf } from './context.ts'
import { beginReading, type Draft, freeNumbers, type Reading, relationOf, unitOf } from './draft.ts'
import { readEffects } from './effects.ts'
import { measureOf } from './measures.ts'
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
  const setting = settingOf(quote)
  return reading.found
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((draft) => finish(draft, quote, setting))
}

/** What is left and has a unit: doses, times, concentrations. */
function readMeasures(reading: Reading): void {
  for (const number of freeNumbers(reading, 0, reading.text.length)) {
    if (number.unit === '' || reading.used.has(number) || /\d[MBKG]$/.test(number.text)) continue
    reading.used.add(number)
    const { value, start, end } = number
    const kind = number.unit === 'point' ? ('difference' as const) : ('measure' as const)
    reading.found.push({ kind, value, ...unitOf(number), ...relationOf(number), start, end })
  }
}

function finish(open: Draft, quote: string, setting: Setting): Quantity {
  const draft = { ...open, end: closed(quote, open) }
  const context = contextOf(draft, quote, setting)
  const plain = normalised(draft)
  const checked = checkQuantity(draft)
  return {
    ...draft,
    ...context,
    ...(plain ? { normalised: plain } : {}),
    ...(checked ?? {}),
    text: quote.slice(draft.start, draft.end),
  }
}

function contextOf(draft: Draft, quote: string, setting: Setting): Partial<Draft> {
  const { arm, comparator, outcome, followUp } = setting
  const lasting = followUp ? { followUp } : {}
  const measured = outcome ? { outcome } : {}
  if (draft.kind === 'score' || (draft.kind === 'difference' && isScore(draft.measure)))
    return { ...benchmarkOf(quote, draft), ...(comparator && draft.kind === 'difference' ? { comparator } : {}) }
  if (draft.kind === 'n' || draft.kind === 'measure' || draft.kind === 'interval' || draft.kind === 'p') return {}
  if (
    draft.kind === 'fraction' ||
    (draft.kind === 'percentage' && draft.level === undefined && draft.measure === undefined)
  ) {
    const own = armOf(quote, draft)
    const changed = changedBefore(quote, draft.start)
    return { ...(own ? { arm: own } : {}), ...(changed ? { outcome: changed } : measured), ...lasting }
  }
  const own = outcome && outcome !== measureOf(draft.measure)?.label ? { outcome } : {}
  return { ...(arm ? { arm } : {}), ...(comparator ? { comparator } : {}), ...own, ...lasting }
}

const isScore = (measure: string | undefined) => measure !== undefined && !/^(?:RD|MD|SMD|difference)$/.test(measure)

/** Where the words of a quantity end, with the bracket that closes right behind, where it was opened inside. */
function closed(text: string, { start, end }: Draft): number {
  const inside = text.slice(start, end)
  const open = inside.split(/[([]/).length - inside.split(/[)\]]/).length
  return open > 0 && /[)\]]/.test(text[end] ?? '') ? end + 1 : end
}
