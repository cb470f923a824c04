import { join } from 'node:path'
import { sha256 } from '../../src/core/hash.ts'
import { readText, writeAtomic } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import type { MadePage } from './pages.ts'

/** What is known of the site that stands in the dist folder. */
export interface SiteRecord {
  /** The program that made it. */
  program: string
  /** Each file that a page made. */
  pages: Map<string, MadePage>
  /** The digest of everything that any page read, as it was then. */
  digests: Map<string, string>
  /** A hash of the addresses in the sitemap, and one of the records in the search index. */
  sitemap: string
  search: string
}

interface Stored {
  program: string
  sitemap: string
  search: string
  names: string[]
  digests: string[]
  pages: [file: string, props: string, reads: number[], twin?: string][]
}

/** What was noted of the site in the dist folder, or null where nothing was, or not by this program. */
export async function readRecord(project: Project, program: string): Promise<SiteRecord | null> {
  const text = await readText(pathOf(project))
  if (text === null) return null
  try {
    const { names, digests, pages, ...rest } = JSON.parse(text) as Stored
    if (rest.program !== program) return null
    return {
      ...rest,
      digests: new Map(names.map((name, at) => [name, digests[at]!])),
      pages: new Map(
        pages.map(([file, props, reads, twin]) => [
          file,
          { props, reads: reads.map((at) => names[at]!), ...(twin ? { twin } : {}) },
        ]),
      ),
    }
  } catch {
    return null
  }
}

/** Notes what the site in the dist folder was made from. */
export async function writeRecord(project: Project, { digests, pages, ...rest }: SiteRecord): Promise<void> {
  const names = [...digests.keys()]
  const place = new Map(names.map((name, at) => [name, at]))
  const stored: Stored = {
    ...rest,
    names,
    digests: [...digests.values()],
    pages: [...pages].map(([file, { props, reads, twin }]): Stored['pages'][number] => {
      const row = [file, props, reads.map((name) => place.get(name)!)] as const
      return twin ? [...row, twin] : [...row]
    }),
  }
  await writeAtomic(pathOf(project), JSON.stringify(stored))
}

function pathOf({ cache, dist }: Project): string {
  return join(cache, 'built', `${sha256(dist).slice(0, 16)}.pages.json`)
}
