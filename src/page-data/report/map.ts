import { counted } from '../../core/text/counts.ts'
import type { EvidenceMap, MapCell } from '../../schemas/evidence-map.ts'
import { shown } from '../content/shown.ts'
import type { FindingView } from '../finding/view.ts'
import { cellAnchor } from './places.ts'
import { reportWords } from './words.ts'

/** One kind of mark in a cell: how many findings stand so. */
export interface CellMark {
  shape: string
  value: number
}

/** What stands where a row and a column of the map meet. */
export interface MapCellView {
  column: string
  /** Where its findings stand; null where no claim was placed. */
  href: string | null
  papers: string
  /** How its findings stand; none where single papers alone speak. */
  marks: CellMark[]
  /** Whether single papers alone speak in it: the number of papers says it all. */
  single: boolean
  /** Of an empty one, whether texts name what it is about; null where that cannot be told, or claims stand there. */
  named: boolean | null
  /** What stands in an empty one. */
  sign: string
  /** The same in words, for those who do not see the marks. */
  words: string
}

/** The evidence map of a report: interventions or comparisons down, outcomes across. */
export interface MapView {
  columns: { id: string; label: string; names: string }[]
  rows: { id: string; label: string; names: string; cells: MapCellView[]; absent: string; unplaced: string }[]
  /** What the marks mean, of those that occur. */
  key: { shape: string; words: string }[]
  /** What the signs of empty cells mean, of those that occur. */
  signs: { sign: string; words: string }[]
}

/** The map as it is printed; null where it would be a single cell. */
export function mapView(map: EvidenceMap, findings: readonly FindingView[]): MapView | null {
  const byId = new Map(findings.map((one) => [one.id, one]))
  const cells = map.cells.filter(({ papers }) => papers > 0)
  const rows = map.rows.filter(({ id }) => cells.some(({ row }) => row === id))
  const columns = map.columns.filter(({ id }) => cells.some(({ column }) => column === id))
  if (rows.length * columns.length < 2) return null
  const at = new Map(map.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  const line = ({ id, label, names }: EvidenceMap['rows'][number]) => ({
    id,
    label: shown(label),
    names: names.map(shown).join(', '),
  })
  const view = {
    columns: columns.map(line),
    rows: rows.map((row) => {
      const views = columns.map((column) => cellView(shown(column.label), at.get(`${row.id} ${column.id}`), byId))
      const empty = (named: boolean) => views.filter((one) => one.named === named).map(({ column }) => column)
      return { ...line(row), cells: views, absent: empty(false).join('; '), unplaced: empty(true).join('; ') }
    }),
  }
  const shapes = new Set(
    view.rows.flatMap(({ cells: own }) =>
      own.flatMap((cell) => [...cell.marks.map(({ shape }) => shape), ...(cell.single ? ['reported'] : [])]),
    ),
  )
  const empty = new Set(view.rows.flatMap(({ cells: own }) => own.map(({ sign }) => sign)))
  return {
    ...view,
    key: standings.filter(({ shape }) => shapes.has(shape)),
    signs: [
      { sign: signs.unplaced, words: reportWords.map.empty(undefined) },
      { sign: signs.absent, words: reportWords.map.empty(0) },
    ].filter(({ sign }) => empty.has(sign)),
  }
}

/** What stands in empty cells: where no claim was placed, and where no text names what they are about. */
const signs = { unplaced: '·', absent: '–' } as const

/** How the findings of a cell may stand, and which verdicts stand so. */
const standings = [
  { shape: 'supported', words: 'supported', verdicts: ['supported'] },
  { shape: 'disputed', words: 'disputed', verdicts: ['disputed'] },
  { shape: 'contradicted', words: 'contradicted', verdicts: ['contradicted'] },
  { shape: 'reported', words: 'said by one paper', verdicts: ['reported', 'unverified'] },
] as const

function cellView(column: string, cell: MapCell | undefined, byId: ReadonlyMap<string, FindingView>): MapCellView {
  if (!cell || cell.papers === 0) {
    const named = cell?.naming === undefined ? null : cell.naming > 0
    return {
      column,
      href: null,
      papers: '',
      marks: [],
      single: false,
      named,
      sign: named === false ? signs.absent : signs.unplaced,
      words: reportWords.map.empty(cell?.naming),
    }
  }
  const there = [...cell.findings, ...cell.claims].flatMap((id) => byId.get(id) ?? [])
  const counts = standings
    .map(({ shape, words, verdicts }) => ({
      shape,
      words,
      value: there.filter(({ verdict }) => (verdicts as readonly string[]).includes(verdict)).length,
    }))
    .filter(({ value }) => value > 0)
  const single = counts.every(({ shape }) => shape === 'reported')
  return {
    column,
    href: `#${there.length === 1 ? there[0]!.anchor : cellAnchor(cell)}`,
    papers: counted(cell.papers, 'paper'),
    marks: single ? [] : counts.map(({ shape, value }) => ({ shape, value })),
    single,
    named: null,
    sign: '',
    words: counts.map(({ value, words }) => `${value} ${words}`).join(', '),
  }
}
