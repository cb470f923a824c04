import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readText, writeAtomic } from './files.ts'
import type { Project } from './project.ts'

/** What a site is made of besides content, below the project's root. */
const program = ['src', 'scripts', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json']

/** A hash over every byte that a build reads: content, program, settings of the environment. */
export async function buildInput({ root, content }: Project): Promise<string> {
  const hash = createHash('sha256').update(`${process.version} ${process.env.TOUCHSTONE_BASE ?? ''}\n`)
  for (const folder of [content, ...program.map((name) => join(root, name))])
    for (const path of await filesBelow(folder))
      hash
        .update(`${path}\n`)
        .update(await readFile(path))
        .update('\n')
  return hash.digest('hex')
}

/** Whether the site of this input stands in the dist folder, whole and as it was built. */
export async function isBuilt(project: Project, input: string): Promise<boolean> {
  const kept = await readText(recordOf(project))
  return kept !== null && kept === `${input}\n${await stateOf(project.dist)}`
}

/** Notes that the site of this input now stands in the dist folder. */
export async function noteBuilt(project: Project, input: string): Promise<void> {
  await writeAtomic(recordOf(project), `${input}\n${await stateOf(project.dist)}`)
}

function recordOf({ cache, dist }: Project): string {
  return join(cache, 'built', sha256(dist).slice(0, 16))
}

/** Names, sizes and times of the files of a site: cheap, and different as soon as somebody touched one. */
async function stateOf(dist: string): Promise<string> {
  const hash = createHash('sha256')
  for (const path of await filesBelow(dist)) {
    const { size, mtimeMs } = await stat(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null)
  if (entries === null) return (await stat(path).catch(() => null))?.isFile() ? [path] : []
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
