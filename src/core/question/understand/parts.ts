import type { Mesh } from '../../text/mesh.ts'
import { related, type Synset, type WordNet } from '../../text/wordnet.ts'
import type { Phrase } from './phrases.ts'
import type { Word } from './tokens.ts'

/** What a concept is in a question: for whom, what is done or met, against what, and what comes of it. */
export type Part = 'population' | 'exposure' | 'comparator' | 'outcome'

/** Dictionaries that understanding looks things up in. */
export interface Dictionaries {
  mesh: Mesh
  net: WordNet
  /** How rare a Porter stem is in scholarly abstracts: 0.75 for "effect", 7 for the name of a drug. */
  rarity: (stem: string) => number
}

const against = new Set(['than', 'versus', 'vs', 'vs.', 'against'])
/** Words before what something is about, for whom or where. */
const settings = new Set([
  'for',
  'of',
  'with',
  'in',
  'among',
  'amongst',
  'within',
  'during',
  'at',
  'after',
  'under',
  'when',
  'while',
  'if',
])
/** Branches of the tree for persons, places, diseases, organisms and surroundings. */
const peopled = /^(?:M|N01|N02\.278|I03|Z|B)/
const beings = new Set([
  'person',
  'people',
  'organism',
  'social group',
  'location',
  'organization',
  'building',
  'facility',
])

/**
 * The part of each phrase, from where it stands: what acts before the main verb, what is compared after "with", "than", "versus",
 * what comes of it behind the verb, and for whom or where after "in" or "among" where the thing is of that kind.
 */
export function partsOf(phrases: readonly Phrase[], words: readonly Word[], dictionaries: Dictionaries): Part[] {
  const main = mainVerb(words)
  const compared = words.some(({ lemma }) => lemma === 'compare')
  const effectOf = words.findIndex(
    ({ lemma }, at) => /^(?:effect|impact|influence|role)$/.test(lemma) && words[at + 1]?.text === 'of',
  )
  let part: Part = 'exposure'
  let last: Part | undefined
  const partOf = (phrase: Phrase, place: number): Part => {
    const before = wordsBefore(words, phrase.from)
    if (words[phrase.from - 1]?.lemma === 'do' || words[phrase.from - 2]?.lemma === 'do') part = 'exposure'
    if (isComparing(before, compared)) part = 'comparator'
    else if (effectOf !== -1) part = afterEffect(words, effectOf, phrase, part)
    else if (phrase.kind === 'adjective' || inSetting(before[0], phrase)) part = 'outcome'
    else if (phrase.from > main && part === 'exposure') part = 'outcome'
    if (phrase.kind === 'verb' && part !== 'comparator')
      return before[0] === 'be' || before[0] === 'been' ? 'exposure' : 'outcome'
    // "adults with type 2 diabetes": what is with a population tells which one.
    const tellsWhich = last === 'population' && before[0] === 'with' && phrases[place - 1]!.to === phrase.from - 1
    const peopled = settings.has(before[0] ?? '') && isPeopled(phrase, dictionaries)
    return peopled || tellsWhich ? 'population' : part
  }
  return phrases.map((phrase, place) => {
    last = partOf(phrase, place)
    return last
  })
}

function inSetting(before: string | undefined, { kind }: Phrase): boolean {
  return kind === 'noun' && before !== undefined && settings.has(before) && !['of', 'with'].includes(before)
}

function afterEffect(words: readonly Word[], of: number, phrase: Phrase, part: Part): Part {
  if (phrase.from < of) return 'outcome'
  const on = words.findIndex(({ text }, at) => at > of && text.toLowerCase() === 'on')
  return on !== -1 && phrase.from > on ? 'outcome' : part === 'outcome' ? 'exposure' : part
}

/** Place of the main verb, or of the copula where the predicate is an adjective; the end where there is none. */
function mainVerb(words: readonly Word[]): number {
  const verb = words.findIndex(({ pos }) => pos === 'VERB')
  return verb === -1 ? words.length : verb
}

function isComparing(before: readonly string[], compared: boolean): boolean {
  const [last = '', earlier = ''] = before
  return (
    against.has(last) ||
    (compared &&
      /^(?:with|to|and)$/.test(last) &&
      /^(?:compared?|and|with|each|other)$/.test(earlier) &&
      last !== 'and')
  )
}

/** The words just before a phrase that are no part of it, the nearest first, articles and "each other" skipped. */
function wordsBefore(words: readonly Word[], from: number): string[] {
  return words
    .slice(Math.max(0, from - 4), from)
    .map(({ text }) => text.toLowerCase())
    .filter((text) => !/^(?:the|an?|other|their|its|any|all)$/.test(text))
    .reverse()
}

/** Whether the last word of a phrase names persons, other beings or places, by the tree or the dictionary. */
function isPeopled(phrase: Phrase, { mesh, net }: Dictionaries): boolean {
  const names = [phrase.words.join(' '), phrase.words.at(-1)!]
  for (const name of names) {
    const heading = mesh.heading(name)
    if (heading) return heading.places.some((place) => peopled.test(place) || /^C|^F03/.test(place))
  }
  const [sense] = net.synsets(names[1]!, 'noun')
  return sense !== undefined && wider(net, sense).some((each) => each.words.some((word) => beings.has(word)))
}

function wider(net: WordNet, sense: Synset): Synset[] {
  const out: Synset[] = []
  let level = [sense]
  for (let depth = 0; depth < 12 && level.length > 0; depth++) {
    out.push(...level)
    level = level.flatMap((each) => related(net, each, '@')).slice(0, 4)
  }
  return out
}
