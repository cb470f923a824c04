import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Redis } from 'ioredis'
import { prefix } from './jobs.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Seconds for which the parts of a run stay on the server, should nobody fetch them. */
const keptFor = 7 * 86_400

/** What workers worked out for the questions of a run, kept on the server until it is fetched. Writing the same part again changes nothing. */
export interface PartsStore {
  /** Puts the files of a folder under a name. */
  put(run: string, slug: string, name: string, folder: string): Promise<void>
  /** Puts every part of a question into a folder of its name, below one. */
  take(run: string, slug: string, folder: string): Promise<void>
  remove(run: string, slug: string): Promise<void>
}

/** The store on a server. */
export function partsOn(redis: Redis): PartsStore {
  const key = (run: string, slug: string) => `${prefix}:part:${run}:${slug}`
  return {
    async put(run, slug, name, folder) {
      await redis.hset(key(run, slug), name, await packed(folder))
      await redis.expire(key(run, slug), keptFor)
    },
    async take(run, slug, folder) {
      const parts = await redis.hgetallBuffer(key(run, slug))
      for (const [name, bytes] of Object.entries(parts)) await unpackInto(bytes, join(folder, name))
    },
    remove: async (run, slug) => void (await redis.del(key(run, slug))),
  }
}

async function packed(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Record<string, string> = {}
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path.slice(folder.length + 1)] = (await readFile(path)).toString('base64')
  }
  return pack(JSON.stringify(files))
}

async function unpackInto(bytes: Buffer, folder: string): Promise<void> {
  const files = JSON.parse((await unpack(bytes)).toString('utf8')) as Record<string, string>
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    // A part comes from a server: no name leads out of its folder.
    if (name.split(/[/\\]/).some((piece) => piece === '..' || piece === '')) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), Buffer.from(text, 'base64'))
  }
}
