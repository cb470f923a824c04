import { dirname, join, resolve } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { KeyTable, KnownKey } from '../../src/core/reports/citations/resolve.ts'
import { readText } from '../io/files.ts'
import { readBibtexKeys } from './bibtex-keys.ts'

/** Names under which bibliographies and tables of keys stand beside a manuscript. */
const usual = ['references.bib', 'bibliography.bib', 'refs.bib', 'citation-tags.tsv']

/**
 * What the citation keys of a manuscript stand for: of the files that its front matter names as `bibliography`, of one
 * with its own name, or of one of the usual names in its folder. Only BibTeX and tables of keys (`tag`, `citation`) are read.
 */
export async function keysBeside(path: string, source: string): Promise<KeyTable> {
  if (!/@[\w{]|\\cite/.test(source)) return new Map()
  const folder = dirname(path)
  const names = [
    ...namedIn(source),
    path.replace(/\.\w+$/, '.bib').slice(folder === '.' ? 0 : folder.length + 1),
    ...usual,
  ]
  const table = new Map<string, KnownKey>()
  for (const name of new Set(names)) {
    const file = resolve(folder, name)
    // Only files beside the manuscript or below it.
    if (!file.startsWith(resolve(folder))) continue
    const text = await readText(join(folder, name)).catch(() => null)
    if (text === null) continue
    for (const [key, found] of name.endsWith('.tsv') ? tags(text) : await readBibtexKeys(join(folder, name)))
      if (!table.has(key)) table.set(key, found)
  }
  return table
}

function namedIn(source: string): string[] {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)/.exec(source)?.[1]
  if (!front) return []
  try {
    const fields: unknown = parseYaml(front)
    const named = fields !== null && typeof fields === 'object' && 'bibliography' in fields ? fields.bibliography : []
    return [named].flat().filter((name): name is string => typeof name === 'string' && /\.(?:bib|tsv)$/.test(name))
  } catch {
    return []
  }
}

/** Rows `tag<TAB>citation` as manubot keeps them. */
function tags(text: string): [string, KnownKey][] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [tag, citation = ''] = line.split('\t')
    const [, kind = '', rest = ''] = /^@?(doi|pmid|pmcid|arxiv|url)\s*:\s*(\S+)/i.exec(citation.trim()) ?? []
    return tag && rest ? [[tag.replace(/^@?tag:/, ''), { [kind.toLowerCase()]: rest }]] : []
  })
}
