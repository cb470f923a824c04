import { isObject, list, object, text } from '../sources/json.ts'
import { type Entry, mostCharacters } from './entry.ts'
import { jsonItems, parseItem } from './json-items.ts'
import { addField, type RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'
import types from './zotero-types.json' with { type: 'json' }

/** Where a field of RIS stands in an item; each kind of item has its own name for what it appeared in. */
const places: readonly (readonly [tag: string, ...fields: string[]])[] = [
  ['TI', 'title', 'caseName', 'nameOfAct', 'subject'],
  ['AB', 'abstractNote'],
  ['DA', 'date', 'dateDecided', 'dateEnacted', 'issueDate'],
  ['PY', 'date', 'dateDecided', 'dateEnacted', 'issueDate'],
  ['JF', 'publicationTitle', 'websiteTitle', 'blogTitle', 'forumTitle', 'repository'],
  ['BT', 'bookTitle', 'encyclopediaTitle', 'dictionaryTitle'],
  ['C3', 'proceedingsTitle'],
  ['JA', 'journalAbbreviation'],
  ['T2', 'conferenceName', 'meetingName'],
  ['T3', 'series', 'seriesTitle'],
  ['VL', 'volume'],
  ['IS', 'issue', 'reportNumber'],
  ['SP', 'pages'],
  ['PB', 'publisher', 'university', 'institution'],
  ['M3', 'genre', 'type', 'thesisType', 'reportType', 'presentationType', 'manuscriptType'],
  ['DO', 'DOI'],
  ['SN', 'ISSN'],
  ['SN', 'ISBN'],
  ['LA', 'language'],
  ['UR', 'url'],
  ['AN', 'archiveID', 'PMID', 'PMCID'],
]

const kinds: Readonly<Record<string, string>> = types.kinds

/**
 * Reads Zotero's items as JSON: what Better BibTeX writes, an object with the list `items`, and the list that Zotero's
 * own interface gives, where each item stands under `data`. No notes, files or collections.
 * @throws TouchstoneError `file-format-mismatch` where the JSON ends early or holds something else
 */
export async function* readZoteroJson(file: TextFile): AsyncGenerator<Entry> {
  for await (const { line, json } of jsonItems(file, 'items')) {
    if (json === null) {
      yield { line, work: { rule: 'too-long', reason: `the item has more than ${mostCharacters} characters` } }
      continue
    }
    const said = object(parseItem(json, line, file.name))
    const item = isObject(said.data) ? said.data : said
    if (!types.none.includes(text(item.itemType))) yield { line, work: risWork(fieldsOf(item)) }
  }
}

function fieldsOf(item: Record<string, unknown>): RisFields {
  const fields: RisFields = new Map()
  const add = (tag: string, value: string) => {
    if (value !== '') addField(fields, tag, value)
  }
  add('TY', kinds[text(item.itemType)] ?? 'GEN')
  for (const creator of list(item.creators)) {
    const { creatorType, ...names } = object(creator)
    if (types.creators.includes(text(creatorType))) add('AU', nameOf(names))
    else if (creatorType === 'editor') add('ED', nameOf(names))
  }
  for (const [tag, ...names] of places) add(tag, names.map((name) => text(item[name])).find(Boolean) ?? '')
  for (const said of text(item.extra).split('\n')) add('N1', said.trim())
  for (const tag of list(item.tags)) add('KW', text(isObject(tag) ? tag.tag : tag))
  return fields
}

/** A name in two fields, or in one: that of an organisation. */
function nameOf({ name, lastName, firstName }: Record<string, unknown>): string {
  const [whole, family, given] = [name, lastName, firstName].map(text)
  if (given) return family ? `${family}, ${given}` : given
  return whole || family ? `{${(whole || family)!.replace(/[{}]/g, '')}}` : ''
}
