import lists from '../text/lists/idioms.json' with { type: 'json' }
import { stem } from '../text/stem.ts'
import { type Rows, wordsOf } from '../text/word-list.ts'
import type { Mark } from './marks.ts'

const { use: _use, source: _source, aside, ...parts } = lists

/** Words of each phrase by its first word, the longest phrase first, with the word whose part it plays; empty where none. */
const phrases = byFirst([
  ...Object.entries<Rows>(parts).flatMap(([part, rows]) => wordsOf(rows).map((phrase) => [phrase, part] as const)),
  ...wordsOf(aside).map((phrase) => [phrase, ''] as const),
])

interface Phrase {
  words: string[]
  part: string
}

function byFirst(rows: readonly (readonly [string, string])[]): ReadonlyMap<string, Phrase[]> {
  const table = new Map<string, Phrase[]>()
  for (const [phrase, part] of rows) {
    const words = phrase.split(' ')
    table.set(words[0]!, [...(table.get(words[0]!) ?? []), { words, part }])
  }
  for (const row of table.values()) row.sort((a, b) => b.words.length - a.words.length)
  return table
}

/** The marks of a sentence with each phrase that binds as one word made one: "in terms of" a "regarding", "for example" nothing. */
export function joinIdioms(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  let pause = false
  for (let at = 0; at < marks.length; at++) {
    const mark = marks[at]!
    const phrase = (phrases.get(mark.word) ?? phrases.get(mark.lemma))?.find(({ words }) => stands(words, marks, at))
    const last = phrase ? marks[at + phrase.words.length - 1]! : mark
    if (!phrase) joined.push(pause ? { ...mark, pause } : mark)
    else if (phrase.part !== '') joined.push(playing(phrase.part, mark, last, pause))
    pause = phrase?.part === '' && (pause || mark.pause)
    if (phrase) at += phrase.words.length - 1
  }
  return joined
}

function stands(words: readonly string[], marks: readonly Mark[], at: number): boolean {
  return words.every((word, next) => {
    const mark = marks[at + next]
    const same = mark?.word === word || (next === 0 && mark?.pos === 'VERB' && mark.lemma === word)
    return same && !mark.bound && (next === 0 || !mark.pause)
  })
}

function playing(word: string, first: Mark, last: Mark, pause: boolean): Mark {
  if (/^(?:in|de)crease$/.test(word)) {
    const form = /ing$/.test(first.word) ? word.replace(/e$/, 'ing') : word
    return { ...first, word: form, lemma: word, stem: stem(word), pos: 'VERB', end: last.end, stop: false }
  }
  const pos = word === 'and' ? 'CCONJ' : 'ADP'
  return {
    ...{ word, lemma: word, stem: word, pos, start: first.start, end: last.end, pause: first.pause || pause },
    ...{ name: false, stop: true, joined: false, bound: false },
  }
}
