import { writtenIn } from '../../core/quantities/written.ts'
import type { Quantity } from '../../schemas/claim.ts'
import { shown } from '../content/shown.ts'

/** How many figures stand beside a paper's name; all of them stand on the claim's page. */
const most = 2

/** Kinds of figures that tell a result, the most telling first. */
const rank: readonly Quantity['kind'][] = ['ratio', 'difference', 'percentage', 'score', 'fraction']

/** The figures of a claim that tell most, in a few words: "RR 0.64 (0.45 to 0.91)"; empty where none says what it measures or counts. */
export function figureWords(quantities: readonly Quantity[]): string {
  const results = quantities.filter(
    ({ kind, measure, low, numerator }) =>
      rank.includes(kind) && (measure !== undefined || low !== undefined || numerator !== undefined),
  )
  const bounded = results.filter(({ low, high }) => low !== undefined && high !== undefined)
  const chosen = bounded.length > 0 ? bounded : results.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind))
  return [...new Set(chosen.map(oneFigure))].slice(0, most).join('; ')
}

function oneFigure({
  kind,
  measure,
  value,
  unit,
  low,
  high,
  numerator,
  denominator,
  relation,
  text,
}: Quantity): string {
  if (kind === 'fraction' && numerator !== undefined) return `${numerator} of ${denominator}`
  const as = writtenIn(text)
  const end = writtenIn(text, true)
  const size = `${relation ?? ''}${as(value)}${unit ? `\u202f${shown(unit)}` : ''}`
  const interval = low !== undefined && high !== undefined ? ` (${end(low)} to ${end(high)})` : ''
  const parts = numerator !== undefined && denominator !== undefined ? ` (${numerator} of ${denominator})` : ''
  return [measure ? shown(measure) : '', `${size}${interval || parts}`].filter(Boolean).join(' ')
}
