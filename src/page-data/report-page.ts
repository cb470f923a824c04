import type { Finding } from '../core/integrity/content.ts'
import type { Claim } from '../schemas/claim.ts'
import type { Ledger } from '../schemas/ledger.ts'
import type { Paper } from '../schemas/paper.ts'
import type { Report } from '../schemas/report.ts'
import type { Site } from '../schemas/site.ts'
import { citedReport, type ReportText } from './cited-report.ts'
import { type ClaimView, claimView, lookup, type PaperOf } from './claim-view.ts'
import { type HowToCite, howToCite } from './how-to-cite.ts'
import { href, ledgerHref, reportHref, topicHref } from './links.ts'
import { type Matrix, matrix } from './matrix.ts'
import { type PanelView, panelView } from './panel-view.ts'
import { prismaFlow } from './prisma-flow.ts'
import { readChanges, readClaims, readLedger, readPaper, readReport } from './reader.ts'
import { shown } from './shown.ts'
import { type VerdictBar, verdictBar } from './verdict-bar.ts'
import { dayWords, percent, verdictWords } from './words.ts'

/** Everything that is read for a report's page. */
export interface ReportSource {
  report: Report
  claims: Claim[]
  papers: Map<string, Paper>
  ledger: Ledger | null
  changes: number
  findings: Finding[]
  site: Site
}

/** The complete model of a report's page. */
export interface ReportPage extends ReportText {
  slug: string
  title: string
  question: string | null
  topic: { name: string; href: string }
  imported: boolean
  date: string
  facts: { value: string; words: string }[]
  notices: { kind: 'warn' | 'info'; text: string; items: string[] }[]
  answer: { text: string; verdict: Claim['verdict'] | null; sure: string | null; cite: string }[]
  bar: VerdictBar
  groups: { id: string; label: string; claims: ClaimView[] }[]
  matrix: Matrix
  flow: ReturnType<typeof prismaFlow> | null
  queries: Ledger['queries']
  ledgerHref: string
  limitations: Report['limitations']
  panel: PanelView | null
  findings: Finding[]
  howToCite: HowToCite
  downloads: { href: string; words: string; what: string }[]
  contents: { id: string; label: string }[]
  changes: number
}

/** Reads all that a report's page is made of. */
export async function readReportSource(slug: string, site: Site): Promise<ReportSource> {
  const report = await readReport(slug)
  const { claims } = await readClaims(slug)
  const ledger = await readLedger(slug)
  const ids = new Set(report.references.map(({ paper }) => paper))
  for (const claim of claims) for (const { paper } of [...claim.sources, ...claim.evidence]) ids.add(paper)
  const papers = new Map<string, Paper>()
  for (const id of ids) papers.set(id, await readPaper(id))
  const changes = (await readChanges(slug))?.changes.length ?? 0
  return { report, claims, papers, ledger, changes, findings: [], site }
}

/** The model of a report's page. Its citations are set here, in the order in which they are read. */
export async function reportPage(source: ReportSource): Promise<ReportPage> {
  const { report, claims, papers, ledger, site } = source
  const paperOf = lookup(papers, `reports/${report.slug}.json`)
  const views = new Map(claims.map((claim) => [claim.id, claimView(claim, paperOf, 'sentence')]))
  const groups = groupsOf(report, views)
  const text = await citedReport(report, groups, views, paperOf, site)
  const page = {
    ...text,
    slug: report.slug,
    title: shown(report.title),
    question: report.question.trim() === report.title.trim() ? null : shown(report.question),
    topic: { name: shown(report.topic), href: topicHref(shown(report.topic)) },
    imported: report.origin === 'imported',
    date: report.date,
    facts: factsOf(report, claims.length),
    notices: noticesOf(report),
    answer: report.answer.map((one, place) => ({
      text: shown(one.text),
      verdict: one.verdict,
      sure: answerSure(one),
      cite: text.answerCites[place] ?? '',
    })),
    bar: verdictBar(report.verdicts),
    groups,
    matrix: matrixOf(groups, claims, paperOf),
    flow: ledger ? prismaFlow(ledger, claims.length) : null,
    queries: ledger?.queries ?? [],
    ledgerHref: ledgerHref(report.slug),
    limitations: report.limitations.map(({ text: words, rests }) => ({ text: shown(words), rests: shown(rests) })),
    panel: report.panel ? panelView(report.panel, report.gate, views, paperOf) : null,
    findings: source.findings,
    howToCite: howToCite(report, site),
    downloads: downloadsOf(report.slug),
    changes: source.changes,
  }
  return { ...page, contents: contentsOf(page) }
}

function groupsOf(report: Report, views: ReadonlyMap<string, ClaimView>): ReportPage['groups'] {
  const listed = new Set<string>()
  const groups = report.facets.map(({ id, label, claims }) => ({
    id,
    label: shown(label),
    claims: claims.flatMap((claim) => {
      const view = views.get(claim)
      if (!view || listed.has(claim)) return []
      listed.add(claim)
      return [view]
    }),
  }))
  const rest = [...views.values()].filter(({ id }) => !listed.has(id))
  const label = listed.size ? 'On no part of the question' : 'Its claims'
  return [...groups, ...(rest.length ? [{ id: 'other', label, claims: rest }] : [])].filter(
    ({ claims }) => claims.length > 0,
  )
}

function matrixOf(groups: ReportPage['groups'], claims: readonly Claim[], paperOf: PaperOf): Matrix {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  return matrix(
    groups.flatMap((group) => group.claims.map(({ id }) => byId.get(id)!)),
    paperOf,
  )
}

function factsOf(report: Report, claims: number): ReportPage['facts'] {
  const { included, identified } = report.counts
  const { panel } = report
  const papers = included
    ? { value: String(included.value), words: `papers of ${identified?.value ?? 0} records` }
    : null
  return [
    { value: dayWords(report.date), words: 'Updated' },
    ...(report.searched ? [{ value: dayWords(report.searched), words: 'Searched until' }] : []),
    ...(papers ? [papers] : []),
    { value: String(claims), words: claims === 1 ? 'claim' : 'claims' },
    ...(panel ? [{ value: String(panel.score), words: `of 10 from the panel, ${panel.low} to ${panel.high}` }] : []),
  ]
}

function noticesOf(report: Report): ReportPage['notices'] {
  const { gate, stale, textKinds, imported } = report
  const notes = textKinds.note > 0 && !imported
  return [
    ...(imported
      ? [
          {
            kind: 'warn' as const,
            text: 'This report was brought in from elsewhere. It is shown as it came; what is wrong with it is listed below.',
            items: [],
          },
        ]
      : []),
    ...(gate.approved
      ? []
      : [
          {
            kind: 'warn' as const,
            text: 'Not approved. It is shown all the same, because what falls short should be visible:',
            items: gate.reasons.map(shown),
          },
        ]),
    ...(stale
      ? [
          {
            kind: 'warn' as const,
            text: `Stale since ${dayWords(stale.since)}: ${stale.sources.map(shown).join(', ')} could not be reached.`,
            items: [],
          },
        ]
      : []),
    ...(notes
      ? [
          {
            kind: 'info' as const,
            text: 'Quotes marked as reading notes are from notes in our own words, not from the papers. Verdicts that rest on them are checked against our note, not the paper.',
            items: [],
          },
        ]
      : []),
  ]
}

function answerSure({ verdict, confidence }: Report['answer'][number]): string | null {
  if (verdict === null) return null
  if (verdict === 'supported' && confidence !== null) return `${percent(confidence)} sure`
  return verdictWords[verdict].counted
}

function downloadsOf(slug: string): ReportPage['downloads'] {
  const files: [string, string, string][] = [
    ['report.json', 'JSON', 'the report with its panel and counts'],
    ['claims.csv', 'CSV of the claims', 'one row a claim'],
    ['references.bib', 'BibTeX', 'the references'],
    ['references.ris', 'RIS', 'the references'],
    ['references.csl.json', 'CSL-JSON', 'the references'],
  ]
  return files.map(([name, words, what]) => ({ href: `${reportHref(slug)}${name}`, words, what }))
}

function contentsOf(page: Omit<ReportPage, 'contents'>): ReportPage['contents'] {
  const all: [string, string, boolean][] = [
    ['answer', 'The answer', page.answer.length > 0],
    ['faults', 'What is wrong with it', page.imported],
    ['findings', page.imported ? 'Its claims' : 'Findings', page.groups.length > 0],
    ['matrix', 'Who says what', page.matrix.columns.length > 0],
    ['text', 'The report', page.sections.length > 0],
    ['flow', 'How the papers were chosen', page.flow !== null],
    ['limitations', 'What limits it', page.limitations.length > 0],
    ['panel', 'The panel', page.panel !== null],
    ['references', 'References', page.references.length + page.printedReferences.length > 0],
    ['cite', 'Cite and take along', true],
  ]
  return all.filter(([, , there]) => there).map(([id, label]) => ({ id, label }))
}

/** Address of the site-wide list of changes, where a report has any. */
export const changesHref = (): string => href('/changes/')
