import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { absent } from './files.ts'

/** Paths of the bibliographic files that lie in content for a question, in order of their names; none where there is no folder. */
export async function libraryPaths(content: string, slug: string): Promise<string[]> {
  const folder = join(content, 'library', slug)
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent([]))
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.tmp'))
    .map((entry) => join(folder, entry.name))
    .sort()
}
