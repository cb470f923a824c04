import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sealed } from '../../src/core/audit/seal.ts'
import { recordRemoval } from '../../src/core/changes/index.ts'
import { releasePaper } from '../../src/core/merge/settle.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readChanges } from '../../src/reader/entries.ts'
import { absent, readText } from '../io/files.ts'
import { historyFile, lastEdition } from '../io/history.ts'
import { type Writes, writeTogether } from '../io/journal.ts'
import type { Run } from '../run.ts'

/**
 * Takes down the reports whose question file is gone. Their history stays, with every claim as it last was, so that each
 * address still says what it showed and why it is gone. Gives the names of what was taken down.
 */
export async function retireReports(run: Run): Promise<string[]> {
  const { content } = run.project
  const names = (await readdir(join(content, 'reports')).catch(absent([])))
    .filter((name) => name.endsWith('.json'))
    .sort()
  const gone: string[] = []
  for (const name of names) {
    const slug = name.replace(/\.json$/, '')
    if ((await readText(join(content, 'questions', `${slug}.md`))) !== null) continue
    if (await retire(slug, run)) gone.push(slug)
  }
  return gone
}

async function retire(slug: string, run: Run): Promise<boolean> {
  const { content, cache } = run.project
  const before = await lastEdition(run, slug)
  if (before?.report.origin !== 'generated') return false
  const own = await run.shelf.read(run.shelf.ofQuestion(slug))
  const history = recordRemoval(
    { ...before, papers: new Map(own.map((paper) => [paper.id, paper])) },
    await readChanges(content, slug),
    run.today,
  )
  const writes: Writes = [
    historyFile(history),
    ...own.map((paper): [string, string | null] => {
      const rest = releasePaper(paper, slug)
      return [join('papers', `${paper.id}.json`), rest === null ? null : stableJson(sealed(rest))]
    }),
    ...['ledger', 'claims', 'reports'].map((kind): [string, null] => [join(kind, `${slug}.json`), null]),
  ]
  await writeTogether(run.project, slug, writes)
  run.shelf.note(writes)
  await rm(join(cache, 'stages', slug), { recursive: true, force: true })
  return true
}
