import type { ChangeRow } from '../lists/changes.ts'
import type { verdictWords } from '../words.ts'

/** Headings and standing words of the page of a report that is gone. */
export const goneReportWords = {
  eyebrow: 'A report that was here',
  claims: {
    heading: 'What it said last',
    lead: 'Nobody keeps these claims up to date. Each leads to the sentences on which it rested.',
  },
  history: 'Its history',
} as const

/** The page of a report that was taken down: why, and the claims as they last stood. */
export interface GoneReportPage {
  path: string
  title: string
  /** "This report was taken down on 3 November 2026" */
  since: { title: string; reason: string }
  claims: { href: string; text: string; verdict: keyof typeof verdictWords; word: string }[]
  history: ChangeRow[]
}
