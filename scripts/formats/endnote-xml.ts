import { child, content, elements, type XmlElement } from '../sources/xml.ts'
import { endnoteType } from './endnote-types.ts'
import type { Entry } from './entry.ts'
import { addField, type RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'
import { xmlElements } from './xml-elements.ts'

/** Where a field of RIS stands in a record, as paths of element names. */
const places: readonly (readonly [tag: string, ...path: string[]])[] = [
  ['AU', 'contributors', 'authors', 'author'],
  ['ED', 'contributors', 'secondary-authors', 'author'],
  ['TI', 'titles', 'title'],
  ['TT', 'titles', 'translated-title'],
  ['ST', 'titles', 'short-title'],
  ['T2', 'titles', 'secondary-title'],
  ['T3', 'titles', 'tertiary-title'],
  ['JF', 'periodical', 'full-title'],
  ['JF', 'alt-periodical', 'full-title'],
  ['JA', 'periodical', 'abbr-1'],
  ['SP', 'pages'],
  ['C7', 'custom7'],
  ['VL', 'volume'],
  ['IS', 'number'],
  ['PY', 'dates', 'year'],
  ['DA', 'dates', 'pub-dates', 'date'],
  ['PB', 'publisher'],
  ['SN', 'isbn'],
  ['AN', 'accession-num'],
  ['C2', 'custom2'],
  ['DO', 'electronic-resource-num'],
  ['AB', 'abstract'],
  ['LA', 'language'],
  ['KW', 'keywords', 'keyword'],
  ['DB', 'remote-database-name'],
  ['M3', 'work-type'],
  ['N1', 'notes'],
  ['RN', 'research-notes'],
  ['U1', 'label'],
  ['UR', 'urls', 'related-urls', 'url'],
  ['UR', 'urls', 'web-urls', 'url'],
]

/** Reads EndNote's export as XML: its fields are those of RIS under longer names, each in pieces of one style. */
export async function* readEndnoteXml(file: TextFile): AsyncGenerator<Entry> {
  for await (const { line, element } of xmlElements(file, new Set(['record'])))
    yield { line, work: 'rule' in element ? element : risWork(fieldsOf(element)) }
}

function fieldsOf(record: XmlElement): RisFields {
  const fields: RisFields = new Map()
  const kind = child(record, 'ref-type')
  addField(fields, 'TY', endnoteType(kind?.attributes.name ?? content(kind)))
  for (const [tag, ...path] of places) {
    const parents = path.slice(0, -1)
    for (const element of elements(parents.length > 0 ? child(record, ...parents) : record, path.at(-1)))
      addField(fields, tag, content(element))
  }
  return fields
}
