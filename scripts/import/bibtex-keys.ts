import { normaliseDoi } from '../../src/core/papers/doi.ts'
import type { KnownKey } from '../../src/core/reports/citations/resolve.ts'
import { scanBibtex } from '../formats/bibtex-entries.ts'
import { readFields } from '../formats/bibtex-fields.ts'
import { bibtexNames } from '../formats/bibtex-names.ts'
import { noEntries } from '../formats/bibtex-types.ts'
import { openText } from '../formats/text-file.ts'

/** What each key of a BibTeX file stands for. An entry that cannot be read is left out. */
export async function readBibtexKeys(path: string): Promise<[string, KnownKey][]> {
  const found: [string, KnownKey][] = []
  for await (const raw of scanBibtex(await openText(path, path))) {
    if (noEntries.has(raw.type)) continue
    const { key, values } = readFields(raw.body, new Map(), raw.end === 'closed')
    if (key) found.push([key, knownOf(values)])
  }
  return found
}

function knownOf(values: ReadonlyMap<string, string>): KnownKey {
  const doi = normaliseDoi(values.get('doi') ?? '')
  const arxiv = /arxiv/i.test(values.get('archiveprefix') ?? values.get('eprinttype') ?? '')
    ? values.get('eprint')
    : undefined
  const [first] = bibtexNames(values.get('author') ?? values.get('editor') ?? '')
  const author =
    first && ('literal' in first && first.literal ? first.literal : 'family' in first ? first.family : undefined)
  const year = Number(/\b\d{4}\b/.exec(values.get('year') ?? values.get('date') ?? '')?.[0])
  const title = values.get('title')?.replace(/[{}]/g, '')
  return {
    ...(doi ? { doi } : {}),
    ...(/^\d{1,9}$/.test(values.get('pmid') ?? '') ? { pmid: values.get('pmid')! } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(values.get('url') ? { url: values.get('url')! } : {}),
    ...(title ? { title } : {}),
    ...(author ? { author } : {}),
    ...(year > 0 ? { year } : {}),
  }
}
