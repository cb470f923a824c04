import type { Content } from '../../src/core/audit/content.ts'
import { toldFindings } from '../../src/core/certainty/told-findings.ts'
import { recordChanges } from '../../src/core/changes/index.ts'
import { faithfulness } from '../../src/core/compare/faithfulness.ts'
import { composeReport } from '../../src/core/compose/index.ts'
import { claimId } from '../../src/core/extract/claim-id.ts'
import { factsOf } from '../../src/core/extract/facts.ts'
import { groupFindings } from '../../src/core/findings/group.ts'
import { countLedger } from '../../src/core/screen/prisma.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { markExclusions, standingOf } from '../../src/core/verify/evidence.ts'
import { decideVerdict } from '../../src/core/verify/verdict.ts'
import type { ChangesFile } from '../../src/schemas/change.ts'
import type { Claim, Evidence, Finding } from '../../src/schemas/claim.ts'
import type { Ledger } from '../../src/schemas/ledger.ts'
import { type Paper, paper as paperSchema } from '../../src/schemas/paper.ts'
import { question as questionSchema } from '../../src/schemas/question.ts'
import type { Report } from '../../src/schemas/report.ts'
import { site as siteSchema } from '../../src/schemas/site.ts'

const day = '2026-05-04'

/** Small invented papers on tea and sleep: enough agreement, disagreement and lonely findings for a whole report. */
const texts: readonly [string, number, string, string][] = [
  [
    'Alder',
    2015,
    'Evening tea and sleep latency',
    'We studied 84 adults in a randomized trial. Evening green tea increased sleep latency by 12 minutes compared with water. No serious adverse events occurred.',
  ],
  [
    'Birch',
    2016,
    'Tea before bed in older adults',
    'A crossover trial enrolled 60 adults. Green tea in the evening increased sleep latency by 11 minutes compared with water. Total sleep time was 6.5 h in both arms.',
  ],
  [
    'Cedar',
    2017,
    'Caffeine-free tea and sleep',
    'Decaffeinated tea may improve sleep quality in adults. The sleep quality score rose by 8% after four weeks of decaffeinated tea.',
  ],
  [
    'Dogwood',
    2018,
    'Decaffeinated tea in a cohort',
    'Among 412 adults, decaffeinated tea did not improve sleep quality over four weeks.',
  ],
  [
    'Elm',
    2019,
    'Safety of concentrated tea',
    'Headache was reported by 14 of 70 participants (20%) who drank concentrated green tea.',
  ],
  [
    'Fir',
    2020,
    'Tea and waking at night',
    'Night waking was more frequent after green tea than after water in 48 adults.',
  ],
  [
    'Ginkgo',
    2021,
    'Tea and night waking in shift workers',
    'Shift workers woke more frequently at night after green tea than after water.',
  ],
]

function paper([family, year, title, text]: (typeof texts)[number], at: number): Paper {
  const doi = `10.1234/tea.${at + 1}`
  const id = `doi_10.1234__tea.${at + 1}`
  return paperSchema.parse({
    id,
    csl: {
      id,
      type: 'article-journal',
      title,
      author: [{ family, given: 'A' }],
      issued: { 'date-parts': [[year]] },
      DOI: doi,
    },
    ids: { doi },
    text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
    standing: { state: 'unchecked' },
    provenance: [at + 1, ...(at === 0 ? [texts.length + 1] : [])].map((place) => ({
      question: 'tea',
      source: 'library',
      record: `library:tea.ris#${place}`,
    })),
  })
}

/** One sentence of a sample paper as a span. */
export function sentenceSpan(of: Paper, nth: number) {
  const section = of.text!.sections[0]!
  const { start, end, text } = splitSentences(section.text)[nth]!
  return { paper: of.id, section: section.name, start, end, quote: text }
}

type Row = [paper: number, sentence: number, stance: Evidence['stance'], possible?: boolean]

/** A content folder in memory that breaks no rule. Every call gives a fresh copy. */
export function sampleContent(): Content {
  const papers = texts.map(paper)
  const byId = new Map(papers.map((one) => [one.id, one]))
  const make = (at: number, sentence: number, facet: string, rows: readonly Row[]): Claim => {
    const source = sentenceSpan(papers[at]!, sentence)
    const evidence = markExclusions(
      rows.map((row) => evidenceRow(papers, row)),
      [papers[at]!],
      byId,
    )
    const verdict = decideVerdict(standingOf(evidence, true))
    return {
      id: claimId(source.paper, source.quote, 0),
      text: source.quote,
      sources: [source],
      facet,
      relevance: 0.8,
      likewise: [],
      ...factsOf(source, undefined),
      faithfulness: faithfulness(source.quote, [source.quote]),
      verdict,
      confidence: 0.7,
      calibration: 'test-1',
      evidence,
      hunt: {
        queries: ['tea sleep'],
        papers: 6,
        day,
        found: evidence.filter((row) => row.stance === 'refutes').length,
      },
      leaveOneOut: rows.length === 1 ? [{ paper: papers[rows[0]![0]]!.id, verdict: 'reported' as const }] : [],
    }
  }
  const claims = [
    make(0, 1, 'latency', [[1, 1, 'supports']]),
    make(1, 1, 'latency', [[0, 1, 'supports']]),
    make(2, 1, 'quality', [[3, 0, 'refutes', true]]),
    make(4, 0, 'harms', []),
    make(5, 0, 'waking', [[6, 0, 'supports']]),
    make(6, 0, 'waking', [[5, 0, 'supports']]),
    make(0, 2, 'harms', []),
    make(3, 0, 'quality', [[2, 0, 'refutes', true]]),
  ]
  return assemble(papers, claims)
}

function evidenceRow(papers: readonly Paper[], [at, sentence, stance, possible = false]: Row): Evidence {
  return {
    ...sentenceSpan(papers[at]!, sentence),
    stance,
    fit: 'same',
    possible,
    basis: 'lexical',
    score: 0.8,
    engine: 'lexical 1',
    reasons: ['the same words in the same direction'],
  }
}

function assemble(papers: readonly Paper[], claims: Claim[]): Content {
  const question = questionSchema.parse({
    question: 'Does green tea in the evening change the sleep of adults, and is it safe?',
    topic: 'Sleep',
    facets: [
      { id: 'tea', label: 'Green tea', role: 'subject', terms: ['tea'] },
      { id: 'latency', label: 'Time to fall asleep', terms: ['sleep latency', 'fall asleep'] },
      { id: 'quality', label: 'Sleep quality', terms: ['sleep quality'] },
      { id: 'waking', label: 'Waking at night', terms: ['night waking', 'woke', 'waking'] },
      { id: 'harms', label: 'Harms', terms: ['headache', 'adverse event*'] },
    ],
  })
  const ledger = ledgerOf(papers)
  const site = siteSchema.parse({})
  const engines = [{ name: 'lexical', version: '1', does: 'comparing claims with texts' }]
  const findings = toldFindings(groupFindings(claims), claims, papers)
  const report = composeReport({
    slug: 'tea',
    question,
    claims,
    findings,
    map: null,
    papers,
    ledger,
    site,
    engines,
    inputHash: 'a'.repeat(64),
    date: day,
  })
  return {
    questions: new Map([['tea', question]]),
    papers: new Map(papers.map((one) => [one.id, one])),
    claims: new Map([['tea', { schema: 1, question: 'tea', claims, findings }]]),
    reports: new Map([['tea', report]]),
    ledgers: new Map([['tea', ledger]]),
    changes: new Map([['tea', historyOf(report, claims, findings, papers, ledger)]]),
    site,
  }
}

function historyOf(
  report: Report,
  claims: Claim[],
  findings: readonly Finding[],
  papers: readonly Paper[],
  ledger: Ledger,
): ChangesFile {
  const byId = new Map(papers.map((one) => [one.id, one]))
  return recordChanges(null, { report, claims, findings, ledger, papers: byId, basis: null }, null, day)
}

function ledgerOf(papers: readonly Paper[]): Ledger {
  const rows: Ledger['records'] = papers.map((one, at) => ({
    id: `library:tea.ris#${at + 1}`,
    source: 'library',
    title: one.csl.title,
    state: 'included',
    rule: 'included',
    reason: 'states claims that answer the question',
    paper: one.id,
    relevance: 0.8,
  }))
  rows.push({
    ...rows[0]!,
    id: 'library:tea.ris#8',
    state: 'duplicate',
    rule: 'duplicate-doi',
    reason: 'the same DOI as library:tea.ris#1',
  })
  const queries: Ledger['queries'] = [
    { source: 'library', text: 'tea AND sleep', day, hits: 8, fetched: 8, pages: 1, notExpressed: [], status: 'found' },
  ]
  return { schema: 1, question: 'tea', queries, records: rows, rejected: [], dropped: [], counts: countLedger(rows) }
}
