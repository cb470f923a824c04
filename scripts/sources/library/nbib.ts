import { type Entry, mostCharacters, oversized } from './entry.ts'
import { type NbibFields, nbibWork } from './nbib-work.ts'
import type { TextFile } from './text-file.ts'

interface Open {
  line: number
  /** The tag with which the entry begins. */
  first: string
  fields: NbibFields
  count: number
  characters: number
  last: { values: string[] } | null
}

const tagged = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/s
const longestValue = 1_000_000

/**
 * Reads the MEDLINE format of PubMed, `.nbib` (https://www.nlm.nih.gov/bsd/mms/medlineelements.html): a tag of up to four
 * letters and a hyphen, values over several lines that begin with white space, entries that begin with `PMID`. ERIC writes it too.
 */
export async function* readNbib(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: Open | null = null
  let blank = false
  for await (const lines of file.lines()) {
    for (const text of lines) {
      line += 1
      const found = tagged.exec(text)
      if (!found) {
        if (text.trim() === '') blank = true
        if (open && /^\s+\S/.test(text)) extend(open, text.trim())
        continue
      }
      const tag = found[1]!
      // ERIC's records have no PMID: there a blank line parts them, and each begins with the same tag.
      const next = tag === 'PMID' ? open?.fields.has('PMID') : blank && tag === open?.first && !open.fields.has('PMID')
      blank = false
      if (open && next) {
        yield entryOf(open)
        open = null
      }
      open ??= { line, first: tag, fields: new Map(), count: 0, characters: 0, last: null }
      add(open, tag, found[2]!.trim())
    }
  }
  if (open) yield entryOf(open)
}

function add(open: Open, tag: string, value: string): void {
  open.count += 1
  open.characters += value.length
  open.last = null
  if (oversized(open)) return
  const values = open.fields.get(tag) ?? []
  if (values.length === 0) open.fields.set(tag, values)
  values.push(value)
  open.last = { values }
}

function extend(open: Open, text: string): void {
  open.characters += text.length + 1
  const values = open.last?.values
  if (!values || open.characters > mostCharacters) return
  const value = values[values.length - 1]!
  if (value.length < longestValue) values[values.length - 1] = value === '' ? text : `${value} ${text}`
}

function entryOf(open: Open): Entry {
  return { line: open.line, work: oversized(open) ?? nbibWork(open.fields) }
}
