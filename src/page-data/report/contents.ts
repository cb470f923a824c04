import type { ReportPage } from './model.ts'
import { type ReportSection, reportHeading } from './words.ts'

/** The contents list of a report's page: what is there, in the order of the page. */
export function contentsOf(page: Omit<ReportPage, 'contents'>): ReportPage['contents'] {
  const { numbers } = page
  const all: [ReportSection, boolean][] = [
    ['answer', page.answer.length > 0],
    ['faults', page.imported],
    ['cited', page.cited !== null],
    ['map', page.map !== null],
    ['disagree', !page.imported],
    ['findings', page.arranged.groups.length > 0],
    ['matrix', page.matrix !== null],
    ['numbers', numbers.forests.length + numbers.benchmarks.length + numbers.outcomes.length > 0],
    ['limitations', page.limitations.length > 0],
    ['flow', page.flow !== null],
    ['panel', page.panel !== null],
    ['sure', page.sure !== null],
    ['protocol', page.protocol !== null],
    ['timeline', page.timeline !== null],
    ['changes', true],
    ['text', page.sections.length > 0 && page.cited === null],
    ['references', page.references.length + page.printedReferences.length > 0],
    ['cite', true],
  ]
  return all.filter(([, there]) => there).map(([id]) => ({ id, label: reportHeading(id, page.imported) }))
}
