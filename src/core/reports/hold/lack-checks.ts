import { isAim } from '../../frames/aim.ts'
import type { Mark } from '../../frames/marks.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { isOnlyAsked } from './asked.ts'
import { madeCause } from './cause.ts'
import { mixedContrast } from './contrasted.ts'
import { otherDesign } from './design.ts'
import { evenArms } from './even-arms.ts'
import { exceptedIn } from './excepted.ts'
import { otherGrade, unborneDegree } from './extents.ts'
import { figuresElsewhere, misplacedFigure } from './figure-places.ts'
import { otherInPlace } from './gaps.ts'
import { titleGroup } from './groups.ts'
import type { Lack } from './lack-kinds.ts'
import { otherSide } from './other-side.ts'
import type { OutcomeTurns } from './outcome-turns.ts'
import type { HoldReading } from './reading.ts'
import { rivalModifier } from './rival-modifier.ts'
import { rivalName } from './rival-name.ts'
import { areExchanged, deniedBy } from './sides.ts'
import type { SlotReading } from './slots.ts'
import { deniedByPrefix, mostlyStrange, strangeNames } from './strange.ts'
import { unwitnessed, withoutThere } from './witnesses.ts'

/** Likelihood from which on a sentence states a result. */
const leastStated = 0.2
/** Share of the nearness of the first sentence shown that the second needs to be the same statement. */
const nearEnough = 0.6

/** What is read once for all checks. */
export interface Seen {
  /** As it stands in the report. */
  sentence: string
  reading: HoldReading
  reader: FrameReader
  shown: readonly number[]
  texts: readonly string[]
  /** The sentences that are compared word by word. */
  closeTexts: readonly string[]
  slots: SlotReading
  turns: OutcomeTurns
  mine: readonly Mark[]
  theirs: readonly (readonly Mark[])[]
}

/** What is looked for, the plainest first. Each takes "says so" away; none accuses. */
export const checks: readonly ((seen: Seen) => Lack | null)[] = [
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
  ({ reading, slots, reader: { language } }) => {
    const [first] = strangeNames(slots, reading.claim.text, language)
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
  ({ reading, shown, reader }) => {
    const found = otherInPlace(reading, shown, reader)
    return found && { kind: 'place', why: `what comes nearest says "${found.source}", the sentence "${found.claim}"` }
  },
  ({ reading: { claim, title, sentences, states } }) => {
    const found = titleGroup(claim.text, title, sentences.filter((_, at) => states[at]! >= leastStated).join(' '))
    return found && { kind: 'group', why: `its title speaks of ${found.source}, the sentence of ${found.sentence}` }
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
  ({ reading: { read, scores }, shown, mine, theirs }) => {
    // What stands beside the statement may say "all" of something else.
    const near = shown.map((_, i) => i).filter((i) => scores[shown[i]!]! >= nearEnough * scores[shown[0]!]!)
    const numbers = near.map((i) => read[shown[i]!]!.numbers)
    const found = unborneDegree(
      mine,
      near.flatMap((i) => theirs[i]!),
      numbers,
    )
    return found ? { kind: 'degree', why: `nothing in what comes nearest in its abstract bears out "${found}"` } : null
  },
  ({ mine, theirs, reader: { language } }) => {
    const found = otherGrade(mine, theirs.flat(), language)
    return found && { kind: 'degree', why: `what comes nearest says "${found.source}", the sentence "${found.claim}"` }
  },
  ({ reading: { claim }, reading, shown }) =>
    !isAim(claim.text) && isOnlyAsked(reading, shown)
      ? { kind: 'asked', why: 'what comes nearest in its abstract says what was to be found out' }
      : null,
  ({ reading: { read, whole }, mine, theirs, shown }) => {
    const found = madeCause(mine, read[shown[0]!]!, theirs.flat(), whole.text)
    return found ? { kind: 'cause', why: `its abstract says "${found.source}", the sentence "${found.claim}"` } : null
  },
  ({ mine, theirs, reader: { language } }) => {
    const found = withoutThere(mine, theirs.flat(), language)
    return found
      ? { kind: 'group', why: `what comes nearest says "without ${found}", the sentence "with ${found}"` }
      : null
  },
  ({ reading: { claim }, closeTexts, reader: { language } }) => {
    const found = evenArms(claim.text, closeTexts, language)
    return found === null
      ? null
      : { kind: 'even', why: `what comes nearest says "${found}" of the two that the sentence sets apart` }
  },
  ({ reading: { claim }, closeTexts, reader: { language } }) => {
    const found = otherSide(claim.text, closeTexts, language)
    return found ? { kind: 'sides', why: `its abstract says it of "${found}"` } : null
  },
  ({ reading: { claim }, closeTexts, reader: { language } }) => {
    const found = exceptedIn(claim.text, closeTexts, language)
    return found === null ? null : { kind: 'but', why: `its abstract says it of "${found}"` }
  },
  ({ reading: { whole }, sentence }) => {
    const found = otherDesign(sentence, whole.text)
    return found ? { kind: 'design', why: `nothing in its abstract speaks of a ${found}` } : null
  },
]
