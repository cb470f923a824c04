import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { absent } from '../io/files.ts'
import type { Project } from '../io/project.ts'

/** The folders of content that runs write. What people write is never touched. */
export const generated = ['papers', 'claims', 'reports', 'ledger', 'changes'] as const

/** Content as it was, kept in the cache while a night is at work. */
export interface Backup {
  /** Puts everything that runs write back as it was. */
  restore(): Promise<void>
  /** Takes the copy away. */
  discard(): Promise<void>
}

/** Copies what runs have written. */
export async function backUp({ content, cache }: Project): Promise<Backup> {
  const folder = join(cache, 'nightly', sha256(content).slice(0, 16))
  await rm(folder, { recursive: true, force: true })
  const there = new Set(await readdir(content).catch(absent([])))
  for (const name of generated)
    if (there.has(name))
      await cp(join(content, name), join(folder, name), { recursive: true, preserveTimestamps: true })
  const discard = () => rm(folder, { recursive: true, force: true })
  const restore = async () => {
    for (const name of generated) {
      await rm(join(content, name), { recursive: true, force: true })
      if (there.has(name))
        await cp(join(folder, name), join(content, name), { recursive: true, preserveTimestamps: true })
    }
    await discard()
  }
  return { restore, discard }
}
