import type { LinkRules } from '../../../src/core/findings/close-features.ts'
import { type LinkModel, type Scale, scaled } from '../../../src/core/findings/links.ts'
import { fitLinear } from './fit-mixture.ts'
import type { Lesson } from './lesson.ts'

/** What a model says of a library that it had not seen: log-odds of the pairs looked at, and what the rules say of them. */
export interface Unseen {
  lesson: Pick<Lesson, 'name' | 'library' | 'pairs' | 'agrees' | 'speaks' | 'finding' | 'groups' | 'result'>
  places: readonly number[]
  odds: readonly number[]
  rules: readonly Pick<LinkRules, 'forbid'>[]
}

/** How likely a link must be right, by what was found right on libraries that had not been learned from, to stand behind a verdict: better than two to one. */
const rightEnough = 0.7
/** Share of links between papers that must be about the same at the line from which they are shown: one in five or six that a reader looks at. */
const worthReading = 0.18
/** Scores below these say only that the two are not about the same, and are not calibrated; what may be judged is calibrated among what is near alone. */
const leastOdds = { all: -4, judged: -1.5 }

/** A score with what it turned out to be. */
export interface Scored {
  odds: number
  right: boolean
}

type Lines = Pick<LinkModel, 'agrees' | 'speaks' | 'verdict' | 'likewise'>

/** Calibration and lines by what models say of libraries that they had not seen. */
export function linesOf(unseen: readonly Unseen[]): Lines {
  const of = (truth: (one: Unseen) => readonly boolean[]) =>
    unseen.map((one) => one.places.map((at, k) => ({ odds: one.odds[k]!, right: truth(one)[at]! })))
  const judged = unseen.map(judgedLinks)
  const scale = scaleOf(judged, leastOdds.judged)
  return {
    agrees: scaleOf(
      of(({ lesson }) => lesson.agrees),
      leastOdds.all,
    ),
    speaks: scaleOf(
      of(({ lesson }) => lesson.speaks),
      leastOdds.all,
    ),
    verdict: { ...scale, line: verdictLine(judged.flat(), scale) },
    likewise: likewiseLine(unseen),
  }
}

/**
 * For each sentence that readers call a result, as a claim is one, and each independent paper its nearest link that slots allow; of two
 * papers those that are right of one finding count once, as a reader would count them.
 */
function judgedLinks({ lesson, places, odds, rules }: Unseen): Scored[] {
  const paperOf = (statement: number) => lesson.library.statements[statement]!.paper
  const best = new Map<string, number>()
  for (const [k, at] of places.entries()) {
    if (odds[k]! <= leastOdds.judged || rules[k]!.forbid()) continue
    for (const [own, other] of sidesOf(lesson, at)) {
      const key = `${own} ${paperOf(other)}`
      const known = best.get(key)
      if (lesson.groups[paperOf(own)] === lesson.groups[paperOf(other)]) continue
      if (lesson.result.truth[own] && (known === undefined || odds[k]! > odds[known]!)) best.set(key, k)
    }
  }
  const links = new Map<string, Scored>()
  for (const k of new Set(best.values())) {
    const at = places[k]!
    const right = lesson.agrees[at]!
    const [first, second] = [lesson.pairs.first[at]!, lesson.pairs.second[at]!]
    const key = right ? `${paperOf(first)} ${paperOf(second)} ${lesson.finding[at]}` : `wrong ${at}`
    if ((links.get(key)?.odds ?? Number.NEGATIVE_INFINITY) < odds[k]!) links.set(key, { odds: odds[k]!, right })
  }
  return [...links.values()]
}

function sidesOf({ pairs }: Unseen['lesson'], at: number): [number, number][] {
  const [first, second] = [pairs.first[at]!, pairs.second[at]!]
  return [
    [first, second],
    [second, first],
  ]
}

/**
 * Log-odds from which each link is likely enough to be right. Told by the scale, which all links near enough to be judged made: those at
 * the top are too few to be counted, so that one more or one less would move the line from end to end.
 */
function verdictLine(links: readonly Scored[], scale: Scale): number {
  if (scale.slope > 0) return rounded((Math.log(rightEnough / (1 - rightEnough)) - scale.offset) / scale.slope)
  const odds = links.map((link) => link.odds)
  return rounded(scaled(scale, 0) >= rightEnough ? Math.min(...odds) : Math.max(0, ...odds) + 1)
}

/** Log-odds at which links between papers are about the same as often as is worth reading; of two papers the nearest statements alone are shown. */
function likewiseLine(unseen: readonly Unseen[]): number {
  const { slope, offset } = scaleOf(unseen.map(nearestOfPapers), leastOdds.all)
  return rounded((Math.log(worthReading / (1 - worthReading)) - offset) / slope)
}

function nearestOfPapers({ lesson: { library, pairs, speaks }, places, odds }: Unseen): Scored[] {
  const best = new Map<string, Scored>()
  for (const [k, at] of places.entries()) {
    const key = [pairs.first[at]!, pairs.second[at]!].map((one) => library.statements[one]!.paper).join(' ')
    if ((best.get(key)?.odds ?? Number.NEGATIVE_INFINITY) < odds[k]!)
      best.set(key, { odds: odds[k]!, right: speaks[at]! })
  }
  return [...best.values()]
}

/** Brings log-odds to those found right, each library weighing the same; those up to `least` are left aside. */
export function scaleOf(sets: readonly (readonly Scored[])[], least = Number.NEGATIVE_INFINITY): Scale {
  const rows: Float64Array[] = []
  const truth: boolean[] = []
  const weights: number[] = []
  for (const set of sets) {
    const kept = set.filter(({ odds }) => odds > least)
    for (const { odds, right } of kept) {
      rows.push(Float64Array.of(odds))
      truth.push(right)
      weights.push(1000 / Math.max(200, kept.length))
    }
  }
  const { mean, spread, weights: fitted } = fitLinear({ rows, truth, weights }, 1)
  const slope = fitted[0]! / spread[0]!
  return { slope: rounded(slope), offset: rounded(fitted[1]! - slope * mean[0]!) }
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}
