import { type RawEntry, scanBibtex } from './bibtex-entries.ts'
import { type BibtexFields, readFields } from './bibtex-fields.ts'
import { noEntries } from './bibtex-types.ts'
import { bibtexWork } from './bibtex-work.ts'
import type { Entry } from './entry.ts'
import { oversized } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** Fields of other entries that some entries refer to, by key in small letters. */
type Lenders = Map<string, Map<string, string>>

const refers = /\b(?:crossref|xdata)\s*=/i
const deepest = 5
/** Fields that a part does not take from the whole it belongs to. */
const ownOnly = new Set(
  'crossref xdata ids key title subtitle shorttitle titleaddon booktitle author doi url pages abstract note'.split(' '),
)

/**
 * Reads BibTeX and biblatex: `@string`, `#`, `crossref` and `xdata`, LaTeX accents, entries with odd braces or without commas.
 * An entry in which the file ends is rejected.
 */
export async function* readBibtex(file: TextFile): AsyncGenerator<Entry> {
  const strings = new Map<string, string>()
  const lenders = await lendersOf(file)
  for await (const raw of scanBibtex(file)) {
    if (raw.type === 'string') define(raw, strings)
    if (noEntries.has(raw.type)) continue
    yield { line: raw.line, work: workOf(raw, strings, lenders) }
  }
}

function define(raw: RawEntry, strings: Map<string, string>): void {
  for (const [name, value] of readFields(`,${raw.body}`, strings).values) strings.set(name, value)
}

function workOf(raw: RawEntry, strings: ReadonlyMap<string, string>, lenders: Lenders): Entry['work'] {
  const long = oversized({ count: 0, characters: raw.characters })
  if (long) return long
  if (raw.end === 'file' && !/\n[ \t]*[)}]\s*$/.test(`\n${raw.body}`))
    return { rule: 'cut-off', reason: 'the file ends inside this entry: it is cut off' }
  const fields = readFields(raw.body, strings, raw.end === 'closed')
  const many = oversized({ count: fields.count, characters: raw.characters })
  if (many) return many
  if (raw.type === 'xdata' || raw.type === 'set')
    return { rule: 'no-work', reason: `an @${raw.type} entry only serves other entries; it is no work` }
  return bibtexWork(raw.type, inherited(fields, lenders))
}

/** The fields of an entry with what it takes from those it refers to: a title there is the name of the whole here. */
function inherited({ key, values }: BibtexFields, lenders: Lenders): Map<string, string> {
  const all = new Map(values)
  const seen = new Set([key.toLowerCase()])
  let current: ReadonlyMap<string, string> | undefined = values
  for (let depth = 0; depth < deepest && current; depth++) {
    const names = referred(current)
    current = undefined
    for (const { name, plain } of names) {
      const lender = seen.has(name) ? undefined : lenders.get(name)
      if (!lender) continue
      seen.add(name)
      current ??= lender
      for (const [field, value] of lender) {
        if (plain || !ownOnly.has(field)) fill(all, field, value)
        else if (field === 'title') for (const whole of ['booktitle', 'journal']) fill(all, whole, value)
      }
    }
  }
  return all
}

function fill(all: Map<string, string>, field: string, value: string): void {
  if ((all.get(field) ?? '') === '') all.set(field, value)
}

function referred(values: ReadonlyMap<string, string>): { name: string; plain: boolean }[] {
  const of = (field: string, plain: boolean) =>
    (values.get(field) ?? '')
      .split(',')
      .map((name) => ({ name: name.trim().toLowerCase(), plain }))
      .filter(({ name }) => name !== '')
  return [...of('crossref', false), ...of('xdata', true)]
}

/** Reads the file once more where entries refer to others, which may stand anywhere. */
async function lendersOf(file: TextFile): Promise<Lenders> {
  const wanted = new Set<string>()
  const lenders: Lenders = new Map()
  const strings = new Map<string, string>()
  for await (const raw of scanBibtex(file)) {
    if (raw.type === 'string') define(raw, strings)
    else if (refers.test(raw.body))
      for (const { name } of referred(readFields(raw.body, strings).values)) wanted.add(name)
  }
  if (wanted.size === 0) return lenders
  for await (const raw of scanBibtex(file)) {
    if (noEntries.has(raw.type)) continue
    const { key, values } = readFields(raw.body, strings)
    const name = key.toLowerCase()
    if (!wanted.has(name)) continue
    lenders.set(name, values)
    for (const other of referred(values)) wanted.add(other.name)
  }
  return lenders
}
