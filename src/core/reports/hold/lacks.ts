import { type Mark, marksOf } from '../../frames/marks.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { mixedContrast } from './contrasted.ts'
import { figuresElsewhere, misplacedFigure } from './figure-places.ts'
import { type OutcomeTurns, outcomeTurns } from './outcome-turns.ts'
import { closest, type HoldReading } from './reading.ts'
import { rivalModifier } from './rival-modifier.ts'
import { rivalName } from './rival-name.ts'
import { shownPlaces } from './shown.ts'
import { areExchanged, deniedBy } from './sides.ts'
import { readSlots, type SlotReading } from './slots.ts'
import { deniedByPrefix, mostlyStrange, strangeNames } from './strange.ts'
import { unwitnessed } from './witnesses.ts'

/** What keeps a source from saying a sentence although it has most of its words. */
export const lackKinds = [
  'figure',
  'elsewhere',
  'name',
  'strange',
  'prefix',
  'without',
  'time',
  'few',
  'alike',
  'way',
  'turn',
  'rival',
  'mixed',
  'sides',
  'place',
  'denied',
] as const
export type LackKind = (typeof lackKinds)[number]

/** What is lacking, and why in words a reader understands. */
export interface Lack {
  kind: LackKind
  why: string
}

/** The sentences of a source that come nearest to a sentence, and what they lack before they can be said to bear it out. */
export interface Bearing {
  /** Places of the one or two sentences that are shown. */
  shown: readonly number[]
  slots: SlotReading
  turns: OutcomeTurns
  lacks: readonly Lack[]
}

/** Sentences of the source that are compared word by word. */
const compared = 3

/** Reads what the nearest sentences of a source bear out of a sentence. */
export function bearingOf(reading: HoldReading, reader: FrameReader): Bearing {
  const shown = shownPlaces(reading)
  const texts = shown.map((at) => reading.sentences[at]!)
  const mine = marksOf(reading.claim.text, reader.language)
  const theirs = texts.map((text) => marksOf(text, reader.language))
  const slots = readSlots(reading, closest(reading, compared), reader)
  const turns = outcomeTurns(mine, theirs, reader.language)
  const seen: Seen = { reading, reader, shown, texts, slots, turns, mine, theirs }
  return { shown, slots, turns, lacks: checks.flatMap((check) => check(seen) ?? []) }
}

interface Seen {
  reading: HoldReading
  reader: FrameReader
  shown: readonly number[]
  texts: readonly string[]
  slots: SlotReading
  turns: OutcomeTurns
  mine: readonly Mark[]
  theirs: readonly (readonly Mark[])[]
}

/** What is looked for, the plainest first. Each takes "says so" away; none accuses. */
const checks: readonly ((seen: Seen) => Lack | null)[] = [
  ({ reading, reader: { language } }) => {
    const found = misplacedFigure(reading.claim, reading, language)
    return (
      found && {
        kind: 'figure',
        why: `in its abstract ${found.source} stands nearer to these words than ${found.claim}`,
      }
    )
  },
  ({ reading, shown }) => {
    const [first] = figuresElsewhere(reading, shown)
    return first ? { kind: 'elsewhere', why: `${first} is not in what comes nearest in its abstract` } : null
  },
  ({ reading, slots }) => {
    const [first] = strangeNames(slots, reading.claim.text)
    return first ? { kind: 'name', why: `"${first}" stands nowhere in its abstract` } : null
  },
  ({ slots }) =>
    mostlyStrange(slots)
      ? { kind: 'strange', why: `"${slots.strangers[0]!.word}" and more of its words stand nowhere in its abstract` }
      : null,
  ({ reading, slots }) => {
    const found = deniedByPrefix(slots, new Set(reading.whole.tokens.map(({ word }) => word)))
    return found ? { kind: 'prefix', why: `"${found}" stands nowhere in its abstract` } : null
  },
  ({ mine, theirs, reader: { language } }) => {
    const found = unwitnessed(mine, theirs.flat(), language)
    return found && { kind: found.kind, why: `nothing in what comes nearest in its abstract bears out "${found.word}"` }
  },
  ({ turns: { against, shown } }) =>
    against > 0 && shown
      ? { kind: 'turn', why: `what comes nearest says "${shown.source}", the sentence "${shown.claim}"` }
      : null,
  ({ mine, theirs, reader: { language } }) => {
    const found = rivalModifier(mine, theirs[0]!, theirs.flat(), language)
    return found && { kind: 'rival', why: `what comes nearest says "${found.source}", the sentence "${found.claim}"` }
  },
  ({ reading: { claim }, texts }) => {
    const found = mixedContrast(claim, texts[0]!)
    return found ? { kind: 'mixed', why: `what comes nearest sets "${found}" against the rest` } : null
  },
  ({ reading: { claim, read }, shown }) =>
    shown.some((at) => areExchanged(claim, read[at]!))
      ? { kind: 'sides', why: 'what comes nearest compares the two the other way round' }
      : null,
  ({ reading: { claim, read }, shown, mine, theirs, reader: { language } }) => {
    for (const [i, at] of shown.entries()) {
      const found = rivalName({ claim, other: read[at]!, mine, theirs: theirs[i]! }, language)
      if (found)
        return { kind: 'place', why: `what comes nearest says it of "${found.source}", not of "${found.claim}"` }
    }
    return null
  },
  ({ reading: { claim, read }, shown, mine }) => {
    const found = deniedBy(claim, read[shown[0]!]!, mine)
    return found ? { kind: 'denied', why: `what comes nearest says "${found}"` } : null
  },
]
