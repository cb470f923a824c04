import type { Pairs } from './candidates.ts'
import { chance, type Library } from './library.ts'
import { pairFeatureNames } from './pair-features.ts'
import { neighboursOf } from './statement-features.ts'

/** Log-odds of each statement that it is a result, and that other papers say the same or the contrary. */
export interface StatementScores {
  result: ArrayLike<number>
  shared: ArrayLike<number>
}

const compared = ['local', 'meaning', 'alignedLess', 'outcomeAlignedLess'] as const

export const linkFeatureNames = [
  ...pairFeatureNames,
  'sharedLess',
  'sharedMore',
  'resultLess',
  'resultMore',
  'both',
  'both × local',
  'both × outcome',
  'both × aligned',
  'both × condition',
  ...compared.flatMap((name) => [`rankLess ${name}`, `relative ${name}`]),
] as const

/** Features of pairs together with what is known of their statements and of their other neighbours. */
export function linkFeatures(
  library: Library,
  pairs: Pairs,
  rows: readonly Float64Array[],
  { result, shared }: StatementScores,
): Float64Array[] {
  const column = (name: (typeof pairFeatureNames)[number]) => pairFeatureNames.indexOf(name)
  const [local, outcome, aligned, condition] = [
    column('local'),
    column('outcomeAlignedLess'),
    column('alignedLess'),
    column('condition'),
  ]
  const standings = compared.map((name) => standingOf(library.statements.length, pairs, rows, column(name)))
  return rows.map((row, at) => {
    const [a, b] = [pairs.first[at]!, pairs.second[at]!]
    const both = chance(result[a]!) * chance(result[b]!) * chance(shared[a]!) * chance(shared[b]!)
    return Float64Array.of(
      ...row,
      Math.min(shared[a]!, shared[b]!),
      Math.max(shared[a]!, shared[b]!),
      Math.min(result[a]!, result[b]!),
      Math.max(result[a]!, result[b]!),
      both,
      both * row[local]!,
      both * row[outcome]!,
      both * row[aligned]!,
      both * row[condition]!,
      ...standings.flatMap(({ rank, relative }) => [rank[at]!, relative[at]!]),
    )
  })
}

/** Where a pair stands among all pairs of its two statements: the worse rank, and its value against the three best. */
function standingOf(count: number, pairs: Pairs, rows: readonly Float64Array[], column: number) {
  const rank = new Float64Array(rows.length)
  const relative = new Float64Array(rows.length).fill(9)
  for (const near of neighboursOf(count, pairs)) {
    const sorted = [...near].sort((a, b) => rows[b]![column]! - rows[a]![column]!)
    const best =
      sorted.slice(0, 3).reduce((sum, pair) => sum + rows[pair]![column]!, 0) / Math.min(3, sorted.length || 1)
    for (const [place, pair] of sorted.entries()) {
      rank[pair] = Math.max(rank[pair]!, Math.log1p(place))
      relative[pair] = Math.min(relative[pair]!, rows[pair]![column]! / (best + 1e-6))
    }
  }
  return { rank, relative }
}
