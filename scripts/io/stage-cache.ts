import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readText, writeAtomic } from './files.ts'

/** The result of a stage. `key` is a hash of the result: a later stage whose inputs came out the same need not run again. */
export interface Staged<T> {
  key: string
  value: T
  /** Whether the result was read from disk. */
  reused: boolean
}

/**
 * Runs a stage, or reads what it wrote when its inputs were the same.
 * `inputs` are keys of earlier stages, hashes of files, settings and versions: everything that the result depends on.
 */
export async function stage<T>(
  folder: string,
  name: string,
  inputs: readonly string[],
  work: () => Promise<T> | T,
): Promise<Staged<T>> {
  const wanted = sha256([name, ...inputs].join('\n'))
  const path = join(folder, `${name}.json`)
  const text = await readText(path)
  const stored = text?.startsWith(`${wanted}\n`) ? parse<T>(text.slice(wanted.length + 1)) : null
  if (stored) return { ...stored, reused: true }
  const json = JSON.stringify(await work())
  await writeAtomic(path, `${wanted}\n${json}`)
  return { key: sha256(json), value: JSON.parse(json) as T, reused: false }
}

function parse<T>(json: string): { key: string; value: T } | null {
  try {
    return { key: sha256(json), value: JSON.parse(json) as T }
  } catch {
    return null
  }
}
