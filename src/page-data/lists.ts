import type { ClaimEntry, PaperEntry } from './entries.ts'
import { href } from './links.ts'
import { type PageOf, pagesOf } from './pages-of.ts'
import { type QuestionRow, questionRows, questionsPerPage, topicsOf } from './question-list.ts'
import { type Listed, siteIndex } from './site-index.ts'

/** How many claims, papers or references a page of their index holds. */
export const rowsPerPage = 100

/** The questions in pages; the first is the home page. */
export async function questionPages(): Promise<PageOf<QuestionRow>[]> {
  const rows = questionRows((await siteIndex()).reports.values())
  return pagesOf(rows, questionsPerPage, (number) => (number === 1 ? href('/') : href(`/questions/${number}/`)))
}

/** The topics with their questions. */
export async function topics(): Promise<ReturnType<typeof topicsOf>> {
  return topicsOf(questionRows((await siteIndex()).reports.values()))
}

/** Every claim, by question and place. */
export async function claimPages(): Promise<PageOf<Listed<ClaimEntry>>[]> {
  const { claims } = await siteIndex()
  const rows = [...claims.values()].sort((a, b) => (a.slug === b.slug ? a.place - b.place : a.slug < b.slug ? -1 : 1))
  return pagesOf(rows, rowsPerPage, address('claims'))
}

/** Every paper, the newest first, then by title. */
export async function paperPages(): Promise<PageOf<Listed<PaperEntry>>[]> {
  return pagesOf(byYear((await siteIndex()).papers.values()), rowsPerPage, address('papers'))
}

/** The papers that any report lists, the newest first. */
export async function referencePages(): Promise<PageOf<Listed<PaperEntry>>[]> {
  const { papers, reportsOfPaper } = await siteIndex()
  const cited = [...papers.values()].filter(({ id }) => reportsOfPaper.has(id))
  return pagesOf(byYear(cited), rowsPerPage * 2, address('references'))
}

function byYear(papers: Iterable<Listed<PaperEntry>>): Listed<PaperEntry>[] {
  return [...papers].sort(
    (a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1),
  )
}

function address(folder: string): (number: number) => string {
  return (number) => href(number === 1 ? `/${folder}/` : `/${folder}/page/${number}/`)
}
