import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readText, writeAtomic } from './files.ts'
import type { Project } from './project.ts'

/** What a site is made of besides content, below the project's root. */
const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json']

/** What of content the program of the pages is made with: addresses, base path and styles are built into it. */
const settled = ['site.yaml', 'styles']

/** What a build reads, as two hashes: of everything, and of the program with its settings alone. */
export interface BuildInput {
  all: string
  program: string
}

/** Hashes every byte that a build reads: content, program, settings of the environment. */
export function buildInput({ root, content }: Project): BuildInput {
  const program = createHash('sha256').update(`${process.version} ${process.env.TOUCHSTONE_BASE ?? ''}\n`)
  for (const path of [...parts.map((name) => join(root, name)), ...settled.map((name) => join(content, name))])
    addFiles(program, path)
  const made = program.digest('hex')
  const all = createHash('sha256').update(made)
  addFiles(all, content)
  return { all: all.digest('hex'), program: made }
}

function addFiles(hash: Hash, folder: string): void {
  for (const path of filesBelow(folder)) hash.update(`${path}\n`).update(readFileSync(path)).update('\n')
}

/**
 * What stands in the dist folder: the site of this very input, one that was built earlier and is untouched since, or
 * anything else.
 */
export async function standing(project: Project, { all }: BuildInput): Promise<'built' | 'older' | 'unknown'> {
  const [input, state] = (await readText(recordOf(project)))?.split('\n') ?? []
  if (state === undefined || state !== stateOf(project.dist)) return 'unknown'
  return input === all ? 'built' : 'older'
}

/** Notes that the site of this input now stands in the dist folder. */
export async function noteBuilt(project: Project, { all }: BuildInput): Promise<void> {
  await writeAtomic(recordOf(project), `${all}\n${stateOf(project.dist)}`)
}

/** Takes the note away before the dist folder is changed, so that a change cut short is never taken for a site. */
export async function forgetBuilt(project: Project): Promise<void> {
  await rm(recordOf(project), { force: true })
}

function recordOf({ cache, dist }: Project): string {
  return join(cache, 'built', sha256(dist).slice(0, 16))
}

/** Names, sizes and times of the files of a site: cheap, and different as soon as somebody touched one. */
function stateOf(dist: string): string {
  const hash = createHash('sha256')
  for (const path of filesBelow(dist)) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.isFile() ? [path] : []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
