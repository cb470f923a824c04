import type { Flat } from './inline.ts'
import { keyMarks, latexMarks } from './key-marks.ts'
import { spanMarks } from './link-marks.ts'
import { blank, expand, isExponent, type Mark, num, series } from './mark.ts'

/** A page or part of a source behind its number, as in `[3, p. 12]`, in the languages of reports. */
const part = String.raw`\s*[,:]\s*(?:pp?|S|s|chap|ch|sec|fig|table|tab|Kap|cap|art|págs?|pag|blz|стр|с)\.?\s*\d[\w.–-]{0,11}(?:\s*ff?\.?)?`
const square = new RegExp(
  `\\[\\^?\\s*((?:refs?\\.?\\s*|sources?\\s*|cite:\\s*)?${series}(?:${part}(?:\\s*;\\s*${num})?){0,9})\\s*\\](?!\\()`,
  'gi',
)
const parts = new RegExp(part, 'gi')
/** A footnote that nothing defines: Markdown leaves its mark in the text. */
const undefinedNote = /\[\^([\p{L}\d][\w.:-]{0,40})\^?\](?![:(])/gu
/** Marks that assistants leave for what their tools fetched. */
const fetched = /\[((?:web|page|memory|file|attached_file|source|turn\d+\w*):\d{1,3})\](?![:(])/g
/** What some exports write where a cited passage begins; it leads nowhere. */
const opening = /\[cite_start\]\s*/g
/** Raised numbers of pandoc: `^1,2^`, not behind a digit. */
const carets = new RegExp(`(?<![\\d^\\s([])\\^(${series})\\^`, 'g')
const lenticular = new RegExp(`[【〔]\\s*(${num})(?:[:†‡][^】〕]*)?[】〕]`, 'g')
const round = new RegExp(`\\((${series})\\)(?=\\s*(?:[.,;:!?)]|$))`, 'g')
const behindStop = new RegExp(
  `(?<=(\\p{L}[\\p{L}’'-]*|[)\\]%”"’»\\d])[.!?,;:][”"’»)]?)(${num}(?:[,–-]${num}|, ${num}(?=,|\\s+\\p{Lu}|\\s*(?:$|\\|)))*)(?=\\s|$|[|)])`,
  'gu',
)
const raisedDigits = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒⸴–⁻‑ -] ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*/g
const plainDigit = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit, at) => [digit, String(at)]))
const interval = /(?:\b(?:CI|CrI|interval|range|ranges|between|IQR|scale|from|to|of|in)|=|:|∈)\s*$/i
/** Words that a number behind a full stop belongs to, as in "Fig.3". */
const numbered =
  /^(?:figs?|no|nos|nr|vol|vols?|pp?|eqs?|secs?|ch|chap|vs?|refs?|tab|tables?|art|op|ver|approx|ca|al|e\.?g|i\.?e|st|art|ss?|n)$/i

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
    const list = found[1]!.replace(parts, '').replace(/^[a-z.:\s]+/i, '')
    if (!isInterval(flat.text, found.index, list))
      add(numberMark(found, list, 'square', found[0].startsWith('[^') ? 'footnote' : 'number'))
  }
  for (const found of flat.text.matchAll(undefinedNote))
    add({ ...blank(found), kind: 'footnote', form: 'square', labels: [found[1]!] })
  for (const found of flat.text.matchAll(fetched))
    add({ ...blank(found), form: 'square', kind: 'code', labels: [found[1]!] })
  for (const found of flat.text.matchAll(opening)) add(blank(found))
  for (const found of flat.text.matchAll(carets)) add(numberMark(found, found[1]!, 'raised'))
  for (const found of flat.text.matchAll(raisedDigits)) {
    const list = found[0].replace(/./gu, (char) => plainDigit.get(char) ?? (/[–⁻‑-]/.test(char) ? '-' : ','))
    if (!isExponent(flat.text, found.index, found.index + found[0].length)) add(numberMark(found, list, 'raised'))
  }
  for (const found of flat.text.matchAll(behindStop))
    if (!numbered.test(found[1]!) && (!/\d$/.test(found[1]!) || endsWithYear(flat.text, found)))
      add(numberMark(found, found[2]!, 'stop'))
  for (const found of flat.text.matchAll(round)) add(numberMark(found, found[1]!, 'round'))
  return joinRanges(
    taken.sort((a, b) => a.start - b.start),
    flat.text,
  )
}

/** Two marks with a dash between them are a range: `[1]–[3]`. */
function joinRanges(marks: readonly Mark[], text: string): Mark[] {
  return marks.reduce<Mark[]>((all, mark) => {
    const last = all.at(-1)
    const range =
      last?.kind === 'number' &&
      mark.kind === 'number' &&
      last.form === mark.form &&
      last.labels.length === 1 &&
      mark.labels.length === 1 &&
      /^\s?[–—‑-]\s?$/.test(text.slice(last.end, mark.start))
    if (range)
      all[all.length - 1] = { ...last, end: mark.end, labels: expand(`${last.labels[0]}-${mark.labels[0]}`), url: null }
    else all.push(mark)
    return all
  }, [])
}

/** Whether a number stands behind a year and its full stop, at the end of a sentence: "in 2018.4 The". */
function endsWithYear(text: string, found: RegExpMatchArray): boolean {
  const end = found.index! + found[0].length
  return (
    /(?<!\d)(?:19|20)\d\d\.$/.test(text.slice(0, found.index)) && /^(?:\s+\p{Lu}|\s*(?:$|\|))/u.test(text.slice(end))
  )
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

/** Whether numbers in brackets are an interval: of what stands before, or because they fall or begin with nought. */
function isInterval(text: string, at: number, list: string): boolean {
  const numbers = list.split(/\D+/).map(Number)
  return (
    (numbers.length === 2 && interval.test(text.slice(Math.max(0, at - 12), at))) ||
    (numbers.length > 1 && numbers[0] === 0)
  )
}
