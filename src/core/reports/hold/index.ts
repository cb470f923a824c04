import type { FrameReader } from '../../frames/reader.ts'
import { crossedArms } from './arm-figures.ts'
import { type ArmsVerdict, comparedArms } from './compared-arms.ts'
import { exchangedPlaces } from './exchanged-places.ts'
import { featuresOf } from './features.ts'
import { agrees, checkFigures, type FigureConflict, otherFigure, telling } from './figures.ts'
import { plainGap } from './gaps.ts'
import { otherGroup } from './groups.ts'
import { type Bearing, bearingOf } from './lacks.ts'
import { type HoldModel, holdLines, holdProbabilities } from './learned.ts'
import { noDifferenceAt } from './no-difference.ts'
import { closest, type HoldReading, readHolding, type SourceText } from './reading.ts'
import { type Outweighing, outweighing, repeatedPlace } from './said.ts'
import { shownShare } from './shown.ts'
import { likelySlot } from './slots.ts'
import { turnedParts } from './turned-parts.ts'
import { type NamedDifference, namedDifference, plainTurn } from './turns.ts'

export type { SourceText } from './reading.ts'

/** What the text of a cited source says of a sentence that cites it. */
export const outcomes = ['says-so', 'says-otherwise', 'not-in-abstract', 'cannot-be-read'] as const
export type Outcome = (typeof outcomes)[number]

/** A sentence held against one source. */
export interface Holding {
  outcome: Outcome
  /** The sentence of the source that says it or says otherwise, and its place among the sentences given; null where none does. */
  quote: string | null
  at: number | null
  /** Share of the words of the sentence that the best passage has, 0 to 1. */
  coverage: number
  /** Probability of the outcome, where what was learned gives it; null where a rule or the lack of a text does. */
  confidence: number | null
  /** Which number, direction, unit, name or negation differs, or what agrees, in words. */
  why: string
}

/** Sentences of the source in which a difference is looked for, and with which the sentence is aligned word by word. */
const looked = 2
const aligned = 3

/** Holds a sentence against the text of the source that it cites. An empty text cannot be read. */
export function holdSentence(
  sentence: string,
  source: SourceText,
  reader: FrameReader,
  model?: Pick<HoldModel, 'trees' | 'lines'>,
): Holding {
  const reading = readHolding(sentence, source)
  if (!reading)
    return {
      outcome: 'cannot-be-read',
      quote: null,
      at: null,
      coverage: 0,
      confidence: null,
      why: 'no text of this source is here',
    }
  const { printed, sentences, here, figures } = reading
  const told = (outcome: Outcome, at: number | null, why: string, confidence: number | null = null): Holding => ({
    outcome,
    quote: at === null ? null : printed[at]!,
    at,
    coverage: here,
    // Below one half another outcome is likelier, which only a difference that can be named would show.
    confidence: confidence === null || confidence < 0.5 ? null : Math.round(confidence * 100) / 100,
    why,
  })
  const repeated = repeatedPlace(reading)
  if (repeated !== null) return told('says-so', repeated, 'word for word')
  const arms = comparedArms(reading.claim.text, sentences, reader.language)
  if (arms && !arms.along)
    return told(
      'says-otherwise',
      arms.at,
      `of the same two the source says "${arms.source}", the sentence "${arms.claim}"`,
    )
  const outweighed: Outweighing[] = []
  const standing = (found: NamedDifference | null) => {
    if (found?.turned && arms?.mirrored) return null
    const said = found?.turned ? outweighing(reading, found.at, reader) : null
    if (said) outweighed.push(said)
    return said ? null : found
  }
  const rule = ruledOut(sentence, reading, reader, standing, arms)
  if (rule) return told('says-otherwise', rule.at, rule.why)
  const bearing = bearingOf(reading, reader, sentence)
  const likely = holdProbabilities(featuresOf(reading, reader, bearing), model)
  const lines = model?.lines ?? holdLines
  const named =
    (likely.otherwise >= lines.otherwise ? standing(namedDifference(reading, closest(reading, looked))) : null) ??
    (likely.otherwise >= leastLikely ? standing(likelySlot(reading, closest(reading, aligned), reader)) : null)
  if (named) return told('says-otherwise', named.at, named.why, likely.otherwise)
  if (figures.missing.length > 0)
    return told(
      'not-in-abstract',
      null,
      `${figures.missing.map(({ text }) => text.trim()).join(', ')} is not in its abstract`,
    )
  const agreeing = outweighed.find(({ agrees }) => agrees)
  if (agreeing || (likely.so >= lines.so && likely.so >= Math.max(likely.not, likely.otherwise))) {
    const lack = bearing.lacks.find(({ kind }) => kind !== 'strange')
    if (lack) return told('not-in-abstract', null, lack.why)
    const same = noDifferenceAt(reading, reader.language)
    if (same !== null)
      return told('not-in-abstract', null, `its abstract finds no difference there: "${printed[same]}"`)
    if (agreeing) return told('says-so', agreeing.at, agreement(reading, { ...bearing, shown: [agreeing.at] }))
    return told('says-so', bearing.shown[0]!, agreement(reading, bearing), likely.so)
  }
  return told('not-in-abstract', null, 'no sentence of its abstract is close enough', likely.not)
}

/** Probability below which no word in another's place counts as contrary. */
const leastLikely = 0.3

/** How near to the closest sentence one must be whose figure is held against the sentence's own. */
const nearEnough = 0.5

/** What is contrary whatever was learned: another figure or group in the place of the sentence's own, or one word turned. */
function ruledOut(
  sentence: string,
  reading: HoldReading,
  reader: FrameReader,
  standing: (found: NamedDifference | null) => NamedDifference | null,
  arms: ArmsVerdict | null,
): NamedDifference | null {
  const { claim, read, best, here, whole, figures, scores } = reading
  const places = closest(reading, aligned)
  for (const at of places) {
    const exchanged = exchangedPlaces(claim, read[at]!)
    if (exchanged)
      return {
        at,
        why: `the source has ${exchanged.source} where the sentence has ${exchanged.claim}, and the other way round`,
        turned: false,
      }
  }
  const crossed = crossedArms(claim, reading.sentences, reader.language)
  if (crossed)
    return {
      at: crossed.at,
      why: `the source has ${crossed.source} where the sentence has ${crossed.claim}, and the other way round`,
      turned: false,
    }
  const turned = turnedParts(claim.text, reading.sentences, reader.language)
  if (turned)
    return {
      at: turned.at,
      why: `the source says "${turned.source}" of what the sentence says "${turned.claim}" of, and the other way round`,
      turned: false,
    }
  const gap = plainGap(reading, places, reader)
  const instead = gap && {
    at: gap.at,
    why: `the source says "${gap.source}" where the sentence says "${gap.claim}"`,
    turned: gap.kind === 'turn',
  }
  if (instead && (!instead.turned || !arms?.mirrored)) return instead
  const found = otherFigure(figures, here)
  const place = found ? placeOf(read, found.source.text, best) : best
  if (found && scores[place]! >= nearEnough * scores[best]!) {
    const { figure, at } = figureBeside(reading) ?? { figure: found, at: place }
    return {
      at,
      why: `the source says ${figure.source.text.trim()}, the sentence ${figure.claim.text.trim()}`,
      turned: false,
    }
  }
  const group = otherGroup(sentence, whole.text)
  if (group)
    return { at: best, why: `the source speaks of ${group.source}, the sentence of ${group.sentence}`, turned: false }
  return standing(plainTurn(reading))
}

/** The other figure of the one sentence of the source that has the rest of the sentence's figures; null where none has. */
function figureBeside({ claim, read, whole, here }: HoldReading): { figure: FigureConflict; at: number } | null {
  const checks = read.map((text) => checkFigures(claim, text, whole))
  const given = read.map(
    ({ numbers }) => telling(claim).filter((one) => numbers.some((other) => agrees(one, other))).length,
  )
  const at = given.indexOf(Math.max(...given))
  if (given[at] === 0) return null
  const figure = otherFigure(checks[at]!, here)
  return figure && { figure, at }
}

function agreement(reading: HoldReading, { shown }: Bearing): string {
  const { figures, printed } = reading
  const words = `${Math.round(shownShare(reading, shown) * 100)} % of its words`
  const second = shown[1] === undefined ? '' : `, with "${printed[shown[1]]}"`
  if (figures.found === 0) return `${words}, nothing against it${second}`
  return `the same ${figures.found === 1 ? 'figure' : 'figures'}, and ${words}${second}`
}

function placeOf(read: HoldReading['read'], figure: string, best: number): number {
  const near = [best, best - 1, best + 1].find((at) => read[at]?.numbers.some(({ text }) => text === figure))
  return near ?? best
}
