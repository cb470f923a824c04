import type { Facet } from '../../schemas/question.ts'
import { coverage, type RankedRecord } from './coverage.ts'
import { evened, likeness, median, type Profile, profilesOf } from './likeness.ts'
import { drawLine, onLine } from './line.ts'
import { type Rarity, weigher } from './record-words.ts'
import { descending } from './vectors.ts'

/** Share of likeness to what is surely on topic; the rest is how much of the question a record names. */
const likenessShare = 0.65
/** Records that name so much of what the best one names are surely on topic. */
const surely = 0.6
/** Records that are taken for surely on topic, at least and at most. */
const [fewestSure, mostSure] = [8, 200]
/** Relevance from which a record helps to say what the topic is. */
const helps = 0.6
/** Mean cosine of a record with its like in a library of one topic, the middle of nine such libraries. */
const usualLikeness = 0.2
const mostRelevance = 1.2
/** What a record must name of a question to count as one that names it all; below it, none of a library does. */
const wholeQuestion = 0.75

/**
 * Relevance of records to a question, 0 to 1: how much of it a record names by any name, and how like it is to the records that name most,
 * then to all that proved relevant. The line between what belongs and what does not is at `line`. Records without an abstract are
 * held against each other by their titles.
 */
export function relevances(records: readonly RankedRecord[], facets: readonly Facet[], rarity: Rarity): number[] {
  const long = records.filter(({ abstract }) => abstract !== '')
  const whole = relevanceAmong(long, facets, rarity)
  if (long.length === records.length) return onLine(whole, drawLine(whole))
  const titles = relevanceAmong(
    records.map(({ title }) => ({ title, abstract: '' })),
    facets,
    rarity,
  )
  const cut = drawLine(whole.length > 0 ? whole : titles)
  let at = 0
  const all = records.map(({ abstract }, place) =>
    abstract === '' ? atPlace(titles, titles[place]!, whole) : whole[at++]!,
  )
  return onLine(all, cut)
}

/** The value that has the same place among the others as a value has among its own. */
function atPlace(own: readonly number[], value: number, others: readonly number[]): number {
  if (others.length === 0) return value
  const below = own.filter((each) => each < value).length / own.length
  return others.toSorted((a, b) => a - b)[Math.min(others.length - 1, Math.floor(below * others.length))]!
}

function relevanceAmong(records: readonly RankedRecord[], facets: readonly Facet[], rarity: Rarity): number[] {
  if (records.length === 0) return []
  const weight = weigher(rarity)
  const named = coverage(records, facets, weight)
  const most = Math.max(...named)
  if (most === 0) return records.map(() => 1)
  const profiles = profilesOf(records, weight)
  const sure = sureOf(named, most)
  const first = mixed(profiles, new Map(sure.map((at) => [at, 1])), sure, named)
  const members = new Map(
    [...first.keys()].filter((at) => first[at]! >= helps).map((at) => [at, Math.min(1, first[at]!)]),
  )
  for (const at of sure.slice(0, fewestSure)) members.set(at, 1)
  return mixed(profiles, members, sure, named)
}

function sureOf(named: readonly number[], most: number): number[] {
  const order = descending(named).filter((at) => named[at]! > 0)
  const sure = order.filter((at) => named[at]! >= surely * most)
  return sure.length < fewestSure ? order.slice(0, fewestSure) : sure.slice(0, mostSure)
}

/** Likeness counts against that of what is surely on topic, but never against more than is usual between a high and the usual one. */
function mixed(
  profiles: readonly Profile[],
  members: ReadonlyMap<number, number>,
  sure: readonly number[],
  named: readonly number[],
): number[] {
  const like = likeness(profiles, members)
  const among = median(sure.map((at) => like[at]!)) || usualLikeness
  const reference = Math.min(among, Math.sqrt(among * usualLikeness))
  const most = Math.max(wholeQuestion, ...named)
  return evened(like, profiles).map(
    (value, at) =>
      likenessShare * Math.min(mostRelevance, value / reference) + ((1 - likenessShare) * named[at]!) / most,
  )
}
