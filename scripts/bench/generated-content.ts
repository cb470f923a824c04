import { toldFindings } from '../../src/core/certainty/told-findings.ts'
import { composeReport } from '../../src/core/compose/index.ts'
import { claimId } from '../../src/core/extract/claim-id.ts'
import { groupFindings } from '../../src/core/findings/group.ts'
import { sha256 } from '../../src/core/hash.ts'
import { paperId } from '../../src/core/papers/paper-id.ts'
import { countLedger } from '../../src/core/screen/prisma.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { type Claim, claim, type Evidence, type Verdict } from '../../src/schemas/claim.ts'
import type { EvidenceMap } from '../../src/schemas/evidence-map.ts'
import { type Ledger, ledger } from '../../src/schemas/ledger.ts'
import { type Paper, paper } from '../../src/schemas/paper.ts'
import { type Question, question } from '../../src/schemas/question.ts'
import { type Site, site } from '../../src/schemas/site.ts'
import type { MapParts } from '../stages/map.ts'
import { type Chooser, chooser, sentence, words } from './generated-words.ts'

/** How many papers and claims a generated question has. The defaults are the proportions of the sample. */
export interface Proportions {
  papers: number
  included: number
  claims: number
}

export const sampleProportions: Proportions = { papers: 60, included: 30, claims: 40 }

/** One question with everything that belongs to it, in memory. */
export interface Generated {
  slug: string
  question: Question
  papers: Paper[]
  claims: Claim[]
  ledger: Ledger
}

const day = '2026-01-15'
const engine = 'lexical 1'
const facets = words.outcomes.map((term) => ({ id: term.replace(' ', '-'), label: `Effect on ${term}`, terms: [term] }))
const verdicts: readonly Verdict[] = [
  'supported',
  'supported',
  'supported',
  'disputed',
  'reported',
  'reported',
  'contradicted',
]

/** A question of invented research. The same number gives the same question. */
export function generateQuestion(number: number, proportions: Proportions = sampleProportions): Generated {
  const choose = chooser(number)
  const slug = `generated-${String(number).padStart(5, '0')}`
  const subject = `${choose.of(words.substances)} ${number}`
  const protocol = question.parse({
    question: `Does ${subject} lower ${choose.of(words.outcomes)} in ${choose.of(words.populations)}?`,
    topic: choose.of(words.topics),
    facets: [{ id: 'subject', label: subject, role: 'subject', terms: [subject] }, ...facets],
  })
  const papers = Array.from({ length: proportions.papers }, (_, i) => makePaper(slug, subject, number, i, choose))
  const included = papers.slice(0, proportions.included)
  const claims = Array.from({ length: proportions.claims }, (_, i) => makeClaim(i, included, choose))
  return { slug, question: protocol, papers, claims, ledger: makeLedger(slug, papers, proportions) }
}

/** The files of generated questions under their path in a content folder. A map is made where something is given that makes it. */
export function contentFiles(
  generated: Generated,
  settings: Site = site.parse({}),
  mapOf: ((parts: MapParts) => EvidenceMap | null) | null = null,
): Map<string, string> {
  const { slug, papers, claims } = generated
  const findings = toldFindings(groupFindings(claims), claims, papers)
  const map = mapOf?.({ claims, findings, papers, question: generated.question }) ?? null
  const report = composeReport({
    slug,
    question: generated.question,
    claims,
    findings,
    map,
    papers,
    ledger: generated.ledger,
    site: settings,
    engines: [{ name: 'lexical', version: '1', does: 'compares claims with texts' }],
    inputHash: sha256(slug),
    date: day,
  })
  return new Map([
    [
      `questions/${slug}.md`,
      `---\n${JSON.stringify(generated.question, null, 2)}\n---\n\nGenerated for measurements and tests.\n`,
    ],
    ...papers.map((one): [string, string] => [`papers/${one.id}.json`, stableJson(one)]),
    [`claims/${slug}.json`, stableJson({ schema: 1, question: slug, claims, findings, ...(map ? { map } : {}) })],
    [`ledger/${slug}.json`, stableJson(generated.ledger)],
    [`reports/${slug}.json`, stableJson(report)],
  ])
}

function makePaper(slug: string, subject: string, number: number, place: number, choose: Chooser): Paper {
  const doi = `10.5555/g${number}.${place}`
  const csl = {
    type: 'article-journal',
    title: `${subject} and ${choose.of(words.outcomes)}: ${choose.of(words.designs)} ${place + 1}`,
    author: Array.from({ length: 2 + choose.below(5) }, (_, nth) => ({
      family: ownFamily(place, nth),
      given: choose.of(words.given),
    })),
    issued: { 'date-parts': [[2000 + choose.below(26), 1 + choose.below(12)]] },
    'container-title': choose.of(words.journals),
    volume: String(1 + choose.below(80)),
    page: `${100 + choose.below(400)}-${600 + choose.below(90)}`,
    DOI: doi,
  }
  const text = Array.from({ length: 8 }, () => sentence(subject, choose)).join(' ')
  const id = paperId({ doi }, paper.shape.csl.omit({ id: true }).parse(csl))
  return paper.parse({
    id,
    csl: { ...csl, id },
    ids: { doi },
    text: {
      kind: place % 5 === 0 ? 'note' : 'abstract',
      sections: [{ name: place % 5 === 0 ? 'Findings' : 'Abstract', text }],
    },
    standing: { state: 'unchecked' },
    provenance: [{ question: slug, source: 'library', record: `library:generated.ris#${place + 1}` }],
  })
}

/** A name that no other paper of the question has, so that all papers are independent. */
function ownFamily(place: number, nth: number): string {
  const { families } = words
  const second = families[(Math.floor(place / families.length) * 6 + nth) % families.length]!
  return `${families[place % families.length]!}-${second}`
}

/** The `nth` sentence of a paper as a span of its text. */
export function spanOf(
  from: Paper,
  nth: number,
): { paper: string; section: string; start: number; end: number; quote: string } {
  const section = from.text!.sections[0]!
  const sentences = section.text.split(/(?<=\.) /)
  const quote = sentences[nth % sentences.length]!
  const start = section.text.indexOf(quote)
  return { paper: from.id, section: section.name, start, end: start + quote.length, quote }
}

function makeClaim(place: number, included: readonly Paper[], choose: Chooser): Claim {
  const source = included[place % included.length]!
  const span = spanOf(source, Math.floor(place / included.length))
  const verdict = choose.of(verdicts)
  const stances: Record<Verdict, Evidence['stance'][]> = {
    supported: ['supports', 'supports', 'neutral'],
    disputed: ['supports', 'refutes', 'neutral'],
    contradicted: ['refutes', 'neutral'],
    reported: ['neutral'],
    unverified: [],
  }
  const evidence = stances[verdict].map((stance, i) => {
    const other = included[(place + 1 + i * 7 + choose.below(5)) % included.length]!
    return makeEvidence(other === source ? included[(place + 1) % included.length]! : other, stance, i, choose)
  })
  const kinds = new Map(included.map((one) => [one.id, one.text?.kind]))
  const restsOnNotes = [source.id, ...evidence.map((one) => one.paper)].some((id) => kinds.get(id) === 'note')
  return claim.parse({
    id: claimId(source.id, span.quote, 0),
    text: span.quote,
    sources: [span],
    facet: facets.find(({ terms }) => span.quote.includes(terms[0]!))!.id,
    relevance: 0.5 + choose.below(50) / 100,
    faithfulness: {
      faithful: true,
      checks: [
        { check: 'quote', ok: true },
        { check: 'digits', ok: true },
      ],
    },
    verdict,
    confidence: 0.55 + choose.below(40) / 100,
    ...(restsOnNotes ? { confidenceNote: 'checked against our note, not the paper' } : {}),
    evidence,
    hunt: {
      queries: ['no difference', 'increase'],
      papers: included.length,
      day,
      found: evidence.filter(({ stance }) => stance === 'refutes').length,
    },
  })
}

function makeEvidence(from: Paper, stance: Evidence['stance'], nth: number, choose: Chooser): Evidence {
  const reasons =
    stance === 'neutral'
      ? ['Names the same subject, gives no result for this outcome.']
      : ['Same subject and outcome.', 'The direction of the effect was compared.']
  return {
    // What supports or refutes is another paper's claim, so that the two make a finding.
    ...spanOf(from, stance === 'neutral' ? nth + 2 : nth),
    stance,
    fit: choose.of(['same', 'narrower', 'broader', 'related']),
    possible: false,
    basis: 'number',
    score: 0.7,
    engine,
    reasons,
    group: from.id,
  }
}

function makeLedger(slug: string, papers: readonly Paper[], { included }: Proportions): Ledger {
  const rows = papers.flatMap((one, place) => {
    const first = {
      id: `library:generated.ris#${place + 1}`,
      source: 'library',
      title: one.csl.title,
      paper: one.id,
      relevance: 0.8,
    }
    const row =
      place < included
        ? { ...first, state: 'included', rule: 'kept', reason: 'On topic, with a text that answers the question.' }
        : { ...first, state: 'excluded', rule: 'off-topic', reason: 'The title and text name no word of the subject.' }
    if (place % 3) return [row]
    return [
      row,
      {
        ...first,
        id: `library:generated.ris#${papers.length + place + 1}`,
        state: 'duplicate',
        rule: 'duplicate-doi',
        reason: `Same DOI as ${first.id}.`,
      },
    ]
  })
  const records = ledger.shape.records.parse(rows)
  return ledger.parse({
    question: slug,
    queries: [{ source: 'library', text: 'generated', day, hits: records.length, fetched: records.length }],
    records,
    counts: countLedger(records),
  })
}
