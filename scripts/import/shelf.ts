import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absent } from '../io/files.ts'
import { numbered } from './file-name.ts'
import type { Write } from './incoming.ts'

/** Where an incoming file is kept. `isNew` is false where the same bytes are there already. */
export interface Place {
  path: string
  isNew: boolean
  note?: string
}

/**
 * The place of a file in a folder of content: that of a file of the same bytes, else its own name, else a numbered one.
 * No file is ever replaced. `planned` are the files that come in with it.
 */
export async function placeFor(
  content: string,
  folder: string,
  name: string,
  from: string,
  planned: readonly Write[],
): Promise<Place> {
  const neighbours = await neighboursOf(content, folder, planned)
  const hash = await hashOf(from)
  for (const [there, path] of neighbours) {
    if ((await hashOf(path)) === hash) return same(folder, there, name)
  }
  const taken = new Set([...neighbours.keys()].map((each) => each.normalize('NFC').toLowerCase()))
  let n = 1
  while (taken.has(numbered(name, n).toLowerCase())) n += 1
  const own = numbered(name, n)
  const path = join(folder, own)
  if (n === 1) return { path, isNew: true }
  const note = `${join(folder, name)} is there already with other content, so this file is kept as ${own}. Remove the older one if the new one replaces it.`
  return { path, isNew: true, note }
}

function same(folder: string, there: string, name: string): Place {
  const path = join(folder, there)
  return {
    path,
    isNew: false,
    note: `${name} is there already${there === name ? '' : ` as ${there}`}: nothing changed.`,
  }
}

/** Files of a folder and those that are about to come into it: name and where their bytes are now. */
async function neighboursOf(content: string, folder: string, planned: readonly Write[]): Promise<Map<string, string>> {
  const entries = await readdir(join(content, folder), { withFileTypes: true }).catch(absent([]))
  const there = entries
    .filter((entry) => entry.isFile())
    .map(({ name }): [string, string] => [name, join(content, folder, name)])
  const coming = planned.flatMap((write): [string, string][] =>
    'from' in write && write.path.startsWith(join(folder, '/'))
      ? [[write.path.slice(folder.length + 1), write.from]]
      : [],
  )
  return new Map([...there, ...coming])
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
