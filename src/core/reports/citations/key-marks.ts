import type { Flat } from './inline.ts'
import { blank, type Mark } from './mark.ts'

/** Pandoc and manubot keys: `[@key; @key]`, and `@key` in running text. */
export function* keyMarks(flat: Flat): Generator<Mark> {
  const key = String.raw`@(?:\{[^{}\s]+\}|\w(?:[\w:.#$%&+?<>~/()\-]*[\w/)])?)`
  for (const found of flat.text.matchAll(new RegExp(`\\[[^\\[\\]@]{0,80}-?${key}[^\\[\\]]*\\]`, 'g'))) {
    const keys = [...found[0].matchAll(new RegExp(`(?<![\\w.])${key}`, 'g'))].map(([one]) => cleanKey(one))
    const labels = keys.filter((one) => !ofTheText.test(one))
    if (labels.length > 0) yield { ...blank(found), kind: 'key', labels }
  }
  for (const found of flat.text.matchAll(new RegExp(`(?<![\\w.@/[;])${key}`, 'g'))) {
    const label = cleanKey(found[0])
    if (!ofTheText.test(label)) yield { ...blank(found), kind: 'key', labels: [label], keep: true }
  }
}

/** Keys that pandoc-crossref and manubot give to figures, tables, equations, sections and listings of the text itself. */
const ofTheText = /^(?:fig|tbl|table|eq|eqn|sec|lst):/i

/** A key without its sign, braces and what closes the sentence. */
export function cleanKey(found: string): string {
  let key = found.replace(/^@\{?|\}$/g, '')
  while (key.endsWith(')') && key.split('(').length < key.split(')').length) key = key.slice(0, -1)
  return key.replace(/[.:]+$/, '')
}

/** Keys of LaTeX: `\\cite{a,b}`. */
export function* latexMarks(flat: Flat): Generator<Mark> {
  const cite =
    /\\(?:no)?(?:cite|parencite|textcite|autocite|footcite|supercite)(?:[a-z]*)\*?(?:\[[^\]]*\]){0,2}\{([^{}]+)\}/gi
  for (const found of flat.text.matchAll(cite))
    yield {
      ...blank(found),
      kind: 'key',
      labels: found[1]!.split(',').map((one) => one.trim()),
      keep: /\\(?:citet|textcite)/i.test(found[0]),
    }
}
