import type { Claim, Finding } from '../../schemas/claim.ts'
import type { EvidenceMap, MapLine } from '../../schemas/evidence-map.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { type Axis, type CandidateInput, candidatesOf } from './candidates.ts'
import { cellsOf } from './cells.ts'
import { type Candidate, chooseLines, isPiece, withoutPieces } from './lines.ts'
import { type AxisLines, lineOf } from './names.ts'
import { rolesOf, type WordRoles } from './roles.ts'
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
  const rows = axisOf('rows', all)
  const columns = axisOf('columns', all)
  return cellsOf(rows, columns, terms.claims, findings)
}

function axisOf(axis: Axis, input: CandidateInput): AxisLines {
  const { terms } = input
  const claims = terms.claims.length
  const papers = new Set(terms.claims.map(({ paper }) => paper)).size
  const isGeneral = (one: Candidate) =>
    one.claims.size >= general.claims * claims ||
    (axis === 'rows' && one.papers.size >= general.papers * papers) ||
    (axis === 'rows' && one.facet !== null && input.facets[one.facet]!.part === 'exposure')
  const candidates = candidatesOf(axis, input)
  const whole = candidates.filter(isGeneral).toSorted((a, b) => b.claims.size - a.claims.size)
  const free = withoutPieces(candidates.filter((one) => !isGeneral(one) && !whole.some((wide) => isPiece(one, wide))))
  const chosen = chooseLines(free, most[axis])
  return linesOf(axis, chosen, whole[0], terms)
}

function linesOf(
  axis: Axis,
  chosen: readonly Candidate[],
  whole: Candidate | undefined,
  { titles }: CandidateInput['terms'],
): AxisLines {
  const taken = new Set<string>()
  const named = [
    ...chosen.map((one) => ({ one, line: lineOf(one, 'named', taken) })),
    ...(whole ? [{ one: whole, line: lineOf(whole, 'general', taken) }] : []),
  ]
  const specific = named.filter(({ line }) => line.kind === 'named')
  const other: MapLine = {
    id: 'other',
    label: axis === 'rows' ? 'Other or not named' : 'Other outcomes',
    names: [],
    kind: 'other',
  }
  const of = ({ claim, paper }: Named): string[] => {
    const own = withoutWider(specific.filter(({ one }) => one.claims.has(claim.id)))
    if (own.length > 0) return own.map(({ line }) => line.id)
    const titled =
      axis === 'rows'
        ? withoutWider(specific.filter(({ one }) => [...one.keys].some((key) => titles.get(paper)?.has(key))))
        : []
    if (titled.length > 0) return titled.map(({ line }) => line.id)
    return [
      whole && (whole.claims.has(claim.id) || (axis === 'rows' && whole.papers.has(paper)))
        ? named.at(-1)!.line.id
        : 'other',
    ]
  }
  return { lines: [...named.map(({ line }) => line), other], of }
}

/** Of two lines that a claim names, the wider one is told by the narrower. */
function withoutWider<T extends { one: Candidate }>(lines: readonly T[]): T[] {
  return lines.filter(({ one }) => !lines.some((other) => other.one !== one && isPiece(one, other.one)))
}
