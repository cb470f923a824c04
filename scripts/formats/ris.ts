import type { Entry } from './entry.ts'
import { addTo, entryOf, extendLast, type OpenEntry, openEntry } from './open-entry.ts'
import { joinFields } from './ris-fields.ts'
import { openingTags, risTags } from './ris-tags.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'

/** `head` is what stands before the TY line, where that is not the first. */
interface Open extends OpenEntry {
  head: OpenEntry | null
}

const strict = /^\s{0,3}([A-Z][A-Z0-9]) {2}-(?: (.*)|\s*)$/s
/** Tags that some tools write in full. */
const full: Record<string, string> = { DOI: 'DO', PMID: 'PM', PMCID: 'C2', ISSN: 'SN', ISBN: 'SN', URL: 'UR' }
const inFull = /^\s{0,3}(DOI|PMID|PMCID|ISSN|ISBN|URL)[ \t]{0,3}-[ \t]+(\S.*)$/s
const lenient = /^\s{0,3}([A-Z][A-Z0-9])[ \t]{0,3}-(?:[ \t]*(.*))$/s

/**
 * Reads RIS of any dialect: one or two spaces or a tab before the hyphen, values over several lines, entries that lack
 * their first or last line, text between entries. An entry on which the file ends although the others are closed is rejected.
 */
export async function* readRis(file: TextFile): AsyncGenerator<Entry> {
  let line = 0
  let open: Open | null = null
  let closed = 0
  for await (const lines of file.lines()) {
    for (const text of lines) {
      line += 1
      const field = fieldOf(text, open !== null)
      if (!field) {
        if (open && text.trim() !== '') extendLast(open, text.trim())
        continue
      }
      const [tag, value] = field
      if (tag === 'ER') {
        if (open) yield* entriesOf(open)
        open = null
        closed += 1
        continue
      }
      if (tag === 'TY' || (!open && (openingTags.has(tag) || strict.test(text)))) {
        const head: OpenEntry | null = tag === 'TY' && open && !open.fields.has('TY') ? open : null
        if (open && !head) yield* entriesOf(open)
        open = { ...openEntry(line), head }
      }
      if (open) addTo(open, tag, value.trim())
    }
  }
  if (!open || !isEntry(open)) return
  if (closed === 0) yield* entriesOf(open)
  else
    yield {
      line: open.line,
      work: { rule: 'cut-off', reason: 'the file ends inside this entry (no ER line): it is cut off' },
    }
}

function fieldOf(text: string, inside: boolean): [string, string] | null {
  const sure = strict.exec(text)
  if (sure) return [sure[1]!, sure[2] ?? '']
  const spelled = inFull.exec(text)
  if (spelled) return [full[spelled[1]!]!, spelled[2]!]
  const found = lenient.exec(text)
  if (!found || !risTags.has(found[1]!)) return null
  // Within an entry a line such as "IS - as we show" is more likely prose than a tag written oddly.
  if (inside && /^[A-Z][A-Z0-9] - [a-z]/.test(text) && !/^\s*ER/.test(text)) return null
  return [found[1]!, found[2] ?? '']
}

/** An entry whose TY is not its first line, or two entries where both parts say what a work has once. */
function* entriesOf(open: Open): Generator<Entry> {
  const { head } = open
  if (!isEntry(open)) return
  if (!head) yield entryOf(open, risWork)
  else if (onlyOnce.some((tag) => head.fields.has(tag) && open.fields.has(tag))) {
    yield entryOf(head, risWork)
    yield entryOf(open, risWork)
  } else yield entryOf(together(head, open), risWork)
}

/** Lines with tags that no work begins with are a tail of the file. */
function isEntry({ head, fields }: Open): boolean {
  return head !== null || fields.has('TY') || [...openingTags].some((tag) => fields.has(tag))
}

const onlyOnce = ['TI', 'T1', 'DO', 'PY', 'Y1', 'JO', 'JF', 'T2', 'SP', 'VL', 'ID']

function together(head: OpenEntry, open: OpenEntry): OpenEntry {
  return {
    ...openEntry(head.line, joinFields(head.fields, open.fields)),
    count: head.count + open.count,
    characters: head.characters + open.characters,
  }
}
