import type { Language } from '../frames/language.ts'
import { isIn, type ListName } from '../frames/lists.ts'
import { type Mark, marksOf } from '../frames/marks.ts'
import units from '../text/lists/units.json' with { type: 'json' }
import { wordSet, wordsOf } from '../text/word-list.ts'
import lists from './lists.json' with { type: 'json' }

/** A word of a noun phrase. */
export interface PhraseWord {
  stem: string
  lemma: string
  pos: string
  name: boolean
  start: number
  end: number
  /** End of a general noun right behind it, as in "event rate"; its own end where there is none. */
  tail: number
  /** May end the name of a row or column. */
  heads: boolean
}

/** Lists whose words name no thing of a study's own: what is measured or done without saying which. */
const unnaming: readonly ListName[] = [
  ...(['lightVerbs', 'up', 'down', 'better', 'worse', 'alike', 'deny', 'link', 'cause'] as const),
  ...(['controls', 'doses', 'times', 'persons', 'adverbs', 'treat'] as const),
]
const writing = wordSet(lists.writing)
const measuring = wordSet(lists.measuring)
const places = wordSet(lists.places)
const measures = new Set(wordsOf(...Object.values(units.units)).filter((word) => word.length < 6))

/** Whether a word may be part of the name of a row or column. */
function isNaming(mark: Mark): boolean {
  if (mark.stop || mark.pos === 'NUM' || mark.pos === 'ADV' || /^[\d.,%]+$/.test(mark.word)) return false
  if (measures.has(mark.word)) return false
  return mark.name || !(isIn('light', mark) || unnaming.some((list) => isIn(list, mark)))
}

/** Whether all that a single word tells is that something was written, measured or stood somewhere. */
export function isGeneral(lemma: string): boolean {
  return writing.has(lemma) || measuring.has(lemma) || places.has(lemma)
}

/** The noun phrases of a text: words that name something and stand side by side, the last of them a noun. */
export function phrasesOf(text: string, language: Language): PhraseWord[][] {
  const phrases: PhraseWord[][] = []
  let open: PhraseWord[] = []
  const close = () => {
    if (open.some(({ heads }) => heads)) phrases.push(open)
    open = []
  }
  for (const mark of marksOf(text, language)) {
    const last = open.at(-1)
    const gap = last ? text.slice(last.end, mark.start).replace(/[‐‑–—−]/g, '-') : ' '
    if (mark.pause || !/^(?:\s+|-)$/.test(gap)) close()
    if (isNaming(mark) && fits(mark)) open.push(wordOf(mark))
    else {
      if (open.length > 0 && mark.pos === 'NOUN' && isIn('light', mark)) extend(open.at(-1)!, mark.end)
      close()
    }
  }
  close()
  return phrases
}

function extend(word: PhraseWord, end: number): void {
  word.tail = end
  word.heads ||= word.pos === 'ADJ' && !isGeneral(word.lemma)
}

function fits({ pos, name, joined }: Mark): boolean {
  return name || /^(?:NOUN|PROPN|ADJ)$/.test(pos) || (pos === 'VERB' && joined)
}

function wordOf({ stem, lemma, pos, name, start, end }: Mark): PhraseWord {
  const noun = pos === 'NOUN' || pos === 'PROPN' || name
  return { stem, lemma, pos, name, start, end, tail: end, heads: noun && !writing.has(lemma) && !places.has(lemma) }
}
