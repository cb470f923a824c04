import { columnsOf } from './csv-columns.ts'
import { hasFieldsByRow } from './csv-fields.ts'
import type { Format } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** What a file holds: one of our formats, or something else by its name, with what to do where the tool that wrote it is known. */
export type Found = { format: Format['id'] } | { other: string; instead?: string }

const asCsv = 'If it is a sheet, save it as CSV (UTF-8) and bring that.'
const asLibrary = 'Export it as RIS, BibTeX or CSL-JSON from the program that wrote it'

/** Libraries in other forms, and spreadsheets: what to bring instead. */
const others: readonly (readonly [RegExp, string, string])[] = [
  [/<rdf:RDF[\s>]/, 'RDF', `${asLibrary}.`],
  [/<(?:mods:)?mods(?:Collection)?[\s>]/, 'MODS', `${asLibrary}.`],
  [/<(?:marc:)?(?:collection|record)[\s\S]{0,200}MARC21/, 'MARC XML', `${asLibrary}.`],
  [/<(?:b:)?Sources[\s\S]{0,400}bibliography/, 'sources of Word', `${asLibrary}, or bring the document as a report.`],
]

const magics: readonly (readonly [string, string, string?])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive (perhaps a Word or Excel document)', asCsv],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel document', asCsv],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['{\\rtf', 'an RTF document'],
]

const texts: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<!doctype html|<html|<head|<body|<script)/i, 'an HTML page (perhaps a login or an error page)'],
  [/^\s*<(?:\?xml|[a-z][\w:.-]*[\s>])/i, 'XML'],
  [/^\s*\[[^\]\r\n]*\]\s*\r?\n(?:\s*\r?\n)*[ \t]+[\w-]+:[ \t]/m, 'Bib.TXT'],
  [/^---\r?\n[\s\S]*?^\w[\w-]*:/m, 'YAML or Markdown with front matter'],
  [/^#{1,6} \S/m, 'Markdown'],
]

/** Its first line, or where that was cut off the first two tags of a record. */
const webOfScience = /^FN (?:Thomson|Clarivate|ISI|Web of)|^PT [A-Z]\r?\n(?:AU|BA|CA|ED) /m

/** A number in angle brackets, then a tag or the name of a field with its value indented below. */
const ovid = /^\s*<\d+\.? ?>\s*?\r?\n(?:[A-Z][A-Z0-9] {1,2}- |[A-Z][\w/() -]{2,60}\r?\n[ \t]{1,8}\S)/m

/** RIS that names no type: a title and, further on, the end of a record. */
const untyped = /^ {0,3}(?:TI|T1) {1,2}- \S[^\n]*\n(?:[^\n]*\n)*? {0,3}ER {1,2}-\s*$/m

/** Better BibTeX names itself before its settings; items of Zotero name their type as no other JSON does. */
const zoteroJson = /^\s*[[{][\s\S]*?(?:"label"\s*:\s*"Better ?BibTeX JSON"|"itemType"\s*:\s*")/i

/** Formats that their beginning names. */
const marks: readonly (readonly [RegExp, Format['id']])[] = [
  [/^\s*(?:<\?xml[\s\S]{0,500}?)?<(?:PubmedArticleSet|PubmedBookArticleSet)[\s>]/, 'pubmed-xml'],
  [/^\s*(?:<\?xml[\s\S]{0,500}?)?<xml>\s*<records[\s/>]/i, 'endnote-xml'],
  [/<rdf:RDF[^>]*zotero\.org\/namespaces\/export/, 'zotero-rdf'],
  [/^\s?%0 \w[\s\S]*?^\s?%[TAJBD]\s/m, 'refer'],
  [/^\s*(?:[^\n]{0,200}\n\s*){0,8}Record #\d+ of \d+\s*\n\s*[A-Z]{2,3}: /, 'cochrane'],
]

/** What the beginning of a file shows it to be. */
export function sniff(file: TextFile): Found {
  const raw = Buffer.from(file.bytes.subarray(0, 24)).toString('latin1')
  for (const [magic, name, instead] of magics)
    if (raw.startsWith(magic)) return { other: name, ...(instead ? { instead } : {}) }
  const { head } = file
  if (head.trim() === '') return { other: 'nothing but white space' }
  if (isBinary(head)) return { other: 'binary data' }
  if (zoteroJson.test(head)) return { format: 'zotero-json' }
  if (/^\s*[[{]/.test(head) && !/^\s*\[[^\]\r\n{["]*\]\s*(?:\r?\n|$)(?=\s*\S)/.test(head)) return { format: 'csl-json' }
  if (/^\s{0,3}TY[ \t]{0,3}-/m.test(head)) return { format: 'ris' }
  if (ovid.test(head)) return { format: 'ovid' }
  if (/^PMID- *\d/m.test(head) || isMedline(head)) return { format: 'nbib' }
  if (untyped.test(head)) return { format: 'ris' }
  if (webOfScience.test(head)) return { format: 'wos' }
  for (const [pattern, format] of marks) if (pattern.test(head)) return { format }
  for (const [pattern, name, instead] of others) if (pattern.test(head)) return { other: name, instead }
  for (const [pattern, name] of texts.slice(0, 2)) if (pattern.test(head)) return { other: name }
  if (/^[ \t]*@[a-z]+\s*[{(]/im.test(head)) return { format: 'bibtex' }
  if (columnsOf(head) || hasFieldsByRow(head)) return { format: 'csv' }
  for (const [pattern, name] of texts.slice(2)) if (pattern.test(head)) return { other: name }
  return { other: 'text in no bibliographic format' }
}

/** The MEDLINE format without PMIDs, as ERIC writes it: full names under its own tag, or three more of its tags. */
function isMedline(head: string): boolean {
  const tags = new Set([...head.slice(0, 20_000).matchAll(/^([A-Z]{2,4}) {0,2}- \S/gm)].map(([, tag]) => tag!))
  return (
    !tags.has('TY') &&
    !tags.has('ER') &&
    ((tags.has('FAU') && (tags.has('TI') || tags.has('BTI'))) ||
      ['OWN', 'OID', 'JT', 'DP', 'PT', 'LID', 'PG', 'FAU', 'DEP'].filter((tag) => tags.has(tag)).length >= 3)
  )
}

function isBinary(head: string): boolean {
  const sample = head.slice(0, 8192)
  const odd = (sample.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g) ?? []).length
  return sample.includes('\0') || odd > sample.length * 0.02
}
