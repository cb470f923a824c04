import { join } from 'node:path'
import { readChanges } from '../../src/reader/entries.ts'
import type { Standing } from '../../src/schemas/paper.ts'
import { readText } from '../io/files.ts'
import type { Run } from '../run.ts'

type Standings = ReadonlyMap<string, Standing['state']>

/**
 * The questions that rest on a paper whose standing changed since `before`, and that have not been told of it: another
 * question's run found the notice. Their claims have to be computed again.
 */
export async function questionsToRecompute(before: Standings, { project, shelf }: Run): Promise<string[]> {
  const changed = [...shelf.standings()].filter(([id, state]) => before.has(id) && before.get(id) !== state)
  const due = new Set<string>()
  for (const [id, state] of changed)
    for (const slug of shelf.questionsOf(id)) if (await untold(project.content, slug, id, state)) due.add(slug)
  return [...due].sort()
}

async function untold(content: string, slug: string, paper: string, state: Standing['state']): Promise<boolean> {
  if ((await readText(join(content, 'questions', `${slug}.md`))) === null) return false
  const told = (await readChanges(content, slug))?.basis?.standings[paper]
  return told !== (state === 'current' || state === 'unchecked' ? undefined : state)
}
