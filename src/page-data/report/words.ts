import type { Finding } from '../../core/audit/content.ts'
import { counted } from '../../core/text/counts.ts'
import type { PanelFinding } from '../../schemas/report.ts'
import { dayWords } from '../words.ts'
import type { PanelView } from './panel.ts'

/** Headings of the sections of a report's page, by their names in addresses. */
export const reportHeadings = {
  answer: 'The answer',
  cited: 'What it cites, sentence by sentence',
  faults: 'What is wrong with it',
  findings: 'Findings',
  numbers: 'Results in numbers',
  matrix: 'Who says what',
  sure: 'How sure the verdicts are',
  limitations: 'What limits it',
  flow: 'How the papers were chosen',
  protocol: 'The protocol and notes',
  timeline: 'When the papers appeared',
  panel: 'The panel',
  changes: 'What changed',
  text: 'The whole text',
  references: 'References',
  cite: 'Cite and take along',
} as const

export type ReportSection = keyof typeof reportHeadings

/** How a section is headed: the claims of a report that was brought in are not our findings. */
export function reportHeading(section: ReportSection, imported: boolean): string {
  return section === 'findings' && imported ? 'Its claims' : reportHeadings[section]
}

/** Names of how grave a fault is that the audit finds. */
export const severityWords: Readonly<Record<Finding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
}

/** Names of what a reviewer finds. */
export const reviewWords: Readonly<Record<PanelFinding['severity'], string>> = {
  praise: 'Good',
  note: 'Note',
  minor: 'Minor',
  major: 'Major',
}

/** Standing words of a report's page, by section. */
export const reportWords = {
  imported: 'a report brought in',
  faults: { none: 'The audit found no fault in it.', columns: ['How grave', 'What', 'Where', 'Rule'] },
  claim: {
    saysIt: 'Says it',
    more: (number: number) => `All about claim ${number}`,
    neutral: (passages: number) =>
      `${counted(passages, 'passage')} on the subject that ${passages === 1 ? 'takes' : 'take'} no side`,
  },
  forests: {
    lead: 'Estimates of the same measure, outcome and comparison, set together and not pooled. Each row leads to its sentence.',
    drawn: 'The broken line is no effect.',
    paper: 'Paper',
    estimate: (level: string) => `Estimate (${level})`,
  },
  benchmarks: {
    lead: 'What the papers report on benchmarks, by data set, the best first. Scores of different data sets do not compare. Each row leads to its sentence.',
    columns: ['Data set', 'Method', 'Metric', 'Value', 'Paper'],
  },
  outcomes: {
    heading: (rows: number) => `${rows === 1 ? 'One outcome' : `${rows} outcomes`} in numbers`,
    columns: ['Outcome', 'Who', 'Value', 'Paper'],
    unnamed: 'Not named',
  },
  matrix: {
    lead: 'Claims by papers, the papers by year. Each mark leads to the sentence; where a paper has none, it does not speak to the claim.',
    checked: 'Claims that other papers speak to',
    once: (rows: number) => `${rows === 1 ? 'One finding' : `${rows} findings`} that one source alone says`,
  },
  sure: {
    caption:
      'Claims of this report by the probability that their verdict is right; for what one source says, that it says so.',
    range: 'How sure',
  },
  limitation: (rests: string) => `Shown by ${rests}.`,
  flow: {
    caption: 'PRISMA 2020. Each box opens its records with their reasons.',
    columns: ['What', 'Records', 'Made up of'],
    ledger: 'Every record with its state and reason',
    yields: 'What each source gave',
    yieldColumns: ['Source', 'Works on topic', 'Found by it alone'],
    share: (sources: readonly string[], works: number) => `${sources.join(' and ')} share ${works}`,
    queries: (runs: number) => (runs === 1 ? 'The query as it was run' : `The ${runs} queries as they were run`),
    query: (day: string, fetched: number) => `${dayWords(day)}, ${fetched} records`,
  },
  protocol: 'What was asked for and left out',
  timeline: {
    caption: 'Each dot is a paper that this report rests on.',
    rows: 'The papers by year',
    columns: ['Year', 'Papers'],
  },
  panel: {
    columns: ['Reviewer', 'Score', 'Finds'],
    uncounted: ' (not counted)',
    findings: (found: number) => counted(found, 'finding'),
  },
  changes: {
    none: 'Nothing has changed since it was first made.',
    more: (rows: number) => counted(rows, 'earlier change'),
  },
  summary: 'Summary',
  references: { printed: 'As the report prints them:', note: 'read as our note', rests: 'What rests on it' },
  schema: 'its schema',
} as const

/** What the panel says as a whole (`rich.ts`). */
export function panelWords(view: PanelView): string {
  const { reviewers, score, median, range, agreement, reviews, ceilings, minScore, minSupported } = view
  const models = reviews.some(({ model }) => model)
    ? ' Language models reviewed it too: they rate generously, so their scores are shown and not counted in.'
    : ''
  const held =
    ceilings.length > 0
      ? ` It cannot get more than ${ceilings[0]!.score}${median === score ? '' : `, although their median is ${median}`}: ${ceilings[0]!.text}`
      : ''
  return `${reviewers} reviewers with different duties give it **${score}** of 10, their scores from ${range}; their agreement is ${agreement} of 1.${held}${models} A report is listed as approved from ${minScore} on, with at least ${minSupported} findings that independent papers support.`
}
