import type { Paper } from '../../schemas/paper.ts'
import type { SourceRecord } from '../papers/record.ts'
import { type Cluster, clusterRecords } from './clusters.ts'
import { composePaper, type IdOf } from './paper.ts'

/** How a record came into its work: `first` carries the work, the others are duplicates of it. */
export interface MergedRecord {
  id: string
  rule: 'first' | 'duplicate-doi' | 'duplicate-pmid' | 'duplicate-arxiv' | 'duplicate-title'
  reason: string
}

/** Works in the order of their first record, each with all of its records. */
export interface MergeResult {
  works: { paper: Paper; records: MergedRecord[] }[]
}

/**
 * Joins the records of one work into one paper. Every record appears exactly once. A paper that `idOf` knows under one of
 * the identifiers keeps its id; identifiers that came later become aliases.
 */
export function mergeRecords(records: readonly SourceRecord[], idOf: IdOf, question: string): MergeResult {
  const { clusters, versions } = clusterRecords(records)
  const ordered = clusters.map((cluster) => [...cluster].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
  const works = ordered.map((cluster) => ({
    paper: composePaper(
      cluster.map((at) => records[at]!),
      idOf,
      question,
    ),
    records: cluster.map((at, place) => explain(records[at]!, place, cluster, records)),
  }))
  linkVersions(works, ordered, versions)
  return { works: joinSameIds(works) }
}

/** How many works {@link mergeRecords} makes of records where no paper is known, without keeping them. */
export function countWorks(records: readonly SourceRecord[]): number {
  const ids = new Set<string>()
  for (const cluster of clusterRecords(records).clusters) {
    const ordered = [...cluster].sort((a, b) => a - b)
    ids.add(
      composePaper(
        ordered.map((at) => records[at]!),
        () => undefined,
        '',
      ).id,
    )
  }
  return ids.size
}

function explain(
  record: SourceRecord,
  place: number,
  cluster: Cluster,
  records: readonly SourceRecord[],
): MergedRecord {
  if (place === 0) return { id: record.id, rule: 'first', reason: 'First record of its work.' }
  const others = cluster.slice(0, place).map((at) => records[at]!)
  for (const [kind, label] of [
    ['doi', 'DOI'],
    ['pmid', 'PMID'],
    ['arxiv', 'arXiv id'],
  ] as const) {
    const same = others.find((other) => other.ids[kind] !== undefined && other.ids[kind] === record.ids[kind])
    if (same)
      return { id: record.id, rule: `duplicate-${kind}`, reason: `Has the ${label} ${record.ids[kind]} of ${same.id}.` }
  }
  return {
    id: record.id,
    rule: 'duplicate-title',
    reason: `Title, authors, year and pages agree with ${others[0]!.id}.`,
  }
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

/** Two works that came to one id (a known paper that holds identifiers of both) are one. */
function joinSameIds(works: MergeResult['works']): MergeResult['works'] {
  const byId = new Map<string, MergeResult['works'][number]>()
  for (const work of works) {
    const first = byId.get(work.paper.id)
    if (!first) byId.set(work.paper.id, work)
    else
      first.records.push(
        ...work.records.map(
          (record): MergedRecord => ({
            ...record,
            rule: 'duplicate-doi',
            reason: `An identifier of ${first.paper.id}, under which the paper is kept.`,
          }),
        ),
      )
  }
  return [...byId.values()]
}
