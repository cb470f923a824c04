import { stem } from '../../text/stem.ts'
import { isTitleCase } from '../../text/title-case.ts'
import { armsOf } from '../arms.ts'
import { figuresOf } from '../figures.ts'
import { joinIdioms } from '../idioms.ts'
import type { Language } from '../language.ts'
import { isIn, type ListName } from '../lists.ts'
import { type Mark, marksOf } from '../marks.ts'
import { partedOf } from '../regions.ts'
import { placesOf } from '../slots.ts'
import { turnsOf } from '../turns.ts'

const lists: readonly ListName[] = [
  'persons',
  'controls',
  'treat',
  'doses',
  'times',
  'light',
  'link',
  'alike',
  'good',
  'bad',
  'merits',
  'reporters',
  'ranking',
  'cause',
  'deny',
  'up',
  'down',
  'better',
  'worse',
  'value',
]

/** The words of a sentence as the tagger reads them; figures are words too, and a title in capitals is read without them. */
export function taggerMarks(sentence: string, language: Language): Mark[] {
  return joinIdioms(marksOf(isTitleCase(sentence) ? lowered(sentence) : sentence, language))
}

/** Small letters for words that only begin with a capital; names by their shape keep theirs. */
function lowered(text: string): string {
  return text.replace(/(?<!\p{L})\p{Lu}\p{Ll}+(?!\p{L}|\d)/gu, (word) => word.toLowerCase())
}

/**
 * What is seen of each word that may tell which slot it fills: its form and kind, and whether the title of its paper, where one is
 * given, names it; and the slot that grammar alone would give it.
 */
export function slotClues(sentence: string, marks: readonly Mark[], language: Language, title = ''): string[][] {
  const figures = figuresOf(sentence)
  const turning = new Set(turnsOf(marks).map(({ at }) => at))
  const parted = partedOf(marks)
  const places = placesOf(marks, parted, language, armsOf(sentence, marks, parted, figures))
  const regions = marks.map((_, at) => parted.regions.find(({ from, to }) => from <= at && at < to))
  const titled = new Set((title.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(stem))
  return marks.map((mark, at) => {
    const next = marks[at + 1]
    const clues = [
      `word ${mark.lemma}`,
      `part ${mark.pos}`,
      `kind ${kindOf(mark, language)}`,
      verbalClue(mark, language),
    ]
    clues.push(
      `rule ${places[at]}`,
      `region ${regions[at]?.kind} ${regions[at]?.opener}`,
      `pattern ${parted.pattern} ${Math.sign(at - parted.predicate)}`,
    )
    if (titled.has(mark.stem) && !mark.stop) clues.push('titled')
    if (mark.name) clues.push('name')
    if (mark.stop) clues.push('stop')
    if (mark.pause) clues.push('pause')
    if (mark.joined) clues.push('joined')
    if (next?.joined) clues.push('joins', `joins ${next.lemma}`)
    if (mark.bound) clues.push('bound')
    if (turning.has(at)) clues.push('turning')
    if (next?.start !== undefined && /[([]/.test(sentence.slice(mark.end, next.start))) clues.push('bracket')
    for (const { kind, start, end } of figures)
      if (start <= mark.start && mark.end <= end) clues.push('figure')
      else if (start >= mark.end && start <= (next?.end ?? sentence.length)) clues.push(`before ${kind}`)
    for (const list of lists) if (isIn(list, mark)) clues.push(`list ${list}`)
    return clues
  })
}

/** How far a word is a verb elsewhere, whatever the tagger took it for here, with its ending. */
function verbalClue({ word }: Mark, language: Language): string {
  return `verbal ${Math.round(4 * language.verbal(word))} ${/(?:s|ed|ing)$/.exec(word)?.[0] ?? ''}`
}

/** What a word names: a branch of the medical headings, or the dictionary's file of its first sense as a noun. */
function kindOf(mark: Mark, language: Language): string {
  return language.branch(mark.lemma) ?? String(language.kind(mark.lemma) ?? 'none')
}
