import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import { wholeText } from '../papers/whole-text.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'

/**
 * Tells of each empty cell how many papers name both its row and its column, by any of their names: where some do, that no claim
 * was placed there is no fact about papers. The row of the whole question is what every paper is about; the rest has no names.
 */
export function withNaming(map: EvidenceMap, papers: readonly Paper[], facets: readonly Facet[]): EvidenceMap {
  const lines = [...map.rows.filter(({ kind }) => kind !== 'general'), ...map.columns].filter(
    ({ kind }) => kind !== 'other',
  )
  const compiled = compileFacets(
    lines.map(({ id, label, names, facet }) => {
      const asked = facets.find((one) => one.id === facet)
      return { id, label, role: 'aspect', terms: [label, ...names, ...(asked?.terms ?? [])] }
    }),
  )
  const naming = new Map(lines.map((line) => [line, new Set<string>()]))
  for (const paper of papers)
    for (const [at, { hits }] of facetScores(compiled, wholeText(paper)).entries())
      if (hits.length > 0) naming.get(lines[at]!)!.add(paper.id)
  const all = new Set(papers.map(({ id }) => id))
  const rows = new Map(map.rows.map((row) => [row.id, row.kind === 'general' ? all : naming.get(row)]))
  const columns = new Map(map.columns.map((column) => [column.id, naming.get(column)]))
  const cells = map.cells.map((cell) => {
    const [down, across] = [rows.get(cell.row), columns.get(cell.column)]
    if (cell.papers > 0 || !down || !across) return cell
    return { ...cell, naming: [...down].filter((id) => across.has(id)).length }
  })
  return { ...map, cells }
}
