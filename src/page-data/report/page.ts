import type { Finding } from '../../core/audit/content.ts'
import { estimateCompleteness } from '../../core/screen/completeness.ts'
import type { Claim, ClaimsFile, Finding as SharedFinding } from '../../schemas/claim.ts'
import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { distribution } from '../claim/confidence.ts'
import { claimView, lookup, type PaperOf, sureWords } from '../claim/view.ts'
import { readLedger, readPaper, readQuestionFile } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import { certaintyWords } from '../finding/certainty.ts'
import { agreementWords, countsOf, numbersOf } from '../finding/counts.ts'
import { studiesOf } from '../finding/sides.ts'
import { type FindingView, findingViews } from '../finding/view.ts'
import { href, ledgerHref, reportHref, topicHref } from '../links.ts'
import type { ChangeRow } from '../lists/changes.ts'
import { calibrationOf } from '../methods/measured.ts'
import { verdictBar } from '../verdict-bar.ts'
import { verdictWords } from '../words.ts'
import { citedReport } from './cited.ts'
import { citedText } from './cited-text.ts'
import { contentsOf } from './contents.ts'
import { reportFileList } from './file-list.ts'
import { prismaFlow } from './flow.ts'
import { forestViews } from './forest.ts'
import { arranged, inReadingOrder } from './groups.ts'
import { howToCite } from './how-to-cite.ts'
import { mapView } from './map.ts'
import { matrix } from './matrix.ts'
import type { AnswerView, ReportPage } from './model.ts'
import { factsOf, isUntried, noticesOf } from './notices.ts'
import { panelView } from './panel.ts'
import { protocolView } from './protocol.ts'
import { resultsView } from './results.ts'
import { timeline } from './timeline.ts'

/** Everything that is read for a report's page. */
export interface ReportSource {
  report: Report
  claims: Claim[]
  /** What several papers share, and the map of all of it. */
  shared: { findings: SharedFinding[]; map?: EvidenceMap | undefined }
  papers: Map<string, Paper>
  ledger: Ledger | null
  /** What changed, newest first. */
  changes: ChangeRow[]
  faults: Finding[]
  /** The question file; null for a report that was brought in. */
  asked: { question: Question; body: string } | null
  site: Site
}

/** How many changes a report's page shows. */
const shownChanges = 6

/** Reads all that a report's page is made of; what the audit found and what changed is added by whoever knows the whole site. */
export async function readReportSource(report: Report, file: ClaimsFile, site: Site): Promise<ReportSource> {
  const { slug } = report
  const { claims, findings, map } = file
  const ledger = await readLedger(slug)
  const ids = new Set(report.references.map(({ paper }) => paper))
  for (const claim of claims) for (const { paper } of [...claim.sources, ...claim.evidence]) ids.add(paper)
  const papers = new Map<string, Paper>()
  for (const id of ids) papers.set(id, await readPaper(id))
  const asked = report.origin === 'generated' ? await readQuestionFile(slug) : null
  return { report, claims, shared: { findings, map }, papers, ledger, changes: [], faults: [], asked, site }
}

const made = new WeakMap<ReportSource, Promise<ReportPage>>()

/** The model of a report's page, made once although the page and the files beside it ask for it in turn. */
export function reportPage(source: ReportSource): Promise<ReportPage> {
  const known = made.get(source)
  if (known) return known
  const page = makePage(source)
  made.set(source, page)
  return page
}

/** Citations are set here, in the order in which they are read. */
async function makePage(source: ReportSource): Promise<ReportPage> {
  const { report, claims, papers, ledger, site } = source
  const plain = lookup(papers, `reports/${report.slug}.json`)
  const bare = findingsOf(source, plain)
  const { letters, ...text } = await citedReport(report, inReadingOrder(bare.arranged), bare.views, plain, site)
  const paperOf = lettered(plain, letters)
  const { findings, arranged: order } = letters.size === 0 ? bare : findingsOf(source, paperOf)
  const shared = inReadingOrder(order).filter((one) => one.shared)
  const page = {
    ...text,
    slug: report.slug,
    title: shown(report.title),
    question: report.question.trim() === report.title.trim() ? null : shown(report.question),
    topic: { name: shown(report.topic), href: topicHref(shown(report.topic)) },
    imported: report.origin === 'imported',
    cited: citedText(report.imported),
    date: report.date,
    facts: factsOf(report, findings),
    notices: noticesOf(report),
    answer: report.answer.map((one, place) => answerView(one, text.answerCites[place] ?? '', findings)),
    bar: verdictBar(countsOf(findings)),
    map: source.shared.map ? mapView(source.shared.map, findings) : null,
    arranged: order,
    agreement: agreementWords(findings),
    matrix: shared.length > 0 ? matrix(shared, paperOf) : null,
    flow: ledger ? prismaFlow(ledger, findings.length) : null,
    yields: ledger ? estimateCompleteness(ledger.records) : null,
    protocol: source.asked && protocolView(source.asked),
    queries: ledger?.queries ?? [],
    rejected: ledger?.rejected.length ?? 0,
    ledgerHref: ledgerHref(report.slug),
    limitations: report.limitations.map(({ text: words, rests }) => ({ text: shown(words), rests: shown(rests) })),
    panel: report.panel ? panelView(report.panel, report.gate, numbersOf(findings), paperOf) : null,
    // That it has no score is said above; it is no fault.
    faults: source.faults.filter(({ rule }) => rule !== 'gate-not-passed' || !isUntried(report)),
    howToCite: howToCite(report, site),
    downloads: downloadsOf(report.slug),
    changes: {
      rows: source.changes.slice(0, shownChanges),
      more: Math.max(0, source.changes.length - shownChanges),
      href: href('/changes/'),
    },
    sure: sureOf(report, findings),
    numbers: { forests: forestViews(claims, paperOf), ...resultsView(claims, paperOf) },
    timeline: timeline(
      report.references.map(({ paper }) => paper),
      paperOf,
    ),
  }
  return { ...page, contents: contentsOf(page) }
}

function findingsOf({ report, claims, shared }: ReportSource, paperOf: PaperOf) {
  const views = new Map(claims.map((claim) => [claim.id, claimView(claim, paperOf, 'sentence')]))
  const findings = findingViews({ claims, findings: shared.findings, views, studies: studiesOf(claims), paperOf })
  return { views, findings, arranged: arranged(report, findings, shared.map) }
}

/** Papers with the letter that their reference has behind its year, so that every label names the same one. */
function lettered(paperOf: PaperOf, letters: ReadonlyMap<string, string>): PaperOf {
  return (id) => {
    const paper = paperOf(id)
    const letter = letters.get(paper.id)
    return letter === undefined ? paper : { ...paper, csl: { ...paper.csl, 'year-suffix': letter } }
  }
}

function answerView(
  { text, verdict, confidence, claims, findings: told, part, certainty }: Report['answer'][number],
  cite: string,
  findings: readonly FindingView[],
): AnswerView {
  const known = findings.filter((one) => told.includes(one.id) || claims.some((claim) => one.claims.includes(claim)))
  const sure = confidence !== null && verdict !== null && verdict !== 'unverified'
  return {
    text: shown(text),
    part: shown(part ?? ''),
    verdict,
    word: verdict ? verdictWords[verdict].word : '',
    sure: sure ? sureWords({ verdict, confidence }) : null,
    certainty: certainty ? certaintyWords[certainty].toLowerCase() : '',
    cite,
    findings: known.map(({ anchor, number }) => ({
      href: `#${anchor}`,
      words: known.length === 1 ? 'See the sentences behind it' : `Finding ${number} behind it`,
    })),
  }
}

function sureOf(report: Report, findings: readonly FindingView[]): ReportPage['sure'] {
  const drawn = distribution(findings.map(({ verdict, lead }) => ({ verdict, confidence: lead.confidence })))
  const engine = report.engines[0]?.name ?? ''
  return drawn && { distribution: drawn, calibration: calibrationOf(engine) }
}

function downloadsOf(slug: string): ReportPage['downloads'] {
  return reportFileList.map(({ name, label, what, schema }) => ({
    ...{ href: `${reportHref(slug)}${name}`, words: label, what },
    schema: schema ? href(`/schemas/${schema}.json`) : null,
  }))
}
