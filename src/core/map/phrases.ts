import type { Language } from '../frames/language.ts'
import { isIn, type ListName } from '../frames/lists.ts'
import { type Mark, marksOf } from '../frames/marks.ts'
import lists from '../text/lists/map-words.json' with { type: 'json' }
import units from '../text/lists/units.json' with { type: 'json' }
import { stem as stemOf } from '../text/stem.ts'
import { stemSet, wordsOf } from '../text/word-list.ts'

/** A word of a noun phrase. */
export interface PhraseWord {
  stem: string
  lemma: string
  pos: string
  name: boolean
  start: number
  end: number
  /** Start of a number or letter that a hyphen joins to it, as in "25-hydroxyvitamin"; its own start where there is none. */
  lead: number
  /** End of a general noun right behind it, as in "event rate"; its own end where there is none. */
  tail: number
  /** A hyphen joins it to the word before, and not as two substances that are given together. */
  joined: boolean
  /** May end the name of a row or column. */
  heads: boolean
}

/** Lists whose words name no thing of a study's own: what is measured or done without saying which. */
const unnaming: readonly ListName[] = [
  ...(['lightVerbs', 'up', 'down', 'better', 'worse', 'alike', 'deny', 'link', 'cause'] as const),
  ...(['controls', 'doses', 'times', 'persons', 'adverbs', 'treat'] as const),
]
const writing = stemSet(lists.writing)
const measuring = stemSet(lists.measuring)
const places = stemSet(lists.places)
/** Words by which a study tells how it was designed, how an effect was identified, and when something was. */
const alone = stemSet(lists.identifying, lists.times, lists.designing)
const measures = new Set(wordsOf(...Object.values(units.units)).filter((word) => word.length < 6))

/** Whether a word may be part of the name of a row or column. */
function isNaming(mark: Mark): boolean {
  if (mark.stop || mark.pos === 'NUM' || mark.pos === 'ADV' || /^[\d.,%]+$/.test(mark.word)) return false
  if (measures.has(mark.word)) return false
  return mark.name || !(isIn('light', mark) || unnaming.some((list) => isIn(list, mark)))
}

/** Whether all that a single word tells is that something was written, measured, identified, or stood or happened somewhere. */
export function isGeneral(lemma: string): boolean {
  const stem = stemOf(lemma.replace(/#.*/, ''))
  return writing.has(stem) || measuring.has(stem) || places.has(stem) || alone.has(stem)
}

/** A noun phrase with what the words beside it say of it: above 0 that it acts or is used, below 0 that it is acted on or measured. */
export interface Phrase {
  words: PhraseWord[]
  cue: -1 | 0 | 1
  /** Stands behind "on", "in", "across" or "from": where something was tried. */
  within: boolean
  /** "Of" stands behind it: what it is of, the next phrase says. */
  of: boolean
}

const using = /^(?:by|using|via|through|with|without|receiving|given|after)$/
const measured = /^(?:in|on|of)$/
/** Verbs whose object is measured, whichever way it went, or that nothing came of it. */
const changing = /^(?:chang|alter|affect|influenc)(?:e|es|ed|ing)$|^(?:affect|alter)s?$/

/** The noun phrases of a text: words that name something and stand side by side, the last of them a noun. */
export function phrasesOf(text: string, language: Language): Phrase[] {
  const marks = marksOf(text, language)
  const phrases: Phrase[] = []
  let open: { word: PhraseWord; at: number }[] = []
  const close = () => {
    if (open.some(({ word }) => word.heads))
      phrases.push({
        words: open.map(({ word }) => word),
        cue: cueOf(marks, open[0]!.at, open.at(-1)!.at),
        within: isWithin(marks, open[0]!.at),
        of: /^\s+of\b/i.test(text.slice(open.at(-1)!.word.tail)),
      })
    open = []
  }
  for (const [at, mark] of marks.entries()) {
    const last = open.at(-1)?.word
    const gap = last ? text.slice(last.end, mark.start).replace(/[‐‑–—−]/g, '-') : ' '
    if (mark.pause || !/^(?:\s+|-)$/.test(gap)) close()
    if (isNaming(mark) && !isTorn(marks, at) && (fits(mark) || isGerund(mark, marks[at - 1])))
      open.push({ word: wordOf(mark, text, last && isMixture(last, mark, language)), at })
    else {
      if (last && open.length > 0 && mark.pos === 'NOUN' && isIn('light', mark) && !group.test(mark.word))
        extend(last, marks[at + 1]?.joined ? marks[at + 1]!.end : mark.end)
      close()
    }
  }
  close()
  return phrases
}

function isWithin(marks: readonly Mark[], from: number): boolean {
  const before = marks
    .slice(Math.max(0, from - 3), from)
    .filter(({ pos }) => pos === 'ADP')
    .at(-1)
  return before !== undefined && /^(?:on|in|across|from)$/.test(before.word)
}

/** Words that turn a thing up or down, for better or worse. */
const turning: readonly ListName[] = ['up', 'down', 'better', 'worse', 'cause']

/** What stands around a phrase: "by X", "X reduces" use it; "reduces X", "change in X", "X was lower" measure it. */
function cueOf(marks: readonly Mark[], from: number, to: number): Phrase['cue'] {
  const turns = (mark: Mark | undefined) =>
    mark !== undefined && (mark.pos === 'VERB' || /ed$/.test(mark.word)) && turning.some((list) => isIn(list, mark))
  const before = marks.slice(Math.max(0, from - 2), from).filter(({ pos }) => pos !== 'DET')
  const last = before.at(-1)
  const after = marks.slice(to + 1, to + 5)
  if (turns(last) || (last?.pos === 'VERB' && changing.test(last.word))) return -1
  if (last && measured.test(last.word) && before.length > 1 && turning.some((list) => isIn(list, before[0]!))) return -1
  if (last && using.test(last.word)) return 1
  const next = after.findIndex((mark) => mark.pos !== 'ADV' && !isIn('light', mark))
  if (turns(after[next])) return isTurned(after[next + 1]) ? -1 : 1
  const told = (mark: Mark) => [...turning, 'alike' as const].some((list) => isIn(list, mark))
  return after[next]?.pos === 'AUX' && after.slice(next + 1).some(told) ? -1 : 0
}

/** Whether nothing follows a verb that it could turn, as in "counts fell with liming": then it is said of what stands before it. */
function isTurned(behind: Mark | undefined): boolean {
  return behind === undefined || behind.pause || /^(?:ADP|ADV|PUNCT|SCONJ|CCONJ)$/.test(behind.pos)
}

function extend(word: PhraseWord, end: number): void {
  word.tail = end
  word.heads ||= word.pos === 'ADJ' && !isGeneral(word.lemma)
}

function fits({ pos, name, joined }: Mark): boolean {
  return name || /^(?:NOUN|PROPN|ADJ)$/.test(pos) || (pos === 'VERB' && joined)
}

/** "Mowing reduced", "by mowing": a verb that names what is done; behind a noun or an auxiliary it says what somebody does. */
function isGerund({ pos, word }: Mark, before: Mark | undefined): boolean {
  return pos === 'VERB' && /.{2}ing$/.test(word) && (!before || /^(?:ADP|SCONJ|CCONJ|ADJ)$/.test(before.pos))
}

/** Whether a hyphen joins a word to a small one, as in "mother-to-child" and "on-site": the compound names something, its parts do not. */
function isTorn(marks: readonly Mark[], at: number): boolean {
  const isSmall = (mark: Mark | undefined) => mark?.stop === true && mark.word.length > 1
  return (marks[at]!.joined && isSmall(marks[at - 1])) || (marks[at + 1]?.joined === true && isSmall(marks[at + 1]))
}

/** "Zinc-copper": two substances, each of which is named. */
const isMixture = (one: PhraseWord, other: Mark, { branch }: Language) =>
  branch(one.lemma) === 'D' && branch(other.lemma) === 'D'

/** Words for those whom a study gave one thing: "lime group" is no longer name of lime. */
const group = /^(?:arm|cohort|group)s?$/

/** A number, with its commas and primes, or a single letter, and the hyphen that joins it to what follows. */
const leading = /(?<![\p{L}\p{N}])(?:\p{N}[\p{N},.'′]*|\p{L})[‐‑-]$/u

function wordOf({ word, stem, lemma, pos, name, start, end, joined }: Mark, text: string, mixed = false): PhraseWord {
  const noun = pos === 'NOUN' || pos === 'PROPN' || name || (pos === 'VERB' && /ing$/.test(word))
  return {
    stem,
    lemma,
    pos,
    name,
    start,
    end,
    lead: start - (leading.exec(text.slice(0, start))?.[0].length ?? 0),
    tail: end,
    joined: joined && !mixed,
    heads: noun && !writing.has(stemOf(lemma)) && !places.has(stemOf(lemma)),
  }
}
