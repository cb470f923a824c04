import { join } from 'node:path'
import { writeAtomic } from '../io/files.ts'
import type { BenchContext } from './benchmark.ts'
import { contentFiles, type Generated } from './generated-content.ts'
import { measureChild } from './measure-child.ts'

/** Writes a generated question into the content of a site whose files all lie below `home`. */
export async function writeQuestion(home: string, question: Generated): Promise<void> {
  for (const [path, text] of contentFiles(question)) await writeAtomic(join(home, 'content', path), text)
}

/** Builds the site below `home`, in a process of its own, and tells what that used. */
export async function buildSite(context: BenchContext, home: string) {
  const dist = join(home, 'dist')
  const usage = await measureChild(context, ['scripts/cli.ts', 'build'], {
    TOUCHSTONE_CONTENT: join(home, 'content'),
    TOUCHSTONE_CACHE: join(home, 'cache'),
    TOUCHSTONE_DIST: dist,
    TOUCHSTONE_ASTRO_CACHE: join(home, 'astro'),
  })
  return { ...usage, dist }
}
