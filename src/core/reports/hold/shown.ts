import { type Analysis, analyse } from '../../text/analyse.ts'
import { agrees, telling } from './figures.ts'
import type { HoldReading } from './reading.ts'

/** Share of the words and figures of a sentence that a second sentence must add before it is shown too. */
const leastAdded = 0.08
/** Share of its nearness that a sentence keeps which states nothing. */
const silent = 0.3

/**
 * Places of the sentences that together come nearest to a sentence, one or two: the one that has most of its words and figures, and the
 * one that adds most of those that are missing.
 */
export function shownPlaces({ claim, read, states, scores }: HoldReading): number[] {
  const has = read.map((text) => sharedStems(claim, text))
  const share = (stems: ReadonlySet<string>) => shareOf(claim, stems)
  const near = has.map((stems, at) => share(stems) * (silent + (1 - silent) * states[at]!))
  const order = [...near.keys()].sort((a, b) => near[b]! - near[a]! || scores[b]! - scores[a]! || a - b)
  const [first, ...others] = order as [number, ...number[]]
  const alone = share(has[first]!)
  const [second] = others
    .map((at) => ({ at, added: share(new Set([...has[first]!, ...has[at]!])) - alone }))
    .sort((a, b) => b.added - a.added || a.at - b.at)
  return second && second.added >= leastAdded ? [first, second.at] : [first]
}

/** Share of the words and figures of a sentence that the sentences shown have, 0 to 1. */
export function shownShare({ claim, read, sentences }: HoldReading, shown: readonly number[]): number {
  const joined = shown.length === 1 ? read[shown[0]!]! : analyse(shown.map((at) => sentences[at]).join(' '))
  return shareOf(claim, sharedStems(claim, joined))
}

/** Stems that both texts have; a figure counts also where it is rounded. */
function sharedStems(claim: Analysis, text: Analysis): Set<string> {
  const figures = telling(claim).filter((number) => text.numbers.some((other) => agrees(number, other)))
  const words = [...claim.stems.keys()].filter((stem) => text.stems.has(stem))
  return new Set([...words, ...figures.map(({ value }) => `#${value}`)])
}

function shareOf(claim: Analysis, stems: ReadonlySet<string>): number {
  if (claim.mass === 0) return 0
  let shared = 0
  for (const [stem, { weight }] of claim.stems) if (stems.has(stem)) shared += weight
  return shared / claim.mass
}
