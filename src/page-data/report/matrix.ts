import type { EvidenceView } from '../claim/evidence.ts'
import type { ClaimView, PaperOf } from '../claim/view.ts'
import { paperHref } from '../links.ts'
import { shortAuthors, yearOf } from '../names.ts'

export type Mark = 'source' | 'supports' | 'refutes' | 'possible' | 'neutral'

/** What a paper does to a claim, and where its words stand. */
export type Cell = { mark: Mark; href: string } | null

/** A paper of the matrix. */
interface Column {
  paper: string
  name: string
  year: string
  href: string
  struck: boolean
}

/** Claims by papers, papers by year. */
export interface Matrix {
  years: { year: string; columns: number }[]
  columns: Column[]
  rows: { id: string; href: string; text: string; cells: Cell[] }[]
}

const rank: readonly Mark[] = ['source', 'refutes', 'possible', 'supports', 'neutral']

/**
 * Who says what: one row a claim, one column a paper that says, supports or contests any of them, oldest first.
 * A paper that only ever takes no side gets no column.
 */
export function matrix(claims: readonly ClaimView[], paperOf: PaperOf): Matrix {
  const spoken = claims.map(cellsOf)
  const speaks = (id: string) => spoken.some((cells) => (cells.get(id)?.mark ?? 'neutral') !== 'neutral')
  const ids = [...new Set(spoken.flatMap((cells) => [...cells.keys()]))].filter(speaks)
  const columns = ids.map((id) => column(id, paperOf)).sort(byYear)
  const rows = claims.map(({ id, anchor, text }, i) => ({
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

function cellsOf(claim: ClaimView): Map<string, NonNullable<Cell>> {
  const cells = new Map<string, NonNullable<Cell>>()
  const put = (paper: string, mark: Mark, href: string) => {
    const known = cells.get(paper)
    if (known === undefined || rank.indexOf(mark) < rank.indexOf(known.mark)) cells.set(paper, { mark, href })
  }
  for (const { paper, anchor } of claim.sources) put(paper, 'source', `#${anchor}`)
  for (const one of claim.evidence) {
    if (one.counts)
      put(one.paper, markOf(one), one.stance === 'neutral' ? `${claim.href}#${one.anchor}` : `#${one.anchor}`)
  }
  return cells
}

function markOf({ stance, possible }: EvidenceView): Mark {
  return stance === 'refutes' && possible ? 'possible' : stance
}
