import { isAim } from './aim.ts'
import { armsOf } from './arms.ts'
import { deniedAt } from './denied.ts'
import { isFigureWord } from './figure-words.ts'
import { figuresOf } from './figures.ts'
import { saidOf } from './finding-direction.ts'
import { foundTurns } from './found-turns.ts'
import type { Frame, FrameWord, Place, SlotSpan } from './frame.ts'
import { joinIdioms } from './idioms.ts'
import type { Language } from './language.ts'
import { isWriter, leadPlaces } from './lead.ts'
import { isIn } from './lists.ts'
import { type Mark, marksOf } from './marks.ts'
import { partedOf } from './regions.ts'
import { rulingOf } from './ruling.ts'
import { significanceOf } from './significance.ts'
import { placesOf } from './slots.ts'

const places: readonly Place[] = ['exposure', 'comparator', 'outcome', 'population', 'dose', 'time']
const hedging =
  /\b(?:may|might|could|possibly|perhaps|probably|suggests?|suggested|appears?|appeared|seems?|seemed|likely to)\b/i

/** Reads the frame of one sentence: what was done, against what, to which end, in whom, which way, with which figures. */
export function frameOf(sentence: string, language: Language): Frame {
  const figures = figuresOf(sentence)
  const marks = joinIdioms(marksOf(sentence, language)).filter((_, at, all) => !isFigureWord(all, at, figures))
  const parted = partedOf(marks)
  const slots = placesOf(marks, parted, language, armsOf(sentence, marks, parted, figures))
  const turns = foundTurns(marks, parted, slots)
  const first = marks.slice(0, parted.aside)
  const said = saidOf(
    first,
    rulingOf(
      marks,
      turns.filter(({ at }) => at < parted.aside),
    ),
    figures,
    parted,
  )
  const turning = new Set(turns.map(({ at }) => at))
  const words = marks.map((mark, at) => wordOf(mark, slots[at]!, marks[at - 1], marks[at + 1], at === parted.predicate))
  const lead = leadPlaces(marks, parted)
  const naming = words.filter(
    (_, at) => isNaming(marks[at]!, at, turning, parted.predicate) && lead[at] !== null && !isWriter(marks, at),
  )
  return {
    text: sentence,
    slots: spansOf(sentence, naming),
    direction: said && directionOf(sentence, marks, said.at, said.value),
    sign: said?.sign ?? 0,
    denied: deniedAt(first, parted.predicate, parted.from) >= 0,
    symmetric: marks.some((mark) => isIn('symmetric', mark)),
    figures: figures.filter(({ start }) => !marks.some((mark) => mark.name && mark.start === start)),
    words: naming,
    turning: words.filter((word, at) => !marks[at]!.stop && !naming.includes(word)).map(({ lemma }) => lemma),
    aim: isAim(sentence),
    hedged: hedging.test(sentence),
    significant: significanceOf(sentence, figures),
  }
}

/** "Always", "slightly": an adverb that tells neither dose nor time. */
function isAdverb(mark: Mark): boolean {
  const free = /ly$/.test(mark.word) || isIn('adverbs', mark)
  return mark.pos === 'ADV' && free && !isIn('doses', mark) && !isIn('times', mark)
}

function directionOf(
  sentence: string,
  marks: readonly Mark[],
  at: number,
  value: NonNullable<Frame['direction']>['value'],
): Frame['direction'] {
  const mark = marks[at]
  if (!mark) return { value, text: '', start: 0, end: 0 }
  return { value, text: sentence.slice(mark.start, mark.end), start: mark.start, end: mark.end }
}

/** Whether a mark names something: neither a word without content, nor one of direction, nor a plain number. */
function isNaming(mark: Mark, at: number, turning: ReadonlySet<number>, predicate: number): boolean {
  if (mark.name) return !mark.stop
  if (mark.stop || turning.has(at) || mark.pos === 'NUM' || isAdverb(mark) || /^[\d.,%]+$/.test(mark.word)) return false
  if (isIn('alike', mark) || isIn('deny', mark)) return false
  if (isOpener(mark)) return false
  return !(isIn('link', mark) && (at === predicate || mark.pos !== 'NOUN'))
}

const raising = /^(?:appear|seem|tend|prove)$/

/** "Compared", "appears": they open what is compared or found. */
function isOpener({ word, lemma, pos }: Mark): boolean {
  return word === 'compared' || (pos === 'VERB' && raising.test(lemma))
}

function wordOf(
  mark: Mark,
  slot: Place,
  before: Mark | undefined,
  next: Mark | undefined,
  predicate: boolean,
): FrameWord {
  const { word, lemma, stem, pos, start, end, name } = mark
  const head = !next || next.pause || next.stop || !/^(?:NOUN|PROPN|VERB|ADJ)$/.test(next.pos)
  const named = !before || /ing$/.test(word) || /^(?:ADP|DET|ADJ|SCONJ)$/.test(before.pos)
  const finite = before !== undefined && /^(?:PRON|AUX|PART)$/.test(before.pos)
  const act = pos === 'VERB' && (predicate || finite || (head && !named))
  return { word, lemma, stem, pos, slot, start, end, name, head, act }
}

function spansOf(sentence: string, words: readonly FrameWord[]): Frame['slots'] {
  return Object.fromEntries(places.map((place) => [place, said(sentence, words, place)])) as unknown as Frame['slots']
}

/** Stretches of the sentence that fill a slot: its words and what little stands between them. */
function said(sentence: string, words: readonly FrameWord[], place: Place): SlotSpan[] {
  const spans: { text: string; start: number; end: number }[] = []
  for (const word of words) {
    if (word.slot !== place) continue
    const last = spans.at(-1)
    const gap = last ? sentence.slice(last.end, word.start) : ''
    if (last && /^[\s-]*(?:(?:of|the|a|an|in|and|for|with|to)[\s-])*[\s-]*$/i.test(gap) && gap.length < 14)
      last.end = word.end
    else spans.push({ text: '', start: word.start, end: word.end })
  }
  for (const span of spans) span.text = sentence.slice(span.start, span.end)
  return spans
}
