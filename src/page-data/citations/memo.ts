import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../core/hash.ts'
import { writeCached } from '../cached-file.ts'

/** Raised when the shape or the making of what is kept changes. */
const form = '4'

/**
 * What `work` makes of `input`, kept in the cache by the hash of the input and of the tools, so that an unchanged text
 * is never set again. A file that cannot be read is made again.
 */
export async function remembered<T>(name: string, input: unknown, work: () => Promise<T>): Promise<T> {
  const folder = join(process.env.TOUCHSTONE_CACHE ?? '.cache/touchstone', name)
  const hash = sha256([form, process.env.TOUCHSTONE_TOOLS ?? '', JSON.stringify(input)].join('\n'))
  const path = join(folder, `${hash}.json`)
  const kept = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as T,
    () => null,
  )
  if (kept !== null) return kept
  const value = await work()
  writeCached(path, JSON.stringify(value))
  return value
}
