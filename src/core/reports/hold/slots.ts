import { labelDifferences } from '../../compare/labels.ts'
import type { FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import type { FrameReader } from '../../frames/reader.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { opposites } from '../../text/contraries.ts'
import type { HoldReading } from './reading.ts'
import { hasName, type NamePool, namePool } from './same-name.ts'
import type { NamedDifference } from './turns.ts'

/** What one place of a sentence may be replaced by: another name, another organism, disease or substance, another thing of its kind, a contrary, another way, another label. */
export const slotKinds = ['name', 'kin', 'thing', 'turn', 'way', 'label'] as const
export type SlotKind = (typeof slotKinds)[number]

/** A word of the sentence that its source has not, and what stands in its place in one sentence of the source. */
export interface SlotDifference {
  kind: SlotKind
  /** Place of the source's sentence. */
  at: number
  claim: string
  source: string
  /** Share of the other words of the sentence that the source's sentence has, 0 to 1. */
  rest: number
  /** Share of the words beside it that stand beside its rival too, 0 to 1. */
  context: number
}

/** How a sentence differs from the closest ones of its source, place by place. */
export interface SlotReading {
  differences: readonly SlotDifference[]
  /** Words that name something and stand nowhere in the source, in no form or other word for them. */
  strangers: readonly FrameWord[]
  words: readonly FrameWord[]
}

/** Units that look like names. */
const unit = /^[cdkmnµu]?(?:m|l|g)[23²³]?$/i

/** One letter, with a full stop behind it where it ends a sentence or stands for a longer name: it tells too little. */
const isLetter = /^\p{L}\.?$/u

/** Words to each side that are looked at, in the sentence and around the rival. */
const [beside, around] = [3, 5]

/** Compares a sentence with the sentences at `places` of its source, word by word. */
export function readSlots(
  { claim, read, whole, sentences }: HoldReading,
  places: readonly number[],
  reader: FrameReader,
): SlotReading {
  const { language } = reader
  const words = named(reader, claim.text)
  const all = lemmasOf(sentences.flatMap((sentence) => named(reader, sentence)))
  const [pool, own] = [namePool(whole.text), namePool(claim.text)]
  const strangers = words.filter(
    (word) =>
      !(word.name && (hasName(word.word, pool) || unit.test(word.word))) &&
      !isLetter.test(word.word) &&
      !whole.stems.has(word.stem) &&
      !all.has(word.lemma) &&
      ![...all.keys()].some((lemma) => language.alike(word.lemma, lemma)),
  )
  const differences = places.flatMap((at): SlotDifference[] => {
    const theirs = named(reader, sentences[at]!)
    const same = (a: FrameWord) => (b: FrameWord) => isSame(a, b, language)
    const shared = new Set(words.filter((word) => theirs.some(same(word))))
    const free = theirs.filter((word) => !claim.stems.has(word.stem) && !words.some(same(word)))
    const rest = (left: number) => (words.length <= left ? 0 : shared.size / (words.length - left))
    const swapped = strangers.flatMap((word) => {
      const rival = rivalOf(word, free, own, language)
      if (!rival) return []
      const kind = kindOf(word, rival, language)
      const context = contextOf(words, words.indexOf(word), theirs, theirs.indexOf(rival), language)
      return [{ kind, at, claim: word.word, source: rival.word, rest: rest(1), context }]
    })
    const turns = turnsOf(claim, read[at]!).map((turn) => ({ ...turn, at, rest: rest(0) }))
    return [...swapped, ...turns]
  })
  return { differences: [...differences, ...labels(claim, whole, places[0] ?? 0)], strangers, words }
}

/**
 * How much of the rest of the sentence, and of what stands beside the word, must be shared before one word in another's place is
 * named. Chosen on the labelled sentences; what it gives on sets left out stands in `holding.weights.json`.
 */
const least: Readonly<Partial<Record<SlotKind, { rest: number; context: number }>>> = {
  label: { rest: 0, context: 0 },
  name: { rest: 0.5, context: 0.2 },
  kin: { rest: 0.7, context: 0.2 },
  turn: { rest: 0.6, context: 0.5 },
}

/** A word in another's place that is likely to be contrary, in words; null where there is none. */
export function likelySlot(
  reading: HoldReading,
  places: readonly number[],
  reader: FrameReader,
): NamedDifference | null {
  const found = readSlots(reading, places, reader).differences.filter(({ kind, rest, context }) => {
    const lines = least[kind]
    return lines !== undefined && rest >= lines.rest && context >= lines.context
  })
  const turns = new Set(found.filter(({ kind }) => kind === 'turn').map(({ claim }) => claim)).size
  const first = found.find(({ kind }) => kind !== 'turn' || turns % 2 === 1)
  return first
    ? {
        at: first.at,
        why: `the source speaks of "${first.source}", the sentence of "${first.claim}"`,
        turned: first.kind === 'turn',
      }
    : null
}

function named(reader: FrameReader, text: string): FrameWord[] {
  return reader.read(text).words.filter(({ pos, name }) => name || /^(?:NOUN|PROPN|VERB|ADJ|ADV)$/.test(pos))
}

function lemmasOf(words: readonly FrameWord[]): Map<string, FrameWord> {
  return new Map(words.map((word) => [word.lemma, word]))
}

function isSame(one: FrameWord, other: FrameWord, language: Language): boolean {
  return one.stem === other.stem || language.alike(one.lemma, other.lemma)
}

/** What stands in the source for a word it has not: another name for a name, another of its kind for a thing. */
function rivalOf(
  word: FrameWord,
  free: readonly FrameWord[],
  own: NamePool,
  language: Language,
): FrameWord | undefined {
  const named = (other: FrameWord) =>
    word.name && other.name && other.word.length >= 3 && !language.noun(other.lemma) && !hasName(other.word, own)
  return (
    free.find((other) => named(other) || sameBranch(word, other, language)) ??
    free.find((other) => word.pos === other.pos && language.apart(word.lemma, other.lemma))
  )
}

/** Whether both are names of one branch, and neither is a kind of the other. */
function sameBranch(one: FrameWord, other: FrameWord, language: Language): boolean {
  if (one.pos === 'VERB' || other.pos === 'VERB') return false
  const branch = language.branch(one.lemma)
  return (
    branch !== null &&
    branch === language.branch(other.lemma) &&
    !language.above(one.lemma, other.lemma) &&
    !language.above(other.lemma, one.lemma)
  )
}

function kindOf(word: FrameWord, rival: FrameWord, language: Language): SlotKind {
  if (sameBranch(word, rival, language)) return 'kin'
  return word.name && rival.name ? 'name' : 'thing'
}

function contextOf(
  mine: readonly FrameWord[],
  at: number,
  theirs: readonly FrameWord[],
  there: number,
  language: Language,
): number {
  const near = mine.filter((_, place) => place !== at && Math.abs(place - at) <= beside)
  const other = theirs.filter((_, place) => place !== there && Math.abs(place - there) <= around)
  return near.length === 0
    ? 0
    : near.filter((word) => other.some((one) => isSame(word, one, language))).length / near.length
}

const signOf = ({ direction, negated }: Token) => direction * (negated ? -1 : 1)

/** Words of direction, and others that have contraries, for which the source's sentence has only the contrary. */
function turnsOf(claim: Analysis, other: Analysis): Pick<SlotDifference, 'kind' | 'claim' | 'source' | 'context'>[] {
  return claim.tokens.flatMap((token, at): Pick<SlotDifference, 'kind' | 'claim' | 'source' | 'context'>[] => {
    if (token.cue || other.stems.has(token.stem)) return []
    const contraries = opposites.get(token.stem)
    const place = other.tokens.findIndex(
      (one) => contraries?.has(one.stem) && !claim.stems.has(one.stem) && one.negated === token.negated,
    )
    const rival = other.tokens[place]
    // "Raised one and lowered the other" has both ways, in whatever words.
    const hasBoth =
      rival !== undefined &&
      claim.tokens.some((one) => one !== token && signOf(one) === -signOf(token) && signOf(one) !== 0) &&
      other.tokens.some((one) => one !== rival && signOf(one) === -signOf(rival) && signOf(one) !== 0)
    if (rival && !hasBoth)
      return [{ kind: 'turn', claim: token.word, source: rival.word, context: tokensBeside(claim, at, other, place) }]
    if (!token.direction || other.tokens.some((one) => signOf(one) === signOf(token))) return []
    const way = other.tokens.findIndex((one) => signOf(one) === -signOf(token))
    const found = other.tokens[way]
    return found
      ? [{ kind: 'way', claim: token.word, source: found.word, context: tokensBeside(claim, at, other, way) }]
      : []
  })
}

function tokensBeside(claim: Analysis, at: number, other: Analysis, there: number): number {
  const near = (tokens: readonly Token[], place: number, reach: number) =>
    tokens.filter((token, i) => i !== place && Math.abs(i - place) <= reach && !token.stop && !token.number)
  const mine = near(claim.tokens, at, 2 * beside)
  const theirs = new Set(near(other.tokens, there, 2 * around).map(({ stem }) => stem))
  return mine.length === 0 ? 0 : mine.filter(({ stem }) => theirs.has(stem)).length / mine.length
}

/** Labels, and numbers in names, that the source has otherwise: type 1 for type 2, BRCA3 for BRCA1. */
function labels(claim: Analysis, whole: Analysis, at: number): SlotDifference[] {
  const base = { kind: 'label' as const, at, rest: 1, context: 1 }
  const letters = (name: string) => name.replace(/\d+/g, '#')
  const renumbered = [...claim.names].flatMap((name) => {
    if (
      !/\d/.test(name) ||
      claim.text.toUpperCase().includes(`${name.toUpperCase()}/`) ||
      whole.stems.has(name) ||
      name.length < 3
    )
      return []
    const rivals = [...whole.names].filter((other) => letters(other) === letters(name))
    return rivals.length > 0 ? [{ ...base, claim: name.toUpperCase(), source: rivals[0]!.toUpperCase() }] : []
  })
  return [
    ...renumbered,
    ...labelDifferences(claim.text, whole.text).flatMap((detail) => {
      const [, source = '', own = ''] = /says (.+), the claim (.+)$/.exec(detail) ?? []
      return [{ ...base, claim: own, source }]
    }),
  ]
}
