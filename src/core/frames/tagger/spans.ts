import { figuresOf } from '../figures.ts'
import type { Place, SlotSpan } from '../frame.ts'
import type { Language } from '../language.ts'
import { isIn } from '../lists.ts'
import type { Mark } from '../marks.ts'
import { type Written, writtenOf } from './written.ts'

/** What a word may be labelled: in no slot, or in one of these. Dose and time are told apart afterwards. */
export const slotLabels = ['none', 'exposure', 'comparator', 'outcome', 'population', 'time'] as const

/** The words of a sentence that fill each slot. */
export type SaidSlots = Readonly<Record<Place, readonly SlotSpan[]>>

/** Shorter words before a point are abbreviations: "P. vivax", "vs. placebo". */
const fewestLetters = 4

/** Stretches of words with the same label, without the small words at their ends; none begins or ends within a written word. */
export function spansOf(
  sentence: string,
  marks: readonly Mark[],
  labels: readonly number[],
  language: Pick<Language, 'kind'>,
): SaidSlots {
  const slots: Record<Place, SlotSpan[]> = {
    exposure: [],
    comparator: [],
    outcome: [],
    population: [],
    dose: [],
    time: [],
  }
  const written = writtenOf(sentence, marks)
  const left = written.map(({ from, to }) =>
    marks
      .slice(from, to)
      .every((mark) => (isSmall(mark) && !isSymbol(sentence, mark, to - from)) || isCounter(sentence, mark)),
  )
  for (let from = 0; from < marks.length; ) {
    let to = from + 1
    while (to < marks.length && labels[to] === labels[from] && !isBroken(sentence, marks, to)) to++
    const label = slotLabels[labels[from]!]!
    const [first, end] = balanced(sentence, marks, ...trimmed(left, from, to))
    if (label !== 'none' && marks.slice(first, end).some(isTelling)) {
      const span = whole(sentence, marks, labels, written, first, end)
      const opener = marks.slice(0, first).findLast(({ pos }) => pos !== 'DET')
      const slot = label === 'time' ? amountOf(span.text, marks.slice(first, end), opener, language) : label
      if (slot) slots[slot].push(span)
    }
    from = to
  }
  return slots
}

/**
 * A sentence's end within a title and a bracket with figures or a sign of their relation end a stretch; a bracket with another name of
 * the thing does not.
 */
function isBroken(sentence: string, marks: readonly Mark[], at: number): boolean {
  const [before, after] = [marks[at - 1]!, marks[at]!]
  const isLabel = /^\p{Lu}/u.test(sentence.slice(after.start)) && tellsKind(marks, at - 1)
  const between = sentence.slice(isLabel ? before.start + 1 : before.end, after.start)
  const isEnd = before.end - before.start >= fewestLetters || isLabel
  if (/^[)\]]?[.?!]\s/.test(between) && isEnd) return true
  return /[;:]|\s[([][^)\]]*[\d=<>][^)\]]*[)\]]/.test(between)
}

/** Whether a single letter tells one of a kind from another, "group A", "groups A and B", and shortens no word. */
function tellsKind(marks: readonly Mark[], at: number): boolean {
  const [before, mark] = [marks[at - 1], marks[at]]
  if (!before || !mark || !/^\p{L}\.?$/u.test(mark.word)) return false
  if (mark.pause || before.pos === 'CCONJ') return tellsKind(marks, mark.pause ? at - 1 : at - 2)
  return mark.name || before.pos === 'NOUN'
}

function trimmed(small: readonly boolean[], from: number, to: number): [number, number] {
  let [first, end] = [from, to]
  while (first < end && small[first]) first++
  while (first < end && small[end - 1]) end--
  return [first, end]
}

/** What stands before a bracket that is not closed, or behind one that was not opened. */
function balanced(sentence: string, marks: readonly Mark[], from: number, to: number): [number, number] {
  if (from >= to) return [from, to]
  const start = marks[from]!.start
  const open: number[] = []
  for (const { 0: sign, index } of sentence.slice(start, marks[to - 1]!.end).matchAll(/[()[\]]/g)) {
    if (/[([]/.test(sign)) open.push(start + index)
    else if (open.pop() === undefined)
      return balanced(
        sentence,
        marks,
        marks.findIndex((mark) => mark.start > start + index),
        to,
      )
  }
  const [first] = open
  if (first === undefined) return [from, to]
  return [from, marks.findLastIndex((mark) => mark.end <= first) + 1]
}

/** The stretch with the whole of the words at its ends, but what another has of them. */
function whole(
  sentence: string,
  marks: readonly Mark[],
  labels: readonly number[],
  written: readonly Written[],
  from: number,
  to: number,
): { text: string; start: number; end: number } {
  const isFree = (first: number, end: number) => labels.slice(first, end).every((label) => slotLabels[label] === 'none')
  const [first, last] = [written[from]!, written[to - 1]!]
  const start = isFree(first.from, from) ? first.start : marks[from]!.start
  const isOpen = isFree(to, last.to) && !(last.to > to && isSaidOf(marks[last.to - 1]!))
  const behind = isOpen ? last.end : marks[to - 1]!.end
  // A tagger keeps the stop of "than in group K." with its letter.
  const end = sentence[behind - 1] === '.' && sentence.slice(behind).trim() === '' ? behind - 1 : behind
  return { text: sentence.slice(start, end), start, end }
}

/** What is said of the first part of a compound, which is a whole before it: "zinc-coated", "zinc-free". */
function isSaidOf({ word, pos }: Mark): boolean {
  return /(?:ed|ing)$/.test(word) || /^(?:ADJ|VERB)$/.test(pos)
}

function isSmall({ word, pos, stop, name }: Mark): boolean {
  return !name && !/\d/.test(word) && (stop || /^(?:ADP|DET|CCONJ|SCONJ|AUX|PRON|PART)$/.test(pos)) && pos !== 'NOUN'
}

/** Whether a mark fills a slot by itself, which a single letter does not. */
function isTelling(mark: Mark): boolean {
  return !isSmall(mark) && !/^\p{L}\.$/u.test(mark.word)
}

/** A capital alone, "S phase", "lamin A/C"; one that may be an article or a pronoun only within a longer word. */
function isSymbol(sentence: string, { start, end }: Mark, parts: number): boolean {
  return (parts > 1 ? /^\p{Lu}$/u : /^(?![AI])\p{Lu}$/u).test(sentence.slice(start, end))
}

/** A number that only counts sentences: "2. Yields fell." */
function isCounter(sentence: string, { start, end }: Mark): boolean {
  return start === 0 && /^\d+[.)]\s/.test(sentence.slice(0, end + 2))
}

const doseUnit = /^(?:[mµunk]?g|[mµ]?l|iu|u|%)(?:\/|$)/i
const lengthUnit = /^(?:[kcmµn]?m|ft|feet|miles?)$/i

/** File of the dictionary for nouns of time. */
const timeNouns = 28

/**
 * How much is given, or when and how long; null for what no slot is for: how far something is from something, "within 50 m", and what
 * something was in or under that is no time, "in vitro", "under anoxia".
 */
function amountOf(
  text: string,
  marks: readonly Mark[],
  before: Mark | undefined,
  language: Pick<Language, 'kind'>,
): 'dose' | 'time' | null {
  const units = figuresOf(text).flatMap(({ kind, unit }) => (kind === 'measure' ? [unit] : []))
  if (marks.some((mark) => isIn('doses', mark)) || units.some((unit) => doseUnit.test(unit))) return 'dose'
  if (units.length > 0 && units.every((unit) => lengthUnit.test(unit))) return null
  const isTemporal = marks.some((mark) => isIn('times', mark) || language.kind(mark.lemma) === timeNouns)
  return isTemporal || /\d/.test(text) || !/^(?:in|under)$/.test(before?.word ?? '') ? 'time' : null
}
