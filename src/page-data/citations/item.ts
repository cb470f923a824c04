import { isOthers } from '../../core/papers/names.ts'
import type { CslItem } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import { titleOf } from '../names.ts'
import type { CslData } from './engine.ts'

const dropped = new Set(['id', 'DOI', 'URL', 'keyword', 'language', 'PMID', 'PMCID', 'ISSN', 'ISBN'])
const open = '\ue000'
const close = '\ue001'

/**
 * A paper's item for the style engine under a short key. Links are left out (we build them ourselves), and angle brackets
 * are exchanged for marks of private use, because the engine would read some of them as markup.
 */
export function engineItem(key: string, csl: CslItem): CslData {
  const { dated, ...said } = csl
  const author = csl.author.map((name) => (isOthers(name) ? { literal: 'others' } : name))
  const issued = dated && !csl.issued ? { issued: { literal: dated } } : {}
  const kept = Object.entries({ ...said, author, ...issued }).filter(([field]) => !dropped.has(field))
  const item = Object.fromEntries(kept.map(([field, value]) => [field, guarded(value)])) as CslData
  item.title = csl.title.trim() ? guarded(titleOf(csl)) : '[Untitled record]'
  return { ...item, id: key, system_id: key }
}

/** Puts the angle brackets back, as text. */
export function released(html: string): string {
  return html.replaceAll(open, '&lt;').replaceAll(close, '&gt;')
}

/** Puts the angle brackets back into plain text. */
export function releasedText(text: string): string {
  return text.replaceAll(open, '<').replaceAll(close, '>')
}

function guarded(value: unknown): unknown {
  if (typeof value === 'string') return shown(value).replaceAll('<', open).replaceAll('>', close)
  if (Array.isArray(value)) return value.map(guarded)
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, guarded(inner)]))
  }
  return value
}
