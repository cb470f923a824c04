import type { Language } from '../../frames/language.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { opposites, writtenContraries } from '../../text/contraries.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { agrees, sameMeasure, sameScale, telling } from './figures.ts'
import { apartGroups } from './groups.ts'
import type { HoldReading } from './reading.ts'

/** A figure of a sentence that its source gives for something else, and the one that the source has in its place. */
export interface MisplacedFigure {
  claim: string
  source: string
}

/**
 * A figure that the source has, but of something else: two figures that have changed places, as in "1.1 and 3.7, respectively"
 * for the mean and the maximum, or one whose place another fills far better.
 */
export function misplacedFigure(
  claim: Analysis,
  { read, passage, whole }: Pick<HoldReading, 'read' | 'passage' | 'whole'>,
  language: Language,
): MisplacedFigure | null {
  for (const text of [...read, passage, whole]) {
    const found = exchangedFigures(claim, text, language)
    if (found) return found
  }
  return borrowedFigure(claim, read)
}

interface Placed {
  token: Token
  at: number
}

/** Two figures of a sentence that stand in the passage in each other's place, told by two things that both name once, or by the words around them. */
export function exchangedFigures(claim: Analysis, passage: Analysis, language: Language): MisplacedFigure | null {
  const own = pairedFigures(claim, passage)
  for (const [i, one] of own.entries())
    for (const two of own.slice(i + 1)) {
      if (one.number.unit !== two.number.unit || one.there.start === two.there.start) continue
      const kept = one.there.start < two.there.start
      const votes = [
        ...ends(claim, passage, one, two),
        ...parallels(claim, passage, placeOf(claim, one.number), placeOf(claim, two.number), language),
      ].map((same) => same === kept)
      const contrary = votes.length > 0 ? votes.every((vote) => !vote) : isCrossed(claim, passage, one, two)
      if (contrary) return { claim: one.number.text.trim(), source: two.number.text.trim() }
    }
  return null
}

/** A figure of the sentence and the one mention of it in the passage. */
interface PairedFigure {
  number: NumberMention
  there: NumberMention
}

/** Figures that both texts give once. */
function pairedFigures(claim: Analysis, passage: Analysis): PairedFigure[] {
  const own = telling(claim).filter(({ label }) => label !== 'p')
  return own.flatMap((number) => {
    const there = passage.numbers.filter((other) => agrees(number, other))
    const twin = own.filter((other) => agrees(number, other)).length > 1
    return there.length === 1 && !twin ? [{ number, there: there[0]! }] : []
  })
}

/** How much better the words around two figures must fit when the figures are exchanged. */
const crossedBy = 0.3

/** Whether the words nearest to two figures are in the passage nearest to the other one; a list of figures has none of its own. */
function isCrossed(claim: Analysis, passage: Analysis, one: PairedFigure, two: PairedFigure): boolean {
  const [first, second] = [placeOf(passage, one.there), placeOf(passage, two.there)].sort((a, b) => a - b)
  if (!passage.tokens.slice(first! + 1, second).some(speaks)) return false
  const near = (text: Analysis, number: NumberMention) => nearness(text, placeOf(text, number))
  const fit = (a: NumberMention, b: NumberMention) => overlap(near(claim, a), near(passage, b))
  const straight = fit(one.number, one.there) + fit(two.number, two.there)
  return fit(one.number, two.there) + fit(two.number, one.there) - straight >= crossedBy
}

/** Words beside a place, each with how near it stands; figures of another unit are words too: "50 mg". */
function nearness({ tokens }: Analysis, at: number): Map<string, number> {
  const own = tokens[at]!.number?.unit
  const found = new Map<string, number>()
  for (const step of [-1, 1]) {
    let passed = 0
    for (let place = at + step; tokens[place] && passed < around; place += step) {
      const token = tokens[place]!
      if (token.stop || (token.number && token.number.unit === own)) continue
      passed++
      found.set(token.stem, Math.max(found.get(token.stem) ?? 0, 1 / passed))
    }
  }
  return found
}

function overlap(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const [stem, weight] of some) {
    all += weight
    shared += Math.min(weight, others.get(stem) ?? 0)
  }
  return all === 0 ? 0 : shared / all
}

const placeOf = ({ tokens }: Analysis, number: NumberMention) =>
  tokens.findIndex((token) => token.number?.start === number.start)

/** "From" and "to" before two figures: whether the passage has them before the same figures, in order; nothing where it has not both. */
function ends(
  claim: Analysis,
  passage: Analysis,
  one: PairedFigure,
  two: PairedFigure,
): boolean[] {
  const before = (text: Analysis, number: NumberMention) => text.tokens[placeOf(text, number) - 1]?.word ?? ''
  const mine = [before(claim, one.number), before(claim, two.number)].join(' ')
  if (mine !== 'from to') return []
  const theirs = [before(passage, one.there), before(passage, two.there)].join(' ')
  const kept = one.there.start < two.there.start
  return theirs === 'from to' || theirs === 'to from' ? [theirs === 'from to' ? kept : !kept] : []
}

/**
 * For each two things that stand to two figures alike and are named once in both texts, whether the passage names them in the
 * same order.
 */
function parallels(claim: Analysis, passage: Analysis, first: number, second: number, language: Language): boolean[] {
  const named = (text: Analysis) => {
    const all = text.tokens.map((token, at) => ({ token, at })).filter(({ token }) => speaks(token))
    return all.filter(({ token }) => all.filter((other) => other.token.stem === token.stem).length === 1)
  }
  const theirs = new Map(named(passage).map((placed) => [placed.token.stem, placed]))
  const mine = named(claim).filter(({ token }) => theirs.has(token.stem))
  const before = mine.filter(({ at }) => at < first)
  const between = mine.filter(({ at }) => at > first && at < second)
  const after = mine.filter(({ at }) => at > second)
  const apart = claim.tokens.slice(first + 1, second).some(speaks)
  const pairs = apart ? [...crossed(before, between), ...crossed(between, after)] : [...inOrder(before), ...inOrder(after)]
  return pairs
    .filter(([one, two]) => {
      const [a, b] = [theirs.get(one.token.stem)!, theirs.get(two.token.stem)!]
      return areParallel(claim, one, two, language) || areParallel(passage, ...sorted(a, b), language)
    })
    .map(([one, two]) => theirs.get(one.token.stem)!.at < theirs.get(two.token.stem)!.at)
}

const speaks = ({ stop, number, direction }: Token) => !stop && !number && direction === 0
const sorted = (one: Placed, two: Placed): [Placed, Placed] => (one.at < two.at ? [one, two] : [two, one])
const crossed = (some: readonly Placed[], others: readonly Placed[]) =>
  some.flatMap((one) => others.map((two): [Placed, Placed] => [one, two]))
const inOrder = (all: readonly Placed[]) =>
  all.flatMap((one, at) => all.slice(at + 1).map((two): [Placed, Placed] => [one, two]))

const joining = new Set(['and', 'or', 'versus', 'vs', 'than', 'against'])

/** Whether two words of a text stand for two of a kind: contraries, two groups, or joined by nothing but "and", "versus" and figures. */
function areParallel({ tokens }: Analysis, one: Placed, two: Placed, { apart }: Language): boolean {
  const [a, b] = [one.token, two.token]
  if (opposites.get(a.stem)?.has(b.stem) || writtenContraries.get(a.word)?.includes(b.word)) return true
  if (apartGroups(a.word, b.word) || apart(a.word, b.word)) return true
  const between = tokens.slice(one.at + 1, two.at)
  if (between.some(({ word }) => joining.has(word)) && !between.some(speaks)) return true
  // The same word before both: "in Uppsala … in Turku".
  const [before, behind] = [tokens[one.at - 1], tokens[two.at - 1]]
  return before !== undefined && before.stop && before.word === behind?.word && before.word !== 'the'
}

/** Words to each side of a figure that say what it is a figure of. */
const around = 7
/** How much better another figure of the source must fit the words around a figure of the sentence. */
const better = 0.3

/** A figure of the sentence around whose words another sentence of the source has another one. */
export function borrowedFigure(claim: Analysis, read: readonly Analysis[]): MisplacedFigure | null {
  const own = telling(claim)
  for (const number of own) {
    const context = wordsAround(claim, number)
    if (context.size < 2) continue
    const fits = read.flatMap((text, at) =>
      text.numbers.map((other) => ({ other, at, fit: sharedOf(context, wordsAround(text, other)) })),
    )
    const best = (all: typeof fits) => all.reduce((most, one) => (one.fit > most.fit ? one : most), { fit: 0, at: -1, other: number })
    const mine = fits.filter(({ other }) => agrees(number, other))
    if (mine.length === 0) continue
    const rival = best(
      fits.filter(
        ({ other, at }) =>
          !mine.some((one) => one.at === at) &&
          other.unit === number.unit &&
          sameMeasure(number, other) &&
          sameScale(number, other) &&
          isSpelled(number) === isSpelled(other) &&
          !own.some((one) => agrees(one, other)),
      ),
    )
    if (rival.fit - best(mine).fit >= better) return { claim: number.text.trim(), source: rival.other.text.trim() }
  }
  return null
}

const isSpelled = ({ text }: NumberMention) => !/\d/.test(text)

function wordsAround(text: Analysis, number: NumberMention): Set<string> {
  const at = placeOf(text, number)
  const near = text.tokens.slice(Math.max(0, at - around), at + around + 1)
  return new Set(near.filter((token) => !token.stop && !token.number).map(({ stem }) => stem))
}

function sharedOf(context: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return [...context].filter((stem) => there.has(stem)).length / context.size
}

/**
 * Figures of the sentence that its source has, but not in the sentences that are shown. What stands elsewhere with the thing that it
 * counts ("a review of 127 studies") is no such figure, unless a sentence shown counts that thing otherwise.
 */
export function figuresElsewhere({ claim, figures, read }: HoldReading, shown: readonly number[]): string[] {
  const near = shown.map((at) => read[at]!)
  const isGiven = (number: NumberMention, texts: readonly Analysis[]) =>
    texts.some((text) => text.numbers.some((other) => agrees(number, other)))
  return telling(claim)
    .filter((number) => !figures.missing.includes(number) && !isGiven(number, near))
    .filter((number) => {
      const counted = countedBy(claim, number)
      const counts = (text: Analysis, value: (other: NumberMention) => boolean) =>
        text.numbers.some((other) => value(other) && countedBy(text, other) === counted)
      return (
        counted === null ||
        !read.some((text) => counts(text, (other) => agrees(number, other))) ||
        near.some((text) => counts(text, () => true))
      )
    })
    .map(({ text }) => text.trim())
}

/** Stem of the word right behind a figure: what it counts. */
function countedBy(text: Analysis, number: NumberMention): string | null {
  const next = text.tokens[placeOf(text, number) + 1]
  return next && !next.stop && !next.number ? next.stem : null
}
