import type { Claim } from '../schemas/claim.ts'
import type { PaperOf } from './claim-view.ts'
import { paperHref } from './links.ts'
import { shortAuthors, yearOf } from './names.ts'
import { shown } from './shown.ts'

export type Cell = 'source' | 'supports' | 'refutes' | 'possible' | 'neutral' | null

/** Claims by papers, papers by year. */
export interface Matrix {
  columns: { paper: string; name: string; year: string; href: string; struck: boolean }[]
  rows: { id: string; text: string; cells: Cell[] }[]
}

const rank: readonly Cell[] = ['source', 'refutes', 'possible', 'supports', 'neutral']

/** Who says what: one row a claim, one column a paper that speaks to any of them, oldest first. */
export function matrix(claims: readonly Claim[], paperOf: PaperOf): Matrix {
  const spoken = claims.map((claim) => cellsOf(claim))
  const ids = [...new Set(spoken.flatMap((cells) => [...cells.keys()]))]
  const columns = ids
    .map((id) => paperOf(id))
    .map(({ id, csl, standing }) => ({
      paper: id,
      name: shortAuthors(csl),
      year: String(yearOf(csl) ?? 'n.d.'),
      href: paperHref(id),
      struck: standing.state === 'retracted',
    }))
    .sort((a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : a.paper < b.paper ? -1 : 1))
  const rows = claims.map(({ id, text }, i) => ({
    id,
    text: shown(text),
    cells: columns.map(({ paper }) => spoken[i]!.get(paper) ?? null),
  }))
  return { columns, rows }
}

function cellsOf(claim: Claim): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  const put = (paper: string, cell: Cell) => {
    const known = cells.get(paper)
    if (known === undefined || rank.indexOf(cell) < rank.indexOf(known)) cells.set(paper, cell)
  }
  for (const { paper } of claim.sources) put(paper, 'source')
  for (const { paper, stance, possible, excluded } of claim.evidence) {
    if (excluded && excluded !== 'same-group') continue
    put(paper, stance === 'refutes' && possible ? 'possible' : stance)
  }
  return cells
}
