import { once, remembered } from '../remembered.ts'
import { agentName } from '../text/agents.ts'
import type { Heading, Mesh } from '../text/mesh.ts'
import type { TaggedWord } from '../text/pos.ts'
import { oneSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import { type Synset, type WordNet, type WordNetPart, wordNetParts } from '../text/wordnet.ts'
import { attributesOf } from './attributes.ts'
import { contraryStems, synonymStems } from './lists.ts'

/** What is known of English words and of names, for reading and comparing frames. */
export interface Language {
  tag(text: string): TaggedWord[]
  /** Whether two words, in dictionary form, mean the same or are forms of one: `survival` and `survive`, `pupil` and `student`. */
  alike(one: string, other: string): boolean
  /** Whether two words are contraries or two kinds of one thing, as far as the dictionary and the headings know. */
  apart(one: string, other: string): boolean
  /** Whether the first names a kind of which the second is one: `bird` and `robin`. */
  above(wider: string, narrower: string): boolean
  /** Whether a word names a person, an animal or a group of them. */
  living(word: string): boolean
  /** Whether a phrase is the name of a disease or a sign of one. */
  disease(phrase: string): boolean
  /** Branch of the medical headings that a word is a name of, `B` organisms, `C` diseases, `D` chemicals and drugs; null for any other. */
  branch(word: string): string | null
  /** Places of the heading that a phrase names in the tree of headings; none where it names none. */
  places(phrase: string): readonly string[]
  /** How often a word in any of its forms is a verb and neither a noun nor an adjective, as far as the dictionary tells, 0 to 1. */
  verbal(word: string): number
  /** Whether the dictionary has a word as a noun; names of methods and products it has not. */
  noun(word: string): boolean
  /** Properties that an adjective tells the extent of, in any of its degrees: `length` and `duration` of `long` and `longer`. */
  attribute(adjective: string): ReadonlySet<string>
  /** Whether a word is an adjective at least as often as a noun. */
  adjective(word: string): boolean
  /** Whether a word that is a noun and a verb is the noun by far more often. */
  things(word: string): boolean
  /** How often a noun or verb stands in the texts of all kinds in which the dictionary's authors counted senses. */
  common(word: string): number
  /** File of the dictionary that the first sense of a noun stands in, as 18 for persons and 26 for states; null for a word that it has not. */
  kind(word: string): number | null
  /** Whether a phrase names a place, a person or a group of people: where or in whom something is found. */
  setting(phrase: string): boolean
}

/** Senses of a word that are looked at: the dictionary has the frequent ones first. */
const senses = 3
/** Steps up the tree of kinds within which two words are two kinds of one thing. */
const nearKin = 2
/** How many times more often a noun than a verb. */
const mostlyNoun = 4
const steps = 7

/** Language over the dictionary and the headings. */
export function languageOf(tag: Language['tag'], net: WordNet, mesh: Mesh): Language {
  const headed = remembered((phrase: string) => mesh.heading(phrase), mostPhrases)
  const known = remembered((word: string) => knownOf(net, headed, word))
  return {
    tag: remembered(tag, mostSentences),
    alike: (one, other) => areAlike(known(one), known(other)),
    apart: (one, other) => areApart(known(one), known(other)),
    above: (wider, narrower) => {
      const first = known(wider).first()
      return first !== undefined && known(narrower).kinds().has(first)
    },
    living: remembered((word: string) => isLiving(net, word)),
    kind: remembered((word: string) => net.synsets(word, 'noun')[0]?.file ?? null),
    setting: remembered((phrase: string) => isSettingName(net, headed(phrase), phrase)),
    branch: remembered((word: string) => branchOf(headed(word), word)),
    verbal: remembered((word: string) => verbalShare(net, word)),
    noun: remembered((word: string) => net.synsets(word, 'noun').length > 0),
    adjective: remembered(
      (word: string) =>
        net.synsets(word, 'adj').length > 0 && net.frequency(word, 'adj') >= net.frequency(word, 'noun'),
    ),
    attribute: remembered((word: string) => attributesOf(net, word, senses)),
    things: remembered(
      (word: string) =>
        net.frequency(word, 'noun') >= mostlyNoun * net.frequency(word, 'verb') && net.frequency(word, 'noun') > 0,
    ),
    common: remembered((word: string) => net.frequency(word, 'noun') + net.frequency(word, 'verb')),
    places: (phrase) => headed(phrase)?.places ?? [],
    disease: (phrase) => headed(phrase)?.places.some((place) => /^C|^F03/.test(place)) ?? false,
  }
}

/** Sentences whose words are remembered: those of a paper are read for its frames, for its claims and for what it speaks of. */
const mostSentences = 20_000
/** Phrases whose headings are remembered; most are of many words and never met again. */
const mostPhrases = 100_000

/** What is known of a word, read when it is first asked for. */
interface Known {
  word: string
  /** Its stem in one spelling, and as it is written. */
  key: string
  stem: string
  /** Words that are forms of it or mean the same, and its contraries. */
  near: () => ReadonlySet<string>
  against: () => ReadonlySet<string>
  /** Kinds above it as a noun with the number of steps, those so near that another kind under them stands beside it, and its own first sense. */
  kinds: () => ReadonlyMap<number, number>
  kin: () => readonly number[]
  first: () => number | undefined
  heading: () => Heading | null
}

function knownOf(net: WordNet, headed: (phrase: string) => Heading | null, word: string): Known {
  const kinds = once(() => kindsAbove(net, net.synsets(word, 'noun').slice(0, 2), steps))
  return {
    word,
    key: stem(oneSpelling(word)),
    stem: stem(word),
    near: once(() => nearOf(net, word, familyOf(net, word))),
    against: once(() => contrariesOf(net, word)),
    kinds,
    kin: once(() => [...kinds()].flatMap(([id, step]) => (step > 0 && step <= nearKin ? [id] : []))),
    first: once(() => net.synsets(word, 'noun')[0]?.id),
    heading: once(() => headed(word)),
  }
}

function areAlike(one: Known, other: Known): boolean {
  return (
    one.key === other.key ||
    (synonymStems.get(one.stem)?.has(other.stem) ?? false) ||
    ((one.near().has(other.word) || other.near().has(one.word)) && !areContraries(one, other))
  )
}

function areContraries(one: Known, other: Known): boolean {
  return one.against().has(other.word) || other.against().has(one.word)
}

function areApart(one: Known, other: Known): boolean {
  return (
    areContraries(one, other) ||
    (contraryStems.get(one.stem)?.has(other.stem) ?? false) ||
    one.kin().some((id) => other.kin().includes(id)) ||
    areBeside(one.heading(), other.heading())
  )
}

function frequent(net: WordNet, word: string): Synset[] {
  return wordNetParts.flatMap((part) => net.synsets(word, part).slice(0, senses))
}

/** Endings of verbs and what stands for them in the dictionary (https://wordnet.princeton.edu/documentation/morphy7wn). */
const verbEndings: readonly (readonly [RegExp, string])[] = [
  [/$/, ''],
  [/ies$|ied$/, 'y'],
  [/(?:es|ed|ing)$/, 'e'],
  [/(?:es|s|ed|ing)$/, ''],
]

function verbalShare(net: WordNet, word: string): number {
  const forms = new Set(
    verbEndings.flatMap(([ending, stead]) => (ending.test(word) ? [word.replace(ending, stead)] : [])),
  )
  const count = (part: WordNetPart, form: string) => net.frequency(form, part)
  const base = [...forms].find((form) => count('verb', form) > 0)
  if (base === undefined) return 0
  const others = new Set([base, word])
  const verb = count('verb', base)
  return verb / (verb + [...others].reduce((sum, form) => sum + count('noun', form) + count('adj', form), 0))
}

/** Forms of one word over the parts of speech. */
function familyOf(net: WordNet, word: string): Set<string> {
  const found = new Set([word])
  for (const synset of frequent(net, word))
    for (const { symbol, from, to, id, part } of synset.pointers) {
      if ((symbol !== '+' && symbol !== '\\') || (from > 0 && synset.words[from - 1]!.toLowerCase() !== word)) continue
      const there = net.at({ id, part })
      found.add(there.words[Math.max(0, to - 1)]!.toLowerCase())
    }
  return found
}

/** A word's family with the synonyms of each member. */
function nearOf(net: WordNet, word: string, family: ReadonlySet<string>): Set<string> {
  const found = new Set(family)
  for (const form of family)
    for (const part of wordNetParts)
      for (const synset of net.synsets(form, part).slice(0, form === word ? senses : 1))
        for (const other of synset.words) found.add(other.toLowerCase())
  return found
}

function contrariesOf(net: WordNet, word: string): Set<string> {
  const found = new Set<string>()
  for (const synset of frequent(net, word))
    for (const { symbol, from, to, id, part } of synset.pointers)
      if (symbol === '!' && synset.words[from - 1]?.toLowerCase() === word)
        found.add(net.at({ id, part }).words[to - 1]!.toLowerCase())
  return found
}

/** Kinds above senses of a noun, with the number of steps. */
function kindsAbove(net: WordNet, synsets: Synset[], most: number): Map<number, number> {
  const found = new Map<number, number>()
  let level = synsets
  for (let step = 0; step <= most && level.length > 0; step++) {
    for (const { id } of level) if (!found.has(id)) found.set(id, step)
    level = level.flatMap((synset) =>
      synset.pointers.filter(({ symbol }) => symbol === '@' || symbol === '@i').map((pointer) => net.at(pointer)),
    )
  }
  return found
}

/** Words for the kinds of living beings that a study is made in. */
const beings = ['person', 'animal', 'people', 'ethnic group', 'age group']

function isLiving(net: WordNet, word: string): boolean {
  return net.synsets(word, 'noun').length > 0 && beings.some((being) => isAbove(net, firstKindsOf(net, word), being))
}

/** Kinds above the most frequent sense. */
function firstKindsOf(net: WordNet, word: string): Map<number, number> {
  return kindsAbove(net, net.synsets(word, 'noun').slice(0, 1), 12)
}

/** Branches of the headings for named groups and for places, and files of the dictionary for groups, places and persons. */
const settingPlaces = /^(?:M|Z)/
const settingFiles: ReadonlySet<number> = new Set([14, 15, 18])

function isSettingName(net: WordNet, heading: Heading | null, phrase: string): boolean {
  if (heading) return heading.places.some((place) => settingPlaces.test(place))
  const [first] = [phrase, phrase.split(' ').at(-1)!].flatMap((name) => net.synsets(name, 'noun').slice(0, 1))
  return first !== undefined && settingFiles.has(first.file)
}

function isAbove(net: WordNet, kinds: ReadonlyMap<number, number>, wider: string): boolean {
  return net
    .synsets(wider, 'noun')
    .slice(0, 1)
    .some(({ id }) => kinds.has(id))
}

/** Names of drugs that are no headings are told by their endings. */
const drug = new RegExp(`^${agentName}$`, 'i')
/** Headings near the top of the tree name kinds of things, not things. */
const leastDepth = 3

function branchOf(heading: Heading | null, word: string): string | null {
  const deep = heading?.places.find((place) => /^[BCD]/.test(place) && place.split('.').length >= leastDepth)
  return deep?.[0] ?? (heading === null && drug.test(word) ? 'D' : null)
}

/** Two headings side by side: neither above the other, under one heading. */
function areBeside(a: Heading | null, b: Heading | null): boolean {
  if (!a || !b || a === b) return false
  const within = (lower: string, upper: string) => lower.startsWith(`${upper}.`)
  if (a.places.some((p) => b.places.some((q) => within(p, q) || within(q, p)))) return false
  return a.places.some((p) => b.places.some((q) => p.split('.')[0] === q.split('.')[0]))
}
