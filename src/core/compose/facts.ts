import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'
import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { ModelWork } from '../../schemas/model-work.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report, Review } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { citationKeys } from '../papers/citation-keys.ts'
import { readBy } from '../papers/question-text.ts'
import { wholeText } from '../papers/whole-text.ts'
import { type NamedTerm, namedTerms } from './named-terms.ts'

/** What a report is composed from. */
export interface ComposeInput {
  slug: string
  question: Question
  claims: readonly Claim[]
  findings: readonly Finding[]
  /** The evidence map of the claims; null where there is none. */
  map: EvidenceMap | null
  papers: readonly Paper[]
  ledger: Ledger
  site: Site
  engines: Report['engines']
  inputHash: string
  /** Day on which the content last changed. */
  date: string
  /** Reviews by language models, shown beside the panel's own. */
  modelReviews?: readonly Review[]
  /** What a language model did for this report. */
  model?: ModelWork | undefined
  /** The answer of a language model, checked; our own composition where absent or null. */
  modelAnswer?: Report['answer'] | null
}

/** A heading of the results and its claims, the surest first. */
export interface Group {
  id: string
  label: string
  claims: readonly Claim[]
}

/** The input with what several passages need, computed once. */
export interface Facts extends ComposeInput {
  paper: ReadonlyMap<string, Paper>
  included: readonly Paper[]
  cited: readonly Paper[]
  keys: ReadonlyMap<string, string>
  groups: readonly Group[]
  verdicts: Readonly<Partial<Record<Verdict, number>>>
  textKinds: Report['textKinds']
  named: readonly NamedTerm[]
  /** Words that included texts write with a small letter, so that a sentence can be continued with them. */
  common: ReadonlySet<string>
}

const rank: Readonly<Record<Verdict, number>> = {
  supported: 0,
  disputed: 1,
  contradicted: 2,
  reported: 3,
  unverified: 4,
}

/** Computes the facts of a run. */
export function composeFacts(input: ComposeInput): Facts {
  const paper = new Map(input.papers.map((one) => [one.id, readBy(one, input.slug)]))
  const included = papersOf(
    new Set(input.ledger.records.filter((row) => row.state === 'included').map((row) => row.paper)),
    paper,
  )
  const cited = papersOf(citedIds(input.claims, included), paper)
  const texts = included.map(wholeText)
  return {
    ...input,
    paper,
    included,
    cited,
    keys: citationKeys(cited),
    groups: groupClaims(input.question, input.claims),
    verdicts: tally(input.claims),
    textKinds: kinds(included),
    named: namedTerms(input.question, input.claims, texts),
    common: commonWords(texts),
  }
}

/** Claims by verdict, then relevance, confidence, number of sources, id. */
export function byWeight(a: Claim, b: Claim): number {
  return (
    rank[a.verdict] - rank[b.verdict] ||
    b.relevance - a.relevance ||
    (b.confidence ?? 0) - (a.confidence ?? 0) ||
    b.sources.length - a.sources.length ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

function papersOf(ids: ReadonlySet<string>, paper: ReadonlyMap<string, Paper>): Paper[] {
  return [...ids].sort().flatMap((id) => paper.get(id) ?? [])
}

/** Included papers, the sources of claims, and papers whose evidence speaks for or against a claim. */
function citedIds(claims: readonly Claim[], included: readonly Paper[]): Set<string> {
  const ids = new Set(included.map((one) => one.id))
  for (const claim of claims) {
    for (const source of claim.sources) ids.add(source.paper)
    for (const row of claim.evidence) if (row.stance !== 'neutral') ids.add(row.paper)
  }
  return ids
}

function groupClaims(question: Question, claims: readonly Claim[]): Group[] {
  const order = [
    ...question.facets.filter((one) => one.role === 'aspect'),
    ...question.facets.filter((one) => one.role === 'subject'),
  ]
  const groups = order.map(({ id, label }) => ({
    id,
    label,
    claims: claims.filter((claim) => claim.facet === id).sort(byWeight),
  }))
  const known = new Set(order.map((facet) => facet.id))
  const rest = claims.filter((claim) => claim.facet === null || !known.has(claim.facet)).sort(byWeight)
  const label = groups.some((group) => group.claims.length > 0) ? 'Other findings' : 'Findings'
  return [...groups, { id: 'other-findings', label, claims: rest }].filter((group) => group.claims.length > 0)
}

function tally(claims: readonly Claim[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const { verdict } of claims) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

function kinds(papers: readonly Paper[]): Report['textKinds'] {
  const of = (kind: string) => papers.filter((one) => one.text?.kind === kind).length
  return { abstract: of('abstract'), fulltext: of('fulltext'), note: of('note') }
}

function commonWords(texts: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const text of texts) for (const [word] of text.matchAll(/(?<=[\s("])\p{Ll}[\p{L}-]*/gu)) words.add(word)
  return words
}
