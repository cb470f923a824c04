import { child, content, elements, type XmlElement } from '../sources/xml.ts'
import type { Entry } from './entry.ts'
import { addField, type RisFields } from './ris-fields.ts'
import { risWork } from './ris-work.ts'
import type { TextFile } from './text-file.ts'
import { xmlElements } from './xml-elements.ts'
import types from './zotero-types.json' with { type: 'json' }

/** Elements below the root that may be works; what appeared where is an element of its own, beside them or within. */
const works = new Set(types.elements)
const containers = new Set(['bib:Journal', 'bib:Book', 'bib:Periodical', 'bib:Newspaper', 'bib:Series', 'bib:Website'])
const kinds: Readonly<Record<string, string>> = types.kinds

/**
 * Reads Zotero's export as RDF: a work names its journal or book by an address, and that stands beside it with volume,
 * number and, where it has one, the DOI of the work. The file is read twice: for what appeared where, then for the works.
 */
export async function* readZoteroRdf(file: TextFile): AsyncGenerator<Entry> {
  const found = await readContainers(file)
  for await (const { line, element } of xmlElements(file, works)) {
    if ('rule' in element) yield { line, work: element }
    else if (kindOf(element) !== null) yield { line, work: risWork(fieldsOf(element, found)) }
  }
}

/** What works appeared in, by its address; how many works name it says whether its DOI can be that of one. */
interface Containers {
  byAddress: Map<string, XmlElement>
  named: Map<string, number>
}

async function readContainers(file: TextFile): Promise<Containers> {
  const byAddress = new Map<string, XmlElement>()
  const named = new Map<string, number>()
  for await (const { element } of xmlElements(file, new Set([...works, ...containers]))) {
    if ('rule' in element) continue
    const address = element.attributes['rdf:about']
    if (address !== undefined && containers.has(element.name)) byAddress.set(address, element)
    for (const part of elements(element, 'dcterms:isPartOf')) {
      const at = part.attributes['rdf:resource']
      if (at !== undefined) named.set(at, (named.get(at) ?? 0) + 1)
    }
  }
  return { byAddress, named }
}

/** The type of RIS of an item; null where the element is a note, a file, a collection or no item. */
function kindOf(element: XmlElement): string | null {
  const said = content(child(element, 'z:itemType'))
  if (said !== '') return kinds[said] ?? (types.none.includes(said) ? null : 'GEN')
  return containers.has(element.name) || element.name === 'rdf:Description' ? null : 'GEN'
}

function fieldsOf(item: XmlElement, containers: Containers): RisFields {
  const fields: RisFields = new Map()
  const add = (tag: string, value: string) => {
    if (value !== '') addField(fields, tag, value)
  }
  const kind = kindOf(item)!
  addField(fields, 'TY', kind)
  for (const person of peopleOf(item, 'bib:authors', 'z:presenters', 'z:programmers')) add('AU', person)
  for (const person of peopleOf(item, 'bib:editors')) add('ED', person)
  for (const [tag, ...path] of places) add(tag, content(child(item, ...path)))
  for (const said of content(child(item, 'dc:description')).split('\n')) add('N1', said.trim())
  for (const subject of elements(item, 'dc:subject')) add('KW', content(subject))
  for (const identifier of elements(item, 'dc:identifier')) addIdentifier(add, identifier, true)
  for (const part of elements(item, 'dcterms:isPartOf')) addContainer(add, part, containers, kind === 'CPAPER')
  return fields
}

const places: readonly (readonly [tag: string, ...path: string[]])[] = [
  ['TI', 'dc:title'],
  ['AB', 'dcterms:abstract'],
  ['DA', 'dc:date'],
  ['PY', 'dc:date'],
  ['SP', 'bib:pages'],
  ['LA', 'z:language'],
  ['VL', 'prism:volume'],
  ['IS', 'prism:number'],
  ['M3', 'z:type'],
  ['M3', 'dc:type'],
  ['PB', 'dc:publisher', 'foaf:Organization', 'foaf:name'],
  ['T2', 'bib:presentedAt', 'bib:Conference', 'dc:title'],
]

function peopleOf(item: XmlElement, ...roles: readonly string[]): string[] {
  const people = roles.flatMap((role) => elements(child(item, role, 'rdf:Seq'), 'rdf:li'))
  return people.map((one) => {
    const person = child(one, 'foaf:Person')
    const [family, given] = ['foaf:surname', 'foaf:givenName'].map((name) => content(child(person, name)))
    return [family, given || content(child(person, 'foaf:givenname'))].filter(Boolean).join(', ')
  })
}

/** `DOI 10.…`, `ISSN …`, `ISBN …`, or an address. */
function addIdentifier(add: (tag: string, value: string) => void, identifier: XmlElement, ownDoi: boolean): void {
  const [, scheme = '', value = ''] = /^(DOI|ISSN|ISBN)\s+(.+)$/is.exec(content(identifier)) ?? []
  if (scheme === 'DOI' && ownDoi) add('DO', value)
  else if (scheme === 'ISSN' || scheme === 'ISBN') add('SN', value)
  else if (scheme === '') add('UR', content(child(identifier, 'dcterms:URI', 'rdf:value')))
}

function addContainer(
  add: (tag: string, value: string) => void,
  part: XmlElement,
  all: Containers,
  meeting: boolean,
): void {
  const address = part.attributes['rdf:resource']
  const container = address === undefined ? elements(part)[0] : all.byAddress.get(address)
  if (!container) return
  const tag = container.name === 'bib:Series' ? 'T3' : meeting ? 'C3' : container.name === 'bib:Journal' ? 'JF' : 'BT'
  add(tag, content(child(container, 'dc:title')))
  add('VL', content(child(container, 'prism:volume')))
  add('IS', content(child(container, 'prism:number')))
  const isOfOne = address === undefined || all.named.get(address) === 1
  for (const identifier of elements(container, 'dc:identifier')) addIdentifier(add, identifier, isOfOne)
}
