import type { Exact } from '../engines/engine.ts'
import { armsOf, type Comparing, type StudiedApart, studiedApart } from '../frames/studied.ts'
import { once, remembered } from '../remembered.ts'
import type { Pairs } from './candidates.ts'
import { isForbidden } from './forbidden.ts'
import type { Library } from './library.ts'
import { linkFeatureNames } from './link-features.ts'
import { pairFeatureNames } from './pair-features.ts'
import { toldOf } from './told.ts'
import { toldFeatureNames, toldFeatures } from './told-features.ts'

/** Features of likeness that are looked at by their logarithm too: one that is missing counts as much as one that is there. */
const logged = [
  'plain',
  'local',
  'outcome',
  'exposure',
  'meaning',
  'outcomeMeaning',
  'alignedLess',
  'alignedMore',
  'outcomeAlignedLess',
  'outcomeAlignedMore',
  'exposureAlignedLess',
  'headAligned',
  'papers',
  'titles',
  'condition',
  'entityShare',
] as const
const leastLogged = 0.05

const standing = ['rank between papers', 'share of the best between papers', 'best of either'] as const

/** What is measured of the pairs that are looked at closely: all that is measured of every pair, and what needs their frames. */
export const closeFeatureNames = [
  ...linkFeatureNames,
  ...logged.map((name) => `log ${name}`),
  ...standing,
  ...toldFeatureNames,
] as const

/** Share of the names of what is compared, said or taken from the titles, that two must have together to say the same. */
const leastNames = 0.5

/** What the rules say of a pair; looked up where it is asked for, as few pairs are near enough to ask. */
export interface LinkRules {
  /** Whether other things are compared, another condition is studied, or the contrary is said. */
  forbid(): boolean
  /** In what the two differ by what their papers study: other arms, or other conditions. */
  apart(): readonly StudiedApart[]
}

/** A pair looked at closely. */
export interface Close {
  features: Float64Array
  rules: LinkRules
}

/**
 * Looks at pairs closely, by place; `rows` and `links` are the features of all pairs and those with what is known of their statements.
 * Null where one of the two says what was to be found out, or nothing of what was found: it is near nothing.
 */
export function closely(
  library: Library,
  pairs: Pairs,
  rows: readonly Float64Array[],
  exact: Exact,
): (pair: number, link: Float64Array) => Close | null {
  const told = toldOf(library, exact)
  const places = logged.map((name) => pairFeatureNames.indexOf(name))
  const studied = studiedOf(library, exact)
  const stands = standingOf(library, pairs, rows)
  const names = pairFeatureNames.indexOf('entityShare')
  return (pair, link) => {
    const [a, b] = [pairs.first[pair]!, pairs.second[pair]!]
    if (told[a]!.asks || told[b]!.asks) return null
    const apart = once(() => studiedApart(studied(a), studied(b)))
    const forbid = () => rows[pair]![names]! < leastNames || apart().length > 0 || areForbidden(library, a, b, exact)
    return {
      features: Float64Array.from([
        ...link,
        ...places.map((place) => Math.log(leastLogged + Math.max(0, rows[pair]![place]!))),
        ...stands.map((column) => column[pair]!),
        ...toldFeatures(told[a]!, told[b]!),
      ]),
      rules: { forbid: once(forbid), apart },
    }
  }
}

/** What each statement compares and its paper studies, read when it is first asked for. */
function studiedOf({ papers, statements }: Library, exact: Exact): (statement: number) => Comparing {
  const titles = papers.map(({ csl }) => exact.studied(csl.title))
  return remembered((at) => {
    const { paper, analysis } = statements[at]!
    const title = titles[paper]!
    return { arms: armsOf(exact.studied(analysis.text), title), title }
  })
}

function areForbidden({ statements }: Library, a: number, b: number, exact: Exact): boolean {
  const [one, other] = [statements[a]!.text, statements[b]!.text]
  return isForbidden(exact.compare(one, other), exact.compare(other, one), () => exact.deny(one, other))
}

/** Where each pair stands among all pairs of its two papers, by words alone. */
function standingOf({ statements }: Library, { first, second }: Pairs, rows: readonly Float64Array[]): Float64Array[] {
  const columns = (['local', 'meaning', 'alignedLess'] as const).map((name) => pairFeatureNames.indexOf(name))
  const near = rows.map((row) => columns.reduce((sum, column) => sum + row[column]!, 0))
  const between = new Map<string, number[]>()
  for (let pair = 0; pair < rows.length; pair++) {
    const key = `${statements[first[pair]!]!.paper} ${statements[second[pair]!]!.paper}`
    const list = between.get(key)
    if (list) list.push(pair)
    else between.set(key, [pair])
  }
  const [rank, share, best] = standing.map(() => new Float64Array(rows.length))
  for (const list of between.values()) {
    const sorted = [...list].sort((x, y) => near[y]! - near[x]! || x - y)
    const most = (side: Int32Array) => {
      const top = new Map<number, number>()
      for (const pair of list) top.set(side[pair]!, Math.max(top.get(side[pair]!) ?? 0, near[pair]!))
      return top
    }
    const [mine, theirs] = [most(first), most(second)]
    for (const [place, pair] of sorted.entries()) {
      rank![pair] = Math.log1p(place)
      share![pair] = near[pair]! / (near[sorted[0]!]! + 1e-6)
      best![pair] = Number(near[pair]! >= mine.get(first[pair]!)!) + Number(near[pair]! >= theirs.get(second[pair]!)!)
    }
  }
  return [rank!, share!, best!]
}

const closePairs = { paper: 60, most: 5000 }

/** Places of the pairs worth a close look, those of the highest log-odds, in ascending order. */
export function worthLooking(odds: ArrayLike<number>, papers: number): number[] {
  const count = Math.min(closePairs.paper * papers, closePairs.most)
  return Array.from(odds, (_, at) => at)
    .sort((a, b) => odds[b]! - odds[a]! || a - b)
    .slice(0, count)
    .sort((a, b) => a - b)
}
