import type { ClaimEntry, PaperEntry } from './entries.ts'
import { href } from './links.ts'
import { type PageOf, pagesOf } from './pages-of.ts'
import { goneOf } from './past/gone.ts'
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
async function orderedClaims(): Promise<Listed<ClaimEntry>[]> {
  const { claims } = await siteIndex()
  return [...claims.values()].sort((a, b) => (a.slug === b.slug ? a.place - b.place : a.slug < b.slug ? -1 : 1))
}

/** The list of all claims in pages. */
export async function claimPages(): Promise<PageOf<Listed<ClaimEntry>>[]> {
  return pagesOf(await orderedClaims(), rowsPerPage, address('claims'))
}

/** The paths of what is made for each claim, with its question: those that are here, then those that are gone. */
export async function claimPaths(): Promise<{ params: { id: string }; props: { slug: string; gone: boolean } }[]> {
  const path = (id: string, slug: string, gone: boolean) => ({ params: { id }, props: { slug, gone } })
  return [
    ...(await orderedClaims()).map(({ id, slug }) => path(id, slug, false)),
    ...[...goneOf(await siteIndex()).claims].map(([id, slug]) => path(id, slug, true)),
  ]
}

/** Every paper, the newest first, then by title. */
export async function paperPages(): Promise<PageOf<Listed<PaperEntry>>[]> {
  return pagesOf(byYear((await siteIndex()).papers.values()), rowsPerPage, address('papers'))
}

/** The orders of the references; each has its own pages, so that they work as plain links. */
export const referenceOrders = {
  year: { words: 'Newest first', heading: 'References' },
  author: { words: 'By author', heading: 'References by author' },
  title: { words: 'By title', heading: 'References by title' },
} as const

type Order = keyof typeof referenceOrders

/** The address of a page of the references. */
export function referencesHref(order: Order, number: number): string {
  return href(`/references/${order === 'year' ? '' : `${order}/`}${number === 1 ? '' : `page/${number}/`}`)
}

/** The papers that any report lists, the newest first. */
export async function references(): Promise<Listed<PaperEntry>[]> {
  const { papers, reportsOfPaper } = await siteIndex()
  return byYear([...papers.values()].filter(({ id }) => reportsOfPaper.has(id)))
}

/** Every page of the references in every order; `papers` is how many there are in all. */
export async function referenceLists(): Promise<{ order: Order; page: PageOf<Listed<PaperEntry>>; papers: number }[]> {
  const newest = await references()
  const by = (key: (paper: PaperEntry) => string) => {
    const keyed = newest.map((paper) => ({
      paper,
      key: key(paper).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    }))
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ paper }) => paper)
  }
  const sorted = { year: newest, author: by(({ authors }) => authors), title: by(({ title }) => title) }
  return (Object.keys(referenceOrders) as Order[]).flatMap((order) =>
    pagesOf(sorted[order], rowsPerPage, (number) => referencesHref(order, number)).map((page) => ({
      ...{ order, page, papers: newest.length },
    })),
  )
}

function byYear(papers: Iterable<Listed<PaperEntry>>): Listed<PaperEntry>[] {
  return [...papers].sort(
    (a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1),
  )
}

function address(folder: string): (number: number) => string {
  return (number) => href(number === 1 ? `/${folder}/` : `/${folder}/page/${number}/`)
}
