import type { PaperOf } from '../claim/view.ts'
import type { FindingView } from '../finding/view.ts'
import { paperHref } from '../links.ts'
import { shortAuthors, yearOf } from '../names.ts'

export type Mark = 'supports' | 'no-difference' | 'refutes' | 'possible'

/** What a paper does to a finding, and where its words stand. */
export type Cell = { mark: Mark; href: string } | null

/** A paper of the matrix. */
interface Column {
  paper: string
  name: string
  year: string
  href: string
  struck: boolean
}

/** Findings by papers, papers by year. */
export interface Matrix {
  years: { year: string; columns: number }[]
  columns: Column[]
  rows: { id: string; href: string; text: string; cells: Cell[] }[]
}

const rank: readonly Mark[] = ['refutes', 'possible', 'no-difference', 'supports']

/** Who says what: one row a finding, one column a paper that speaks to any of them, oldest first. */
export function matrix(findings: readonly FindingView[], paperOf: PaperOf): Matrix {
  const spoken = findings.map(cellsOf)
  const ids = [...new Set(spoken.flatMap((cells) => [...cells.keys()]))]
  const columns = ids.map((id) => column(id, paperOf)).sort(byYear)
  const rows = findings.map(({ id, anchor, text }, i) => ({
    id,
    href: `#${anchor}`,
    text,
    cells: columns.map(({ paper }) => spoken[i]!.get(paper) ?? null),
  }))
  return { years: yearsOf(columns), columns, rows }
}

function column(id: string, paperOf: PaperOf): Column {
  const { csl, standing } = paperOf(id)
  return {
    paper: id,
    name: shortAuthors(csl),
    year: String(yearOf(csl) ?? 'n.d.'),
    href: paperHref(id),
    struck: standing.state === 'retracted',
  }
}

function byYear(a: Column, b: Column): number {
  return a.year < b.year ? -1 : a.year > b.year ? 1 : a.paper < b.paper ? -1 : 1
}

function yearsOf(columns: readonly Column[]): Matrix['years'] {
  const years: Matrix['years'] = []
  for (const { year } of columns) {
    const last = years.at(-1)
    if (last?.year === year) last.columns++
    else years.push({ year, columns: 1 })
  }
  return years
}

function cellsOf({ sides }: FindingView): Map<string, NonNullable<Cell>> {
  const cells = new Map<string, NonNullable<Cell>>()
  for (const side of sides)
    for (const { paper, words } of side.rows) {
      const mark = side.id === 'refutes' && words.every(({ possible }) => possible) ? 'possible' : side.id
      const known = cells.get(paper)
      if (known === undefined || rank.indexOf(mark) < rank.indexOf(known.mark))
        cells.set(paper, { mark, href: `#${words[0]!.quote.anchor}` })
    }
  return cells
}
