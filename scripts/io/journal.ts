import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { absent, isTemporary, type Ready, readText, writeAtomic, writeBeside } from './files.ts'
import type { Project } from './project.ts'

/** Files below the content folder with their text; null removes one. In the order in which they are written. */
export type Writes = readonly (readonly [name: string, text: string | null])[]

/**
 * Writes several files of content so that a run that is stopped in between is brought to its end by the next: what is to
 * be written is put down first, as a whole. Where one of them cannot be written, none is, and content stays as it was.
 */
export async function writeTogether(project: Project, name: string, writes: Writes): Promise<void> {
  if (writes.length === 0) return
  const path = join(folderOf(project), `${name}.json`)
  const forget = () => rm(path, { force: true })
  await writeAtomic(path, JSON.stringify(writes))
  const ready = await prepared(project, writes).catch(async (error) => {
    await forget()
    throw error
  })
  for (const { place } of ready) await place()
  await forget()
}

/**
 * Brings to their end the writes of runs that were stopped, and takes away the temporary files that they left. Call it
 * while no other run writes.
 */
export async function finishWrites(project: Project): Promise<void> {
  await removeTemporary(project.content)
  const folder = folderOf(project)
  const names = (await readdir(folder).catch(absent([]))).filter((name) => name.endsWith('.json')).sort()
  for (const name of names) {
    const text = await readText(join(folder, name))
    const ready = text === null ? [] : await prepared(project, JSON.parse(text) as Writes)
    for (const { place } of ready) await place()
    await rm(join(folder, name), { force: true })
  }
}

async function removeTemporary(content: string): Promise<void> {
  const entries = await readdir(content, { withFileTypes: true }).catch(absent([]))
  const folders = [content, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(content, entry.name))]
  for (const folder of folders)
    for (const name of await readdir(folder).catch(absent([])))
      if (isTemporary(name)) await rm(join(folder, name), { force: true })
}

/** Every file beside its place: all of them, or none where one cannot be written. */
async function prepared(project: Project, writes: Writes): Promise<Ready[]> {
  const ready: Ready[] = []
  try {
    for (const [name, text] of writes) {
      const path = join(project.content, name)
      const removal = { place: () => rm(path, { force: true }), drop: async () => {} }
      const one = text === null ? removal : await writeBeside(path, text)
      if (one) ready.push(one)
    }
  } catch (error) {
    await Promise.all(ready.map(({ drop }) => drop()))
    throw error
  }
  return ready
}

function folderOf({ cache, content }: Project): string {
  return join(cache, 'journal', sha256(content).slice(0, 16))
}
