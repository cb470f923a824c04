import type { MarkKind } from './model.ts'

/** A citation as it stands in a text, before anybody knows where it leads. */
export interface Mark {
  start: number
  end: number
  kind: MarkKind
  /** How numbers are set: `stop` is a bare number behind a full stop, `round` one in round brackets. */
  form: 'square' | 'raised' | 'stop' | 'round' | 'other'
  /** Numbers, keys, codes, labels or `author|year`, each leading to one reference. */
  labels: string[]
  url: string | null
  /** Text of a link. */
  title: string | null
  /** Whether the text of the mark is part of the sentence, as in "Smith (2020) found". */
  keep: boolean
}

/** Most numbers that a range in a citation may stand for. */
const mostInRange = 60
/** A number of a citation. */
export const num = String.raw`\d{1,3}`
/** Numbers of a citation, ranges among them. */
export const series = `${num}(?:\\s*[,;，、–—‑-]\\s*${num})*`

/** The numbers of `1, 3-5`. */
export function expand(list: string): string[] {
  return list.split(/\s*[,;，、]\s*/).flatMap((part) => {
    const [from, to] = part.split(/\s*[–—‑-]\s*/).map(Number)
    if (from === undefined || Number.isNaN(from)) return []
    if (to === undefined || to <= from || to - from > mostInRange)
      return to === undefined || Number.isNaN(to) ? [String(from)] : [String(from), String(to)]
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  })
}

/** A mark that leads nowhere yet. */
export function blank(found: RegExpMatchArray): Mark {
  const start = found.index!
  return {
    start,
    end: start + found[0].length,
    kind: 'number',
    form: 'other',
    labels: [],
    url: null,
    title: null,
    keep: false,
  }
}

const units = /(?:^|[^\p{L}])(?:[mkcdµμn]?m|[mkµμn]?g|s|h|x|[A-Z]|min|km|ft|in|m\/s|sec|CO|H|O|Ca|Na|Mg|Fe|Zn|Cu)$/u

/** Powers of a unit, and charges; "hepatitis C" with a raised 9 cites. */
const isSmall = /^\W*[−-]|^\W*[1-3]\W*$/

/** Whether raised digits are a power, an isotope or a unit, and no citation. */
export function isExponent(text: string, start: number, end: number): boolean {
  // Several numbers are no power.
  if (/[\d⁰¹²³⁴-⁹]\s?[,˒⸴–⁻‑-]\s?[\d⁰¹²³⁴-⁹]/.test(text.slice(start, end))) return start === 0
  // Some set a space before a mark; before a power none stands, and an isotope has its letters right behind it.
  const before = text.slice(Math.max(0, start - 12), start).trimEnd()
  const after = text[end] ?? ''
  const base = /(\d[\d.,]*)$/.exec(before)?.[1]
  // At the end of a clause a number on another than ten is seldom a power: "on a scale of 28⁴."
  if (base && base.length > 1 && base !== '10' && /^(?:[.,;:)]|$)/.test(text.slice(end))) return false
  const isUnit = units.test(before) && isSmall.test(text.slice(start, end).normalize('NFKC'))
  return before === '' || /[\d([]$/.test(before) || isUnit || /[\p{L}\d]/u.test(after)
}
