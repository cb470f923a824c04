import type { Claim, Evidence } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { independenceGroups } from '../papers/independence.ts'
import type { Standing } from './verdict.ts'

/** Evidence of the sources themselves: where several papers state a claim, each supports it for the others. */
export function statedEvidence(sources: Claim['sources']): Evidence[] {
  const papers = new Set(sources.map((source) => source.paper))
  if (papers.size < 2) return []
  const first = [...papers].map((paper) => sources.find((source) => source.paper === paper)!)
  return first.map((source) => ({
    ...source,
    stance: 'supports',
    fit: 'same',
    possible: false,
    basis: 'stated',
    score: 1,
    engine: 'merge',
    reasons: ['this paper states the claim itself'],
  }))
}

/**
 * Says of each row whether it counts: not where the paper is retracted, is a preprint whose article is here, or shares
 * its group with the claim's source. Rows of one group keep the group's name and count once.
 */
export function markExclusions(
  rows: readonly Evidence[],
  sources: readonly Paper[],
  papers: ReadonlyMap<string, Paper>,
): Evidence[] {
  const involved = new Map([...sources, ...rows.map((row) => papers.get(row.paper)!)].map((paper) => [paper.id, paper]))
  const groups = independenceGroups([...involved.values()])
  const own = new Set(
    sources.filter((paper) => paper.standing.state !== 'retracted').map((paper) => groups.get(paper.id)!),
  )
  return rows.map((row) => {
    const paper = papers.get(row.paper)!
    const group = groups.get(row.paper)!
    const excluded = exclusion(row, paper, own, group, papers)
    return { ...row, group, ...(excluded ? { excluded } : {}) }
  })
}

function exclusion(
  row: Evidence,
  paper: Paper,
  own: ReadonlySet<string>,
  group: string,
  papers: ReadonlyMap<string, Paper>,
): Evidence['excluded'] {
  if (paper.standing.state === 'retracted') return 'retracted'
  if (row.basis === 'stated') return own.size < 2 ? 'same-group' : undefined
  if (own.has(group)) return 'same-group'
  const article = paper.versions.find((version) => version.relation === 'preprint-of')?.paper
  return paper.standing.state === 'superseded' && article && papers.has(article) ? 'superseded' : undefined
}

/** Counts groups for the verdict, leaving out one paper where asked. */
export function standingOf(rows: readonly Evidence[], sourced: boolean, without?: string): Standing {
  const counted = rows.filter((row) => !row.excluded && row.paper !== without)
  const groups = (chosen: Evidence[]) => new Set(chosen.map((row) => row.group ?? row.paper)).size
  const stated = groups(counted.filter((row) => row.basis === 'stated'))
  const supports = counted.filter((row) => row.stance === 'supports' && row.basis !== 'stated')
  const refutes = counted.filter((row) => row.stance === 'refutes')
  return {
    support: groups(supports) + Math.max(0, stated - 1),
    refutation: groups(refutes.filter((row) => !row.possible)),
    possible: groups(refutes.filter((row) => row.possible)),
    sourced,
  }
}
