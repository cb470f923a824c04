import type { Finding } from '../../core/audit/content.ts'
import { estimateCompleteness } from '../../core/screen/completeness.ts'
import type { Claim, ClaimsFile } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { distribution } from '../claim/confidence.ts'
import { type ClaimView, claimView, lookup, type PaperOf, sureWords } from '../claim/view.ts'
import { readLedger, readPaper, readQuestionFile } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
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
import { type Group, groupsOf } from './groups.ts'
import { howToCite } from './how-to-cite.ts'
import { matrix } from './matrix.ts'
import type { AnswerView, ReportPage } from './model.ts'
import { factsOf, noticesOf } from './notices.ts'
import { panelView } from './panel.ts'
import { protocolView } from './protocol.ts'
import { resultsView } from './results.ts'
import { timeline } from './timeline.ts'

/** Everything that is read for a report's page. */
export interface ReportSource {
  report: Report
  claims: Claim[]
  papers: Map<string, Paper>
  ledger: Ledger | null
  /** What changed, newest first. */
  changes: ChangeRow[]
  findings: Finding[]
  /** The question file; null for a report that was brought in. */
  asked: { question: Question; body: string } | null
  site: Site
}

/** How many changes a report's page shows. */
const shownChanges = 6

/** Reads all that a report's page is made of; what the audit found and what changed is added by whoever knows the whole site. */
export async function readReportSource(report: Report, { claims }: ClaimsFile, site: Site): Promise<ReportSource> {
  const { slug } = report
  const ledger = await readLedger(slug)
  const ids = new Set(report.references.map(({ paper }) => paper))
  for (const claim of claims) for (const { paper } of [...claim.sources, ...claim.evidence]) ids.add(paper)
  const papers = new Map<string, Paper>()
  for (const id of ids) papers.set(id, await readPaper(id))
  const asked = report.origin === 'generated' ? await readQuestionFile(slug) : null
  return { report, claims, papers, ledger, changes: [], findings: [], asked, site }
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
  const viewsBy = (of: PaperOf) => new Map(claims.map((claim) => [claim.id, claimView(claim, of, 'sentence')]))
  const bare = viewsBy(plain)
  const { letters, ...text } = await citedReport(report, groupsOf(report, bare), bare, plain, site)
  const paperOf = lettered(plain, letters)
  const views = letters.size === 0 ? bare : viewsBy(paperOf)
  const groups = groupsOf(report, views)
  const page = {
    ...text,
    slug: report.slug,
    title: shown(report.title),
    question: report.question.trim() === report.title.trim() ? null : shown(report.question),
    topic: { name: shown(report.topic), href: topicHref(shown(report.topic)) },
    imported: report.origin === 'imported',
    cited: citedText(report.imported),
    date: report.date,
    facts: factsOf(report, claims.length),
    notices: noticesOf(report),
    answer: report.answer.map((one, place) => answerView(one, text.answerCites[place] ?? '', views)),
    bar: verdictBar(report.verdicts),
    groups,
    matrices: matricesOf(groups, paperOf),
    flow: ledger ? prismaFlow(ledger, claims.length) : null,
    yields: ledger ? estimateCompleteness(ledger.records) : null,
    protocol: source.asked && protocolView(source.asked),
    queries: ledger?.queries ?? [],
    ledgerHref: ledgerHref(report.slug),
    limitations: report.limitations.map(({ text: words, rests }) => ({ text: shown(words), rests: shown(rests) })),
    panel: report.panel ? panelView(report.panel, report.gate, views, paperOf) : null,
    findings: source.findings,
    howToCite: howToCite(report, site),
    downloads: downloadsOf(report.slug),
    changes: {
      rows: source.changes.slice(0, shownChanges),
      more: Math.max(0, source.changes.length - shownChanges),
      href: href('/changes/'),
    },
    sure: sureOf(report, claims),
    numbers: { forests: forestViews(claims, paperOf), ...resultsView(claims, paperOf) },
    timeline: timeline(
      report.references.map(({ paper }) => paper),
      paperOf,
    ),
  }
  return { ...page, contents: contentsOf(page) }
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
  { text, verdict, confidence, claims }: Report['answer'][number],
  cite: string,
  views: ReadonlyMap<string, ClaimView>,
): AnswerView {
  const known = claims.flatMap((id) => views.get(id) ?? [])
  const sure = confidence !== null && verdict !== null && verdict !== 'unverified'
  return {
    text: shown(text),
    verdict,
    word: verdict ? verdictWords[verdict].word : '',
    sure: sure ? sureWords({ verdict, confidence }) : null,
    cite,
    claims: known.map(({ anchor }, i) => ({
      href: `#${anchor}`,
      words: known.length === 1 ? 'See the sentences behind it' : `Finding ${i + 1} behind it`,
    })),
  }
}

function sureOf(report: Report, claims: readonly Claim[]): ReportPage['sure'] {
  const drawn = distribution(claims)
  const engine = report.engines[0]?.name ?? ''
  return drawn && { distribution: drawn, calibration: calibrationOf(engine) }
}

function matricesOf(groups: readonly Group[], paperOf: PaperOf): ReportPage['matrices'] {
  const claims = groups.flatMap((group) => group.claims)
  const once = claims.filter(({ verdict }) => verdict === 'reported')
  const checked = claims.filter(({ verdict, papers }) => verdict !== 'reported' && papers.length > 0)
  return {
    checked: checked.length ? matrix(checked, paperOf) : null,
    once: once.length ? matrix(once, paperOf) : null,
  }
}

function downloadsOf(slug: string): ReportPage['downloads'] {
  return reportFileList.map(({ name, label, what, schema }) => ({
    ...{ href: `${reportHref(slug)}${name}`, words: label, what },
    schema: schema ? href(`/schemas/${schema}.json`) : null,
  }))
}
