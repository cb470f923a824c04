import type { EvidenceMap, MapCell } from '../../schemas/evidence-map.ts'
import type { Report } from '../../schemas/report.ts'
import { shown } from '../content/shown.ts'
import type { FindingView } from '../finding/view.ts'

/** A heading under which findings may stand, with those that belong to it. */
export interface Place {
  id: string
  label: string
  /** Rank among the places that a finding could have: the least takes it. */
  rank: number
  ids: readonly string[]
}

/** Places under one heading. */
export interface Part {
  id: string
  label: string
  places: Place[]
}

const kindRank = { named: 0, general: 1, other: 2 } as const

/** The name of a cell's place on the page. */
export const cellAnchor = ({ row, column }: Pick<MapCell, 'row' | 'column'>): string => `cell-${row}-${column}`

/** The places of a map, row by row. */
export function mapParts({ rows, columns, cells }: EvidenceMap): Part[] {
  return rows.map((row) => ({
    id: `row-${row.id}`,
    label: shown(row.label),
    places: columns.flatMap((column) => {
      const cell = cells.find((one) => one.row === row.id && one.column === column.id)
      if (!cell || cell.papers === 0) return []
      return [
        {
          id: cellAnchor(cell),
          label: shown(column.label),
          rank: kindRank[row.kind] + kindRank[column.kind],
          ids: [...cell.findings, ...cell.claims],
        },
      ]
    }),
  }))
}

/** The places of a question without a map: its parts. */
export function facetParts({ facets }: Report): Part[] {
  return facets.map(({ id, label, claims }) => ({
    id: `part-${id}`,
    label: shown(label),
    places: [{ id: `cell-${id}`, label: '', rank: 0, ids: claims }],
  }))
}

/** Where each finding stands: in the most telling of its places, the first of those alike. */
export function homesOf(parts: readonly Part[], findings: readonly FindingView[]): Map<string, Place> {
  const homes = new Map<string, Place>()
  const known = new Map(findings.flatMap(({ id, claims }) => [id, ...claims].map((key) => [key, id] as const)))
  for (const place of parts.flatMap(({ places }) => places))
    for (const key of place.ids) {
      const id = known.get(key)
      const home = id === undefined ? undefined : homes.get(id)
      if (id !== undefined && (home === undefined || place.rank < home.rank)) homes.set(id, place)
    }
  return homes
}
