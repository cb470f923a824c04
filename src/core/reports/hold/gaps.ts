import { type Alignment, align, type Gap } from '../../compare/align.ts'
import type { FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import type { FrameReader } from '../../frames/reader.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { areContraries } from '../../text/contraries.ts'
import { speaks } from './crossed-figures.ts'
import { agrees } from './figures.ts'
import { apartGroups } from './groups.ts'
import type { HoldReading } from './reading.ts'
import { hasName, type NamePool, namePool } from './same-name.ts'

/** What stands in one place of a sentence instead of what its source has there. */
export interface GapDifference {
  kind: 'figure' | 'turn' | 'group' | 'name' | 'thing'
  at: number
  claim: string
  source: string
  /** Share of the other telling words of the sentence that stand in the source's sentence in the same order, 0 to 1. */
  lined: number
}

/** Longest stretch of words that one place may hold. */
const longest = 4

/**
 * Places in which a sentence and the one of its source that it follows most closely differ, while the words around them are the
 * same in the same order.
 */
export function gapDifferences(
  { claim, read, whole, sentences }: HoldReading,
  places: readonly number[],
  reader: FrameReader,
): GapDifference[] {
  const aligned = places.map((at) => ({ at, alignment: align(claim, read[at]!) }))
  const share = ({ alignment }: (typeof aligned)[number]) => linedShare(claim, alignment, { claim: [], other: [] })
  const [closest] = aligned.sort((a, b) => share(b) - share(a))
  if (!closest) return []
  const { at, alignment } = closest
  const known = {
    ...{ claim, other: read[at]!, whole, language: reader.language },
    pools: { claim: namePool(claim.text), other: namePool(sentences[at]!), whole: namePool(whole.text) },
    words: { claim: wordsOf(reader, claim.text), other: wordsOf(reader, sentences[at]!) },
  }
  return alignment.gaps.flatMap((between): GapDifference[] => {
    const gap = withinEnd(between, claim, reader.language)
    if (gap.claim.length === 0 || gap.other.length === 0) return []
    if (gap.claim.length > longest || gap.other.length > longest) return []
    const lined = linedShare(claim, alignment, gap)
    const found = decisive(gap, { ...known, lined })
    return found ? [{ ...found, at, lined }] : []
  })
}

/**
 * A gap of one telling word that ends a sentence, without what the source's sentence goes on to say; where that is no thing of
 * one kind, the gap is left as it is.
 */
function withinEnd(gap: Gap, claim: Analysis, { apart }: Language): Gap {
  const [mine, another] = telling(gap.claim)
  if (!mine || another || gap.other.length <= longest || gap.claim.at(-1) !== claim.tokens.at(-1)) return gap
  const other = gap.other.slice(0, gap.claim.length)
  return telling(other).some(({ word }) => apart(mine.word, word)) ? { claim: gap.claim, other } : gap
}

/**
 * Share of the other words that must stand in the same order before one place is enough, by kind. Chosen on the labelled sentences:
 * of 1,400 sound ones each kind accuses at most 6.
 */
const leastLined: Readonly<Record<GapDifference['kind'], number>> = {
  figure: 0.75,
  turn: 0.7,
  group: 0.6,
  name: 0.7,
  thing: 0.9,
}

/** The first place in which one thing stands for another while nearly all else is the same; null where there is none. */
export function plainGap(reading: HoldReading, places: readonly number[], reader: FrameReader): GapDifference | null {
  const found = gapDifferences(reading, places, reader).filter(({ kind, lined }) => lined >= leastLined[kind])
  // Two contraries undo each other: "reduced mortality", "improved survival".
  const turns = found.filter(({ kind }) => kind === 'turn').length
  return found.find(({ kind }) => kind !== 'turn' || turns % 2 === 1) ?? null
}

/** Share of the other words in order before one thing in another's place takes "says so" away. */
const leastAlong = 0.8

/**
 * One noun or adjective of a sentence in whose place the sentence that comes nearest has another, while none of those shown has the
 * sentence's own: nothing says that the two are one.
 */
export function otherInPlace(
  { claim, read, sentences }: Pick<HoldReading, 'claim' | 'read' | 'sentences'>,
  shown: readonly number[],
  reader: FrameReader,
): Pick<GapDifference, 'claim' | 'source'> | null {
  const [nearest] = shown
  const { alike, above } = reader.language
  const alignment = align(claim, read[nearest!]!)
  const [mine, theirs] = [wordsOf(reader, claim.text), wordsOf(reader, sentences[nearest!]!)]
  const pool = namePool(shown.map((at) => sentences[at]).join(' '))
  for (const gap of alignment.gaps) {
    const [own, more] = telling(gap.claim)
    const [other, others] = telling(gap.other)
    const [one, two] = [own && mine.get(own.stem), other && theirs.get(other.stem)]
    if (!own || more || !other || others || !one || !two || !/^(?:NOUN|PROPN|ADJ)$/.test(one.pos)) continue
    if (one.pos !== two.pos || linedShare(claim, alignment, gap) < leastAlong) continue
    const [a, b] = [one.lemma, two.lemma]
    if (alike(a, b) || above(a, b) || above(b, a) || hasName(own.word, pool) || claim.stems.has(other.stem)) continue
    if (shown.some((at) => read[at]!.stems.has(own.stem))) continue
    return { claim: own.word, source: other.word }
  }
  return null
}

interface Known {
  claim: Analysis
  other: Analysis
  whole: Analysis
  pools: { claim: NamePool; other: NamePool; whole: NamePool }
  lined: number
  words: { claim: ReadonlyMap<string, FrameWord>; other: ReadonlyMap<string, FrameWord> }
  language: Language
}

function wordsOf(reader: FrameReader, text: string): Map<string, FrameWord> {
  return new Map(reader.read(text).words.map((word) => [word.stem, word]))
}

/** Share of the telling words outside of a gap that are paired in order. */
function linedShare(claim: Analysis, { pairs }: Alignment, gap: Gap): number {
  const rest = claim.content.filter((token) => !gap.claim.includes(token))
  const paired = new Set(pairs.map(([i]) => claim.tokens[i]!))
  return rest.length === 0 ? 0 : rest.filter((token) => paired.has(token)).length / rest.length
}

type Found = Pick<GapDifference, 'kind' | 'claim' | 'source'>

/** The first kind of difference that a gap holds. */
function decisive(gap: Gap, known: Known): Found | null {
  return figureIn(gap, known) ?? turnIn(gap, known) ?? groupIn(gap, known) ?? nameIn(gap, known) ?? thingIn(gap, known)
}

function figureIn(gap: Gap, { other: sentence }: Known): Found | null {
  const [mine, theirs] = [gap.claim, gap.other].map((tokens) => tokens.flatMap(({ number }) => number ?? []))
  if (mine!.length !== 1 || theirs!.length !== 1) return null
  const [one, other] = [mine![0]!, theirs![0]!]
  // A share and a count may both be right.
  if (one.unit !== other.unit && (one.unit === '%' || other.unit === '%' || (one.unit !== '' && other.unit !== '')))
    return null
  // Words in another order bring figures into another place.
  if ((one.label === 'p') !== (other.label === 'p') || sentence.numbers.some((number) => agrees(one, number)))
    return null
  return agrees(one, other) ? null : { kind: 'figure', claim: one.text.trim(), source: other.text.trim() }
}

function turnIn(gap: Gap, { claim }: Known): Found | null {
  for (const mine of gap.claim)
    for (const theirs of gap.other) {
      if (areContraries(mine, theirs) && mine.negated === theirs.negated && !doubled(claim, mine, theirs))
        return { kind: 'turn', claim: mine.word, source: theirs.word }
    }
  return null
}

/** Whether the sentence has the other word too: then the two may only stand in another order. */
function doubled(claim: Analysis, mine: Token, theirs: Token): boolean {
  return !theirs.stop && claim.tokens.some((token) => token !== mine && token.stem === theirs.stem)
}

/** One group for another; a sentence that names both compares them. */
function groupIn(gap: Gap, { other }: Known): Found | null {
  for (const mine of gap.claim)
    for (const theirs of gap.other)
      if (apartGroups(mine.word, theirs.word) && !other.stems.has(mine.stem))
        return { kind: 'group', claim: mine.word, source: theirs.word }
  return null
}

const telling = (tokens: readonly Token[]) => tokens.filter(speaks)

/** Share of the other words from which on a name need not be new to the whole source. */
const nearlyAll = 0.85

/** One name for another: of the same look, and neither text has the other's. */
function nameIn(gap: Gap, { pools, language, lined }: Known): Found | null {
  const [mine, theirs] = [gap.claim, gap.other].map((tokens) => telling(tokens).filter(({ name }) => name))
  const one = mine!.find(({ word }) => !hasName(word, lined >= nearlyAll ? pools.other : pools.whole))
  const other = theirs!.find(({ word }) => word.length > 2 && !hasName(word, pools.claim) && !language.noun(word))
  return one && other ? { kind: 'name', claim: one.word, source: other.word } : null
}

/** One noun for another that means something else, and that the source has nowhere. */
function thingIn(gap: Gap, { whole, words, pools, language }: Known): Found | null {
  const nouns = (tokens: readonly Token[], all: ReadonlyMap<string, FrameWord>) =>
    telling(tokens).flatMap((token) => {
      const word = all.get(token.stem)
      // Words of one stem may be others: "effective", "effects".
      const same = word?.word.toLowerCase() === token.word.toLowerCase()
      return word && same && /^(?:NOUN|PROPN)$/.test(word.pos) ? [{ token, word }] : []
    })
  const mine = nouns(gap.claim, words.claim).find(({ token }) => !whole.stems.has(token.stem))
  const [theirs] = nouns(gap.other, words.other)
  if (!mine || !theirs || hasName(mine.token.word, pools.whole)) return null
  const [a, b] = [mine.word.lemma, theirs.word.lemma]
  if (language.alike(a, b) || language.above(a, b) || language.above(b, a)) return null
  return { kind: 'thing', claim: mine.token.word, source: theirs.token.word }
}
