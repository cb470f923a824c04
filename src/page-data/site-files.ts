import type { Paper } from '../schemas/paper.ts'
import { allChanges } from './changes-page.ts'
import { bibtex, byPaper, cslJson, ris } from './exports.ts'
import { href } from './links.ts'
import { questionPages } from './lists.ts'
import { atomFeed, type FeedOf, jsonFeed } from './machine/feeds.ts'
import { siteImage } from './machine/share-image.ts'
import { citationCff, type Listed, llmsTxt, robotsTxt } from './machine/site-texts.ts'
import { place } from './place.ts'
import { readPaper, readReport } from './reader.ts'
import { settings } from './settings.ts'
import { siteIndex } from './site-index.ts'

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
  'questions.json': async () => JSON.stringify((await questionPages()).flatMap(({ rows }) => rows.map(light))),
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

/** What the filter of the home page needs of a question. */
function light(row: Awaited<ReturnType<typeof questionPages>>[number]['rows'][number]) {
  const { href, title, topic, state, papers, claims, score, date, dateWords, bar, says } = row
  return {
    href,
    title,
    topic: topic.name,
    state: state.id,
    papers,
    claims,
    score,
    date,
    dateWords,
    bar: bar.parts,
    verdicts: bar.label,
    stateWords: state.words,
    says: says?.text ?? '',
  }
}
