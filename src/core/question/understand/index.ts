import { lightStem, words } from '../../text/light-stem.ts'
import asking from '../../text/resources/asking-words.json' with { type: 'json' }
import { stem } from '../../text/stem.ts'
import type { Dictionaries } from './dictionaries.ts'
import { heldNames, libraryNames } from './library-names.ts'
import { isListed, partsOf } from './parts.ts'
import type { Phrase } from './phrase.ts'
import { phrasesOf } from './phrases.ts'
import type { Part } from './place.ts'
import { isSought } from './sought.ts'
import { meshNames, type Name, stemNames, wordNetNames } from './synonyms.ts'
import { readQuestion } from './tokens.ts'
import { isTurning } from './turning.ts'

export type { Dictionaries } from './dictionaries.ts'
export type { Part } from './place.ts'
export type { Name } from './synonyms.ts'

/** A concept of a question: what it is there, as the question names it, and its other names with their sources. */
export interface Concept {
  text: string
  kind: Phrase['kind']
  part: Part
  aside: boolean
  names: Name[]
  /** Stands in a list with the phrase before it. */
  listed: boolean
  /** Names the kind of thing that the question asks for. */
  sought: boolean
  /** The dictionaries or the stems of medicines know the phrase as one name. */
  isName: boolean
  /** The members of a list that it stands for. */
  label?: string[]
}

/** Texts of a library that are read for names, at most; evenly taken from a larger one. */
const mostTexts = 300

/** Kinds of persons that are named where no library tells which it holds. */
const mostUnheld = 12

const empty = {
  verbs: new Set(asking.verbs),
  names: new Set([...asking.nouns, ...asking.adjectives, ...asking.adverbs]),
}

/**
 * What a question asks: its noun phrases, acts and predicates, each with its part and other names. With the texts of a library the names
 * are those that the library holds, and the library's own abbreviations and lists are read as well.
 */
export function understand(question: string, dictionaries: Dictionaries, texts: readonly string[] = []): Concept[] {
  const { net, mesh, verbShare } = dictionaries
  const step = Math.max(1, texts.length / mostTexts)
  const read = Array.from({ length: Math.min(mostTexts, texts.length) }, (_, at) => texts[Math.floor(at * step)]!)
  const tagged = readQuestion(question, net, verbShare)
  const isName = (text: string) => net.synsets(text, 'noun').length > 0 || mesh.heading(text) !== null
  const phrases = phrasesOf(tagged.words, { ...empty, turns: (lemma) => isTurning(lemma, net) }, isName).filter(
    ({ text }) => text.length > 1,
  )
  const parts = partsOf(phrases, tagged, dictionaries)
  return phrases.map((phrase, place) => ({
    text: phrase.text,
    kind: phrase.kind,
    part: parts[place]!,
    aside: phrase.aside,
    names: phrase.kind === 'noun' ? otherNames(phrase, dictionaries, read) : [],
    listed: place > 0 && isListed(tagged.words, phrases[place - 1]!.to, phrase.from),
    sought: isSought(phrase, tagged),
    isName: isName(phrase.text) || stemNames(phrase.text).length > 0,
  }))
}

function otherNames(phrase: Phrase, dictionaries: Dictionaries, texts: readonly string[]): Name[] {
  const known = [
    ...[phrase.text, ...tails(phrase, dictionaries)].flatMap((name) => [
      ...stemNames(name),
      ...wordNetNames(name, dictionaries, name === phrase.text, texts.length > 0 ? undefined : mostUnheld),
    ]),
    ...meshNames(phrase.text, dictionaries),
  ]
  const held = texts.length === 0 ? known : heldNames([...known, ...partsUnder(phrase, dictionaries, texts)], texts)
  const terms = [phrase.text, ...held.map(({ term }) => term).filter((term) => !term.startsWith('*'))]
  return onceEach([...held, ...(texts.length === 0 ? [] : libraryNames(terms, texts))], phrase.text)
}

/** From this rarity on a word alone tells a subject ("bronchodilators"), below it does not ("disease", "drugs"). */
export const telling = 5.5

/** The phrase without its first words where that is telling: what it is a kind of. */
function tails({ words: all }: Phrase, { rarity }: Dictionaries): string[] {
  return all
    .slice(1)
    .map((_, from) => all.slice(from + 1))
    .filter((tail) => tail.some((word) => rarity(stem(word)) >= telling))
    .map((tail) => tail.join(' '))
}

/**
 * Shorter names under which a library may hold what no text of it names as the question does, "agile teams" or "agile" of "agile software
 * teams": what its head is called with fewer words, and words that are telling alone.
 */
function partsUnder(phrase: Phrase, { rarity, net, mesh }: Dictionaries, texts: readonly string[]): Name[] {
  const { words: all, text } = phrase
  const isName = net.synsets(text, 'noun').length > 0 || mesh.heading(text) !== null
  if (all.length < 2 || isName || heldNames([{ term: text, source: '' }], texts).length > 0) return []
  const head = all.at(-1)!
  const tails = all.slice(1, -1).map((_, at) => all.slice(at + 1).join(' '))
  const pairs = all.slice(0, -1).map((word) => `${word} ${head}`)
  const alone = all.filter((word) => rarity(stem(word)) >= telling)
  return [...tails, ...pairs, ...alone].map((term) => ({ term, source: 'a part of it that the library holds' }))
}

/** The first of names that differ in nothing but endings, without the one that a concept has itself. */
export function onceEach(names: readonly Name[], own = ''): Name[] {
  const seen = new Set([keyOf(own)])
  return names.filter(({ term }) => !seen.has(keyOf(term)) && seen.add(keyOf(term)))
}

function keyOf(text: string): string {
  return `${text.startsWith('*') ? '*' : ''}${words(text).map(lightStem).join(' ')}`
}
