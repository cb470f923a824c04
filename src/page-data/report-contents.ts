import type { ReportPage } from './report-page.ts'

/** The contents list of a report's page: what is there, in the order of the page. */
export function contentsOf(page: Omit<ReportPage, 'contents'>): ReportPage['contents'] {
  const { numbers } = page
  const all: [string, string, boolean][] = [
    ['answer', 'The answer', page.answer.length > 0],
    ['faults', 'What is wrong with it', page.imported],
    ['findings', page.imported ? 'Its claims' : 'Findings', page.groups.length > 0],
    ['numbers', 'Results in numbers', numbers.forests.length + numbers.benchmarks.length + numbers.outcomes.length > 0],
    ['matrix', 'Who says what', Boolean(page.matrices.checked ?? page.matrices.once)],
    ['sure', 'How sure the verdicts are', page.sure !== null],
    ['limitations', 'What limits it', page.limitations.length > 0],
    ['flow', 'How the papers were chosen', page.flow !== null],
    ['protocol', 'The protocol and notes', page.protocol !== null],
    ['timeline', 'When the papers appeared', page.timeline !== null],
    ['panel', 'The panel', page.panel !== null],
    ['changes', 'What changed', true],
    ['text', 'The whole text', page.sections.length > 0],
    ['references', 'References', page.references.length + page.printedReferences.length > 0],
    ['cite', 'Cite and take along', true],
  ]
  return all.filter(([, , there]) => there).map(([id, label]) => ({ id, label }))
}
