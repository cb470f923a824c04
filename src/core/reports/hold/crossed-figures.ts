import type { Analysis, Token } from '../../text/analyse.ts'
import type { NumberMention } from '../../text/number-mentions.ts'

/** Words to each side of a figure that say what it is a figure of. */
export const around = 7

/** Place of a figure among the tokens of a text. */
export function placeOf({ tokens }: Analysis, number: NumberMention): number {
  return tokens.findIndex((token) => token.number?.start === number.start)
}

/** A figure of the sentence and the one mention of it in the passage. */
export interface PairedFigure {
  number: NumberMention
  there: NumberMention
}

/** Whether a word says something by itself. */
export const speaks = ({ stop, number }: Token) => !stop && !number

/** How much better the words around two figures must fit when the figures are exchanged. */
const crossedBy = 0.3

/** Whether the words nearest to two figures are in the passage nearest to the other one; a list of figures has none of its own. */
export function isCrossed(claim: Analysis, passage: Analysis, one: PairedFigure, two: PairedFigure): boolean {
  const [first, second] = [placeOf(passage, one.there), placeOf(passage, two.there)].sort((a, b) => a - b)
  if (!passage.tokens.slice(first! + 1, second).some(speaks)) return false
  const near = (text: Analysis, number: NumberMention) => nearness(text, placeOf(text, number))
  const match = (a: NumberMention, b: NumberMention) => overlap(near(claim, a), near(passage, b))
  const straight = match(one.number, one.there) + match(two.number, two.there)
  return match(one.number, two.there) + match(two.number, one.there) - straight >= crossedBy
}

/** A figure of one sentence that fits the words around a figure of the claim better than the claim's own figure there; null where none does. */
export function nearerFigure(
  claim: Analysis,
  text: Analysis,
  { number, there }: PairedFigure,
  rivals: readonly NumberMention[],
): NumberMention | null {
  const near = (side: Analysis, figure: NumberMention) => nearness(side, placeOf(side, figure))
  const own = overlap(near(claim, number), near(text, there))
  const apart = (rival: NumberMention) => {
    const [first, second] = [placeOf(text, there), placeOf(text, rival)].sort((a, b) => a - b)
    return text.tokens.slice(first! + 1, second).some(speaks)
  }
  const better = rivals.find(
    (rival) => apart(rival) && overlap(near(claim, number), near(text, rival)) - own >= crossedBy,
  )
  return better ?? null
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
