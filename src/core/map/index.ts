import type { Claim, Finding } from '../../schemas/claim.ts'
import type { EvidenceMap, MapLine } from '../../schemas/evidence-map.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import { namesAny } from '../question/facets/names.ts'
import { type Axis, type CandidateInput, keyOf } from './candidate-input.ts'
import { type Concepts, candidatesOf } from './candidates.ts'
import { cellsOf } from './cells.ts'
import { facetCandidates } from './facet-candidates.ts'
import { type Candidate, chooseLines, isPiece, withoutPieces } from './lines.ts'
import { type AxisLines, lineOf } from './names.ts'
import { withNaming } from './naming.ts'
import { rolesOf, type WordRoles } from './roles.ts'
import { enoughPapers, rowMeasures } from './term-candidates.ts'
import { type Named, readTerms } from './terms.ts'

/** What a map is made from. */
export interface MapInput {
  claims: readonly Claim[]
  findings: readonly Finding[]
  papers: readonly Paper[]
  facets: readonly Facet[]
  language: Language
  /** How rare a stem is in scholarly abstracts. */
  rarity: (stem: string) => number
  /** What words of this library are, as learned from trials. */
  words: WordRoles
}

/** How many rows or columns are shown beside the general one and the rest. */
const most = { rows: 8, columns: 7 }
/** Share of the claims, or of the papers, from which a line is the thing of the whole question. */
const general = { claims: 0.5, papers: 0.6 }

/**
 * The evidence map of a question: what was done or compared down, what was measured across, each cell with its findings and single claims.
 * Null where no claim has a source. The same input gives the same map.
 */
export function evidenceMap(input: MapInput): EvidenceMap | null {
  const { claims, papers, language, facets, words, rarity, findings } = input
  const terms = readTerms(claims, papers, language)
  if (terms.claims.length === 0) return null
  const all: CandidateInput = { terms, facets, language, rarity, role: rolesOf(terms.terms.values(), words) }
  const concepts = { rows: facetCandidates('rows', all), columns: facetCandidates('columns', all) }
  const rows = axisOf('rows', all, concepts)
  const columns = axisOf('columns', all, concepts, rows.keys)
  return withNaming(cellsOf(rows, columns, terms.claims, findings), papers, facets)
}

/** Lines of one side; what the other side tells already, and what is a kind of it, is no line of this one. */
function axisOf(
  axis: Axis,
  input: CandidateInput,
  concepts: Concepts,
  other: ReadonlySet<string> = new Set(),
): AxisLines {
  const { terms, facets } = input
  const claims = terms.claims.length
  const papers = new Set(terms.claims.map(({ paper }) => paper)).size
  const isWhole = (one: Candidate) =>
    (axis === 'columns' && one.broad) ||
    (one.facet !== null && facets[one.facet]!.role === 'subject' && !isItem(one, facets)) ||
    one.claims.size >= general.claims * claims ||
    (axis === 'rows' && one.papers.size >= general.papers * papers) ||
    (axis === 'rows' && one.facet !== null && facets[one.facet]!.part === 'exposure' && one.keys.size > 1)
  const isTold = ({ facet, keys }: Candidate) =>
    facet === null && [...keys].some((key) => [...other].some((told) => ` ${key} `.includes(` ${told} `)))
  const isFree = (one: Candidate, all: readonly Candidate[]) =>
    !isWhole(one) && !isTold(one) && !isSaid(one, all, facets)
  const isAsked = ({ facet, broad }: Candidate) =>
    axis === 'columns' && facet !== null && !broad && facets[facet]!.part === 'outcome'
  let enough = enoughPapers(input)
  let candidates: Candidate[] = []
  let chosen: Candidate[] = []
  do {
    candidates = candidatesOf(axis, input, concepts, enough)
    const free = withoutPieces(candidates.filter((one) => isFree(one, candidates)))
    chosen = chooseLines(free, most[axis], enough, isAsked)
  } while (chosen.length < fewest && --enough > 1)
  if (axis === 'rows')
    for (const measure of rowMeasures.slice(1)) {
      if (chosen.length >= fewest) break
      candidates = candidatesOf(axis, input, concepts, 2, measure)
      const free = withoutPieces(candidates.filter((one) => isFree(one, candidates)))
      chosen = chooseLines(free, measure === 'titled' ? fewest : most.rows, measure === 'titled' ? 1 : 2)
    }
  const asked = candidates.filter((one) => isWhole(one) && one.claims.size > 0)
  const whole = asked.filter((one) => !chosen.some((line) => isWordOf(line, one)))
  for (const [at, line] of chosen.entries()) {
    const facet = asked.find((one) => isWordOf(line, one))?.facet
    if (line.facet === null && facet !== undefined && facet !== null) chosen[at] = { ...line, facet }
  }
  const widest = whole.toSorted((a, b) => b.fit - a.fit || b.claims.size - a.claims.size).slice(0, mostWhole[axis])
  return linesOf(axis, chosen, widest.toReversed(), input)
}

/** One of the things that a heading lists, which the question asks of each. */
function isItem({ label, facet }: Candidate, facets: CandidateInput['facets']): boolean {
  return facet !== null && facets[facet]!.label !== label
}

/** Whether what the papers call it is a word of the heading of what is asked in general: "accuracy" of "accuracy and performance". */
function isWordOf(line: Candidate, { label, broad }: Candidate): boolean {
  return (
    broad &&
    keyOf(label)
      .split(' ')
      .some((stem) => line.keys.has(stem))
  )
}

/** Fewest lines before terms of fewer papers are taken as well. */
const fewest = 4

/** Most lines of an axis that stand for the thing of the whole question. */
const mostWhole = { rows: 1, columns: 2 }

/** Whether a name that the papers bring is one that a concept of the question has already. */
function isSaid(one: Candidate, all: readonly Candidate[], facets: CandidateInput['facets']): boolean {
  if (one.facet !== null) return false
  const asked = facets.filter(({ role, part }) => role !== 'subject' && part !== 'exposure' && part !== 'comparator')
  return (
    facetScores(compileFacets(asked), one.label).some(({ hits }) => hits.length > 0) &&
    all.some((other) => other.facet !== null && !other.broad && overlap(one, other) >= 0.6)
  )
}

function overlap(one: Candidate, other: Candidate): number {
  return [...one.claims].filter((claim) => other.claims.has(claim)).length / one.claims.size
}

function linesOf(
  axis: Axis,
  chosen: readonly Candidate[],
  whole: readonly Candidate[],
  { terms, facets }: CandidateInput,
): AxisLines {
  const taken = new Set<string>()
  const named = chosen.map((one) => ({ one, line: lineOf(one, 'named', taken, facets) }))
  const wide = whole.map((one) => ({ one, line: lineOf(one, 'general', taken, facets) }))
  const other: MapLine = {
    id: 'other',
    label: axis === 'rows' ? 'Other or not named' : 'Other outcomes',
    names: [],
    kind: 'other',
  }
  const of = ({ claim, paper }: Named): string[] => {
    const own = withoutWider(named.filter(({ one }) => one.claims.has(claim.id)))
    if (own.length > 0) return own.map(({ line }) => line.id)
    const title = axis === 'rows' ? terms.titles.get(paper) : undefined
    const titled = withoutWider(named.filter(({ one }) => [...one.keys].some((key) => title?.has(key))))
    if (titled.length > 0) return titled.map(({ line }) => line.id)
    const about = axis === 'rows' ? withoutWider(named.filter(({ one }) => one.papers.has(paper))) : []
    if (about.length > 0) return about.map(({ line }) => line.id)
    const general =
      wide.find(({ one }) => one.claims.has(claim.id)) ??
      (axis === 'rows'
        ? (wide.find(({ one }) => one.papers.has(paper)) ?? wide.find(({ one }) => heads.get(one)!(claim.text)))
        : undefined)
    return [general?.line.id ?? 'other']
  }
  const heads = new Map(wide.map(({ one }) => [one, headOf(one, facets)]))
  const keys = new Set(chosen.flatMap((one) => [...one.keys]))
  return { lines: [...named, ...wide].map(({ line }) => line).concat(other), of, keys }
}

/** Whether a text speaks of the head of the names of what the whole question asks about: "class size" where it asks of smaller classes. */
function headOf({ facet }: Candidate, facets: CandidateInput['facets']): (text: string) => boolean {
  const asked = facet === null ? undefined : facets[facet]
  return asked?.role === 'subject'
    ? namesAny(asked.terms.flatMap((term) => term.split(/[\s-]+/).at(-1) ?? []))
    : () => false
}

/** Of two lines that a claim names, the wider one is told by the narrower. */
function withoutWider<T extends { one: Candidate }>(lines: readonly T[]): T[] {
  return lines.filter(({ one }) => !lines.some((other) => other.one !== one && isPiece(one, other.one)))
}
