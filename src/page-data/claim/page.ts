import { writtenIn } from '../../core/quantities/written.ts'
import { grouped } from '../../core/text/counts.ts'
import type { Claim, Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { withLetters } from '../citations/letters.ts'
import { readPaper } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { claimHead } from '../exports/claim-head.ts'
import type { MachineHead } from '../exports/head.ts'
import { countsStudies } from '../finding/sample-size.ts'
import { findingHref, href, paperHref, reportHref, topicHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'
import { shortName, titleOf } from '../names.ts'
import { type PastState, pastStates } from '../past/claim.ts'
import { type HowToCite, howToCiteClaim } from '../report/how-to-cite.ts'
import { dayWords, percent, sentence, verdictWords } from '../words.ts'
import { type EvidenceView, type QuoteView, quoteView } from './evidence.ts'
import { type FrameRow, frameRows } from './frame.ts'
import { problemHref } from './report-a-problem.ts'
import { type ClaimView, claimView, lookup } from './view.ts'

/** Headings and standing words of a claim's page. */
export const claimWords = {
  measured: { words: 'How such percentages are measured', href: href('/methods/#engines') },
  checks: 'Compared with its own source',
  likewise: 'Near by its words',
  likewiseMeaning:
    'Statements of other papers that the data call “says likewise”: near the claim by words. Nothing here has judged whether one says the same or the contrary, and it counts for nothing: read it beside the claim.',
  near: 'of statements this near speak of the same',
  firm: 'How firm it stands',
  without: 'It depends on single papers. Leaving out',
  figures: { heading: 'Its figures', columns: ['What', 'Value', 'As it stands in the quote'] },
  frame: {
    heading: 'What it states',
    fold: 'Its parts, as the program reads them',
    lead: 'Which of its words say what, as learned from labelled sentences. A part may be misread; what counts is the sentence itself.',
    columns: ['Part', 'As said'],
    inherited: 'from its paper',
  },
  about: { heading: 'Where it stands', question: 'Question', facet: 'Part of it' },
  history: { heading: 'History', none: 'Unchanged since it was first made.', states: 'As it was' },
  cite: 'Cite this claim',
  problem: 'Something wrong?',
} as const

/** The complete model of a claim's page. */
export interface ClaimPage {
  claim: ClaimView
  explained: string
  about: string | null
  report: { title: string; href: string; question: string }
  topic: { name: string; href: string }
  facet: string | null
  /** The finding to which it belongs, and what it says of it. */
  finding: { href: string; text: string; words: string } | null
  /** Heading of its own sources. */
  behind: string
  lists: { id: string; label: string; empty: string; rows: EvidenceView[] }[]
  /** What says likewise in other papers and counts for nothing, the nearest first. */
  likewise: { quote: QuoteView; near: string; why: string }[]
  checks: { words: string; ok: boolean }[]
  /** What the claim states, slot by slot. */
  frame: FrameRow[]
  quantities: { what: string; value: string; text: string; check: string }[]
  /** Study design, size, engine and calibration behind it. */
  facts: { name: string; value: string }[]
  /** The searches for the opposite, as they were run. */
  hunt: { words: string; queries: string[] } | null
  /** Papers whose removal changes the verdict, and to what. */
  without: { name: string; title: string; href: string; verdict: Verdict; word: string }[]
  history: ChangeRow[]
  /** Its past states, the newest first. */
  states: PastState[]
  howToCite: HowToCite
  problem: { href: string; words: string } | null
  /** What the head of the page says to machines. */
  head: MachineHead
}

/** The model of the page of a claim; the papers that it names are read. */
export async function claimPage(claim: Claim, report: Report, site: Site, index: SiteIndex): Promise<ClaimPage> {
  const { id } = claim
  const { slug } = report
  const papers = new Map<string, Paper>()
  for (const { paper } of [...claim.sources, ...claim.evidence, ...claim.likewise])
    papers.set(paper, await readPaper(paper))
  for (const { paper } of claim.leaveOneOut) papers.set(paper, await readPaper(paper))
  const paperOf = lookup(await withLetters(papers, report, site), `claims/${slug}.json`)
  const view = claimView(claim, paperOf, 'neighbours')
  return {
    claim: view,
    explained: verdictWords[claim.verdict].sentence,
    about: aboutWords(view),
    report: { title: shown(report.title), href: reportHref(slug), question: shown(report.question) },
    topic: { name: shown(report.topic), href: topicHref(shown(report.topic)) },
    facet: shown(report.facets.find(({ id: facet }) => facet === claim.facet)?.label ?? '') || null,
    finding: findingOf(id, index),
    behind: claim.sources.length === 1 ? 'The sentence behind it' : 'The sentences behind it',
    lists: listsOf(view, new Set(claim.sources.map(({ paper }) => paper)).size),
    likewise: claim.likewise.map((row, at) => ({
      quote: quoteView(row, paperOf(row.paper), 'sentence', `likewise-${at + 1}`),
      near: `${percent(row.score)} ${claimWords.near}`,
      why: row.reasons.map(sentence).join(' '),
    })),
    checks: (claim.faithfulness?.checks ?? []).map(({ check, ok, detail }) => ({
      words: `${checkWords[check]}${ok ? '' : ': no'}${detail ? `, ${shown(detail)}` : ''}`,
      ok,
    })),
    frame: frameRows(claim.frame),
    quantities: claim.quantities.map(quantityView),
    facts: factsOf(claim, report),
    hunt: huntOf(claim),
    without: claim.leaveOneOut.map(({ paper, verdict }) => ({
      name: shortName(paperOf(paper).csl),
      title: titleOf(paperOf(paper).csl),
      href: paperHref(paper),
      verdict,
      word: verdictWords[verdict].counted,
    })),
    history: await historyOf(id, slug, index),
    states: await pastStates(id, slug),
    howToCite: howToCiteClaim(claim, report, site),
    problem: problemHref(site, claim, slug),
    head: claimHead(claim, report, papers, site),
  }
}

const memberWords = {
  supports: 'It is a part of a finding, and says it:',
  refutes: 'It is a part of a finding, and says otherwise:',
  'no-difference': 'It is a part of a finding, and finds no difference:',
} as const

function findingOf(id: string, { findings, findingOfClaim }: SiteIndex): ClaimPage['finding'] {
  const finding = findings.get(findingOfClaim.get(id) ?? '')
  const member = finding?.members.find(({ claim }) => claim === id)
  return finding && member
    ? { href: findingHref(finding.id), text: finding.text, words: memberWords[member.stance] }
    : null
}

/** What the percentage is about, and what a reader must know of it. */
function aboutWords({ sure, verdict, note }: ClaimView): string | null {
  if (!sure) return note
  const about = `The percentage is the probability ${verdictWords[verdict].about}`
  return note ? `${about}. ${note[0]!.toUpperCase()}${note.slice(1)}.` : `${about}.`
}

function huntOf({ hunt }: Claim): ClaimPage['hunt'] {
  if (!hunt?.queries.length) return null
  const { length } = hunt.queries
  return { words: length === 1 ? 'The words searched for' : `The ${length} searches`, queries: hunt.queries.map(shown) }
}

function factsOf({ design, sampleSize, calibration, evidence }: Claim, report: Report): ClaimPage['facts'] {
  const engine = report.engines[0]
  const beside = evidence.some(({ basis }) => basis === 'llm') ? ' and a language model' : ''
  const rows: [string, string | undefined][] = [
    ['Study design', design],
    [
      countsStudies(design) ? 'Studies read' : 'People or samples',
      sampleSize === undefined ? undefined : grouped(sampleSize),
    ],
    ['Last run', dayWords(report.date)],
    ['Compared by', engine && `${engine.name} ${engine.version}${beside}`],
    ['Calibration', calibration],
  ]
  return rows.flatMap(([name, value]) => (value ? [{ name, value: shown(value) }] : []))
}

const checkWords: Record<NonNullable<Claim['faithfulness']>['checks'][number]['check'], string> = {
  quote: 'Quote found exactly',
  digits: 'Digits agree',
  units: 'Units agree',
  direction: 'Direction agrees',
  negation: 'Negation agrees',
  hedging: 'Hedging agrees',
}

/** `own`: how many papers say the claim themselves; each of several supports it for the others. */
function listsOf({ evidence }: ClaimView, own: number): ClaimPage['lists'] {
  const counting = evidence.filter(({ excluded }) => excluded === null)
  return [
    {
      id: 'for',
      label: 'Evidence for it',
      empty:
        own > 1
          ? `The ${own} papers above say it, each for the others; no further paper here was recognised as saying so.`
          : 'No independent paper here was recognised as saying the same.',
      rows: counting.filter(({ stance }) => stance === 'supports'),
    },
    {
      id: 'against',
      label: 'Evidence against it',
      empty: 'No paper here was recognised as saying otherwise.',
      rows: counting.filter(({ stance }) => stance === 'refutes'),
    },
    {
      id: 'neither',
      label: 'On the subject, on no side',
      empty: '',
      rows: counting.filter(({ stance }) => stance === 'neutral'),
    },
    { id: 'aside', label: 'Not counted', empty: '', rows: evidence.filter(({ excluded }) => excluded !== null) },
  ].filter(({ rows, empty }) => rows.length > 0 || empty)
}

/** A unit behind its number: spans of time have a plural. */
function unitWords(unit: string, value: number): string {
  return value !== 1 && /^(?:year|month|week|day|hour|minute|second)$/.test(unit) ? `${unit}s` : unit
}

function quantityView({
  measure,
  kind,
  value,
  unit,
  low,
  high,
  level,
  text,
  check,
}: Claim['quantities'][number]): ClaimPage['quantities'][number] {
  const as = writtenIn(text)
  const end = writtenIn(text, true)
  const ends = [low === undefined ? '−∞' : end(low), high === undefined ? '∞' : end(high)].join(' to ')
  const isOpen = low === undefined && high === undefined
  const interval = isOpen ? '' : ` (${level ? `${level} % interval ` : ''}${ends})`
  return {
    what: shown(measure ?? kind),
    value: `${as(value)}${unit ? ` ${unitWords(shown(unit), value)}` : ''}${interval}`,
    text: shown(text),
    check: shown(check ?? ''),
  }
}
