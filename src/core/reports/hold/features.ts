import { align, coverage } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import { type FrameComparison, isAgreement } from '../../compare/frames/comparison.ts'
import { compareWithSentence } from '../../compare/frames/sentences.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { wordDifferences } from '../../compare/words.ts'
import type { FrameWord, SlotName } from '../../frames/frame.ts'
import type { FrameReader } from '../../frames/reader.ts'
import type { Analysis } from '../../text/analyse.ts'
import { otherGroup } from './groups.ts'
import { lackKinds } from './lack-kinds.ts'
import type { Bearing } from './lacks.ts'
import { closest, type HoldReading } from './reading.ts'
import { type SlotReading, slotKinds } from './slots.ts'
import { opposedWords } from './turns.ts'

/** Sentences of the source, the closest ones, that are compared slot by slot. */
const compared = 3

const slotsSeen: readonly SlotName[] = ['exposure', 'comparator', 'outcome', 'direction', 'population', 'time']

/** What is measured of a sentence beside the text of its source. Names of the numbers that `featuresOf` gives, in order. */
export const holdFeatures: readonly string[] = [
  'passage',
  'most',
  'states',
  'told',
  'best',
  'second',
  'whole',
  'back',
  'pairs',
  'length',
  'sentences',
  'alike',
  'alikeBest',
  'apart',
  'apartLast',
  'strange',
  'strangeNames',
  'knownNames',
  'rivalNames',
  'group',
  'figures',
  'figuresFound',
  'figuresMissing',
  'figuresConflict',
  'figuresRival',
  'turnedWords',
  'turnedAlone',
  'smallMissing',
  'directions',
  'directionsPassage',
  'negations',
  'cues',
  'against',
  'along',
  'againstAll',
  'alongAll',
  'signs',
  'signsClose',
  'swaps',
  'hedges',
  'agreement',
  'contrary',
  'there',
  'frameBack',
  ...slotsSeen.map((slot) => `slot-${slot}`),
  ...slotsSeen.map((slot) => `sure-${slot}`),
  'words',
  'strangers',
  'strangersShare',
  'strangersNamed',
  ...slotKinds.flatMap((kind) => [`${kind}-rest`, `${kind}-context`, `${kind}-count`]),
  ...lackKinds.map((kind) => `lack-${kind}`),
  'turnsAlong',
  'turnsAgainst',
  'shown',
]

/** The features of a sentence held against its source, as `holdFeatures` names them. */
export function featuresOf(reading: HoldReading, reader: FrameReader, bearing: Bearing): Float64Array {
  const { claim, words, read, scores, states, best, passage, here, whole, figures, sentences } = reading
  const closestText = read[best]!
  const alignment = align(claim, closestText)
  const places = closest(reading, compared)
  const comparisons = places.map((at) => compareWithSentence(claim.text, sentences[at]!, reader))
  const nearest = [...comparisons].sort((a, b) => b.there - a.there)[0]!
  const meanings = meaningsOf(reader, claim.text, passage.text, sentences[best]!)
  const { apart } = reader.language
  const [mine, theirs] = [reader.read(claim.text).turning, reader.read(sentences[best]!).turning]
  const turned = mine.filter((word) => !theirs.includes(word) && theirs.some((other) => apart(word, other)))
  const alongside = mine.filter((word) => theirs.includes(word)).length
  const names = namesOf(claim, passage, whole)
  const opposed = places.map((at) => opposedWords(claim, read[at]!))
  const { against, along } = opposed[0]!
  const telling = figures.found + figures.missing.length
  const small = claim.numbers.filter(({ value }) => !whole.numbers.some((other) => other.value === value)).length
  const values = [
    here,
    Math.max(...scores),
    states[best]!,
    Math.max(...scores.map((score, at) => score * states[at]!)),
    scores[best]!,
    scores[places[1] ?? best]!,
    coverage(words, whole),
    coverage(closestText, claim),
    shareOf([...claim.bigrams], (pair) => passage.bigrams.has(pair)),
    Math.log(1 + words.content.length),
    Math.log(1 + sentences.length),
    meanings.passage,
    meanings.best,
    meanings.apart,
    meanings.apartLast,
    strangeShare(words, whole),
    names.strange,
    names.known,
    names.rivals,
    otherGroup(claim.text, whole.text) ? 1 : 0,
    telling,
    telling === 0 ? 0 : figures.found / telling,
    figures.missing.length,
    figures.conflicts.length,
    figures.rivals.length,
    turned.length,
    turned.length > 0 && alongside === 0 ? 1 : 0,
    small,
    directionDifferences(claim, closestText, alignment).length,
    directionDifferences(claim, passage, align(claim, passage)).length,
    negationDifferences(claim, closestText, alignment).length,
    claim.cues - closestText.cues,
    against,
    along,
    opposed.reduce((sum, one) => sum + one.against, 0),
    opposed.reduce((sum, one) => sum + one.along, 0),
    ...signsOf(
      reader,
      claim.text,
      places.map((at) => sentences[at]!),
      places.map((at) => scores[at]!),
    ),
    wordDifferences(claim, closestText, alignment).length,
    claim.hedgeCount - closestText.hedgeCount,
    comparisons.filter(({ relation }) => isAgreement(relation)).length,
    comparisons.filter(({ relation }) => relation === 'contrary').length,
    nearest.there,
    nearest.back,
    ...slotsSeen.map((slot) => slotValue(nearest, slot)),
    ...slotsSeen.map((slot) => sureOf(comparisons, slot)),
    ...placesOf(bearing.slots),
    ...lackKinds.map((wanted) => bearing.lacks.filter(({ kind }) => kind === wanted).length),
    bearing.turns.along,
    bearing.turns.against,
    bearing.shown.length,
  ]
  return Float64Array.from(values, (value) => Math.round(value * 1e4) / 1e4)
}

/** 1 where the slot agrees, -1 where it is contrary, -0.5 where it differs, 0 where nothing is known. */
function slotValue({ slots }: FrameComparison, wanted: SlotName): number {
  const found = slots.filter(({ slot }) => slot === wanted)
  if (found.some(({ relation }) => relation === 'contrary')) return -1
  if (found.some(({ relation }) => relation === 'different')) return -0.5
  return found.some(({ relation }) => isAgreement(relation)) ? 1 : 0
}

/** Sentences that differ from the claim in a slot for certain. */
function sureOf(comparisons: readonly FrameComparison[], wanted: SlotName): number {
  return comparisons.filter(({ slots }) =>
    slots.some(({ slot, certain, relation }) => slot === wanted && certain && !isAgreement(relation)),
  ).length
}

/** How many words the source lacks, and for each kind of difference the likeliest one: how much of the rest and of what stands beside it is shared. */
function placesOf({ words, strangers, differences }: SlotReading): number[] {
  const best = slotKinds.flatMap((kind) => {
    const own = differences.filter((one) => one.kind === kind)
    const [top] = [...own].sort((a, b) => b.rest + b.context - a.rest - a.context)
    return top ? [top.rest, top.context, own.length] : [-1, -1, 0]
  })
  const named = strangers.filter(({ name }) => name).length
  return [words.length, strangers.length, words.length === 0 ? 0 : strangers.length / words.length, named, ...best]
}

function strangeShare(words: Analysis, whole: Analysis): number {
  return words.mass === 0 ? 0 : 1 - coverage(words, whole)
}

function namesOf(claim: Analysis, passage: Analysis, whole: Analysis) {
  const own = [...claim.names]
  return {
    strange: own.filter((name) => !whole.stems.has(name)).length,
    known: own.filter((name) => whole.stems.has(name)).length,
    rivals: [...passage.names].filter((name) => !claim.stems.has(name)).length,
  }
}

/** Shares of the claim's words that the passage or sentence has in the same meaning, and how many words stand against each other. */
function meaningsOf(reader: FrameReader, claim: string, passage: string, best: string) {
  const own = tellingWords(reader, claim)
  const there = tellingWords(reader, passage)
  const near = tellingWords(reader, best)
  const { alike, apart } = reader.language
  const has = (words: readonly FrameWord[]) => (word: FrameWord) =>
    words.some((other) => other.stem === word.stem || alike(word.lemma, other.lemma))
  const alone = own.filter((word) => !has(there)(word))
  const free = near.filter((word) => !has(own)(word))
  const opposed = alone.filter((word) => free.some((other) => other.pos === word.pos && apart(word.lemma, other.lemma)))
  return {
    passage: shareOf(own, has(there)),
    best: shareOf(own, has(near)),
    apart: opposed.length,
    apartLast: alone.length > 0 && opposed.length === alone.length ? 1 : 0,
  }
}

function tellingWords(reader: FrameReader, text: string): FrameWord[] {
  return reader.read(text).words.filter(({ pos }) => /^(?:NOUN|PROPN|VERB|ADJ|ADV)$/.test(pos))
}

function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(holds).length / all.length
}

/** Whether the closest sentences go the way of the claim, summed, plainly and by how close they are; 0 where it has no direction. */
function signsOf(
  reader: FrameReader,
  claim: string,
  closest: readonly string[],
  scores: readonly number[],
): [number, number] {
  const { sign } = reader.read(claim)
  const signs = closest.map((sentence) => sign * reader.read(sentence).sign)
  return [
    signs.reduce<number>((sum, one) => sum + one, 0),
    signs.reduce<number>((sum, one, at) => sum + one * scores[at]!, 0),
  ]
}
