import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readText, writeAtomic } from '../io/files.ts'
import type { Project } from '../io/project.ts'

/** What a site is made of besides content, below the project's root. */
const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json']

/** What of content the program of the pages is made with: addresses, base path and styles are built into it. */
const settled = ['site.yaml', 'styles']

/** What of the environment settles addresses and titles. */
const variables = ['TOUCHSTONE_BASE', 'TOUCHSTONE_ADDRESS', 'TOUCHSTONE_REPOSITORY']

/** What a build reads, as hashes: of everything, and of the program with its settings alone. */
export interface BuildInput {
  all: string
  program: string
  /** The hash of each file of content by its path without ending, as in `papers/ID`. */
  content: Map<string, string>
}

/** Hashes every byte that a build reads: content, program, settings of the environment. */
export function buildInput({ root, content }: Project): BuildInput {
  const told = variables.map((name) => process.env[name] ?? '')
  const program = createHash('sha256').update(`${process.version} ${told.join(' ')}\n`)
  for (const [home, names] of [
    [root, parts],
    [content, settled],
  ] as const)
    for (const path of names.flatMap((name) => filesBelow(join(home, name))))
      program
        .update(`${relative(home, path)}\n`)
        .update(readFileSync(path))
        .update('\n')
  const made = program.digest('hex')
  const all = createHash('sha256').update(made)
  const digests = new Map<string, string>()
  for (const path of filesBelow(content)) {
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex')
    digests.set(relative(content, path).replace(/\.(?:json|md)$/, ''), digest)
    all.update(`${path} ${digest}\n`)
  }
  return { all: all.digest('hex'), program: made, content: digests }
}

/** The files of a site by their paths, each with its size and time: cheap, and different as soon as somebody touched one. */
export type SiteFiles = Map<string, string>

/**
 * What stands in the dist folder: the site of this very input, one that was built earlier and is untouched since, or
 * anything else.
 */
export async function standing(
  project: Project,
  { all }: BuildInput,
): Promise<{ what: 'built' | 'older' | 'unknown'; files: SiteFiles }> {
  const [input, state] = (await readText(recordOf(project)))?.split('\n') ?? []
  const files = filesOf(project.dist)
  if (state === undefined || state !== hashOf(files)) return { what: 'unknown', files }
  return { what: input === all ? 'built' : 'older', files }
}

/** Notes that the site of this input now stands in the dist folder. `files` are those of it that are known. */
export async function noteBuilt(
  project: Project,
  { all }: BuildInput,
  files: SiteFiles = filesOf(project.dist),
): Promise<void> {
  await writeAtomic(recordOf(project), `${all}\n${hashOf(files)}`)
}

/** Takes the note away before the dist folder is changed, so that a change cut short is never taken for a site. */
export async function forgetBuilt(project: Project): Promise<void> {
  await rm(recordOf(project), { force: true })
}

/** What is noted of a file of a site. */
export function fileState(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

function recordOf({ cache, dist }: Project): string {
  return join(cache, 'built', sha256(dist).slice(0, 16))
}

function filesOf(dist: string): SiteFiles {
  return new Map(filesBelow(dist).map((path) => [relative(dist, path), fileState(path)]))
}

function hashOf(files: SiteFiles): string {
  const hash = createHash('sha256')
  for (const path of [...files.keys()].sort()) hash.update(`${path} ${files.get(path)}\n`)
  return hash.digest('hex')
}

/** Whole paths of all files below a folder, in order; the path itself where it is a file. */
export function filesBelow(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.isFile() ? [path] : []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
