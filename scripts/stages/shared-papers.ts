import { join } from 'node:path'
import type { Standing } from '../../src/schemas/paper.ts'
import { readChanges } from '../io/content.ts'
import { readText } from '../io/files.ts'
import type { Run } from '../run.ts'
import { knownPapers } from './known-papers.ts'

type Standings = ReadonlyMap<string, Standing['state']>

/** The standing of every paper of content. */
export async function allStandings(content: string): Promise<Standings> {
  return new Map((await knownPapers(content)).map(({ id, standing }) => [id, standing.state]))
}

/**
 * The questions that rest on a paper whose standing changed since `before`, and that have not been told of it: another
 * question's run found the notice. Their claims have to be computed again.
 */
export async function questionsToRecompute(before: Standings, { project: { content } }: Run): Promise<string[]> {
  const changed = (await knownPapers(content)).filter(
    ({ id, standing }) => before.has(id) && before.get(id) !== standing.state,
  )
  const due = new Set<string>()
  for (const { id, standing, provenance } of changed)
    for (const slug of new Set(provenance.map(({ question }) => question)))
      if (await untold(content, slug, id, standing.state)) due.add(slug)
  return [...due].sort()
}

async function untold(content: string, slug: string, paper: string, state: Standing['state']): Promise<boolean> {
  if ((await readText(join(content, 'questions', `${slug}.md`))) === null) return false
  const told = (await readChanges(content, slug))?.basis?.standings[paper]
  return told !== (state === 'current' || state === 'unchecked' ? undefined : state)
}
