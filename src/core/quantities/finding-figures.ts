import type { Claim } from '../../schemas/claim.ts'
import { type ForestGroup, forestGroups } from './forest.ts'
import { type Pooling, poolGroup } from './pooled-figure.ts'

/** The estimates of one finding in one measure, for one small forest plot, with a pooled line or why there is none. */
export type FindingFigure = ForestGroup & Pooling

type Source = Pick<Claim, 'id' | 'sources' | 'quantities'>

/**
 * The estimates of the claims of a finding, those of one measure and unit under each other, largest group first. Its claims compare the
 * same things, so they are drawn together even where one sentence leaves a side unsaid; pooled are only those that all say the same.
 */
export function findingFigures(claims: readonly Source[], source: (paper: string) => string): FindingFigure[] {
  const byMeasure = new Map<string, ForestGroup[]>()
  for (const group of forestGroups(claims, 1)) {
    const key = `${group.measure} ${group.unit ?? ''}`
    byMeasure.set(key, [...(byMeasure.get(key) ?? []), group])
  }
  return [...byMeasure.values()]
    .map((groups) => together(groups, source))
    .filter(({ rows }) => rows.length > 1)
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1))
}

function together(groups: readonly ForestGroup[], source: (paper: string) => string): FindingFigure {
  const [first, ...others] = groups as [ForestGroup, ...ForestGroup[]]
  if (others.length === 0) return { ...first, ...poolGroup(first, source) }
  const differs = (['arm', 'outcome', 'comparator'] as const).filter((slot) =>
    groups.some((one) => one[slot] !== first[slot]),
  )
  const names = { arm: 'what was given', outcome: 'the outcome', comparator: 'what it was held against' }
  return {
    ...first,
    ...Object.fromEntries(differs.map((slot) => [slot, null])),
    rows: groups.flatMap(({ rows }) => rows),
    pooled: null,
    why: `the sentences do not name ${differs.map((slot) => names[slot]).join(' and ')} in the same words`,
  }
}
