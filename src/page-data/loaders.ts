import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import { sha256 } from '../core/hash.ts'
import { contentFolder, type Kind, kinds, listNames, parseContent } from './reader.ts'

/** Raised when the light entries change their shape or their making: what an older build kept is then made again. */
const form = '3'

/** Light entries made from one content file: id and data of each. */
type Lighten<T> = (file: T) => [string, Record<string, unknown>][]

/**
 * A loader of one folder of content: a file whose digest is known is not parsed again, what is gone is removed,
 * and an entry holds only what `lighten` keeps of its file.
 */
export function lightLoader<K extends Kind>(kind: K, lighten: Lighten<ReturnType<(typeof kinds)[K]['parse']>>): Loader {
  return {
    name: `touchstone-${kind}`,
    async load(context) {
      const before = byFile(context)
      const seen = new Set<string>()
      for (const name of await listNames(kind)) {
        const text = await readFile(join(contentFolder(), kind, `${name}.json`), 'utf8')
        const digest = sha256(`${form}\n${text}`)
        const known = before.get(name)
        if (known?.digest === digest) for (const id of known.ids) seen.add(id)
        else for (const id of await store(context, kind, name, text, digest, lighten)) seen.add(id)
      }
      for (const id of context.store.keys()) if (!seen.has(id)) context.store.delete(id)
    },
  }
}

async function store<K extends Kind>(
  context: LoaderContext,
  kind: K,
  name: string,
  text: string,
  digest: string,
  lighten: Lighten<ReturnType<(typeof kinds)[K]['parse']>>,
): Promise<string[]> {
  const file = parseContent(kind, name, kinds[kind], text) as ReturnType<(typeof kinds)[K]['parse']>
  const ids: string[] = []
  for (const [id, light] of lighten(file)) {
    const data = await context.parseData({ id, data: light })
    context.store.set({ id, data, digest, filePath: `${kind}/${name}.json` })
    ids.push(id)
  }
  return ids
}

function byFile({ store }: LoaderContext): Map<string, { digest: string; ids: string[] }> {
  const files = new Map<string, { digest: string; ids: string[] }>()
  for (const { id, digest, filePath } of store.values()) {
    const name = filePath?.replace(/^.*\//, '').replace(/\.json$/, '') ?? id
    const file = files.get(name) ?? { digest: String(digest), ids: [] }
    file.ids.push(id)
    files.set(name, file)
  }
  return files
}
