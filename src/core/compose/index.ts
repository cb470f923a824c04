import type { Report } from '../../schemas/report.ts'
import { gate } from '../panel/gate.ts'
import { type ReportDraft, reviewReport } from '../panel/index.ts'
import { statementsOf } from '../panel/statements.ts'
import { composeAbstract } from './abstract.ts'
import { composeAnswer } from './answer/index.ts'
import { type ComposeInput, composeFacts, type Facts } from './facts.ts'
import { composeIntroduction } from './introduction.ts'
import { composeLimitations } from './limitations.ts'
import { composeMethods } from './methods.ts'
import { composeResults } from './results.ts'

export type { ComposeInput } from './facts.ts'

/**
 * The whole report from the facts of a run, with its review and the gate. The same input gives the same report.
 * Every sentence is carried by a claim or a count; citations are `[@key]` with the keys of `references`.
 */
export function composeReport(input: ComposeInput): Report {
  const facts = composeFacts(input)
  const draft = composeDraft(facts)
  const own = reviewReport({
    question: input.question,
    claims: [...input.claims],
    findings: input.findings,
    papers: [...input.papers],
    ledger: input.ledger,
    draft,
  })
  const panel = { ...own, reviews: [...own.reviews, ...(input.modelReviews ?? [])] }
  return { ...draft, panel, gate: gate(panel, statementsOf(input.claims, input.findings), input.site.gate) }
}

function composeDraft(facts: Facts): ReportDraft {
  const { question, ledger } = facts
  const answer = facts.modelAnswer ?? composeAnswer(facts)
  const days = ledger.queries.map((query) => query.day).sort()
  return {
    schema: 1,
    slug: facts.slug,
    origin: 'generated',
    title: question.title ?? question.question,
    question: question.question,
    topic: question.topic,
    authors: [],
    date: facts.date,
    searched: days.at(-1) ?? null,
    answer,
    abstract: composeAbstract(facts, answer),
    sections: [
      { id: 'introduction', heading: 'Introduction', markdown: composeIntroduction(facts) },
      { id: 'methods', heading: 'Methods', markdown: composeMethods(facts) },
      { id: 'results', heading: 'Results', markdown: composeResults(facts) },
    ],
    limitations: composeLimitations(facts),
    facets: facts.groups.map(({ id, label, claims }) => ({ id, label, claims: claims.map((claim) => claim.id) })),
    counts: ledger.counts,
    verdicts: verdictCounts(facts),
    references: references(facts),
    level: level(facts),
    engines: [...facts.engines],
    ...(facts.model ? { model: facts.model } : {}),
    inputHash: facts.inputHash,
    textKinds: facts.textKinds,
    ...stale(facts),
  }
}

function verdictCounts({ verdicts }: Facts): Report['verdicts'] {
  const { supported = 0, disputed = 0, contradicted = 0, reported = 0, unverified = 0 } = verdicts
  return { supported, disputed, contradicted, reported, unverified }
}

function references({ cited, keys }: Facts): Report['references'] {
  const rows = cited.map((paper) => ({ key: keys.get(paper.id) ?? '', paper: paper.id }))
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1))
}

function level({ claims }: Facts): Report['level'] {
  if (claims.length === 0) return { id: 'L0', reason: 'There is no claim to check.' }
  const tied = claims.filter((claim) => claim.sources.length > 0).length
  if (tied === claims.length)
    return { id: 'L2', reason: 'Every claim is tied to the sentence of a paper that carries it.' }
  return { id: 'L1', reason: `${tied} of ${claims.length} claims are tied to a sentence of a paper.` }
}

function stale({ ledger }: Facts): Pick<Report, 'stale'> {
  const down = ledger.queries.filter((query) => query.status === 'unreachable')
  if (down.length === 0) return {}
  const since = down.map((query) => query.since ?? query.day).sort()[0]!
  return { stale: { since, sources: [...new Set(down.map((query) => query.source))].sort() } }
}
