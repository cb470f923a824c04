import type { Language } from '../../frames/language.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { opposites, writtenContraries } from '../../text/contraries.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { agrees, telling } from './figures.ts'
import { apartGroups } from './groups.ts'

/** A figure of a sentence that its source gives for something else, and the one that the source has in its place. */
export interface MisplacedFigure {
  claim: string
  source: string
}

/** Words to each side of a figure that say what it is a figure of. */
export const around = 7

/** Place of a figure among the tokens of a text. */
export function placeOf({ tokens }: Analysis, number: NumberMention): number {
  return tokens.findIndex((token) => token.number?.start === number.start)
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
  const match = (a: NumberMention, b: NumberMention) => overlap(near(claim, a), near(passage, b))
  const straight = match(one.number, one.there) + match(two.number, two.there)
  return match(one.number, two.there) + match(two.number, one.there) - straight >= crossedBy
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

/** "From" and "to" before two figures: whether the passage has them before the same figures, in order; nothing where it has not both. */
function ends(claim: Analysis, passage: Analysis, one: PairedFigure, two: PairedFigure): boolean[] {
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
  const pairs = apart
    ? [...crossed(before, between), ...crossed(between, after)]
    : [...inOrder(before), ...inOrder(after)]
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
  return before?.stop === true && before.word === behind?.word && before.word !== 'the'
}
