import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Project } from '../io/project.ts'
import { keepPart, takeParts } from '../runners/part.ts'
import type { PartsStore } from './parts-store.ts'

/** A place of its own for one turn of a job, with what was worked out for the question before. */
export interface Scratch {
  /** The project with a cache that holds only that. */
  project: Project
  /** Puts what is there now on the server. */
  keep: (name: string) => Promise<void>
}

/** Works in a scratch place, which is gone afterwards: a job that is done twice does the same twice. */
export async function inScratch<T>(
  { project, store }: { project: Project; store: PartsStore },
  { run, slug }: { run: string; slug: string },
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  const home = join(project.cache, 'queue', `${process.pid}-${randomBytes(6).toString('hex')}`)
  const own: Project = { ...project, cache: join(home, 'cache') }
  const began = { really: Date.now(), told: 0 }
  try {
    await mkdir(own.cache, { recursive: true })
    await store.take(run, slug, join(home, 'parts'))
    await takeParts(own, join(home, 'parts'))
    const keep = async (name: string) => {
      await keepPart(own, join(home, 'part'), { slugs: [slug], began })
      await store.put(run, slug, name, join(home, 'part'))
    }
    return await work({ project: own, keep })
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
