import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { absent } from '../io/files.ts'
import { openHttpCache } from '../io/http/cache.ts'
import type { Project } from '../io/project.ts'
import type { Run } from '../run.ts'
import type { Runner } from './runner.ts'

/** Results of stages that any machine can use: `done.json` says what one working copy holds, and stays there. */
const stages = ['search.json', 'extract.json', 'verify.json']

/** What one machine worked out: answers of databases and models, full texts, results of stages. */
export interface PartOf {
  slugs: readonly string[]
  /** Milliseconds since 1970: when the run began, and by the clock of its kept answers. */
  began: { really: number; told: number }
}

/** Puts what a run worked out for its questions into a folder, for the machine that writes the reports. */
export async function keepPart(project: Project, folder: string, { slugs, began }: PartOf): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const slug of slugs)
    for (const name of stages) await copy(join(project.cache, 'stages', slug, name), join(folder, 'stages', slug, name))
  for (const [name, from] of fresh(project))
    for (const file of await filesSince(from, began.really)) await copy(join(from, file), join(folder, name, file))
  const into = openHttpCache(join(folder, 'http.sqlite'))
  try {
    into.take(join(project.cache, 'http.sqlite'), began.told)
  } finally {
    into.close()
  }
}

/** Brings the parts that machines left in the folders below one into the cache, in order of their names. Gives how many. */
export async function takeParts(project: Project, folder: string): Promise<number> {
  const names = (await readdir(folder, { withFileTypes: true }).catch(absent([])))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const cache = openHttpCache(join(project.cache, 'http.sqlite'))
  try {
    for (const name of names) await takePart(project, join(folder, name), cache)
  } finally {
    cache.close()
  }
  return names.length
}

/** A runner whose work was done by other machines before: what they left is in the folders below one. */
export function fromParts(folder: string): Runner {
  return {
    async prepare(_, run: Run) {
      const count = await takeParts(run.project, folder)
      run.log(`Parts of ${count} machines taken; what they lack is worked out here`)
      return new Map()
    },
  }
}

async function takePart(project: Project, part: string, cache: ReturnType<typeof openHttpCache>): Promise<void> {
  for (const file of await filesSince(join(part, 'stages'), 0))
    await copy(join(part, 'stages', file), join(project.cache, 'stages', file))
  for (const [name, into] of fresh(project))
    for (const file of await filesSince(join(part, name), 0)) await copy(join(part, name, file), join(into, file))
  cache.take(join(part, 'http.sqlite'), 0)
}

/** Folders of files that are named by what they answer, so that the same name is the same thing. */
const fresh = ({ cache, content }: Project): [name: string, folder: string][] => [
  ['fulltext', join(cache, 'fulltext')],
  ['answers', join(content, 'answers')],
]

async function filesSince(folder: string, time: number): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent([]))
  const files: string[] = []
  for (const entry of names) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if ((await stat(path)).mtimeMs >= time) files.push(path.slice(folder.length + 1))
  }
  return files.sort()
}

async function copy(from: string, into: string): Promise<void> {
  await mkdir(dirname(into), { recursive: true })
  await cp(from, into).catch(absent(undefined))
}
