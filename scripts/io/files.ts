import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import PQueue from 'p-queue'
import { stableJson } from '../../src/core/stable-json.ts'

/** Files that are open for reading at once: far below what any system allows a process. */
const reading = new PQueue({ concurrency: 16 })

/**
 * For `.catch` of a read: what stands for a file or folder that is not there. Every other fault stays one: what cannot be
 * read is not absent.
 */
export function absent<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return instead
    throw error
  }
}

/** The text of a file, or null where there is none. */
export function readText(path: string): Promise<string | null> {
  return reading.add(() => readFile(path, 'utf8').catch(absent(null)))
}

/** A file that lies ready beside the place where it belongs. */
export interface Ready {
  /** Puts it there. */
  place(): Promise<void>
  /** Takes it away again. */
  drop(): Promise<void>
}

/** Writes a file whole or not at all: a temporary neighbour, flushed, then renamed. An unchanged file is not touched. */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<boolean> {
  const ready = await writeBeside(path, content)
  await ready?.place()
  return ready !== null
}

/** Writes a file beside its place and flushes it, so that only renaming is left; null where the same bytes are there. Faults name the path. */
export async function writeBeside(path: string, content: string | Uint8Array): Promise<Ready | null> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
  const old = await readFile(path).catch(absent(null))
  if (old?.equals(bytes)) return null
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const drop = () => rm(temporary, { force: true })
  const orDrop = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      await drop()
      throw Object.assign(error as NodeJS.ErrnoException, { path })
    }
  }
  await orDrop(async () => {
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  })
  return { place: () => orDrop(() => rename(temporary, path)), drop }
}

/** Whether a name is that of a temporary neighbour, which a run that was killed leaves behind. */
export function isTemporary(name: string): boolean {
  return /\.[0-9a-f]{12}\.tmp$/.test(name)
}

/** Writes JSON with sorted keys, so that the same value is the same bytes. */
export function writeJson(path: string, value: unknown): Promise<boolean> {
  return writeAtomic(path, stableJson(value))
}
