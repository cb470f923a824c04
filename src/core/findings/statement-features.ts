import type { Pairs } from './candidates.ts'
import type { Library } from './library.ts'
import { chance } from './library.ts'
import { pairFeatureNames } from './pair-features.ts'

/** Of these features of pairs a statement has the mean over its nearest neighbours. */
const echoed = [
  'local',
  'outcome',
  'exposure',
  'meaning',
  'outcomeMeaning',
  'alignedLess',
  'outcomeAlignedLess',
  'exposureAlignedLess',
  'headAligned',
  'shared',
  'bigrams',
  'papers',
  'titles',
  'condition',
  'entityShare',
] as const

/** How many of the nearest count. */
const nearest = 5

const own = [
  'role',
  'none',
  'down',
  'entitled',
  'place',
  'last',
  'first',
  'headedResult',
  'headedMethod',
  'headedConclusion',
  'length',
  'numbers',
  'hedges',
  'cues',
  'turns',
  'results',
  'before',
  'papersNear',
  'statements',
] as const

export const statementFeatureNames = [...own, ...echoed.map((name) => `near ${name}`)] as const

/** What is measured of each statement of a library, to say whether it is a result, and one that others share. */
export function statementFeatures(library: Library, pairs: Pairs, rows: readonly Float64Array[]): Float64Array[] {
  const { statements } = library
  const around = neighboursOf(statements.length, pairs)
  const results = library.papers.map(() => 0)
  const odds = library.papers.map((): number[] => [])
  for (const { paper, role } of statements) {
    results[paper]! += chance(role)
    odds[paper]!.push(role)
  }
  const columns = echoed.map((name) => pairFeatureNames.indexOf(name))
  const local = pairFeatureNames.indexOf('local')
  return statements.map((statement, at) => {
    const { analysis, heading, place, of, paper, role } = statement
    const near = around[at]!
    const other = (pair: number) => (pairs.first[pair] === at ? pairs.second[pair]! : pairs.first[pair]!)
    const close = [...near].sort((a, b) => rows[b]![local]! - rows[a]![local]!).slice(0, 10)
    return Float64Array.of(
      role,
      statement.none,
      statement.down,
      statement.entitled,
      (place + 0.5) / of,
      flag(place >= of - 1),
      flag(place === 0),
      flag(heading === 'result'),
      flag(heading === 'method'),
      flag(heading === 'conclusion'),
      Math.log1p(analysis.stems.size),
      Math.min(8, analysis.numbers.length),
      Math.min(2, analysis.hedgeCount),
      Math.min(2, analysis.cues),
      analysis.tokens.filter(({ direction }) => direction !== 0).length,
      results[paper]!,
      odds[paper]!.filter((one) => one > role).length,
      new Set(close.map((pair) => statements[other(pair)]!.paper)).size,
      of,
      ...columns.map((column) => topMean(near.map((pair) => rows[pair]![column]!))),
    )
  })
}

/** Places of the pairs of each statement. */
export function neighboursOf(count: number, { first, second }: Pairs): number[][] {
  const around = Array.from({ length: count }, (): number[] => [])
  for (let pair = 0; pair < first.length; pair++) {
    around[first[pair]!]!.push(pair)
    around[second[pair]!]!.push(pair)
  }
  return around
}

function topMean(values: number[]): number {
  if (values.length === 0) return 0
  return mean(values.sort((a, b) => b - a).slice(0, nearest))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function flag(value: boolean): number {
  return value ? 1 : 0
}
