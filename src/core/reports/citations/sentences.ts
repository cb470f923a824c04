import { splitSentences } from '../../text/sentences.ts'
import type { Mark } from './mark.ts'
import type { Passage } from './passages.ts'

/** A sentence of a passage without its marks, with the marks that belong to it. */
export interface MarkedSentence {
  text: string
  line: number
  marks: Mark[]
}

/**
 * The sentences of a passage. A mark behind the full stop belongs to the sentence before it; a row of a table is one
 * sentence; a quotation is not cut where it holds a full stop.
 */
export function markedSentences(passage: Passage, marks: readonly Mark[]): MarkedSentence[] {
  const { text, places } = withoutMarks(passage, marks)
  if (text.trim() === '') return []
  const cuts =
    passage.kind === 'row' || passage.kind === 'head'
      ? [{ start: 0, end: text.length }]
      : wholeQuotations(text, splitSentences(withNames(text, places, marks)))
  const positions = marks.map((mark) => placeOf(places, mark))
  const whole = cuts.map((cut, at) => {
    const next = cuts[at + 1]?.start ?? Number.POSITIVE_INFINITY
    const from = at === 0 ? -1 : cut.start
    const own = marks.filter((_, i) => positions[i]! >= from && positions[i]! < next)
    const first = places[text.slice(0, cut.start).length] ?? 0
    const begin = text[cut.start - 1] === '«' ? cut.start - 1 : cut.start
    return { text: tidy(text.slice(begin, cut.end)), line: passage.lines[first] ?? passage.line, marks: own }
  })
  return passage.kind === 'row' ? whole : withSources(whole, passage.text)
}

/** A sentence that only names its source, as "Source: [title](address).", goes to the sentence before it. */
function withSources(all: readonly MarkedSentence[], text: string): MarkedSentence[] {
  const joined: MarkedSentence[] = []
  for (const one of all) {
    const rest = one.marks
      .filter(({ keep }) => keep)
      .reduce((left, { start, end }) => left.replace(text.slice(start, end).replace(/\s+/g, ' ').trim(), ' '), one.text)
    const last = joined.at(-1)
    if (last && one.marks.length > 0 && onlySource.test(rest)) last.marks.push(...one.marks)
    else joined.push({ ...one })
  }
  return joined
}

const onlySource =
  /^[^\p{L}\p{N}]*(?:sources?|source links?|via|refs?|references?|see|see also|read more|quellen?|fuentes?|fontes?|fonti|fonte)?(?:[^\p{L}\p{N}]|and|und|et|y|e)*$/iu

/**
 * The text as it is cut into sentences, letter for letter in its place: a letter for the sign of a key, so that the key can begin a
 * sentence, and quotation marks beside their words, which French parts from them.
 */
function withNames(text: string, places: readonly number[], marks: readonly Mark[]): string {
  const keys = new Set(marks.filter(({ keep, kind }) => keep && kind === 'key').map(({ start }) => start))
  const plain = text.replace(/«(\s)/g, '$1“').replace(/(\s)»/g, '”$1')
  return keys.size === 0 ? plain : plain.replace(/[@\\]/g, (sign, at: number) => (keys.has(places[at]!) ? 'K' : sign))
}

/** Text without the marks that are no part of its sentences, and for each character its place in the passage. */
function withoutMarks(passage: Passage, marks: readonly Mark[]): { text: string; places: number[] } {
  let text = ''
  const places: number[] = []
  let at = 0
  for (const mark of [...marks.filter(({ keep }) => !keep), { start: passage.text.length, end: passage.text.length }]) {
    // What joins two marks goes with them.
    if (at > 0 && /^\s*[,;·]\s*$/.test(passage.text.slice(at, mark.start)) && mark.start < passage.text.length)
      at = mark.start
    for (; at < mark.start; at++) {
      text += passage.text[at]
      places.push(at)
    }
    at = Math.max(at, mark.end)
    // A mark between two words keeps them apart.
    if (/\S$/.test(text) && /^[\p{L}\p{N}]/u.test(passage.text.slice(at)) && !/[-–(/]$/.test(text)) {
      text += ' '
      places.push(Math.max(0, at - 1))
    }
  }
  return { text, places }
}

/** Where a mark falls among the characters that are left. */
function placeOf(places: readonly number[], mark: Mark): number {
  const at = places.findIndex((place) => place >= mark.start)
  const found = at < 0 ? places.length : at
  // A mark that was taken out stands behind what precedes it; one that is kept stands where it is.
  return mark.keep ? found : found - 1
}

/** Joins sentences that a quotation holds together. */
function wholeQuotations(
  text: string,
  cuts: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = []
  for (const cut of cuts) {
    const last = all.at(-1)
    const open =
      last &&
      isOpen(text.slice(last.start, last.end)) &&
      isOpen(text.slice(cut.start, cut.end), true) &&
      last.end - last.start < 600
    if (open) last.end = cut.end
    else all.push({ start: cut.start, end: cut.end })
  }
  return all
}

/** Whether a quotation opened in a text does not close in it; with `closing`, whether one closes that opened before. */
function isOpen(text: string, closing = false): boolean {
  const straight = (text.match(/(?<!\d)"/g)?.length ?? 0) % 2 === 1
  const count = (mark: string) => text.split(mark).length - 1
  const balance = count('“') - count('”') + (count('„') > 0 ? count('„') - Math.max(0, count('“')) : 0)
  return straight || (closing ? balance < 0 : balance > 0)
}

/** What leads to a mark within brackets, as "(cited in [9])": it goes with the mark. */
const leading = /\s*\((?:[\p{L} ]{0,30}\b(?:in|by|from|of|after|per|see|also)|see|cf\.?|e\.g\.,?)\s+\)/giu

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(leading, '')
    .replace(/\s+([.,;:!?。，；：])/g, '$1')
    .replace(/\(\s*[;,]?\s*\)/g, '')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim()
}
