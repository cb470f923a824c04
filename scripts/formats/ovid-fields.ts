import { bareTitle } from '../sources/titles.ts'
import { addField, type RisFields } from './ris-fields.ts'

/** Names of Ovid's fields in full, in small letters, and their tags. Of the others nothing is read. */
export const ovidNames: Readonly<Record<string, string>> = {
  'unique identifier': 'UI',
  'accession number': 'AN',
  database: 'DB',
  title: 'TI',
  'article title': 'TI',
  'original title': 'TT',
  source: 'SO',
  'journal name': 'JN',
  'abbreviated source': 'AS',
  author: 'AU',
  authors: 'AU',
  'authors full name': 'FA',
  'author(s) full name': 'FA',
  'corporate author': 'CA',
  institution: 'IN',
  'country of publication': 'CP',
  publisher: 'PB',
  abstract: 'AB',
  'publication type': 'PT',
  'document type': 'PT',
  'comments/corrections': 'CM',
  comments: 'CM',
  'digital object identifier': 'DO',
  doi: 'DO',
  'year of publication': 'YR',
  'publication year': 'YR',
  'date of publication': 'DP',
  issn: 'IS',
  isbn: 'IB',
  language: 'LG',
  'keyword heading': 'KW',
  'key words': 'KW',
  keywords: 'KW',
  'mesh subject headings': 'MH',
  'subject headings': 'MH',
}

/** Ovid's tags that say the same as one of RIS. */
const tags: Readonly<Record<string, string>> = {
  UI: 'AN',
  AN: 'AN',
  DB: 'DB',
  TT: 'TT',
  AB: 'AB',
  DO: 'DO',
  LG: 'LA',
  LA: 'LA',
  IS: 'SN',
  PB: 'PB',
  PU: 'PB',
  CM: 'N1',
  MH: 'KW',
  KW: 'KW',
  VO: 'VL',
  IP: 'IS',
  PG: 'SP',
  YR: 'PY',
  JN: 'JF',
  NJ: 'JF',
  BT: 'T2',
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/\b(?:book chapter|chapter)\b/i, 'CHAP'],
  [/\b(?:authored book|edited book|book)\b/i, 'BOOK'],
  [/\bdissertation|thesis\b/i, 'THES'],
  [/\b(?:meeting|conference) abstract\b/i, 'ABST'],
  [/^conference (?:paper|proceedings?)$/i, 'CPAPER'],
]

/** The fields of an entry of Ovid under the tags of RIS. */
export function ovidFields(fields: RisFields): RisFields {
  const all = (tag: string): string[] => (fields.get(tag) ?? []).filter((value) => value !== '')
  const ris: RisFields = new Map()
  const types = all('PT').flatMap(several)
  addField(ris, 'TY', kinds.find(([words]) => types.some((type) => words.test(type)))?.[1] ?? 'JOUR')
  for (const type of types) addField(ris, 'M3', type)
  for (const title of all('TI').slice(0, 1)) addField(ris, 'TI', bareTitle(title))
  for (const [tag, name] of Object.entries(tags)) for (const value of all(tag)) addField(ris, name, value)
  const people = all('FA').length >= all('AU').length ? all('FA') : all('AU')
  for (const name of people.flatMap(several)) addField(ris, 'AU', name)
  for (const group of all('CA')) addField(ris, 'AU', group)
  const source = sourceOf(all('SO')[0] ?? '')
  for (const [tag, value] of Object.entries(source)) if (value && !ris.has(tag)) addField(ris, tag, value.trim())
  return ris
}

/** One line may hold several values, two spaces apart, each with a full stop; brackets behind a name say what its bearer did. */
function several(line: string): string[] {
  return line.split(/\s{2,}/).map((value) =>
    value
      .replace(/\s*\[[^\]]*\]/g, '')
      .replace(/(?<=\p{Ll}{2})\.$/u, '')
      .trim(),
  )
}

/** Volume, issue and pages, as `12(3):45-56,` or `12 (3) (pp 45-56),`; pages alone in books. */
const place =
  /(?:(?<=[.\s])(?<VL>\d[\w/-]*)\s*(?<supplement>Suppl[^(:,]*?)?\s*(?:\((?!pp?\b|no pag)(?<IS>[^()]*)\))?\s*(?::\s*(?<SP>[^,\s]+)|\(pp?\.?\s*(?<pp>[^()]+)\)|\(no pagination\))?|:\s*(?<only>\d[\w-]*)),\s/
/** Another order, as in PsycInfo: the volume behind "Vol.", the pages behind the year. */
const inWords = /Vol\.?\s*(?<VL>\w+)(?:\((?<IS>[^()]*)\))?,(?=\s*(?:\p{L}+\s+)?\d{4},\s*pp?\.?\s*(?<SP>[\w–-]+))/u

/** Where it was printed, from the one line in which Ovid writes it: `Journal. 12(3):45-56, 2001 Jan.` */
function sourceOf(line: string): Record<string, string | undefined> {
  const plain = line.replace(/^.*\[Editor[^\]]*\]\.\s*/s, '').replace(/\s+/g, ' ')
  const found = inWords.exec(plain) ?? place.exec(plain)
  if (!found) return {}
  const { VL, IS, SP, supplement, pp, only } = found.groups ?? {}
  const before = plain.slice(0, found.index)
  return {
    T2: (/^(.+?)\.(?:\s|$)/.exec(before)?.[1] ?? before).replace(/\s*\[[^\]]*\]/g, '').trim(),
    VL,
    IS: IS ?? supplement,
    SP: SP ?? pp ?? only ?? /\bArticle Number: (\w[\w-]*)/.exec(plain)?.[1],
    PY: /\b(?:1[89]|20)\d\d\b/.exec(plain.slice(found.index + found[0].length))?.[0] ?? '',
  }
}
