import type { LiveLoader } from 'astro/loaders'
import type { Kind } from '../../reader/form.ts'
import { listNames } from './noted.ts'

/** What identifies an entry of a collection: the name of its file without ending. */
export interface EntryName {
  id: string
}

/**
 * A collection over one folder of content. Its entries are the files, read and checked against the form that scripts and
 * pages share when a page asks for them, so that what a page read is known and a change of content needs no new program.
 */
export function liveLoader<T extends Record<string, unknown>>(
  kind: Kind,
  read: (name: string) => Promise<T | null>,
): LiveLoader<T, EntryName> {
  return {
    name: `touchstone-${kind}`,
    async loadEntry({ filter: { id } }) {
      const data = await read(id)
      return data === null ? undefined : { id, data }
    },
    async loadCollection() {
      const entries: { id: string; data: T }[] = []
      for (const id of await listNames(kind)) {
        const data = await read(id)
        if (data !== null) entries.push({ id, data })
      }
      return { entries }
    },
  }
}
