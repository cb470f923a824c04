import { counted } from '../../core/text/counts.ts'
import type { Report } from '../../schemas/report.ts'
import { shown } from '../content/shown.ts'
import type { FindingView } from '../finding/view.ts'
import { dayWords, scoreWords } from '../words.ts'

/** What a reader must know before reading on. */
export interface Notice {
  kind: 'warn' | 'info'
  text: string
  items: string[]
}

/** When, on what and how well reviewed, in a line (`rich.ts`): "**45** papers of 120 records", "Updated **3 November 2026**". */
export function factsOf(report: Report, findings: readonly FindingView[]): string[] {
  const { included, identified } = report.counts
  const { panel, searched, date } = report
  const range = panel && `${scoreWords(panel.low)} to ${scoreWords(panel.high)}`
  return [
    ...(included
      ? [
          `**${included.value}** ${included.value === 1 ? 'paper' : 'papers'} of ${counted(identified?.value ?? 0, 'record')}`,
        ]
      : []),
    ...(isUntried(report) ? [] : findingFacts(findings)),
    ...(panel ? [`**${scoreWords(panel.score)}** of 10 from the panel, ${range}`] : []),
    ...(searched ? [`Searched until **${dayWords(searched)}**`] : []),
    `Updated **${dayWords(date)}**`,
  ]
}

function findingFacts(findings: readonly FindingView[]): string[] {
  const of = (fits: (one: FindingView) => boolean, words: string) => {
    const value = findings.filter(fits).length
    return { value, words: `**${value}** ${value === 1 ? 'finding' : 'findings'} ${words}` }
  }
  const all = [
    of(({ shared }) => shared, 'that papers share'),
    of(({ shared, papers }) => !shared && papers.length > 0, 'of one paper alone'),
    of(({ papers }) => papers.length === 0, 'tied to no paper here'),
  ]
  const held = all.filter(({ value }) => value > 0)
  return (held.length > 0 ? held : [all[1]!]).map(({ words }) => words)
}

/** Whether a report that was brought in was only read: nothing that it claims was held against other papers. */
export function isUntried({ origin, panel }: Pick<Report, 'origin' | 'panel'>): boolean {
  return origin === 'imported' && panel === null
}

/** What keeps a report from being approved, one short sentence each; none where it is approved. */
export function shortfalls({ gate }: Pick<Report, 'gate'>): string[] {
  return gate.approved ? [] : gate.reasons.map(shown)
}

/** What a reader must know before reading on. */
export function noticesOf(report: Report): Notice[] {
  const { gate, stale, textKinds, imported } = report
  const warn = (text: string, items: string[] = []): Notice => ({ kind: 'warn', text, items })
  const notes = textKinds.note > 0 && !imported
  const [one, ...more] = shortfalls(report)
  const reasons = more.length ? `Not approved: ${[one, ...more].join(' ')}` : `Not approved: ${one ?? ''}`
  return [
    ...(imported
      ? [
          warn(
            `This report was brought in from elsewhere. It is shown as it came; what is wrong with it is listed below.${isUntried(report) ? ' What it claims was not tried against other papers, so it has no score and no verdicts here.' : ''}`,
          ),
        ]
      : []),
    ...(gate.approved || isUntried(report)
      ? []
      : [warn(`${reasons} It is shown all the same, because what falls short should be visible.`)]),
    ...(stale
      ? [warn(`Stale since ${dayWords(stale.since)}: ${stale.sources.map(shown).join(', ')} could not be reached.`)]
      : []),
    ...(notes ? [{ kind: 'info' as const, text: noteWords(textKinds), items: [] }] : []),
  ]
}

function noteWords({ note, abstract, fulltext }: Report['textKinds']): string {
  const others = abstract + fulltext
  const which = others === 0 ? 'Every paper was' : `${note} of ${note + others} papers ${note === 1 ? 'was' : 'were'}`
  return `${which} read in the form of a note in our own words. What rests on a note is checked against our note, not the paper.`
}
