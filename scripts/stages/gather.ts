import { join } from 'node:path'
import type { MergeResult } from '../../src/core/merge/index.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { stage } from '../io/stage-cache.ts'
import { checkpoint, type Run, versionOf } from '../run.ts'
import type { Found } from './found.ts'
import { readFullTexts } from './full-text.ts'
import { merge } from './merge.ts'
import type { ModelBeside } from './model/asking.ts'
import { screenInDoubt } from './model/screening.ts'
import type { Protocol } from './protocol.ts'
import { type Screened, screen } from './screen.ts'
import { searchDatabases, searchLibrary, together } from './search.ts'
import { snowball } from './snowball.ts'

/** What was found for a question: the works that the records are of, what screening decided on each, and the papers as they can be read. */
export interface Gathered {
  found: Found
  merged: MergeResult
  screened: Screened
  papers: Paper[]
  /** Ids of the papers that screening kept. */
  kept: ReadonlySet<string>
  /** Papers as content held them before this run, by id. */
  stored: ReadonlyMap<string, Paper>
}

/** Searches library and databases, merges, screens, follows citations from what was kept, and reads the open full texts. */
export async function gather(protocol: Protocol, run: Run, beside: ModelBeside | null): Promise<Gathered> {
  const known = await run.shelf.read(run.shelf.ofQuestion(protocol.slug))
  const searched = await search(protocol, known, run)
  await checkpoint(run)
  const first = await screenAll(searched, protocol, run, beside)
  const followed = await snowball(protocol, first.papers, first.screened.decisions, known, run)
  const found = together(searched, followed)
  const chosen = followed.records.length > 0 ? await screenAll(found, protocol, run, beside) : first
  return { found, ...chosen, ...(await readKept(chosen.papers, chosen.kept, protocol, run)) }
}

async function search(protocol: Protocol, known: readonly Paper[], run: Run): Promise<Found> {
  const folder = join(run.project.cache, 'stages', protocol.slug)
  const files = protocol.library.map((file) => `${file.name} ${file.hash}`)
  const library = await stage(folder, 'search', [versionOf(run), ...files], () => searchLibrary(protocol))
  return together(library.value, await searchDatabases(protocol, known, run, library.value.records))
}

/** What was found as papers, each with what screening decided. */
async function screenAll(found: Found, protocol: Protocol, run: Run, beside: ModelBeside | null) {
  const merged = await merge(found, run.shelf, protocol)
  const screened = await screenInDoubt(screen(merged, protocol), merged, protocol, beside)
  const kept = screened.decisions.filter(({ state }) => state === 'kept').map(({ paper }) => paper)
  return { merged, screened, papers: merged.works.map(({ paper }) => paper), kept: new Set(kept) }
}

/** The papers with the full texts of those that were kept, where the settings allow. */
async function readKept(papers: readonly Paper[], kept: ReadonlySet<string>, { site }: Protocol, run: Run) {
  const stored = new Map((await run.shelf.read(papers.map(({ id }) => id))).map((one) => [one.id, one]))
  const reading = { ...run, site, cache: run.project.cache, stored }
  const read = await readFullTexts(
    papers.filter(({ id }) => kept.has(id)),
    reading,
  )
  const whole = new Map(read.map((paper) => [paper.id, paper]))
  return { stored, papers: papers.map((paper) => whole.get(paper.id) ?? paper) }
}
