import { withoutAccents } from '../../core/text/accents.ts'
import type { ClaimEntry, FindingEntry, PaperEntry } from '../content/entries.ts'
import { type PageOf, pagesOf } from '../content/pages-of.ts'
import { type Listed, siteIndex } from '../content/site-index.ts'
import { href } from '../links.ts'
import { goneOf } from '../past/gone.ts'
import { type QuestionRow, questionRows, questionsPerPage, topicsOf } from './question-list.ts'

/** How many claims, papers or references a page of their index holds. */
export const rowsPerPage = 100

const sorted = new WeakMap<object, { rows: QuestionRow[]; topics: ReturnType<typeof topicsOf> }>()

/** The questions in order, alone and by topic, sorted once for each reading of content however many pages ask. */
async function orderedQuestions() {
  const { reports, tallies } = await siteIndex()
  // Asked each time, so that whoever is at work is known to have read all of them.
  const values = reports.values()
  tallies.values()
  const known = sorted.get(reports)
  if (known) return known
  const rows = questionRows(values, tallies)
  const made = { rows, topics: topicsOf(rows) }
  sorted.set(reports, made)
  return made
}

/** The questions in pages; the first is the home page. */
export async function questionPages(): Promise<PageOf<QuestionRow>[]> {
  const { rows } = await orderedQuestions()
  return pagesOf(rows, questionsPerPage, (number) => (number === 1 ? href('/') : href(`/questions/${number}/`)))
}

/** The topics with their questions. */
export async function topics(): Promise<ReturnType<typeof topicsOf>> {
  return (await orderedQuestions()).topics
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

/** Every finding that papers share, by question and place. */
async function orderedFindings(): Promise<Listed<FindingEntry>[]> {
  const { findings } = await siteIndex()
  return [...findings.values()].sort((a, b) => (a.slug === b.slug ? a.place - b.place : a.slug < b.slug ? -1 : 1))
}

/** The list of all findings that papers share, in pages. */
export async function findingPages(): Promise<PageOf<Listed<FindingEntry>>[]> {
  return pagesOf(await orderedFindings(), rowsPerPage, address('findings'))
}

/** The paths of the pages of findings, with their question: those that are here, then those that are gone. */
export async function findingPaths(): Promise<{ params: { id: string }; props: { slug: string; gone: boolean } }[]> {
  const path = (id: string, slug: string, gone: boolean) => ({ params: { id }, props: { slug, gone } })
  return [
    ...(await orderedFindings()).map(({ id, slug }) => path(id, slug, false)),
    ...[...goneOf(await siteIndex()).findings].map(([id, slug]) => path(id, slug, true)),
  ]
}

/** The paths of what is made for each claim, with its question: those that are here, then those that are gone. */
export async function claimPaths(): Promise<{ params: { id: string }; props: { slug: string; gone: boolean } }[]> {
  const path = (id: string, slug: string, gone: boolean) => ({ params: { id }, props: { slug, gone } })
  return [
    ...(await orderedClaims()).map(({ id, slug }) => path(id, slug, false)),
    ...[...goneOf(await siteIndex()).claims].map(([id, slug]) => path(id, slug, true)),
  ]
}

/** The paths of the permalinks of claims: of past states with their question, of the present state with none. */
export async function claimStatePaths(): Promise<{ params: ClaimState; props: { slug: string | null } }[]> {
  const { claims, histories } = await siteIndex()
  const paths = new Map<string, { params: ClaimState; props: { slug: string | null } }>()
  for (const [slug, { claims: states }] of histories)
    for (const [id, hashes] of states)
      for (const hash of hashes) paths.set(`${id}/${hash}`, { params: { id, hash }, props: { slug } })
  for (const { id, hash } of claims.values())
    paths.set(`${id}/${hash}`, { params: { id, hash }, props: { slug: null } })
  return [...paths.values()]
}

interface ClaimState {
  id: string
  hash: string
}

/** What became of a paper that is not here under this id: joined with another, or gone from the questions that met it. */
export interface PaperFate {
  joined?: string
  gone?: string[]
}

/** The paths of papers: those that are here, those that were joined with another, those that are gone. */
export async function paperPaths(): Promise<{ params: { id: string }; props: PaperFate }[]> {
  const index = await siteIndex()
  const past = goneOf(index)
  const path = (id: string, props: PaperFate) => ({ params: { id }, props })
  return [
    ...[...index.papers.keys()].map((id) => path(id, {})),
    ...[...past.joined].map(([id, joined]) => path(id, { joined })),
    ...[...past.papers].map(([id, gone]) => path(id, { gone })),
  ]
}

/** The paths of ledgers, and of those whose report is gone. */
export async function ledgerPaths(): Promise<{ params: { slug: string }; props: { gone: boolean } }[]> {
  const index = await siteIndex()
  const here = [...index.reports.keys()].filter((slug) => index.ledgers.has(slug))
  const path = (slug: string, gone: boolean) => ({ params: { slug }, props: { gone } })
  return [...here.map((slug) => path(slug, false)), ...goneOf(index).reports.map((slug) => path(slug, true))]
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

/** A page of the references in an order; `papers` is how many there are in all. */
export interface ReferenceList {
  order: Order
  page: PageOf<Listed<PaperEntry>>
  papers: number
}

/** The address of a page of the references. */
export function referencesHref(order: Order, number: number): string {
  return href(`/references/${order === 'year' ? '' : `${order}/`}${number === 1 ? '' : `page/${number}/`}`)
}

/** The papers that any report lists, the newest first. */
export async function references(): Promise<Listed<PaperEntry>[]> {
  const { papers, reportsOfPaper } = await siteIndex()
  return byYear([...papers.values()].filter(({ id }) => reportsOfPaper.has(id)))
}

/** Every page of the references in every order. */
export async function referenceLists(): Promise<ReferenceList[]> {
  const newest = await references()
  const by = (key: (paper: PaperEntry) => string) => {
    const keyed = newest.map((paper) => ({
      paper,
      key: withoutAccents(key(paper)).toLowerCase(),
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
