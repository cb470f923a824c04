import type { Report } from '../../schemas/report.ts'
import type { Content } from './content.ts'
import type { RuleId } from './rules.ts'

/** What a family of rules is given: the content, the day of the check, and where to put what it finds. */
export interface Audit {
  content: Content
  today: string
  /** Files that do not fit their form; what hangs on them is not told again. */
  broken: ReadonlySet<string>
  add: (rule: RuleId, file: string, field: string, message: string) => void
}

/** A family of rules. */
export type Family = (audit: Audit) => void

export const paperFile = (id: string): string => `papers/${id}.json`
export const claimsFileOf = (slug: string): string => `claims/${slug}.json`
export const reportFile = (slug: string): string => `reports/${slug}.json`
export const ledgerFile = (slug: string): string => `ledger/${slug}.json`

/** A text short enough for one line of a message. */
export function brief(text: string, length = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? `"${line}"` : `"${line.slice(0, length - 1)}…"`
}

/** Values that occur more than once, each once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) twice.add(value)
    seen.add(value)
  }
  return [...twice]
}

/** Every passage of every generated report that readers see, with its file and field. */
export function passagesOf(content: Content): { file: string; field: string; text: string }[] {
  return [...content.reports]
    .filter(([, report]) => report.origin === 'generated')
    .flatMap(([slug, report]) => passages(report).map((passage) => ({ file: reportFile(slug), ...passage })))
}

/** Every passage of a report that readers see, with its field. */
export function passages(report: Report): { field: string; text: string }[] {
  return [
    { field: 'abstract', text: report.abstract },
    ...report.answer.map((one, i) => ({ field: `answer[${i}].text`, text: one.text })),
    ...report.sections.map((section, i) => ({ field: `sections[${i}].markdown`, text: section.markdown })),
    ...report.limitations.map((one, i) => ({ field: `limitations[${i}].text`, text: one.text })),
  ]
}
