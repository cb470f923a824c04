import { directions } from '../../text/lexicon.ts'
import { stem } from '../../text/stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import { grammar } from './grammar.ts'
import { type Empty, type Found, heads, inNoun, type Phrase } from './phrase.ts'
import { isRelativeVerb } from './relatives.ts'
import type { Word } from './word.ts'

/** The act or quality that a word outside noun phrases names; none where it only asks, turns or stands inside another phrase. */
export function act(words: readonly Word[], at: number, empty: Empty): Found[] {
  const word = words[at]!
  const says =
    grammar.experiences.has(word.lemma) ||
    grammar.helping.has(word.lemma) ||
    directions.has(stem(word.lemma)) ||
    (hasObject(words[at + 1]) && empty.turns(word.lemma))
  if (word.pos === 'VERB' && !says && !isInside(words, at) && !hasComplement(words, at) && !asks(word, empty))
    return [one(word, at, 'verb')]
  return word.pos === 'ADV' && /ly$/.test(word.lemma) && !asks(word, empty) ? [one(word, at, 'adjective')] : []
}

/** A participle that tells more of the noun before it ("infections acquired in"), or a form in -ing whose object names the thing ("in losing weight"). */
function isInside(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]]
  if (before === undefined || after === undefined) return /ing$/.test(word.text)
  const participle = /ed$/.test(word.text) && heads.has(before.pos) && after.pos === 'ADP' && behindVerb(words, at)
  if (isRelativeVerb(words, at) && ['ADP', 'DET', 'PRON', ...inNoun].includes(after.pos)) return true
  return participle || (/ing$/.test(word.text) && (hasObject(after) || heads.has(before.pos)))
}

function hasObject(after: Word | undefined): boolean {
  return after !== undefined && (inNoun.has(after.pos) || after.pos === 'DET' || after.pos === 'PRON')
}

/** Whether a verb only says that its object comes to be so: "leave", "render" in "render seeds sterile". */
function hasComplement(words: readonly Word[], at: number): boolean {
  const isWithin = ({ pos }: Word) => pos === 'DET' || pos === 'PRON' || inNoun.has(pos)
  const end = words.findIndex((word, place) => place > at && !isWithin(word) && word.pos !== 'ADV')
  const [last, before] = [words[end - 1], words[end - 2]]
  return last?.pos === 'ADJ' && end - 2 > at && (heads.has(before!.pos) || before!.pos === 'ADV')
}

/** Whether another verb stands before. */
function behindVerb(words: readonly Word[], at: number): boolean {
  return words.findIndex(({ pos }) => pos === 'VERB') < at
}

/** A phrase of one word. */
export function one(word: Word, at: number, kind: Phrase['kind']): Found {
  return {
    text: word.text,
    words: [word.text.toLowerCase()],
    kind,
    head: word.text.toLowerCase(),
    from: at,
    to: at + 1,
  }
}

/** Whether a word only asks and names nothing. */
export function asks({ lemma, text, pos }: Word, { verbs, names }: Empty): boolean {
  const low = text.toLowerCase()
  const own = pos === 'VERB' ? verbs : names
  return own.has(lemma) || own.has(low) || stopWords.has(low)
}
