import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { citationKeys } from '../../core/papers/citation-keys.ts'
import { isOthers } from '../../core/papers/names.ts'
import type { CslItem, CslName, Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'

/** A reference to be exported: its key and item. */
export interface Exported {
  key: string
  csl: CslItem
}

/** Items as CSL-JSON under their keys, sorted as given. */
export function cslJson(references: readonly Exported[]): string {
  return `${JSON.stringify(references.map(clean), null, 2)}\n`
}

/** Items as BibTeX in UTF-8. What LaTeX would take for a command is escaped; letters of every script stay what they are. */
export function bibtex(references: readonly Exported[]): string {
  return references.map(bibtexEntry).join('')
}

/** One item, with what the writer leaves out: a date that names no year, identifiers beside the DOI. */
function bibtexEntry({ key, csl }: Exported): string {
  const veiled = clean({ key, csl: JSON.parse(veil(JSON.stringify(csl))) as CslItem })
  const text = String(plugins.output.format('bibtex', [veiled] as never, {} as never))
  const { dated, PMID: pmid, PMCID: pmcid } = csl
  const more = Object.entries({ year: dated && shown(dated).replace(/[\\{}$&#^_%~]/g, ' '), pmid, pmcid })
  const lines = more.map(([name, value]) => (value ? `\t${name} = {${value}},\n` : '')).join('')
  const entry = unveil(text).replaceAll(' and {others}', ' and others').trimEnd()
  return `${entry.replace(/\n?\}$/, `\n${lines}}`)}\n`
}

/** The writer spells letters in ASCII and drops those it has no command for, so they pass it under another name. */
function veil(text: string): string {
  return text.replace(/[^\0-\u007f]/gu, (letter) => `zq${letter.codePointAt(0)!.toString(16)}qz`)
}

function unveil(text: string): string {
  return text.replace(/zq([0-9a-f]+)qz/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** Items as RIS, each field on a line of its own however long it is: readers take a line's end within a value for a space. */
export function ris(references: readonly Exported[]): string {
  if (references.length === 0) return ''
  const options = { format: 'object' }
  const entries = plugins.output.format('ris' as 'bibtex', references.map(clean) as never, options as never)
  return (entries as unknown as RisEntry[]).map((entry, at) => risLines(risFields(entry, references[at]!))).join('')
}

type RisEntry = Record<string, unknown>

/** What the writer leaves out or puts into one field: the whole key, first and last page, words one by one, the PMID. */
function risFields({ SP: pages, KW: words, ...entry }: RisEntry, { key, csl }: Exported): RisEntry {
  const [first, last] = String(pages ?? '').split(/-(?=[^-]*$)/)
  return {
    ...entry,
    ID: key,
    // Of a conference's paper, PY is by some readers taken for the year of the conference.
    ...(csl.dated ? { PY: shown(csl.dated), ...(entry.TY === 'CONF' ? { Y1: shown(csl.dated) } : {}) } : {}),
    ...(csl.PMID ? { AN: `PMID: ${csl.PMID}` } : {}),
    ...(first ? { SP: first } : {}),
    ...(last ? { EP: last } : {}),
    ...(words ? { KW: String(words).split(/\s*;\s*/) } : {}),
  }
}

function risLines({ TY: type, ...fields }: RisEntry): string {
  const lines = Object.entries(fields).flatMap(([tag, values]) =>
    [values].flat().map((value) => `${tag}  - ${String(value).replace(/\s+/g, ' ')}`),
  )
  return [`TY  - ${type}`, ...lines, 'ER  - ', ''].join('\n')
}

/** The references of papers for exports that span reports, each under a key that no other one has. */
export function byPaper(papers: readonly Paper[]): Exported[] {
  const keys = citationKeys(papers)
  return papers.map(({ id, csl }) => ({ key: keys.get(id)!, csl }))
}

function clean({ key, csl }: Exported): Record<string, unknown> {
  const { dated, author: _, ...item } = csl
  const fields = Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value])
  return {
    ...Object.fromEntries(fields),
    ...(csl.author.length > 0 ? { author: csl.author.map(withOthers) } : {}),
    ...(dated ? { issued: { literal: shown(dated) } } : {}),
    id: key,
    'citation-key': key,
  }
}

/** "et al." as the word that BibTeX knows for it. */
function withOthers(name: CslName): CslName {
  return isOthers(name) ? { literal: 'others' } : name
}
