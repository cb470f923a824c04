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
  const veiled = references.map(({ key, csl }) => ({ key, csl: JSON.parse(veil(JSON.stringify(csl))) as CslItem }))
  return unveil(format('bibtex', veiled)).replaceAll(' and {others}', ' and others')
}

/** The writer spells letters in ASCII and drops those it has no command for, so they pass it under another name. */
function veil(text: string): string {
  return text.replace(/[^\0-\u007f]/gu, (letter) => `zq${letter.codePointAt(0)!.toString(16)}qz`)
}

function unveil(text: string): string {
  return text.replace(/zq([0-9a-f]+)qz/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

/** Items as RIS. */
export function ris(references: readonly Exported[]): string {
  return format('ris', references)
}

/** The references of papers for exports that span reports, each under a key that no other one has. */
export function byPaper(papers: readonly Paper[]): Exported[] {
  const keys = citationKeys(papers)
  return papers.map(({ id, csl }) => ({ key: keys.get(id)!, csl }))
}

function format(name: 'bibtex' | 'ris', references: readonly Exported[]): string {
  if (references.length === 0) return ''
  const text = String(plugins.output.format(name as 'bibtex', references.map(clean) as never, {} as never))
  return text.endsWith('\n') ? text : `${text}\n`
}

function clean({ key, csl }: Exported): Record<string, unknown> {
  const { dated, ...item } = csl
  const fields = Object.entries(item).map(([name, value]) => [name, typeof value === 'string' ? shown(value) : value])
  return {
    ...Object.fromEntries(fields),
    author: csl.author.map(withOthers),
    ...(dated ? { issued: { literal: shown(dated) } } : {}),
    id: key,
    'citation-key': key,
  }
}

/** "et al." as the word that BibTeX knows for it. */
function withOthers(name: CslName): CslName {
  return isOthers(name) ? { literal: 'others' } : name
}
