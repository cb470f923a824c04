import type { Paper } from '../../schemas/paper.ts'
import { identifierIds } from '../papers/paper-id.ts'
import type { SourceRecord } from '../papers/record.ts'
import { type Cluster, clusterRecords } from './clusters.ts'
import { describeAgreement } from './comparison.ts'
import type { Fingerprint } from './keys.ts'
import { match } from './match.ts'
import { type IdOf, nameWorks } from './naming.ts'
import { linkNotices, noticeOf } from './notices.ts'
import { composePaper } from './paper.ts'
import { type Foreign, foreignIds, joining, sharesWork, withoutForeign } from './shared-ids.ts'

/** How a record came into its work: `first` carries the work, the others are duplicates of it. */
export interface MergedRecord {
  id: string
  rule: 'first' | 'duplicate-doi' | 'duplicate-pmid' | 'duplicate-pmcid' | 'duplicate-arxiv' | 'duplicate-title'
  reason: string
}

/** Works in the order of their first record, each with all of its records. */
export interface MergeResult {
  works: { paper: Paper; records: MergedRecord[] }[]
}

/**
 * Joins the records of one work into one paper. Every record appears exactly once. A paper that `idOf` knows under one of
 * the identifiers keeps its id; identifiers that came later become aliases. Notices are linked to the works that they name.
 */
export function mergeRecords(records: readonly SourceRecord[], idOf: IdOf, question: string): MergeResult {
  const { clusters, versions, prints } = clusterRecords(records)
  const ordered = joinKnown(inOrder(clusters), prints, idOf)
  const foreign = foreignIds(ordered, prints)
  const groups = ordered.map((cluster) => cluster.map((at) => withoutForeign(records[at]!, foreign.get(at) ?? [])))
  const names = nameWorks(groups, idOf)
  const works = groups.map((group, at) => ({
    paper: composePaper(group, names[at]!, question),
    records: ordered[at]!.map((place, nth) =>
      explain(place, ordered[at]!.slice(0, nth), prints, foreign.get(place) ?? []),
    ),
  }))
  linkNotices(
    works.map(({ paper }, at) => ({
      paper,
      notice: noticeOf(groups[at]!, paper.ids.doi),
      source: groups[at]![0]!.source,
      record: groups[at]![0]!.id,
    })),
  )
  linkVersions(works, ordered, versions)
  return { works }
}

/** How many works {@link mergeRecords} makes of records where no paper is known, without keeping them. */
export function countWorks(records: readonly SourceRecord[]): number {
  return clusterRecords(records).clusters.length
}

function inOrder(clusters: readonly Cluster[]): Cluster[] {
  return clusters.map((cluster) => [...cluster].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

/** Works that content knows as one under their identifiers, as a DOI and a PMID of it, and that nothing parts. */
function joinKnown(clusters: readonly Cluster[], prints: readonly Fingerprint[], idOf: IdOf): Cluster[] {
  const known = new Map<string, Cluster>()
  const joined: Cluster[] = []
  for (const cluster of clusters) {
    const names = cluster.flatMap((at) => identifierIds(prints[at]!.record.ids))
    const id = names.length > 0 ? idOf([...new Set(names)]) : undefined
    const before = id === undefined ? undefined : known.get(id)
    if (before && mayBeOne(before, cluster, prints)) {
      before.push(...cluster)
      continue
    }
    const copy = [...cluster]
    if (id !== undefined && !before) known.set(id, copy)
    joined.push(copy)
  }
  return inOrder(joined)
}

function mayBeOne(one: Cluster, other: Cluster, prints: readonly Fingerprint[]): boolean {
  return one.every((a) =>
    other.every((b) => {
      const [left, right] = [prints[a]!, prints[b]!]
      const differ = joining.some((kind) => {
        const [mine, yours] = [left.record.ids[kind], right.record.ids[kind]]
        return mine !== undefined && yours !== undefined && mine !== yours
      })
      return !differ && sharesWork(left, right, 1)
    }),
  )
}

const labels = { doi: 'DOI', pmid: 'PMID', pmcid: 'PMCID', arxiv: 'arXiv id' } as const

/** Why a record is in its work: what it shares with an earlier one of it, and what was compared. */
function explain(
  place: number,
  before: Cluster,
  prints: readonly Fingerprint[],
  foreign: readonly Foreign[],
): MergedRecord {
  const { record } = prints[place]!
  const { merged } = record
  if (before.length === 0)
    return { id: record.id, rule: 'first', reason: `First record of its work.${notOwn(foreign)}` }
  for (const kind of joining) {
    const same = before.find(
      (at) => record.ids[kind] !== undefined && prints[at]!.record.ids[kind] === record.ids[kind],
    )
    if (same === undefined || foreign.some((each) => each.kind === kind)) continue
    const rule = `duplicate-${kind}` as const
    const start = `Has the ${labels[kind]} ${record.ids[kind]} of ${prints[same]!.record.id}: `
    if (merged?.rule === rule && merged.reason.startsWith(start)) return { id: record.id, rule, reason: merged.reason }
    return { id: record.id, rule, reason: `${start}${describeAgreement(prints[same]!, prints[place]!)}.` }
  }
  const nearest = before.reduce((best, at) =>
    match(prints[at]!, prints[place]!).weight > match(prints[best]!, prints[place]!).weight ? at : best,
  )
  const rule = 'duplicate-title'
  const start = `Compared with ${prints[nearest]!.record.id}: `
  if (merged?.rule === rule && merged.reason.startsWith(start)) return { id: record.id, rule, reason: merged.reason }
  return { id: record.id, rule, reason: `${start}${describeAgreement(prints[nearest]!, prints[place]!)}.` }
}

function notOwn(foreign: readonly Foreign[]): string {
  return foreign
    .map(
      ({ kind, value }) =>
        ` The ${labels[kind]} ${value} is carried by records of other titles too, so it is taken as that of what they appeared in.`,
    )
    .join('')
}

function linkVersions(
  works: MergeResult['works'],
  clusters: readonly Cluster[],
  versions: readonly [number, number][],
): void {
  const workOf = new Map(clusters.flatMap((cluster, work) => cluster.map((at): [number, number] => [at, work])))
  for (const [preprint, article] of versions) {
    const [early, late] = [works[workOf.get(preprint)!]!.paper, works[workOf.get(article)!]!.paper]
    if (early.id === late.id) continue
    addVersion(early, { paper: late.id, ...(late.ids.doi ? { doi: late.ids.doi } : {}), relation: 'preprint-of' })
    addVersion(late, { paper: early.id, ...(early.ids.doi ? { doi: early.ids.doi } : {}), relation: 'article-of' })
    if (early.standing.state === 'unchecked' || early.standing.state === 'current')
      early.standing = { ...early.standing, state: 'superseded', ...(late.ids.doi ? { notice: late.ids.doi } : {}) }
  }
}

function addVersion(paper: Paper, version: Paper['versions'][number]): void {
  const known = paper.versions.findIndex(
    (one) => one.paper === version.paper || (one.doi !== undefined && one.doi === version.doi),
  )
  if (known === -1) paper.versions.push(version)
  else paper.versions[known] = { ...paper.versions[known]!, ...version }
}
