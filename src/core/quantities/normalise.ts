import type { Quantity } from '../../schemas/claim.ts'

/** Units that are shown beside their base unit, with the factor. */
const base: Readonly<Record<string, readonly [string, number]>> = {
  week: ['day', 7],
  minute: ['hour', 1 / 60],
  second: ['hour', 1 / 3600],
  g: ['mg', 1000],
  kg: ['mg', 1e6],
  μg: ['mg', 1e-3],
  ng: ['mg', 1e-6],
  'g/l': ['g/dl', 0.1],
  'mg/l': ['mg/dl', 0.1],
  l: ['ml', 1000],
  dl: ['ml', 100],
  μl: ['ml', 1e-3],
  m: ['cm', 100],
  mm: ['cm', 0.1],
  km: ['cm', 1e5],
  year: ['month', 12],
}

/**
 * The value in the base unit of its kind, where that differs: 2 g is 2,000 mg, 12 weeks are 84 days. A score that is given
 * as a share, 0.92, is 92 %. Null where the value stands in its base unit already.
 */
export function normalised({
  kind,
  value,
  unit,
  measure,
}: Pick<Quantity, 'kind' | 'value' | 'unit' | 'measure'>): Quantity['normalised'] | null {
  if (kind === 'score' && unit === undefined && value > 0 && value <= 1 && measure !== 'MCC')
    return { value: tidy(value * 100), unit: '%' }
  const known = unit === undefined ? undefined : base[unit]
  return known ? { value: tidy(value * known[1]), unit: known[0] } : null
}

const tidy = (value: number) => Number(value.toPrecision(10))
