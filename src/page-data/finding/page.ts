import type { Claim, ClaimsFile, Finding, Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { withLetters } from '../citations/letters.ts'
import { type QuoteView, quoteView } from '../claim/evidence.ts'
import { type FrameRow, frameRows } from '../claim/frame.ts'
import { claimView, lookup } from '../claim/view.ts'
import { readPaper } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { findingHead } from '../exports/finding-head.ts'
import type { MachineHead } from '../exports/head.ts'
import { reportHref, topicHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'
import { type HowToCite, howToCiteFinding } from '../report/how-to-cite.ts'
import { dayWords, percent, sentence, verdictWords } from '../words.ts'
import { studiesOf } from './sides.ts'
import { type FindingView, findingViews, isOneGroup } from './view.ts'
import { findingWords } from './words.ts'

/** The complete model of a finding's page. */
export interface FindingPage {
  finding: FindingView
  explained: string
  /** What the percentage is about; null where none is shown. */
  about: string | null
  report: { title: string; href: string; question: string; place: string }
  topic: { name: string; href: string }
  /** What says likewise in papers that do not speak to it, the nearest first. */
  likewise: { quote: QuoteView; near: string; why: string }[]
  /** What it states, slot by slot. */
  frame: FrameRow[]
  facts: { name: string; value: string }[]
  hunt: string | null
  fragile: string
  history: ChangeRow[]
  howToCite: HowToCite
  head: MachineHead
}

/** The model of the page of a finding; the papers that it names are read. */
export async function findingPage(
  finding: Finding,
  { claims }: ClaimsFile,
  report: Report,
  site: Site,
  index: SiteIndex,
): Promise<FindingPage> {
  const { slug } = report
  const members = new Set(finding.members.map(({ claim }) => claim))
  const own = claims.filter(({ id }) => members.has(id))
  const papers = await withLetters(await papersOf(own), report, site)
  const paperOf = lookup(papers, `claims/${slug}.json`)
  const views = new Map(own.map((claim) => [claim.id, claimView(claim, paperOf, 'neighbours')]))
  const studies = studiesOf(claims)
  const [view] = findingViews({ claims: own, findings: [finding], views, studies, paperOf })
  const lead = own.find(({ id }) => id === finding.claim)!
  return {
    finding: view!,
    explained: isOneGroup(finding.verdict, view!)
      ? findingWords.oneGroup.explained
      : verdictWords[finding.verdict].sentence,
    about: aboutWords(view!.sure, finding.verdict, view!.note),
    report: {
      title: shown(report.title),
      href: reportHref(slug),
      question: shown(report.question),
      place: `${reportHref(slug)}#${view!.anchor}`,
    },
    topic: { name: shown(report.topic), href: topicHref(shown(report.topic)) },
    likewise: likewiseOf(own, papers),
    frame: frameRows(finding.frame ?? undefined),
    facts: factsOf(view!, report),
    hunt: views.get(lead.id)!.hunt,
    fragile: views.get(lead.id)!.fragile,
    history: await historyOf(finding.id, slug, index),
    howToCite: howToCiteFinding(finding.id, view!.text, report, site),
    head: findingHead(finding, own, report, papers, site),
  }
}

async function papersOf(claims: readonly Claim[]): Promise<Map<string, Paper>> {
  const papers = new Map<string, Paper>()
  for (const { sources, evidence, likewise, leaveOneOut } of claims)
    for (const { paper } of [...sources, ...evidence, ...likewise, ...leaveOneOut])
      if (!papers.has(paper)) papers.set(paper, await readPaper(paper))
  return papers
}

/** How many near statements a finding's page shows; each claim's page has all of its own. */
const mostLikewise = 5

function likewiseOf(claims: readonly Claim[], papers: ReadonlyMap<string, Paper>): FindingPage['likewise'] {
  const speaking = new Set(claims.flatMap(({ sources }) => sources.map(({ paper }) => paper)))
  const rows = claims.flatMap(({ likewise }) => likewise).filter(({ paper }) => !speaking.has(paper))
  const nearest = new Map(rows.toSorted((a, b) => a.score - b.score).map((row) => [row.quote, row]))
  return [...nearest.values()]
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostLikewise)
    .map((row, at) => ({
      quote: quoteView(row, papers.get(row.paper)!, 'sentence', `likewise-${at + 1}`),
      near: `${percent(row.score)} of statements this near speak of the same`,
      why: row.reasons.map(sentence).join(' '),
    }))
}

function aboutWords(sure: string | null, verdict: Verdict, note: string | null): string | null {
  if (!sure) return note
  const about = `The percentage is the probability ${verdictWords[verdict].about}.`
  return note ? `${about} ${note[0]!.toUpperCase()}${note.slice(1)}.` : about
}

function factsOf({ papers, years, designs }: FindingView, report: Report): FindingPage['facts'] {
  const span = years.length > 1 ? `${years[0]} to ${years.at(-1)}` : years.join('')
  const rows: [string, string][] = [
    ['Papers', String(papers.length)],
    ['Years', span],
    ['Designs', designs.join(', ')],
    ['Last run', dayWords(report.date)],
  ]
  return rows.flatMap(([name, value]) => (value ? [{ name, value }] : []))
}
