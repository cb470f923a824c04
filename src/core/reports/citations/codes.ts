import type { SourceList } from './lists.ts'
import type { Mark } from './mark.ts'

/** Codes that entries bear, as S3 or T07. */
export function codesOf(lists: readonly SourceList[]): Set<string> {
  return new Set(
    lists.flatMap(({ entries }) =>
      entries.flatMap(({ label }) => (label && /^[A-Z]{1,3}-?\d{1,3}$/.test(label) ? [label] : [])),
    ),
  )
}

/** Labels of entries that are words, as `Smith2020`. */
export function labelsOf(lists: readonly SourceList[]): Set<string> {
  return new Set(
    lists.flatMap(({ entries }) =>
      entries.flatMap(({ label }) => (label && /^(?=.*\p{L})[\w.:+-]{2,40}$/u.test(label) ? [label] : [])),
    ),
  )
}

/** Labels in square brackets, one or several. */
export function labelMarks(text: string, known: ReadonlySet<string>): Mark[] {
  if (known.size === 0) return []
  return [...text.matchAll(/\[([\p{L}\w.:+ ,;-]{2,200})\](?![:(])/gu)].flatMap((found) => {
    const labels = found[1]!.split(/\s*[,;]\s*/)
    if (!labels.some((label) => known.has(label))) return []
    const base = { kind: 'code' as const, form: 'other' as const, url: null, title: null, keep: false }
    return [{ ...base, labels, start: found.index, end: found.index + found[0].length }]
  })
}

/** Codes in brackets, several of them or ranges too, and codes in the sentence. */
export function codeMarks(text: string, codes: ReadonlySet<string>): Mark[] {
  if (codes.size === 0) return []
  const code = [...codes].map((one) => one.replace('-', '\\-')).join('|')
  // In brackets beside codes that are known, one of their kind that nothing defines is a code too.
  const kind = [...new Set([...codes].map((one) => one.replace(/\d+$/, '').replace('-', '\\-')))].join('|')
  const any = `(?:${kind})\\d{1,3}`
  const group = new RegExp(
    `[[(](?:${any})(?:\\s*[,;–-]\\s*(?:${any}))*[\\])]|(?<![\\p{L}\\d-])(?:${code})(?![\\p{L}\\d])`,
    'gu',
  )
  const known = new RegExp(`(?<![\\p{L}\\d])(?:${code})(?!\\d)`, 'u')
  return [...text.matchAll(group)]
    .filter(([one]) => known.test(one))
    .map((found) => ({
      ...{
        start: found.index,
        end: found.index + found[0].length,
        kind: 'code' as const,
        form: 'other' as const,
        url: null,
        title: null,
      },
      labels: codeRange(found[0], codes),
      keep: !/^[[(]/.test(found[0]),
    }))
}

/** The codes of `S3–S5, S7`. */
function codeRange(text: string, codes: ReadonlySet<string>): string[] {
  return text.split(/\s*[,;]\s*/).flatMap((part) => {
    const [from, to] = [...part.matchAll(/([A-Z]{1,3}-?)(\d{1,3})/g)]
    if (!from) return []
    if (!to) return [from[0]]
    return [...codes].filter(
      (one) =>
        one.startsWith(from[1]!) &&
        Number(/\d+$/.exec(one)) >= Number(from[2]) &&
        Number(/\d+$/.exec(one)) <= Number(to[2]),
    )
  })
}
