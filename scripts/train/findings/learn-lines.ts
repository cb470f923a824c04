import type { Exact } from '../../../src/core/engines/engine.ts'
import { namesApart, outcomesApart } from '../../../src/core/findings/apart.ts'
import { type LinkModel, type SlotKind, slotKind, speaking } from '../../../src/core/findings/links.ts'
import { fitLinear } from './fit-mixture.ts'
import type { Lesson } from './learn-links.ts'

/** A statement near another, scored by weights that had not seen their library. */
export interface Candidate {
  library: string
  odds: number
  /** What comparing their slots left; null where something is known to differ. */
  kind: SlotKind | null
  agrees: boolean
  speaks: boolean
}

/** Pairs whose odds are below this are never judged, and their slots are not compared. */
const leastCompared = -4
/** Log-odds of being a result or conclusion from which a statement becomes a claim. */
const leastClaimed = 0

/** For each result the nearest statement of every other paper, as it is looked up for a claim. */
export function nearestOf(
  { name, library, pairs, agrees, speaks }: Lesson,
  odds: readonly number[],
  exact: Exact,
): Candidate[] {
  const best = new Map<string, number>()
  const { statements } = library
  for (let at = 0; at < odds.length; at++) {
    const [a, b] = [pairs.first[at]!, pairs.second[at]!]
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (statements[own]!.role < leastClaimed) continue
      const key = `${own} ${statements[other]!.paper}`
      const known = best.get(key)
      if (known === undefined || odds[at]! > odds[known]!) best.set(key, at)
    }
  }
  return [...new Set(best.values())].map((at) => {
    const [a, b] = [pairs.first[at]!, pairs.second[at]!]
    const open = odds[at]! >= leastCompared && !namesApart(library, a, b) && !outcomesApart(library, a, b)
    const kind = open ? slotKind(exact.compare(statements[a]!.text, statements[b]!.text)) : null
    return { library: name, odds: odds[at]!, kind, agrees: agrees[at]!, speaks: speaks[at]! }
  })
}

/** Share of those above a line that must be right. */
const asked = { verdict: 0.85, likewise: 0.3 }
/** Pairs that must be seen above a line before their share says anything. */
const fewest = 12
/** A line that nothing reaches. */
const beyond = 99

/** The lowest score from which as many are right as asked, over all libraries. */
export function lineOf(seen: readonly { score: number; right: boolean }[], share: number): number {
  let line = beyond
  let right = 0
  for (const [at, one] of [...seen].sort((a, b) => b.score - a.score).entries()) {
    if (one.right) right++
    if (at + 1 >= fewest && right / (at + 1) >= share) line = one.score
  }
  return Number(line.toFixed(4))
}

type Fit = (sets: readonly { odds: readonly number[]; truth: readonly boolean[] }[]) => LinkModel['agrees']

/** Scale and line of each kind of pair whose slots were compared. */
export function linesOf(seen: readonly Candidate[], scaleOf: Fit): LinkModel['bySlots'] {
  const of = (kind: SlotKind) => {
    const kept = seen.filter((one) => one.kind === kind)
    const sets = [...new Set(kept.map(({ library }) => library))].map((name) => {
      const own = kept.filter(({ library }) => library === name)
      return { odds: own.map(({ odds }) => odds), truth: own.map(({ agrees }) => agrees) }
    })
    const right = kept.map(({ odds, agrees }) => ({ score: odds, right: agrees }))
    return { ...scaleOf(sets), line: lineOf(right, asked.verdict) }
  }
  return { agreeing: of('agreeing'), open: of('open') }
}

/** How likely a statement speaks to a claim, and from where it is shown beside it. */
export function shownOf(seen: readonly Candidate[]): LinkModel['likewise'] {
  const kept = seen.filter(({ odds }) => odds >= leastCompared)
  const count = new Map<string, number>()
  for (const { library } of kept) count.set(library, (count.get(library) ?? 0) + 1)
  const { mean, spread, weights } = fitLinear(
    {
      rows: kept.map(({ odds, kind }) => Float64Array.of(odds, kind === null ? 1 : 0)),
      truth: kept.map(({ speaks }) => speaks),
      weights: kept.map(({ library }) => 1000 / Math.max(200, count.get(library)!)),
    },
    1,
  )
  const [slope, apart] = [weights[0]! / spread[0]!, Math.min(0, weights[1]! / spread[1]!)]
  const rounded = (value: number) => Number(value.toFixed(4))
  const offset = weights[2]! - slope * mean[0]! - (weights[1]! / spread[1]!) * mean[1]!
  const scale = { slope: rounded(slope), offset: rounded(offset), apart: rounded(apart), line: 0 }
  const scored = kept.map(({ odds, kind, speaks }) => ({ score: speaking(scale, odds, kind === null), right: speaks }))
  return { ...scale, line: lineOf(scored, asked.likewise) }
}
