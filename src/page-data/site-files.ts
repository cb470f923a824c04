import type { Paper } from '../schemas/paper.ts'
import { bibtex, byPaper, cslJson, ris } from './exports.ts'
import { questionPages } from './lists.ts'
import { readPaper } from './reader.ts'
import { siteIndex } from './site-index.ts'

/** The files of the site as a whole, by name. */
export const siteFiles: Readonly<Record<string, () => Promise<string>>> = {
  'references.bib': async () => bibtex(byPaper(await cited())),
  'references.ris': async () => ris(byPaper(await cited())),
  'references.csl.json': async () => cslJson(byPaper(await cited())),
  'questions.json': async () => JSON.stringify((await questionPages()).flatMap(({ rows }) => rows.map(light))),
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
