import type { Claim, Faithfulness } from '../../schemas/claim.ts'
import type { Dropped } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import { claimFaithfulness, infidelity } from '../compare/faithfulness.ts'
import type { UnverifiedClaim } from './unverified-claim.ts'

export interface CheckedClaim {
  /** The claim with the sources that bear it out; null where none does. */
  claim: UnverifiedClaim | null
  faithfulness: Faithfulness | null
  dropped: Dropped[]
}

/** Checks a claim against each of its source papers. A source that does not bear it out is left out, and the reason kept. */
export function checkSources(claim: UnverifiedClaim, papers: ReadonlyMap<string, Paper>): CheckedClaim {
  if (claim.sources.length === 0) return { claim, faithfulness: null, dropped: [] }
  const kept: Claim['sources'] = []
  const dropped: Dropped[] = []
  let first: Faithfulness | null = null
  for (const paper of new Set(claim.sources.map((source) => source.paper))) {
    const spans = claim.sources.filter((source) => source.paper === paper)
    const report = compare({ ...claim, sources: spans }, papers)
    if ('rule' in report) dropped.push({ paper, text: claim.text, ...report })
    else {
      kept.push(...spans)
      first ??= report
    }
  }
  return { claim: kept.length > 0 ? { ...claim, sources: kept } : null, faithfulness: first, dropped }
}

function compare(
  claim: Pick<UnverifiedClaim, 'text' | 'sources' | 'imported'>,
  papers: ReadonlyMap<string, Paper>,
): Faithfulness | Pick<Dropped, 'rule' | 'reason'> {
  const wrong = claim.sources.find(
    (span) => sectionText(papers.get(span.paper), span.section)?.slice(span.start, span.end) !== span.quote,
  )
  if (wrong)
    return { rule: 'quote-not-found', reason: `the quote does not stand at its place in section "${wrong.section}"` }
  const report = claimFaithfulness(claim, papers)
  return infidelity(report) ?? report
}

function sectionText(paper: Paper | undefined, name: string): string | undefined {
  return paper?.text?.sections.find((section) => section.name === name)?.text
}
