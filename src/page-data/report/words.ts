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
  map: 'The evidence at a glance',
  disagree: 'Who disagrees?',
  findings: 'Findings',
  matrix: 'Who says what',
  numbers: 'Results in numbers',
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
  map: {
    lead: 'What was done or compared down, what was measured across. Each cell leads to its findings.',
    corner: 'Done or compared',
    table: 'Map of the evidence',
    none: 'In no text read here beside it:',
    unplaced: 'Named in texts, no claim placed here:',
    /** What an empty cell says: an absence only where no text names what it is about. */
    empty: (naming: number | undefined) =>
      naming === undefined
        ? 'no claim was placed here'
        : naming === 0
          ? 'no text read here names both'
          : `${counted(naming, 'text names', 'texts name')} both, no claim was placed here`,
  },
  disagree: {
    rest: (rows: number) => `${counted(rows, 'more finding')} on which papers disagree`,
    lead: (findings: number) =>
      `${findings === 1 ? 'On one thing' : `On ${findings} things`} the papers read here pull in different directions.`,
  },
  findings: {
    alone: 'Said by one paper alone',
    rest: (rows: number) => `${counted(rows, 'more finding')} that papers share`,
    number: (number: number) => `Finding ${number}`,
    page: 'on its own page',
    near: (passages: number) => `${counted(passages, 'near statement')} of other papers, not judged`,
    more: (papers: number) => `${counted(papers, 'more paper')}`,
    also: 'Told elsewhere on this page:',
    elsewhere: ([first, ...others]: readonly string[]) =>
      `Told elsewhere on this page: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`,
  },
  forests: {
    lead: 'Estimates of the same measure, outcome and comparison, set together and not pooled. Each row leads to its sentence.',
    drawn: 'The broken line is no effect.',
    more: (plots: number) => `${counted(plots, 'more plot')} of estimates`,
    paper: 'Paper',
    pooled: 'Pooled',
    estimate: (level: string) => `Estimate (${level})`,
  },
  benchmarks: {
    heading: (rows: number) => `${counted(rows, 'result')} on benchmarks`,
    lead: 'What the papers report on benchmarks, by data set, the best first. Scores of different data sets do not compare. Each row leads to its sentence.',
    columns: ['Data set', 'Method', 'Metric', 'Value', 'Paper'],
  },
  outcomes: {
    heading: (rows: number) => `${rows === 1 ? 'One outcome' : `${rows} outcomes`} in numbers`,
    columns: ['Outcome', 'Who', 'Value', 'Paper'],
    unnamed: 'Not named',
  },
  matrix: {
    lead: 'Findings that papers share, by papers, these by year. Each mark leads to the sentence; where a paper has none, no sentence of it was recognised as speaking to the finding.',
    region: 'Papers by finding',
    table: (rows: number) => `${counted(rows, 'finding')} by papers`,
  },
  sure: {
    caption:
      'Findings of this report by the probability that their verdict is right; for what one paper says, that it says so.',
    range: 'How sure',
  },
  limits: (rows: number) => counted(rows, 'limit'),
  limitation: (rests: string) => `Shown by ${rests}.`,
  flow: {
    note: (steps: readonly { name: string; value: number }[]) => {
      const of = (name: string) => steps.find((step) => step.name === name)?.value ?? 0
      return `${of('included')} of ${counted(of('identified'), 'record')}`
    },
    caption: 'PRISMA 2020. Each box opens its records with their reasons.',
    columns: ['What', 'Records', 'Made up of'],
    ledger: 'Every record with its state and reason',
    rejected: (entries: number) =>
      `${counted(entries, 'entry', 'entries')} of the library ${entries === 1 ? 'is no record' : 'are no records'}; the ledger says why.`,
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
    note: (rows: number, day: string) => `${counted(rows, 'change')}, the last on ${day}`,
    none: 'Nothing has changed since it was first made.',
    more: (rows: number) => counted(rows, 'earlier change'),
  },
  summary: 'Summary',
  references: {
    listed: (rows: number) => counted(rows, 'reference'),
    printed: 'As the report prints them.',
    along: 'To take along, as registries have them where they were asked:',
    note: 'read as our note',
    rests: 'What rests on it',
  },
  others: 'Other papers of the library, which count for nothing here:',
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

/** What the panel says in a few words. */
export function panelNote({ score, range }: PanelView): string {
  return `${score} of 10, from ${range}`
}
