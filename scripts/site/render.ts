import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Project } from '../io/project.ts'
import type { PagesApp } from './app.ts'
import { twinOf } from './markdown/twin.ts'
import { type MadePage, oneName, type PageFile, renderPage, writePage } from './pages.ts'

/** Pages that are worth another thread: to load the program of the pages costs about as much as they do. */
const worthAThread = 400
/** Threads beside the first one, each with the program and the index of the site in memory. */
const mostThreads = 3

/**
 * Megabytes that a thread may keep, for what it needs of a site of so many files: without a limit each lets garbage lie until
 * the machine is full. One that needs more ends, and the first thread makes its files.
 */
const keptBy = (files: number): number => 256 + files / 50

/** What threads share of a rendering. */
export interface Rendering {
  project: Project
  program: string
  origin: string
  /** Files to make, by their paths below the site's folder. */
  todo: readonly string[]
  /** How many of them are taken. */
  taken: SharedArrayBuffer
}

/**
 * Makes files of the site: each core takes the next one as soon as it is free, so that the bytes are the same on any
 * machine. What a thread could not make is made here again, where its error is told.
 */
export async function renderAll(
  app: PagesApp,
  files: ReadonlyMap<string, PageFile>,
  told: Omit<Rendering, 'taken'>,
): Promise<Map<string, MadePage>> {
  const rendering = { ...told, taken: new SharedArrayBuffer(4) }
  const threads = Math.min(mostThreads, availableParallelism() - 1, Math.floor(told.todo.length / worthAThread))
  const others = Array.from({ length: threads }, () => inThread(rendering))
  // Where the first thread fails, the others still end before anybody removes the folder that they write into.
  const [own, ...theirs] = await Promise.allSettled([renderTurns(app, files, rendering), ...others])
  if (own.status === 'rejected') throw own.reason
  const made = new Map(own.value)
  for (const one of theirs)
    if (one.status === 'fulfilled') for (const [file, page] of unpacked(one.value)) made.set(file, page)
  for (const file of told.todo) if (!made.has(file)) made.set(file, await render(app, files.get(file)!, rendering))
  return made
}

/** Makes one file after another as long as there are any that nobody has taken. */
export async function renderTurns(
  app: PagesApp,
  files: ReadonlyMap<string, PageFile>,
  rendering: Rendering,
): Promise<[string, MadePage][]> {
  const taken = new Int32Array(rendering.taken)
  const made: [string, MadePage][] = []
  for (;;) {
    const file = rendering.todo[Atomics.add(taken, 0, 1)]
    if (file === undefined) return made
    made.push([file, await render(app, files.get(file)!, rendering)])
  }
}

async function render(app: PagesApp, page: PageFile, { project, origin }: Rendering): Promise<MadePage> {
  const { body, made } = await renderPage(app, page, origin)
  writePage(project.dist, page.file, body)
  const twin = page.route.type === 'page' ? twinOf(body.toString('utf8')) : null
  if (!twin) return made
  const file = join(dirname(page.file), decodeURIComponent(twin.href.replace(/^.*\//, '')))
  writePage(project.dist, file, Buffer.from(twin.text))
  return { ...made, twin: file }
}

/** What a thread made, with each name of what its pages read once: a message holds every string anew. */
export interface Packed {
  names: string[]
  pages: [file: string, page: Omit<MadePage, 'reads'>, reads: Uint32Array][]
}

export function packed(made: readonly [string, MadePage][]): Packed {
  const places = new Map<string, number>()
  const placeOf = (name: string): number => places.get(name) ?? (places.set(name, places.size), places.size - 1)
  const pages = made.map(([file, { reads, ...page }]): Packed['pages'][number] => [
    file,
    page,
    Uint32Array.from(reads, placeOf),
  ])
  return { names: [...places.keys()], pages }
}

export function unpacked({ names, pages }: Packed): [string, MadePage][] {
  const own = names.map(oneName)
  return pages.map(([file, page, reads]) => [file, { ...page, reads: Array.from(reads, (place) => own[place]!) }])
}

const nothing: Packed = { names: [], pages: [] }

/** What a thread made; nothing where it failed. */
function inThread(rendering: Rendering): Promise<Packed> {
  return new Promise((done) => {
    const thread = new Worker(new URL('./render-thread.ts', import.meta.url), {
      workerData: rendering,
      resourceLimits: { maxOldGenerationSizeMb: keptBy(rendering.todo.length) },
    })
    thread.once('message', done)
    thread.once('error', () => done(nothing))
    thread.once('exit', () => done(nothing))
  })
}
