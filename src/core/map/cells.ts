import type { Finding, Verdict } from '../../schemas/claim.ts'
import type { EvidenceMap, MapCell, MapLine } from '../../schemas/evidence-map.ts'
import type { AxisLines } from './names.ts'
import type { Named } from './terms.ts'

interface Open {
  findings: Set<string>
  claims: Set<string>
  papers: Set<string>
  verdicts: Map<string, Verdict>
}

/** Places every claim, a finding where its claims stand, and leaves no pair of row and column without a cell. */
export function cellsOf(
  rows: AxisLines,
  columns: AxisLines,
  claims: readonly Named[],
  findings: readonly Finding[],
): EvidenceMap {
  const finding = new Map(findings.flatMap((one) => one.members.map(({ claim }) => [claim, one] as const)))
  const open = new Map<string, Open>()
  for (const named of claims)
    for (const row of rows.of(named))
      for (const column of columns.of(named)) place(named, finding.get(named.claim.id), openAt(open, row, column))
  const isUsed = (line: MapLine, at: 0 | 1) =>
    line.kind === 'named' || [...open.keys()].some((key) => key.split(' ')[at] === line.id)
  const [down, across] = [
    ordered(
      rows.lines.filter((line) => isUsed(line, 0)),
      open,
      0,
    ),
    ordered(
      columns.lines.filter((line) => isUsed(line, 1)),
      open,
      1,
    ),
  ]
  return {
    rows: down,
    columns: across,
    cells: down.flatMap((row) => across.map((column) => cellOf(row.id, column.id, open.get(`${row.id} ${column.id}`)))),
  }
}

function openAt(open: Map<string, Open>, row: string, column: string): Open {
  const key = `${row} ${column}`
  const known = open.get(key)
  if (known) return known
  const made: Open = { findings: new Set(), claims: new Set(), papers: new Set(), verdicts: new Map() }
  open.set(key, made)
  return made
}

function place({ claim, paper }: Named, finding: Finding | undefined, cell: Open): void {
  if (finding) cell.findings.add(finding.id)
  else cell.claims.add(claim.id)
  cell.papers.add(paper)
  cell.verdicts.set(finding?.id ?? claim.id, finding?.verdict ?? claim.verdict)
}

const kinds: Readonly<Record<MapLine['kind'], number>> = { named: 0, general: 1, other: 2 }

/** Named lines by papers, then the general one, then the rest. */
function ordered(lines: readonly MapLine[], open: ReadonlyMap<string, Open>, at: 0 | 1): MapLine[] {
  const papers = new Map(
    lines.map(({ id }) => [
      id,
      new Set([...open].filter(([key]) => key.split(' ')[at] === id).flatMap(([, cell]) => [...cell.papers])).size,
    ]),
  )
  return lines.toSorted(
    (a, b) => kinds[a.kind] - kinds[b.kind] || papers.get(b.id)! - papers.get(a.id)! || (a.id < b.id ? -1 : 1),
  )
}

function cellOf(row: string, column: string, open: Open | undefined): MapCell {
  const of = (...verdicts: Verdict[]) =>
    [...(open?.verdicts.values() ?? [])].filter((one) => verdicts.includes(one)).length
  return {
    ...{ row, column },
    findings: [...(open?.findings ?? [])],
    claims: [...(open?.claims ?? [])],
    papers: open?.papers.size ?? 0,
    support: of('supported'),
    dispute: of('disputed', 'contradicted'),
    single: of('reported', 'unverified'),
  }
}
