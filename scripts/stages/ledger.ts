import { notEnglish } from '../../src/core/extract/dropped.ts'
import type { MergeResult } from '../../src/core/merge/index.ts'
import { wholeText } from '../../src/core/papers/whole-text.ts'
import type { ScreeningDecision } from '../../src/core/screen/decision.ts'
import { countLedger } from '../../src/core/screen/prisma.ts'
import { isForeign } from '../../src/core/text/english.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Dropped, Ledger, LedgerRecord } from '../../src/schemas/ledger.ts'
import type { Found } from './found.ts'
import type { Protocol } from './protocol.ts'
import type { Screened } from './screen.ts'

/** Everything the ledger is written from. */
export interface Account {
  protocol: Protocol
  found: Found
  merged: MergeResult
  screened: Screened
  claims: readonly Claim[]
  dropped: readonly Dropped[]
  day: string
}

/** Writes down what became of every record, and why. All counts are derived from these rows. */
export function keepLedger(account: Account): Ledger {
  const { protocol, found } = account
  const records = ledgerRecords(account)
  return {
    schema: 1,
    question: protocol.slug,
    queries: [...libraryQuery(account), ...found.queries],
    records,
    rejected: [...found.rejected],
    dropped: [...account.dropped].sort(
      (a, b) => compare(a.paper, b.paper) || compare(a.rule, b.rule) || compare(a.text, b.text),
    ),
    counts: countLedger(records),
  }
}

/** The search of the local library: the terms that ranked all records; hits are those of the whole collection. */
function libraryQuery({ protocol, found, screened, day }: Account): Ledger['queries'] {
  if (protocol.library.length === 0) return []
  const fetched = found.records.filter((record) => record.source === 'library').length
  return [
    {
      source: 'library',
      text: screened.query,
      day,
      hits: Math.min(screened.hits, fetched),
      fetched,
      pages: protocol.library.length,
      notExpressed: [],
      status: 'found',
    },
  ]
}

function ledgerRecords({ found, merged, screened, claims, dropped }: Account): LedgerRecord[] {
  const decisions = new Map(screened.decisions.map((decision) => [decision.paper, decision]))
  const used = usedPapers(claims)
  const why = new Map<string, Why>([
    ...dropped.map((entry) => [entry.paper, entry] as const),
    ...merged.works.flatMap(({ paper }) => (isForeign(wholeText(paper)) ? [[paper.id, notEnglish] as const] : [])),
  ])
  const byRecord = new Map(
    merged.works.flatMap((work) => work.records.map((record) => [record.id, { ...record, paper: work.paper.id }])),
  )
  return found.records.map((record) => {
    const { paper, rule, reason } = byRecord.get(record.id)!
    const base = { id: record.id, source: record.source, title: record.csl.title, paper }
    if (rule !== 'first') return { ...base, state: 'duplicate' as const, rule, reason }
    return { ...base, ...fate(decisions.get(paper)!, used.get(paper), why.get(paper)) }
  })
}

type Why = Pick<Dropped, 'rule' | 'reason'>

function fate(decision: ScreeningDecision, use: string | undefined, why: Why | undefined) {
  const { relevance, overruled } = decision
  const base = overruled ? { relevance, overruled } : { relevance }
  if (decision.state !== 'kept') return { ...base, state: decision.state, rule: decision.rule, reason: decision.reason }
  if (use) return { ...base, state: 'included' as const, rule: 'included', reason: `${use} ${decision.reason}`.trim() }
  const reason = why
    ? `No claim of the report rests on it: ${why.reason}`
    : 'Its text holds no sentence that states a finding on the question.'
  return { ...base, state: 'no-claim' as const, rule: why?.rule ?? 'no-finding', reason }
}

/** Papers that the report rests on, each with what it does there. */
export function usedPapers(claims: readonly Claim[]): Map<string, string> {
  const sources = new Set(claims.flatMap((claim) => claim.sources.map((source) => source.paper)))
  const evidence = claims
    .flatMap((claim) => claim.evidence)
    .filter((item) => item.stance !== 'neutral' && item.excluded === undefined)
    .map((item) => item.paper)
  const used = new Map<string, string>()
  for (const paper of evidence) used.set(paper, 'It is evidence for or against a claim.')
  for (const paper of sources) used.set(paper, 'A claim rests on it.')
  return used
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
