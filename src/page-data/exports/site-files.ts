import type { Paper } from '../../schemas/paper.ts'
import { readPaper, readReport } from '../content/noted.ts'
import { siteIndex } from '../content/site-index.ts'
import { href } from '../links.ts'
import { allChanges } from '../lists/changes.ts'
import { questionIndex, referenceIndex } from '../lists/index-file.ts'
import { questionPages, references } from '../lists/lists.ts'
import { place } from '../place.ts'
import { settings } from '../settings.ts'
import { atomFeed, type FeedOf, jsonFeed } from './feeds.ts'
import { bibtex, byPaper, cslJson, ris } from './references.ts'
import { siteImage } from './share-image.ts'
import { citationCff, type Listed, llmsTxt, robotsTxt } from './site-texts.ts'

/** The files of the site as a whole, by name. */
export const siteFiles: Readonly<Record<string, () => Promise<string | Uint8Array>>> = {
  'references.bib': async () => bibtex(byPaper(await cited())),
  'references.ris': async () => ris(byPaper(await cited())),
  'references.csl.json': async () => cslJson(byPaper(await cited())),
  'CITATION.cff': async () => citationCff(await settings(), await listed()),
  'llms.txt': async () => llmsTxt(await settings(), await listed()),
  'robots.txt': async () => robotsTxt(await settings()),
  'feed.xml': async () => atomFeed(await feedOfSite(), await settings()),
  'feed.json': async () => jsonFeed(await feedOfSite(), await settings()),
  'og.png': async () => siteImage(await settings(), place()),
  'questions.json': async () => JSON.stringify(questionIndex((await questionPages()).flatMap(({ rows }) => rows))),
  'references.json': async () => {
    const { claimsOfPaper } = await siteIndex()
    return JSON.stringify(referenceIndex(await references(), (id) => claimsOfPaper.get(id)?.length ?? 0))
  },
}

async function listed(): Promise<Listed[]> {
  const { reports } = await siteIndex()
  const rows: Listed[] = []
  for (const slug of [...reports.keys()].sort()) {
    const { title, question, date, answer } = await readReport(slug)
    rows.push({ slug, title, question, date, answer: answer[0]?.text ?? '' })
  }
  return rows
}

async function feedOfSite(): Promise<FeedOf> {
  const index = await siteIndex()
  const days = [...index.reports.values()].map(({ date }) => date).sort()
  const rows = await allChanges(index)
  return { title: (await settings()).title, path: href('/'), day: days.at(-1) ?? '1970-01-01', rows }
}

async function cited(): Promise<Paper[]> {
  const { papers, reportsOfPaper } = await siteIndex()
  const found: Paper[] = []
  for (const id of [...papers.keys()].sort()) if (reportsOfPaper.has(id)) found.push(await readPaper(id))
  return found
}
