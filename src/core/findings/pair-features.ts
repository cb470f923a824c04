import { aligned, dot, entitiesOf, type Like, likeness } from './alignment.ts'
import { cosine, type Library, type Statement, type Weighted } from './library.ts'

/** What is measured of two statements by themselves, in the order of {@link pairFeatures}. */
export const pairFeatureNames = [
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
  'exposureAlignedMore',
  'headAligned',
  'shared',
  'rarest',
  'sharedOutcome',
  'bigrams',
  'numbers',
  'numbersApart',
  'papers',
  'titles',
  'titleLess',
  'titleMore',
  'condition',
  'entitiesShared',
  'entitiesApartLess',
  'entitiesApartMore',
  'entityShare',
  'noneLess',
  'noneMore',
  'nonesApart',
  'downLess',
  'downMore',
  'downsApart',
  'turns',
  'negatedApart',
  'hedgeLess',
  'hedgeMore',
  'numbersLess',
  'lengthLess',
  'lengthMore',
  'entitledLess',
  'entitledMore',
  'placeLess',
  'placeMore',
  'bothConclude',
  'oneConcludes',
  'comparesBoth',
  'comparesApart',
] as const

const comparing = /\b(?:than|versus|vs|compared (?:with|to)|relative to)\b/i

/** Features of pairs of statements of one library. Nothing depends on the order of the two. */
export function pairFeatures(library: Library): (first: number, second: number) => Float64Array {
  const { statements, titles, contents } = library
  const entity = entitiesOf(library)
  const like = likeness(library, entity)
  const entities = statements.map(({ exposure }) => weightedOnly(exposure, entity))
  const facts = statements.map(factsOf)
  const conditions = titles.map((title) => without(title, entity))
  return (first, second) => {
    const [a, b] = [statements[first]!, statements[second]!]
    const [fa, fb] = [facts[first]!, facts[second]!]
    const less = (x: number, y: number) => Math.min(x, y)
    const more = (x: number, y: number) => Math.max(x, y)
    const [all, out, done] = [
      aligned(a.local, b.local, like),
      aligned(a.outcome, b.outcome, like),
      aligned(a.exposure, b.exposure, like),
    ]
    const shared = sharedOf(a.local, b.local)
    const apart = entitiesApart(entities[first]!, entities[second]!)
    const [ta, tb] = [titles[a.paper]!, titles[b.paper]!]
    const [atB, btA] = [cosine(a.plain, tb), cosine(b.plain, ta)]
    let numbers = 0
    for (const number of a.numbers) if (b.numbers.has(number)) numbers++
    let bigrams = 0
    for (const bigram of a.bigrams) if (b.bigrams.has(bigram)) bigrams++
    return Float64Array.of(
      cosine(a.plain, b.plain),
      cosine(a.local, b.local),
      cosine(a.outcome, b.outcome),
      cosine(a.exposure, b.exposure),
      dot(a.meaning, b.meaning),
      dot(a.outcomeMeaning, b.outcomeMeaning),
      less(...all),
      more(...all),
      less(...out),
      more(...out),
      less(...done),
      more(...done),
      headAligned(a, b, like),
      Math.log1p(shared.count),
      Math.min(8, shared.rarest),
      Math.log1p(sharedOf(a.outcome, b.outcome).count),
      Math.log1p(bigrams),
      Math.min(2, numbers),
      a.numbers.size > 0 && b.numbers.size > 0 && numbers === 0 ? 1 : 0,
      cosine(contents[a.paper]!, contents[b.paper]!),
      cosine(ta, tb),
      less(atB, btA),
      more(atB, btA),
      conditionLike(conditions[a.paper]!, conditions[b.paper]!, like),
      apart.shared,
      less(apart.first, apart.second),
      more(apart.first, apart.second),
      (apart.shared + 0.1) / (apart.shared + apart.first + apart.second + 0.1),
      less(a.none, b.none),
      more(a.none, b.none),
      Math.abs(a.none - b.none),
      less(a.down, b.down),
      more(a.down, b.down),
      Math.abs(a.down - b.down),
      turned(fa.turn, fb.turn),
      Math.abs(fa.negated - fb.negated),
      less(fa.hedged, fb.hedged),
      more(fa.hedged, fb.hedged),
      Math.min(4, a.numbers.size, b.numbers.size),
      less(fa.length, fb.length),
      more(fa.length, fb.length),
      less(a.entitled, b.entitled),
      more(a.entitled, b.entitled),
      less(fa.place, fb.place),
      more(fa.place, fb.place),
      fa.concludes && fb.concludes ? 1 : 0,
      fa.concludes || fb.concludes ? 1 : 0,
      fa.compares && fb.compares ? 1 : 0,
      fa.compares !== fb.compares ? 1 : 0,
    )
  }
}

interface Facts {
  turn: number
  negated: number
  hedged: number
  length: number
  place: number
  concludes: boolean
  compares: boolean
}

function factsOf({ analysis, heading, place, of, text }: Statement): Facts {
  let turn = 0
  for (const { direction, negated } of analysis.tokens) turn += direction * (negated ? -1 : 1)
  return {
    turn,
    negated: Math.min(2, analysis.cues),
    hedged: Math.min(2, analysis.hedgeCount),
    length: Math.log1p(analysis.stems.size),
    place: (place + 0.5) / of,
    concludes: heading === 'conclusion' || place >= of - 1,
    compares: comparing.test(text),
  }
}

function turned(one: number, other: number): number {
  return Math.sign(one) * Math.sign(other)
}

/** How far the word that most names the outcome of each stands in the other. */
function headAligned(a: Statement, b: Statement, like: Like): number {
  const side = (one: Statement, other: Statement) => {
    let head = -1
    let most = 0
    for (const [at, id] of one.outcome.ids.entries())
      if (one.outcome.weights[at]! > most) {
        most = one.outcome.weights[at]!
        head = id
      }
    let best = 0
    if (head >= 0) for (const id of other.local.ids) best = Math.max(best, like(head, id))
    return best
  }
  return (side(a, b) + side(b, a)) / 2
}

function sharedOf(one: Weighted, other: Weighted): { count: number; rarest: number } {
  let count = 0
  let rarest = 0
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const [a, b] = [one.ids[i]!, other.ids[j]!]
    if (a === b) {
      count++
      rarest = Math.max(rarest, Math.min(one.weights[i]!, other.weights[j]!))
      i++
      j++
    } else if (a < b) i++
    else j++
  }
  return { count, rarest }
}

function weightedOnly({ ids, weights }: Weighted, kept: readonly boolean[]): Map<number, number> {
  return new Map([...ids].flatMap((id, at) => (kept[id] ? [[id, weights[at]!] as const] : [])))
}

function entitiesApart(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>) {
  let [shared, first, second] = [0, 0, 0]
  for (const [id, weight] of one) {
    const there = other.get(id)
    if (there === undefined) first += weight
    else shared += Math.max(weight, there)
  }
  for (const [id, weight] of other) if (!one.has(id)) second += weight
  return { shared, first, second }
}

/** A title's words but for the names of what is compared: whom or what the paper studies. */
function without({ ids, weights, norm }: Weighted, entity: readonly boolean[]): Weighted {
  const kept = [...ids].flatMap((id, at) => (entity[id] ? [] : [at]))
  return {
    ids: Int32Array.from(kept, (at) => ids[at]!),
    weights: Float64Array.from(kept, (at) => weights[at]!),
    norm,
  }
}

/** How like two papers are in what they study. */
function conditionLike(one: Weighted, other: Weighted, like: Like): number {
  const [there, back] = aligned(one, other, like)
  return (there + back) / 2
}
