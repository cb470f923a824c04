import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { sha256 } from '../../src/core/hash.ts'
import { digestsOf, forgetState, siteState } from '../../src/page-data/content/site-index.ts'
import { readSite } from '../../src/reader/site.ts'
import { alone } from '../io/lock.ts'
import type { Project } from '../io/project.ts'
import type { PagesApp } from './app.ts'
import { type BuildInput, forgetBuilt, noteBuilt, type SiteFiles } from './built.ts'
import { keepAssets, keptBundle, takeAssets } from './bundle.ts'
import { type MadePage, type PageFile, pageFiles } from './pages.ts'
import { applyChanges, swapSite } from './publish.ts'
import { type SiteRecord, writeRecord } from './record.ts'
import { renderAll } from './render.ts'
import { searchRecords, writeIndex } from './search-index.ts'
import { writeSitemap } from './sitemap.ts'

/** What a build did. */
export interface Built {
  /** Whether only changed pages were rendered. */
  incremental: boolean
  rendered: number
  /** Pages of the site, in all. */
  pages: number
}

/** Asked before anything of the old site is touched; what they throw leaves the old site as it is. */
export interface Checks {
  /** Asked of the content, before pages are made. */
  audit(): Promise<void>
  /** Asked of what was built. */
  built(built: Built): Promise<void>
}

/** The site that stands in the dist folder: what it was made from, and its files. */
export interface LastSite {
  record: SiteRecord
  files: SiteFiles
}

/** What is made of content outside the dist folder, before it goes in. */
interface Made {
  record: SiteRecord
  built: Built
  /** Files of the last site that this one lacks. */
  gone: string[]
}

/**
 * Builds the site into the dist folder. Where an untouched site of the same program stands there (`last`), only the pages that read something that changed are rendered; the rest is left as it is. The result is the same, byte by byte.
 * Everything is made beside the dist folder first, so that a build that fails leaves the last site. With `anew` the program of
 * the pages is compiled although it was kept.
 */
export async function makeSite(
  project: Project,
  input: BuildInput,
  last: LastSite | null,
  checks: Checks,
  anew = false,
): Promise<Built> {
  settle(project, input)
  const staging = { ...project, dist: `${project.dist}.next` }
  await rm(staging.dist, { recursive: true, force: true })
  const app = last && (await keptBundle(project, input.program))
  try {
    const made =
      app && last ? await update(app, staging, input, checks, last) : await whole(staging, input, checks, anew)
    await checks.built(made.built)
    await forgetBuilt(project)
    const files =
      last && made.built.incremental ? applyChanges(staging.dist, project.dist, made.gone, last.files) : undefined
    if (!files) await swapSite(staging.dist, project.dist)
    await writeRecord(project, made.record)
    await noteBuilt(project, input, files)
    return made.built
  } finally {
    await rm(staging.dist, { recursive: true, force: true })
  }
}

/** Tells the pages, whose bundle knows no paths, where things are and which program they are. */
export function settle({ root, content, cache }: Project, { program }: BuildInput): void {
  Object.assign(process.env, {
    TOUCHSTONE_ROOT: root,
    TOUCHSTONE_CONTENT: content,
    TOUCHSTONE_CACHE: cache,
    TOUCHSTONE_PROGRAM: program,
  })
  forgetState()
}

/**
 * Makes every page, and the program of the pages where it was not kept. Content is audited in between: it would fill the
 * memory while the pages are compiled.
 */
async function whole(project: Project, input: BuildInput, checks: Checks, anew: boolean): Promise<Made> {
  const { program } = input
  await compiled(project, program, anew)
  const app = await keptBundle(project, program)
  if (!app) throw new TouchstoneError('build-failed', 'the program of the pages is gone already', { next: again })
  const nothing = { program, pages: new Map(), digests: new Map(), sitemap: '', search: '' }
  const made = await update(app, project, input, checks, { record: nothing, files: new Map() })
  return { ...made, built: { ...made.built, incremental: false } }
}

/** Where the search index is in a site. */
const index = `pagefind${sep}`

const again = 'Run npm run build again; report it where it happens twice.'

/** Has the program of the pages kept, and the rest of the site in its dist folder. Astro compiles in one folder: one at a time. */
async function compiled(project: Project, program: string, anew: boolean): Promise<void> {
  if (!anew && (await takeAssets(project, program))) return
  await alone(
    join(project.root, '.cache', 'touchstone'),
    'compile',
    () => {},
    async () => {
      if (!anew && (await takeAssets(project, program))) return
      await compile(project)
      await keepAssets(project, program)
    },
  )
}

/** @throws TouchstoneError `build-failed` with what Astro said */
async function compile({ dist }: Project): Promise<void> {
  const args = [...process.execArgv, join(import.meta.dirname, 'compile.ts')]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TOUCHSTONE_DIST: dist },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0)
    throw new TouchstoneError('build-failed', `Astro could not compile the pages: ${said}`, { next: again })
}

/** Makes in the folder of a project all that differs from what was noted of the `last` site. */
async function update(
  app: PagesApp,
  project: Project,
  { content }: BuildInput,
  { audit }: Checks,
  last: LastSite,
): Promise<Made> {
  const before = last.record
  await audit()
  await siteState(content)
  const files = await pageFiles(app)
  const record: SiteRecord = { ...before, pages: new Map(), digests: new Map() }
  const rendered = await renderChanged(app, project, files, before, record)
  // Pages are done with the index of the site: the one for searching needs the room.
  forgetState()
  const there = filesOf(record)
  const gone = [...filesOf(before)].filter((file) => !there.has(file))
  const pages = files.filter(({ route }) => route.type === 'page')
  record.sitemap = sha256(pages.map(({ pathname }) => pathname).join('\n'))
  if (record.sitemap !== before.sitemap)
    await writeSitemap(
      pages.map(({ pathname }) => pathname),
      app,
      await readSite(project.content),
      project.dist,
    )
  const { records, hash } = await searchRecords(project.content)
  record.search = hash
  if (hash !== before.search) {
    const indexed = new Set(
      [...last.files.keys()].flatMap((file) => (file.startsWith(index) ? [file.slice(index.length)] : [])),
    )
    const written = new Set(await writeIndex(records, join(project.dist, index), indexed))
    for (const file of indexed) if (!written.has(file)) gone.push(index + file)
  }
  return { record, gone, built: { incremental: true, rendered, pages: pages.length } }
}

/** The files that pages made, those of their Markdown among them. */
function filesOf({ pages }: SiteRecord): Set<string> {
  return new Set([...pages].flatMap(([file, { twin }]) => (twin ? [file, twin] : [file])))
}

async function renderChanged(
  app: PagesApp,
  project: Project,
  files: readonly PageFile[],
  before: SiteRecord,
  record: SiteRecord,
): Promise<number> {
  const state = await siteState()
  const digest = digestsOf(state)
  for (const [name, value] of state.files) record.digests.set(name, value)
  const changed = new Set<string>()
  for (const [name, was] of before.digests) if ((await digest(name)) !== was) changed.add(name)
  const same = new Map<string, MadePage>()
  for (const { file, props } of files) {
    const known = before.pages.get(file)
    if (known?.props === props && !known.reads.some((name) => changed.has(name))) same.set(file, known)
  }
  const byFile = new Map(files.map((page) => [page.file, page]))
  const todo = [...byFile.keys()].filter((file) => !same.has(file))
  const origin = new URL((await readSite(project.content)).url).origin
  const made = await renderAll(app, byFile, { project, program: record.program, origin, todo })
  for (const { file } of files) {
    const page = same.get(file) ?? made.get(file)!
    record.pages.set(file, page)
    for (const name of page.reads) if (!record.digests.has(name)) record.digests.set(name, await digest(name))
  }
  return todo.length
}
