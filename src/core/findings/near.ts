import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import { isIn } from '../frames/lists.ts'
import type { StudiedApart } from '../frames/studied.ts'
import { labelWords } from '../papers/group-labels.ts'
import { emptyWords, stopWords } from '../text/stop-words.ts'
import { unitAt } from '../text/units.ts'
import type { Library } from './library.ts'
import type { Link, LinkedLibrary } from './links.ts'

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
  /** Words that both have and few here have, the rarest first. */
  shared: string[]
  /** In what the two are known to be about other things, the claim's own first. */
  apart: () => StudiedApart[]
}

/** Links that are looked up: all, those whose slots do not forbid that the two say the same, or those of papers that study other things. */
type NearKind = 'any' | 'agreeing' | 'apart'

const isOf = ({ rules }: Link, kind: NearKind) =>
  kind === 'any' ? true : kind === 'apart' ? rules.apart().length > 0 : !rules.forbid()

/** Looks up what is near a claim, by its sources; with the log-odds from which it is looked up. */
export type NearClaims = (sources: Claim['sources'], kind: NearKind, least?: number) => Near[]

/** Probability that a paper reports as its own what the surest of some spans says; null where none is known. */
export function reportedIn({ library, reported }: Pick<LinkedLibrary, 'library' | 'reported'>) {
  const statementsOf = statementsIn(library)
  return (sources: Claim['sources']): number | null => {
    const known = statementsOf(sources).map((at) => reported[at]!)
    return known.length > 0 ? Math.max(...known) : null
  }
}

/** A link seen from one of its statements. */
interface Side {
  own: number
  other: number
  link: Link
}

const wordsShown = 4

/** For each other paper the statement that is nearest to a claim, the nearest first. */
export function nearClaims({ library, links }: LinkedLibrary): NearClaims {
  const statementsOf = statementsIn(library)
  const around = library.statements.map((): Side[] => [])
  for (const link of links) {
    around[link.first]!.push({ own: link.first, other: link.second, link })
    around[link.second]!.push({ own: link.second, other: link.first, link })
  }
  return (sources, kind, least = Number.NEGATIVE_INFINITY) => {
    const papers = new Set(sources.map(({ paper }) => paper))
    const sides = statementsOf(sources)
      .flatMap((at) => around[at]!)
      .filter(({ other }) => !papers.has(library.papers[library.statements[other]!.paper]!.id))
    const asked = ({ link }: Side) => isOf(link, kind)
    const near = sides.filter((side) => side.link.odds >= least && asked(side))
    return nearest(library, near).map((side) => {
      const enough = neighbourShare * side.link.speaks
      const beside = sides.filter((one) => Math.abs(one.other - side.other) === 1 && one.link.speaks >= enough)
      return nearOf(library, side, beside.filter(asked))
    })
  }
}

/** The nearest statement of each paper, the nearest first. */
function nearest({ statements }: Library, sides: readonly Side[]): Side[] {
  const sorted = [...sides].sort((a, b) => b.link.odds - a.link.odds || a.other - b.other || a.own - b.own)
  const seen = new Set<number>()
  return sorted.filter(({ other }) => {
    const { paper } = statements[other]!
    return !seen.has(paper) && seen.add(paper)
  })
}

function nearOf(library: Library, { own, other, link }: Side, beside: readonly Side[]): Near {
  const { statements, papers } = library
  return {
    paper: papers[statements[other]!.paper]!.id,
    span: spanOf(library, other, beside),
    sentence: statements[other]!.text,
    own: statements[own]!.text,
    agrees: link.agrees,
    speaks: link.speaks,
    odds: link.odds,
    shared: sharedWords(library, own, other),
    apart: () =>
      link.rules.apart().map((one) => (own === link.first ? one : { ...one, one: one.other, other: one.one })),
  }
}

/** Finds the places of the statements that overlap some spans, in ascending order. */
function statementsIn({ statements, papers }: Library): (sources: Claim['sources']) => number[] {
  const own = Map.groupBy(statements.keys(), (at) => papers[statements[at]!.paper]!.id)
  return (sources) => {
    const found = sources.flatMap(({ paper, section, start, end }) =>
      (own.get(paper) ?? []).filter((at) => {
        const statement = statements[at]!
        return statement.section === section && statement.start < end && statement.end > start
      }),
    )
    return [...new Set(found)].sort((a, b) => a - b)
  }
}

/** How near a neighbouring sentence must be, against the nearest, to be quoted with it. */
const neighbourShare = 0.25

function spanOf({ statements, papers }: Library, at: number, beside: readonly Side[]): Span {
  const one = statements[at]!
  const [next] = beside
    .map(({ other, link }) => ({ two: statements[other]!, speaks: link.speaks, other }))
    .filter(({ two }) => two.paper === one.paper && two.section === one.section)
    .sort((a, b) => b.speaks - a.speaks || b.other - a.other)
  const two = next?.two ?? one
  const [start, end] = [Math.min(one.start, two.start), Math.max(one.end, two.end)]
  const paper = papers[one.paper]!
  const text = paper.text!.sections.find(({ name }) => name === one.section)!.text
  return { paper: paper.id, section: one.section, start, end, quote: text.slice(start, end) }
}

/** Whether a word tells what a statement is about: no function word, no letter or two, no unit, nothing that findings of any subject say. */
function tellsSubject(word: string): boolean {
  if (word.length < 3 || stopWords.has(word) || emptyWords.has(word) || unitAt(word, 0)?.end === word.length)
    return false
  const forms = { word, lemma: word.replace(/(?:ed|s)$/, '') }
  return !isIn('light', forms) && !isIn('lightVerbs', forms) && !isIn('up', forms) && !isIn('down', forms)
}

/**
 * Words that both statements have and that tell their subject, the rarest in this library first, as they are written: an abbreviation is
 * compared by its words, which stand in neither. Labels of groups name another thing in each.
 */
function sharedWords(library: Library, first: number, second: number): string[] {
  const { papers, statements, vocabulary } = library
  const [one, other] = [statements[first]!, statements[second]!]
  const [here, there] = [first, second].map((at) => spanOf(library, at, []).quote.toLowerCase())
  const have = new Set(other.local.ids)
  const labels = new Set([one, other].flatMap(({ text, paper }) => labelWords(text, papers[paper]!)))
  return [...one.local.ids]
    .map((id, at) => ({ id, weight: one.local.weights[at]! }))
    .filter(({ id }) => have.has(id))
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .flatMap(({ id }) => {
      const [word = '', twin = ''] = [one, other].map(({ analysis }) => analysis.stems.get(vocabulary.stems[id]!)?.word)
      return word && twin && here!.includes(word) && there!.includes(twin) ? [word] : []
    })
    .filter((word) => !labels.has(word) && tellsSubject(word))
    .slice(0, wordsShown)
}
