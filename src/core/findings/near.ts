import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import type { Library, Statement } from './library.ts'
import type { LinkedLibrary } from './links.ts'

/** A statement of another paper that is near a claim. */
export interface Near {
  paper: string
  /** One sentence, or two where the next one is near as well. */
  span: Span
  /** The nearest sentence alone, and the claim's own sentence that it is nearest to. */
  sentence: string
  own: string
  /** Calibrated probability that it says the same, and that it speaks of the same at all. */
  agrees: number
  speaks: number
  /** Log-odds as learned, before calibration. */
  odds: number
  /** Whether each names a thing that this library compares and the other does not name. */
  apart: boolean
  /** Words that both have and few here have, the rarest first. */
  shared: string[]
}

/** Looks up what is near a claim, by its sources. */
export type NearClaims = (sources: Claim['sources']) => Near[]

const wordsShown = 4

/** For each other paper the statement that is nearest to a claim, the nearest first. */
export function nearClaims({ library, links }: LinkedLibrary): NearClaims {
  const around = new Map<number, { other: number; agrees: number; speaks: number; odds: number }[]>()
  const add = (at: number, other: number, agrees: number, speaks: number, odds: number) => {
    const list = around.get(at) ?? []
    around.set(at, list)
    list.push({ other, agrees, speaks, odds })
  }
  for (const { first, second, agrees, speaks, odds } of links) {
    add(first, second, agrees, speaks, odds)
    add(second, first, agrees, speaks, odds)
  }
  return (sources) => {
    const own = statementsOf(library, sources)
    const papers = new Set(sources.map(({ paper }) => paper))
    const best = new Map<number, { at: number; other: number; agrees: number; speaks: number; odds: number }>()
    const near = new Map<number, number>()
    for (const at of own)
      for (const link of around.get(at) ?? []) {
        const { paper } = library.statements[link.other]!
        if (papers.has(library.papers[paper]!.id)) continue
        near.set(link.other, Math.max(near.get(link.other) ?? 0, link.speaks))
        const known = best.get(paper)
        if (!known || link.speaks > known.speaks || (link.speaks === known.speaks && link.other < known.other))
          best.set(paper, { at, ...link })
      }
    return [...best.values()]
      .sort((a, b) => b.speaks - a.speaks || a.other - b.other)
      .map(({ at, other, agrees, speaks, odds }) => ({
        paper: library.papers[library.statements[other]!.paper]!.id,
        span: spanOf(library, other, near, speaks),
        sentence: library.statements[other]!.text,
        own: library.statements[at]!.text,
        ...{ agrees, speaks, odds },
        apart: namesApart(library, at, other),
        shared: sharedWords(library, at, other),
      }))
  }
}

function statementsOf({ statements, papers }: Library, sources: Claim['sources']): number[] {
  const overlaps = (statement: Statement) =>
    sources.some(
      ({ paper, section, start, end }) =>
        papers[statement.paper]!.id === paper &&
        statement.section === section &&
        statement.start < end &&
        statement.end > start,
    )
  return statements.flatMap((statement, at) => (overlaps(statement) ? [at] : []))
}

/** How near a neighbouring sentence must be, against the nearest, to be quoted with it. */
const neighbourShare = 0.5

function spanOf({ statements, papers }: Library, at: number, near: ReadonlyMap<number, number>, speaks: number): Span {
  const one = statements[at]!
  const beside = [at + 1, at - 1].find((other) => {
    const two = statements[other]
    return two?.paper === one.paper && two.section === one.section && (near.get(other) ?? 0) >= neighbourShare * speaks
  })
  const two = beside === undefined ? one : statements[beside]!
  const [start, end] = [Math.min(one.start, two.start), Math.max(one.end, two.end)]
  const paper = papers[one.paper]!
  const text = paper.text!.sections.find(({ name }) => name === one.section)!.text
  return { paper: paper.id, section: one.section, start, end, quote: text.slice(start, end) }
}

/** Words that both statements have, the rarest in this library first, as they are written. */
function sharedWords({ statements, vocabulary }: Library, first: number, second: number): string[] {
  const [one, other] = [statements[first]!, statements[second]!]
  const have = new Set(other.local.ids)
  return [...one.local.ids]
    .map((id, at) => ({ id, weight: one.local.weights[at]! }))
    .filter(({ id }) => have.has(id))
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, wordsShown)
    .map(({ id }) => one.analysis.stems.get(vocabulary.stems[id]!)?.word ?? vocabulary.stems[id]!)
}

/** Share of its papers that have it in their title, and rarity, from which a word names a thing that the library compares. */
const named = { titled: 0.35, rarity: 5, outcome: 0.5 }

function namesApart({ statements, vocabulary }: Library, first: number, second: number): boolean {
  const isName = (id: number) =>
    vocabulary.titled[id]! >= named.titled &&
    vocabulary.rarity[id]! >= named.rarity &&
    vocabulary.outcome[id]! < named.outcome
  const [one, other] = [statements[first]!, statements[second]!].map(
    ({ plain }) => new Set([...plain.ids].filter(isName)),
  )
  const lacks = (own: ReadonlySet<number>, there: ReadonlySet<number>) => [...own].some((id) => !there.has(id))
  return lacks(one!, other!) && lacks(other!, one!)
}
