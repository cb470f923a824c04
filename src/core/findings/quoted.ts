import type { Claim, Evidence, Finding } from '../../schemas/claim.ts'
import { coverage } from '../compare/align.ts'
import { analyse } from '../text/analyse.ts'
import { refutesByNoDifference } from './no-difference.ts'

type Span = Pick<Claim['sources'][number], 'paper' | 'section' | 'start' | 'end'>

/** Whether a span of a paper, such as the source of a claim, stands in what a row of evidence quotes, at least in part. */
export function isQuoted({ paper, section, start, end }: Span, row: Span): boolean {
  return paper === row.paper && section === row.section && start < row.end && end > row.start
}

/** Looks up the claims of other papers whose source stands in what a row of a claim's evidence quotes. */
export function quotedClaims(claims: readonly Claim[]): (claim: Claim, row: Evidence) => Claim[] {
  const bySource = new Map<string, Claim[]>()
  for (const claim of claims)
    for (const paper of new Set(claim.sources.map((source) => source.paper)))
      bySource.set(paper, [...(bySource.get(paper) ?? []), claim])
  return ({ id }, row) =>
    (bySource.get(row.paper) ?? []).filter(
      (other) => other.id !== id && other.sources.some((source) => isQuoted(source, row)),
    )
}

/** Of several claims of one sentence, each a result of its own, those that share most words with a claim. */
export function nearestOf({ text }: Claim, quoted: readonly Claim[]): readonly Claim[] {
  if (quoted.length < 2) return quoted
  const own = analyse(text)
  const shares = quoted.map((other) => coverage(analyse(other.text), own))
  const most = Math.max(...shares)
  return quoted.filter((_, at) => shares[at] === most)
}

/** What a claim is to the head of a finding, by the row of the head's evidence that quotes it. */
export function stanceOf(row: Evidence, head: Claim, other: Claim): Finding['members'][number]['stance'] {
  if (row.stance === 'supports') return 'supports'
  return refutesByNoDifference(row, head, other) ? 'no-difference' : 'refutes'
}
