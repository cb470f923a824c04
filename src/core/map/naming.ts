import type { EvidenceMap, MapLine } from '../../schemas/evidence-map.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Facet } from '../../schemas/question.ts'
import { wholeText } from '../papers/whole-text.ts'
import { namesAny } from '../question/facets/names.ts'

/**
 * Tells of each empty cell how many papers name both its row and its column, by any of their names: where some do, that no claim
 * was placed there is no fact about papers. The row of the whole question is what every paper is about; the rest has no names.
 */
export function withNaming(map: EvidenceMap, papers: readonly Paper[], facets: readonly Facet[]): EvidenceMap {
  const texts = papers.map((paper) => ({ id: paper.id, text: wholeText(paper) }))
  const naming = (line: MapLine): ReadonlySet<string> | null => {
    if (line.kind === 'other') return null
    const names = namesAny([line.label, ...line.names, ...(facets.find(({ id }) => id === line.facet)?.terms ?? [])])
    return new Set(texts.filter(({ text }) => names(text)).map(({ id }) => id))
  }
  const all = new Set(papers.map(({ id }) => id))
  const rows = new Map(map.rows.map((row) => [row.id, row.kind === 'general' ? all : naming(row)]))
  const columns = new Map(map.columns.map((column) => [column.id, naming(column)]))
  const cells = map.cells.map((cell) => {
    const [down, across] = [rows.get(cell.row), columns.get(cell.column)]
    if (cell.papers > 0 || !down || !across) return cell
    return { ...cell, naming: [...down].filter((id) => across.has(id)).length }
  })
  return { ...map, cells }
}
