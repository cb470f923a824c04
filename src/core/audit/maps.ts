import type { ClaimsFile, Verdict } from '../../schemas/claim.ts'
import type { EvidenceMap, MapCell } from '../../schemas/evidence-map.ts'
import { claimsFileOf, type Family, repeated } from './family.ts'

/** Principle 9 for the map: a cell for each row and column, nothing in it that is not there, and counts that are those of what it holds. */
export const maps: Family = ({ content, add, broken }) => {
  for (const [slug, file] of content.claims) {
    const name = claimsFileOf(slug)
    if (!file.map || broken.has(name)) continue
    for (const message of faultsOf(file.map, file)) add('map-differs', name, 'map', `${message}: run generate again`)
  }
}

function faultsOf(map: EvidenceMap, file: ClaimsFile): string[] {
  const lines = [...repeated(map.rows.map(({ id }) => id)), ...repeated(map.columns.map(({ id }) => id))]
  const due = map.rows.flatMap((row) => map.columns.map((column) => `${row.id} × ${column.id}`))
  const there = map.cells.map(({ row, column }) => `${row} × ${column}`)
  const missing = due.filter((pair) => !there.includes(pair))
  const extra = [...there.filter((pair) => !due.includes(pair)), ...repeated(there)]
  return [
    ...lines.map((id) => `the line ${id} appears twice`),
    ...missing.map((pair) => `there is no cell for ${pair}`),
    ...extra.map((pair) => `the cell ${pair} is one too many`),
    ...map.cells.flatMap((cell) => cellFaults(cell, file)),
    ...untold(map, file),
  ]
}

function cellFaults(cell: MapCell, { claims, findings }: ClaimsFile): string[] {
  const where = `${cell.row} × ${cell.column}`
  const held = findings.filter(({ id }) => cell.findings.includes(id))
  const alone = claims.filter(({ id }) => cell.claims.includes(id))
  if (held.length < cell.findings.length || alone.length < cell.claims.length)
    return [`${where} names what is not there`]
  const verdicts = [...held, ...alone].map(({ verdict }) => verdict)
  const of = (...wanted: Verdict[]) => verdicts.filter((verdict) => wanted.includes(verdict)).length
  const due = {
    support: of('supported'),
    dispute: of('disputed', 'contradicted'),
    single: of('reported', 'unverified'),
  }
  const empty = verdicts.length === 0
  return [
    ...(['support', 'dispute', 'single'] as const).flatMap((name) =>
      cell[name] === due[name] ? [] : [`${where} counts ${cell[name]} as ${name}, and it is ${due[name]}`],
    ),
    ...(empty === (cell.papers === 0) ? [] : [`${where} counts ${cell.papers} papers for ${verdicts.length} entries`]),
  ]
}

/** Claims with a source that no cell holds, by themselves or in a finding. */
function untold({ cells }: EvidenceMap, { claims, findings }: ClaimsFile): string[] {
  const told = new Set(cells.flatMap((cell) => [...cell.claims, ...cell.findings]))
  const members = new Set(findings.flatMap((one) => (told.has(one.id) ? one.members.map(({ claim }) => claim) : [])))
  return claims
    .filter(({ id, sources }) => sources.length > 0 && !told.has(id) && !members.has(id))
    .map(({ id }) => `no cell holds ${id}`)
}
