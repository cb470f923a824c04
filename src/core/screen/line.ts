/** Relevance at which what belongs parts from what does not: the threshold of a protocol that names none. */
export const line = 0.25

/**
 * Where the line lies before it is moved to {@link line}. Nine libraries that readers labelled lost no paper with a finding here, mixed with
 * strangers or not.
 */
const lowest = 0.21
/** The line moves no higher than this where strangers part from the rest by a gap. */
const highest = 0.45
/** A library is thought to hold strangers where this share of its records lies below the line, and three at least. */
const [strangersShare, fewestStrangers] = [0.1, 3]
/** The narrowest gap between two neighbours that parts strangers from the rest. */
const narrowestGap = 0.02

/**
 * Where relevance parts what belongs from what does not. A library starts from the belief that its records belong: only where a good
 * part of them lies below the line does it move up, to the middle of the widest gap.
 */
export function drawLine(relevance: readonly number[]): number {
  const sorted = relevance.toSorted((a, b) => a - b)
  const below = sorted.filter((value) => value < lowest).length
  if (below < Math.max(fewestStrangers, strangersShare * sorted.length)) return lowest
  const between = [lowest, ...sorted.filter((value) => value > lowest && value < highest), highest]
  let [cut, widest] = [lowest, narrowestGap]
  for (let at = 1; at < between.length; at++) {
    const gap = between[at]! - between[at - 1]!
    if (gap <= widest) continue
    widest = gap
    cut = (between[at]! + between[at - 1]!) / 2
  }
  return cut
}

/** The same values from 0 to 1 with a cut at {@link line}, to three places. */
export function onLine(values: readonly number[], cut: number): number[] {
  return values.map((value) => {
    const moved = value < cut ? (value * line) / cut : line + ((value - cut) * (1 - line)) / (1 - cut)
    return Math.round(Math.min(1, Math.max(0, moved)) * 1000) / 1000
  })
}
