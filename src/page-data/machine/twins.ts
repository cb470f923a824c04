import { claimPage } from '../claim/page.ts'
import { claimOf, entryOf } from '../content/collections.ts'
import { readLedger } from '../content/noted.ts'
import { siteIndex } from '../content/site-index.ts'
import { claimHref, claimStateHref, href, ledgerHref, paperHref, twinHref } from '../links.ts'
import { changePages, changesPage } from '../lists/changes.ts'
import { claimsPage } from '../lists/claims.ts'
import {
  claimPages,
  claimPaths,
  claimStatePaths,
  ledgerPaths,
  paperPages,
  paperPaths,
  questionPages,
  referenceLists,
  topics,
} from '../lists/lists.ts'
import { papersPage, referencesPage } from '../lists/papers.ts'
import { questionViewPage, questionViewPages, viewLinks } from '../lists/question-views.ts'
import { questionsPage } from '../lists/questions.ts'
import { searchPage } from '../lists/search.ts'
import { topicPage, topicPages, topicsPage } from '../lists/topics.ts'
import { methodsPage } from '../methods/page.ts'
import { paperPage } from '../paper/page.ts'
import { goneClaimPage, pastClaimPage } from '../past/claim.ts'
import { claimMoved, ledgerMoved, paperMoved } from '../past/moved.ts'
import { notFoundPage } from '../past/not-found.ts'
import { gonePaperPage } from '../past/paper.ts'
import { ledgerPage } from '../report/ledger.ts'
import { settings } from '../settings.ts'
import { claimMarkdown } from './markdown/claim.ts'
import { ledgerMarkdown } from './markdown/ledger.ts'
import {
  changesMarkdown,
  claimsMarkdown,
  papersMarkdown,
  questionsMarkdown,
  questionViewMarkdown,
  referencesMarkdown,
  topicMarkdown,
  topicsMarkdown,
} from './markdown/lists.ts'
import { methodsMarkdown } from './markdown/methods.ts'
import { paperMarkdown } from './markdown/paper.ts'
import { gonePaperMarkdown, movedMarkdown, pastClaimMarkdown } from './markdown/past.ts'
import { notFoundMarkdown, searchMarkdown } from './markdown/site.ts'

/** A page of a kind: its address, what it is made of, and the name of its Markdown where it is not `index.md`. */
interface TwinPage<P> {
  path: string
  of: P
  name?: string
}

/** A kind of page and what prints it as Markdown. */
interface TwinKind<P> {
  pages(): Promise<TwinPage<P>[]>
  text(of: P, site: string): Promise<string>
}

const kind = <P>(one: TwinKind<P>): TwinKind<P> => one

const single = (path: string, text: (site: string) => Promise<string>): TwinKind<null> => ({
  pages: async () => [{ path, of: null }],
  text: (_, site) => text(site),
})

/** Each kind of page with its Markdown. That of a report is one of the files beside it (`report-files.ts`). */
const kinds = {
  questions: kind({
    pages: async () => (await questionPages()).map((page) => ({ path: page.href, of: { page } })),
    text: async ({ page }, site) =>
      questionsMarkdown(questionsPage(page, await topics(), await settings()), viewLinks(), site),
  }),
  views: kind({
    pages: async () => (await questionViewPages()).map((of) => ({ path: of.page.href, of })),
    text: async ({ view, page }, site) => questionViewMarkdown(questionViewPage(view, page), viewLinks(view), site),
  }),
  topics: single(href('/topics/'), async (site) => topicsMarkdown(await topicsPage(), href('/topics/'), site)),
  topic: kind({
    pages: async () => (await topicPages()).map((of) => ({ path: of.path, of })),
    text: async (of, site) => topicMarkdown(topicPage(of, await siteIndex()), site),
  }),
  changes: kind({
    pages: async () => (await changePages(await siteIndex())).map((page) => ({ path: page.href, of: { page } })),
    text: async ({ page }, site) => changesMarkdown(changesPage(page), site),
  }),
  claims: kind({
    pages: async () => (await claimPages()).map((page) => ({ path: page.href, of: { page } })),
    text: async ({ page }, site) => claimsMarkdown(claimsPage(page, await siteIndex()), site),
  }),
  claim: kind({
    pages: async () =>
      (await claimPaths()).map(({ params: { id }, props }) => ({
        path: claimHref(id),
        of: { id, ...props },
        name: 'claim.md',
      })),
    text: async ({ id, slug, gone }, site) => {
      const index = await siteIndex()
      if (gone) return pastClaimMarkdown(await goneClaimPage(id, slug, index), site)
      const [claim, report] = [await claimOf(id, slug), await entryOf('reports', slug)]
      return claimMarkdown(await claimPage(claim, report, await settings(), index), site)
    },
  }),
  state: kind({
    pages: async () =>
      (await claimStatePaths()).map(({ params: { id, hash }, props }) => ({
        path: claimStateHref(id, hash),
        of: { id, hash, ...props },
      })),
    text: async ({ id, hash, slug }, site) => {
      const index = await siteIndex()
      if (slug === null) return movedMarkdown(claimMoved(id, hash, index), site)
      return pastClaimMarkdown(await pastClaimPage(id, hash, slug, index), site)
    },
  }),
  papers: kind({
    pages: async () => (await paperPages()).map((page) => ({ path: page.href, of: { page } })),
    text: async ({ page }, site) => papersMarkdown(papersPage(page, await siteIndex()), site),
  }),
  paper: kind({
    pages: async () =>
      (await paperPaths()).map(({ params: { id }, props }) => ({
        path: paperHref(id),
        of: { id, ...props },
        name: props.joined ? 'index.md' : 'paper.md',
      })),
    text: async ({ id, joined, gone }, site) => {
      const index = await siteIndex()
      if (joined) return movedMarkdown(paperMoved(id, joined, index), site)
      if (gone) return gonePaperMarkdown(await gonePaperPage(id, gone, index), site)
      return paperMarkdown(paperPage(await entryOf('papers', id), index), paperHref(id), site)
    },
  }),
  references: kind({
    pages: async () => (await referenceLists()).map((of) => ({ path: of.page.href, of })),
    text: async (of, site) => referencesMarkdown(referencesPage(of, await siteIndex()), site),
  }),
  ledger: kind({
    pages: async () =>
      (await ledgerPaths()).map(({ params: { slug }, props }) => ({ path: ledgerHref(slug), of: { slug, ...props } })),
    text: async ({ slug, gone }, site) => {
      const index = await siteIndex()
      if (gone) return movedMarkdown(ledgerMoved(slug, index), site)
      return ledgerMarkdown(ledgerPage((await readLedger(slug))!, index), site)
    },
  }),
  methods: single(href('/methods/'), async (site) =>
    methodsMarkdown(methodsPage(await settings()), href('/methods/'), site),
  ),
  search: single(href('/search/'), async (site) => searchMarkdown(await searchPage(), href('/search/'), site)),
  notFound: kind({
    pages: async () => [{ path: notFoundPage.path, of: null, name: notFoundPage.twin }],
    text: async (_, site) => notFoundMarkdown(notFoundPage, site),
  }),
}

type Kind = keyof typeof kinds

/** What the Markdown of a page is made of. */
export interface TwinProps {
  kind: Kind
  of: unknown
}

/** Every page with the file below the base path that holds its Markdown. */
export async function twinPaths(): Promise<{ params: { twin: string }; props: TwinProps }[]> {
  const paths: Awaited<ReturnType<typeof twinPaths>> = []
  for (const [kind, { pages }] of Object.entries(kinds) as [Kind, TwinKind<unknown>][])
    for (const { path, of, name } of await pages()) {
      const twin = decodeURIComponent(twinHref(path, name).slice(href('/').length))
      paths.push({ params: { twin }, props: { kind, of } })
    }
  return paths
}

/** The Markdown of a page. */
export async function twinText({ kind, of }: TwinProps): Promise<string> {
  return (kinds[kind] as TwinKind<unknown>).text(of, (await settings()).url)
}
