import type { Entry } from './entry.ts'
import { nbibWork } from './nbib-work.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
import type { TextFile } from './text-file.ts'

/** `first` is the tag with which the entry begins. */
interface Open extends OpenEntry {
  first: string
}

const none = new Set<string>()
const tagged = /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/s

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
        if (open && /^\s+\S/.test(text)) extendLast(open, text.trim(), none, ' ')
        continue
      }
      const tag = found[1]!
      // ERIC's records have no PMID: there a blank line parts them, and each begins with the same tag.
      const next = tag === 'PMID' ? open?.fields.has('PMID') : blank && tag === open?.first && !open.fields.has('PMID')
      blank = false
      if (open && next) {
        yield entryOf(open, nbibWork)
        open = null
      }
      open ??= { ...openEntry(line), first: tag }
      addTo(open, tag, found[2]!.trim())
    }
  }
  if (open) yield entryOf(open, nbibWork)
}
