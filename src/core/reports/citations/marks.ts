import { addressesIn } from './addresses.ts'
import type { Flat } from './inline.ts'
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
const num = String.raw`\d{1,3}`
const series = `${num}(?:\\s*[,;，、–—‑-]\\s*${num})*`
const square = new RegExp(`\\[\\^?\\s*((?:refs?\\.?\\s*|sources?\\s*)?${series})\\s*\\](?!\\()`, 'gi')
const lenticular = new RegExp(`[【〔]\\s*(${num})(?:[:†‡][^】〕]*)?[】〕]`, 'g')
const round = new RegExp(`\\((${series})\\)(?=\\s*(?:[.,;:!?)]|$))`, 'g')
const behindStop = new RegExp(
  `(?<=(\\p{L}[\\p{L}’'-]*|[)\\]%”"’»\\d])[.!?,;:][”"’»)]?)(${num}(?:[,–-]${num})*)(?=\\s|$|[|)])`,
  'gu',
)
const raisedDigits = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒⸴–⁻‑-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/g
const plainDigit = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, at) => [digit, String(at)]))
const interval = /(?:\b(?:CI|CrI|interval|range|ranges|between|IQR|scale|from|to|of|in)|=|:|∈)\s*$/i
/** Words that a number behind a full stop belongs to, as in "Fig.3". */
const numbered =
  /^(?:figs?|no|nos|nr|vol|vols?|pp?|eqs?|secs?|ch|chap|vs?|refs?|tab|tables?|art|op|ver|approx|ca|al|e\.?g|i\.?e|st|art|ss?|n)$/i
const units = /(?:^|[^\p{L}])(?:[mkcdµμn]?m|[mkµμn]?g|s|h|x|[A-Z]|min|km|ft|in|m\/s|sec|CO|H|O|Ca|Na|Mg|Fe|Zn|Cu)$/u

/** Every mark of a passage that its form alone shows. `footnotes` are the labels that are defined. */
export function findMarks(flat: Flat): Mark[] {
  const taken: Mark[] = []
  const free = (start: number, end: number) => taken.every((one) => one.end <= start || one.start >= end)
  const add = (mark: Mark) => {
    if (mark.end > mark.start && free(mark.start, mark.end)) taken.push(mark)
  }
  for (const mark of [...keyMarks(flat), ...latexMarks(flat), ...spanMarks(flat)]) add(mark)
  for (const found of flat.text.matchAll(lenticular)) add(numberMark(found, found[1]!, 'square'))
  for (const found of flat.text.matchAll(square)) {
    const list = found[1]!.replace(/^[a-z.\s]+/i, '')
    if (!isInterval(flat.text, found.index, list))
      add(numberMark(found, list, 'square', found[0].startsWith('[^') ? 'footnote' : 'number'))
  }
  for (const found of flat.text.matchAll(raisedDigits)) {
    const list = found[0].replace(/./gu, (char) => plainDigit.get(char) ?? (/[–⁻‑-]/.test(char) ? '-' : ','))
    if (!isExponent(flat.text, found.index, found.index + found[0].length)) add(numberMark(found, list, 'raised'))
  }
  for (const found of flat.text.matchAll(behindStop))
    if (!numbered.test(found[1]!) && !/\d$/.test(found[1]!)) add(numberMark(found, found[2]!, 'stop'))
  for (const found of flat.text.matchAll(round)) add(numberMark(found, found[1]!, 'round'))
  return taken.sort((a, b) => a.start - b.start)
}

function numberMark(
  found: RegExpMatchArray,
  list: string,
  form: Mark['form'],
  kind: 'number' | 'footnote' = 'number',
): Mark {
  const start = found.index!
  return { start, end: start + found[0].length, kind, form, labels: expand(list), url: null, title: null, keep: false }
}

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

/** Whether numbers in brackets are an interval: of what stands before, or because they fall or begin with nought. */
function isInterval(text: string, at: number, list: string): boolean {
  const numbers = list.split(/\D+/).map(Number)
  return (
    (numbers.length === 2 && interval.test(text.slice(Math.max(0, at - 12), at))) ||
    (numbers.length > 1 && numbers[0] === 0)
  )
}

/** Whether raised digits are a power, an isotope or a unit, and no citation. */
function isExponent(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text[end] ?? ''
  return before === '' || /[\d\s([]$/.test(before) || units.test(before) || /[\p{L}\d]/u.test(after)
}

/** Pandoc and manubot keys: `[@key; @key]`, and `@key` in running text. */
function* keyMarks(flat: Flat): Generator<Mark> {
  const key = String.raw`@(?:\{[^{}\s]+\}|\w(?:[\w:.#$%&+?<>~/()\-]*[\w/)])?)`
  for (const found of flat.text.matchAll(new RegExp(`\\[[^\\[\\]@]{0,80}-?${key}[^\\[\\]]*\\]`, 'g'))) {
    const keys = [...found[0].matchAll(new RegExp(`(?<![\\w.])${key}`, 'g'))].map(([one]) => cleanKey(one))
    yield { ...blank(found), kind: 'key', labels: keys }
  }
  for (const found of flat.text.matchAll(new RegExp(`(?<![\\w.@/[;])${key}`, 'g')))
    yield { ...blank(found), kind: 'key', labels: [cleanKey(found[0])], keep: true }
}

function cleanKey(found: string): string {
  let key = found.replace(/^@\{?|\}$/g, '')
  while (key.endsWith(')') && key.split('(').length < key.split(')').length) key = key.slice(0, -1)
  return key.replace(/[.:]+$/, '')
}

function* latexMarks(flat: Flat): Generator<Mark> {
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

function blank(found: RegExpMatchArray): Mark {
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

/** Marks that Markdown itself sets: footnotes, links, raised numbers, with the brackets around them. */
function* spanMarks(flat: Flat): Generator<Mark> {
  const links = flat.spans.filter(({ kind }) => kind === 'link' || kind === 'definition')
  for (const span of flat.spans) {
    const text = flat.text.slice(span.start, span.end)
    const base = { start: span.start, end: span.end, form: 'other' as const, url: null, title: null, keep: false }
    const numbers = new RegExp(`^[\\[(^]*(${series})[\\])^]*$`).exec(text.trim())?.[1]
    if (span.kind === 'footnote') yield { ...base, kind: 'footnote', labels: [span.target] }
    else if (span.kind === 'raised') {
      const inside = links.some((link) => link.start >= span.start && link.end <= span.end)
      if (!inside && numbers && !isExponent(flat.text, span.start, span.end))
        yield { ...base, kind: 'number', form: 'raised', labels: expand(numbers) }
    } else if (span.kind === 'definition') {
      const label = span.target.replace(/^\^/, '')
      if (label.startsWith('@')) yield { ...base, ...withBrackets(flat, span), kind: 'key', labels: [cleanKey(label)] }
      else if (new RegExp(`^${num}$`).test(label))
        yield { ...base, kind: 'number', form: 'square', labels: [label], keep: !numbers }
      else yield { ...base, kind: 'link', labels: [label], title: text, keep: true }
    } else if (span.target.startsWith('#') || /^(?:#|\S*#(?:ref|cite|fn|bib|r|b|cr)[\w-]*\d)/i.test(span.target)) {
      if (numbers) yield { ...base, kind: 'number', form: 'square', labels: expand(numbers) }
    } else if (/^(?:https?|ftp|file|doi):/i.test(span.target)) {
      if (numbers)
        yield {
          ...base,
          ...withBrackets(flat, span),
          kind: 'number',
          form: 'square',
          labels: expand(numbers),
          url: span.target,
        }
      else
        yield {
          ...base,
          ...linkExtent(flat, span, links),
          kind: 'link',
          labels: [],
          url: span.target,
          title: span.bare ? null : text.trim() || null,
        }
    }
  }
  for (const url of bareAddresses(flat)) yield url
}

/** A number that is a link, with the square brackets around it. */
function withBrackets(flat: Flat, { start, end }: { start: number; end: number }) {
  return flat.text[start - 1] === '[' && flat.text[end] === ']' ? { start: start - 1, end: end + 1 } : { start, end }
}

/** Whether a link is a mark, in brackets with other links or behind the full stop, or text of the sentence; with its extent. */
function linkExtent(
  flat: Flat,
  span: { start: number; end: number; bare: boolean },
  links: readonly { start: number; end: number }[],
) {
  let [from, to] = [span.start, span.end]
  const joint = /^[\s,;|·]*(?:(?:and|see|see also|e\.g\.|cf\.|via|source|sources|und|et|y)[.:,]?\s*)?$/i
  for (const other of [...links].sort((a, b) => b.start - a.start))
    if (other.end <= from && joint.test(flat.text.slice(other.end, from))) from = other.start
  for (const other of links) if (other.start >= to && joint.test(flat.text.slice(to, other.start))) to = other.end
  const before =
    /[(（[【]\s*(?:(?:see|see also|source|sources|via|e\.g\.,?|cf\.|from|ref\.?|quelle|fuente)[.:,]?\s*)?$/i.exec(
      flat.text.slice(0, from),
    )
  const after = /^\s*[)）\]】]/.exec(flat.text.slice(to))
  if (before && after) {
    const first = from === span.start
    const last = to === span.end
    return {
      start: first ? from - before[0].length : span.start,
      end: last ? to + after[0].length : span.end,
      keep: false,
    }
  }
  const behind =
    /[.!?。！？]["”’)]?\s*$/.test(flat.text.slice(0, from)) && /^\s*(?:$|\p{Lu}|[|])/u.test(flat.text.slice(to))
  const alone = /^[\s→↗🔗–—-]*(?:source|sources|link|via|quelle|fuente)?:?\s*$/iu.test(flat.text.slice(0, from))
  return { start: span.start, end: span.end, keep: !span.bare && !(behind && !alone) }
}

/** Addresses in text that Markdown did not make links. */
function* bareAddresses(flat: Flat): Generator<Mark> {
  for (const url of new Set(addressesIn(flat.text)))
    for (let at = flat.text.indexOf(url); at >= 0; at = flat.text.indexOf(url, at + url.length)) {
      const open = /[(（[<]\s*$/.exec(flat.text.slice(0, at))
      const close = /^\s*[)）\]>]/.exec(flat.text.slice(at + url.length))
      const both = open && close
      yield {
        ...{ start: at - (both ? open[0].length : 0), end: at + url.length + (both ? close[0].length : 0) },
        ...{ kind: 'link', form: 'other', labels: [], url, title: null, keep: false },
      } as Mark
    }
}
