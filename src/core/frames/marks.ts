import { oneSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import { emptyWords } from '../text/stop-words.ts'
import type { Language } from './language.ts'
import { isIn } from './lists.ts'
import { partOf } from './retagged.ts'

/** A word of a sentence as the frame reader sees it. */
export interface Mark {
  word: string
  lemma: string
  stem: string
  pos: string
  start: number
  end: number
  /** A name by its shape, or the number, letter or numeral that tells one kind of a thing from another: `type 2`. */
  name: boolean
  stop: boolean
  /** A comma, colon, semicolon or dash stands before it. */
  pause: boolean
  /** A hyphen joins it to the word before: `robot-assisted`. */
  joined: boolean
  /** Part of a compound or of a quoted title, where it binds nothing in the sentence: `within-subject`, `well-known`. */
  bound: boolean
}

/** A title in quotation marks, of three words or more. */
const titles = /“[^“”\s]+(?:\s+[^“”\s]+){2,}”/gu
/** The full stop of a sentence, which is no part of an abbreviation: "mass.", "vitamin D." */
const lastStop = /\.(?=\s*$)/
const brackets = /\([^()]*\)|\[[^[\]]*\]|<\|[^|]*\|>/g
const roman: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
}
const designator = /^(?:\d{1,2}[A-Za-z]?|[IVX]{1,4}|[A-Z])$/
const written = /^[\p{L}\p{N}]/u

/** The words of a sentence, without what stands in brackets. */
export function marksOf(sentence: string, language: Language): Mark[] {
  const quoted = [...sentence.matchAll(titles)].map(({ 0: text, index }) => [index, index + text.length] as const)
  const plain = lowerFirst(
    sentence
      .replace(brackets, (found) => ' '.repeat(found.length))
      .replace(/[‐‑–—−]/g, '-')
      .replace(lastStop, ' .'),
  )
  const marks: Mark[] = []
  let pause = false
  let joint: 'non' | null = null
  for (const { text, lemma, pos, start, end } of language.tag(plain)) {
    if (!written.test(text)) {
      if (/^[,;:]$/.test(text) || (text === '-' && plain[start - 1] === ' ')) pause = true
      continue
    }
    if (/^non$/i.test(text) && plain[end] === '-') {
      joint = 'non'
      continue
    }
    const before = marks.at(-1)
    const mark = markOf({ text, lemma, pos, start, end }, joint, pause, pause ? undefined : before, plain, language)
    const within = quoted.some(([from, to]) => start >= from && end <= to)
    marks.push({ ...mark, bound: within || isBound(mark, sentence) })
    pause = false
    joint = null
  }
  return marks
}

const hyphen = /[‐‑-]/
const letter = /[\p{L}\d]/u

/** Whether a hyphen takes a word into a compound: as its first part, or as a small word or participle at its end. */
function isBound({ word, pos, start, end }: Mark, sentence: string): boolean {
  const before = hyphen.test(sentence[start - 1] ?? '') && letter.test(sentence[start - 2] ?? '')
  const after = hyphen.test(sentence[end] ?? '') && letter.test(sentence[end + 1] ?? '')
  return after || (before && (/(?:ed|ing)$/.test(word) || /^(?:ADP|DET|CCONJ|SCONJ|PART)$/.test(pos)))
}

/** The first word in small letters, unless it is a name by its shape: the tagger takes capitals for names. */
function lowerFirst(text: string): string {
  return /^\s*\p{Lu}(?:\p{Ll}+|\s)/u.test(text) ? text.replace(/\p{Lu}/u, (first) => first.toLowerCase()) : text
}

type Tagged = { text: string; lemma: string; pos: string; start: number; end: number }

function markOf(
  tagged: Tagged,
  joint: 'non' | null,
  pause: boolean,
  before: Mark | undefined,
  plain: string,
  language: Language,
): Mark {
  const { text, pos, start, end } = tagged
  const word = `${joint ? 'non' : ''}${text.toLowerCase()}`
  const kind = before && designates(text, before, plain.slice(end)) ? kindOf(text, before) : null
  const lemma = kind ?? (joint ? word : tagged.lemma)
  return {
    ...{
      word,
      lemma,
      pos: partOf(tagged, before?.pos, plain, language),
      start,
      end,
      pause,
    },
    joined: plain[start - 1] === '-',
    stem: kind ?? (/\d/.test(word) ? word.replace(/-/g, '') : stem(oneSpelling(word))),
    name: kind !== null || /^\p{L}.*[\p{Lu}\d]/u.test(text),
    bound: false,
    stop:
      kind === null && (emptyWords.has(word) || word.length < 2 || /^(?:AUX|DET|PRON|ADP|CCONJ|PART|SCONJ)$/.test(pos)),
  }
}

/** Whether a number, letter or numeral behind a word says which of its kind it is, and counts nothing. */
function designates(text: string, before: Mark, after: string): boolean {
  if (!designator.test(text) || before.stop || before.pos === 'VERB' || before.pos === 'NUM') return false
  if (isIn('times', before) || isIn('up', before) || isIn('down', before)) return false
  return !/^\s?(?:%|percent|per cent|[.,]\d|mg|µg|μg|g\b|kg|ml|mm|cm|km|years?|months?|weeks?|days?|hours?|minutes?|of\b|\/)/.test(
    after,
  )
}

function kindOf(text: string, before: Mark): string {
  const lower = text.toLowerCase()
  return `${before.stem}#${roman[lower] ?? lower}`
}
