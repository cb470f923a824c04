import type { Language } from '../../frames/language.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { areContraries } from '../../text/contraries.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { isCrossed, type PairedFigure, placeOf, speaks } from './crossed-figures.ts'
import { agrees, telling } from './figures.ts'
import { apartGroups } from './groups.ts'

/** A figure of a sentence that its source gives for something else, and the one that the source has in its place. */
export interface MisplacedFigure {
  claim: string
  source: string
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
        ...parallels(claim, passage, [placeOf(claim, one.number), placeOf(claim, two.number)], language),
      ].map((same) => same === kept)
      const contrary = votes.length > 0 ? votes.every((vote) => !vote) : isCrossed(claim, passage, one, two)
      if (contrary) return { claim: one.number.text.trim(), source: two.number.text.trim() }
    }
  return null
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
function parallels(
  claim: Analysis,
  passage: Analysis,
  [first, second]: readonly [number, number],
  language: Language,
): boolean[] {
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
      // Figures side by side are told apart only by things that stand side by side too.
      const alike = apart ? isOpenedAlike : () => false
      return [
        { text: claim, pair: [one, two] as const },
        { text: passage, pair: sorted(a, b) },
      ].some(({ text, pair }) => areParallel(text, ...pair, language) || alike(text, ...pair))
    })
    .map(([one, two]) => theirs.get(one.token.stem)!.at < theirs.get(two.token.stem)!.at)
}

const sorted = (one: Placed, two: Placed): [Placed, Placed] => (one.at < two.at ? [one, two] : [two, one])
const crossed = (some: readonly Placed[], others: readonly Placed[]) =>
  some.flatMap((one) => others.map((two): [Placed, Placed] => [one, two]))
const inOrder = (all: readonly Placed[]) =>
  all.flatMap((one, at) => all.slice(at + 1).map((two): [Placed, Placed] => [one, two]))

const articles = new Set(['the', 'a', 'an', 'their', 'both'])
const joining = new Set(['and', 'or', 'versus', 'vs', 'than', 'against'])

/** Whether two words of a text stand for two of a kind: contraries, two groups, or joined by nothing but "and", "versus" and figures. */
function areParallel({ tokens }: Analysis, one: Placed, two: Placed, { apart }: Language): boolean {
  const [a, b] = [one.token, two.token]
  if (areContraries(a, b) || apartGroups(a.word, b.word) || apart(a.word, b.word)) return true
  const between = tokens.slice(one.at + 1, two.at)
  return between.some(({ word }) => joining.has(word)) && !between.some(speaks)
}

/** Whether the same word opens both: "in Uppsala … in the town of Turku". */
function isOpenedAlike({ tokens }: Analysis, one: Placed, two: Placed): boolean {
  const opener = (at: number): Token | undefined =>
    articles.has(tokens[at - 1]?.word ?? '') ? opener(at - 1) : tokens[at - 1]
  const [before, behind] = [opener(one.at), opener(two.at)]
  return before?.stop === true && before.word === behind?.word
}
