import type { Claim } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Report } from '../../schemas/report.ts'
import { gate } from '../panel/gate.ts'
import { statementsOf } from '../panel/statements.ts'
import { countLedger } from '../screen/prisma.ts'
import { type Audit, type Family, ledgerFile, reportFile } from './family.ts'

/** Principle 4: every count equals its rows, and what follows from counts follows. */
export const counts: Family = (audit) => {
  for (const [slug, ledger] of audit.content.ledgers) {
    const imported = audit.content.reports.get(slug)?.origin === 'imported'
    if (!imported) checkLedger(audit, slug, ledger)
  }
  for (const [slug, report] of audit.content.reports) {
    const ledger = audit.content.ledgers.get(slug)
    const claims = audit.content.claims.get(slug)?.claims
    if (ledger && report.origin === 'generated')
      compareCounts(audit, reportFile(slug), report.counts, countLedger(ledger.records))
    if (claims) checkVerdicts(audit, slug, report, claims)
    checkGate(audit, slug, report, claims ?? [])
  }
}

function checkLedger(audit: Audit, slug: string, ledger: Ledger): void {
  const { content, add, broken } = audit
  const file = ledgerFile(slug)
  compareCounts(audit, file, ledger.counts, countLedger(ledger.records))
  const claims = content.claims.get(slug)?.claims
  if (!claims || broken.has(`claims/${slug}.json`)) return
  const stating = new Set(
    claims.flatMap(({ sources, evidence }) => [
      ...sources.map((source) => source.paper),
      ...evidence.flatMap((row) => (row.stance === 'neutral' || row.excluded ? [] : [row.paper])),
    ]),
  )
  const originals = new Map<string, number>()
  for (const row of ledger.records)
    if (row.state !== 'duplicate') originals.set(row.paper, (originals.get(row.paper) ?? 0) + 1)
  ledger.records.forEach((row, i) => {
    const wrong = rowFault(row, stating, originals)
    if (wrong) add('row-state', file, `records[${i}].state`, `${row.id} ${wrong}: run generate again`)
  })
}

function rowFault(
  row: Ledger['records'][number],
  stating: ReadonlySet<string>,
  originals: ReadonlyMap<string, number>,
): string | null {
  if (row.state === 'duplicate')
    return originals.has(row.paper) ? null : 'is a duplicate of a work that has no row of its own'
  if ((originals.get(row.paper) ?? 0) > 1) return 'is one of several rows for the same work that are no duplicates'
  if (row.state === 'included') return stating.has(row.paper) ? null : 'is included, but its paper states no claim'
  return stating.has(row.paper) ? `is "${row.state}", but its paper states a claim` : null
}

function compareCounts({ add }: Audit, file: string, shown: Ledger['counts'], rows: Ledger['counts']): void {
  for (const [name, { value, states }] of Object.entries(rows)) {
    const count = shown[name]
    if (!count) add('count-differs', file, `counts.${name}`, 'is missing: run generate again')
    else if (count.value !== value)
      add(
        'count-differs',
        file,
        `counts.${name}.value`,
        `is ${count.value}, the rows give ${value}: run generate again`,
      )
    else if (count.states.join() !== states.join())
      add(
        'count-differs',
        file,
        `counts.${name}.states`,
        `are ${count.states.join(', ')}, not ${states.join(', ')}: run generate again`,
      )
  }
  for (const name of Object.keys(shown))
    if (!rows[name]) add('count-differs', file, `counts.${name}`, 'stands for no rows: remove it or run generate again')
}

function checkVerdicts({ add }: Audit, slug: string, report: Report, claims: readonly Claim[]): void {
  const file = reportFile(slug)
  for (const [verdict, value] of Object.entries(report.verdicts)) {
    const actual = claims.filter((claim) => claim.verdict === verdict).length
    if (value !== actual)
      add('verdict-count', file, `verdicts.${verdict}`, `is ${value}, the claims give ${actual}: run generate again`)
  }
  const listed = new Set(report.facets.flatMap((facet) => facet.claims))
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  report.facets.forEach((facet, i) => {
    const strangers = facet.claims.filter(
      (id) =>
        known.has(id) &&
        known.get(id)?.facet !== facet.id &&
        known.get(id)?.facet !== null &&
        facet.id !== 'other-findings',
    )
    for (const id of strangers)
      add('facet-claims', file, `facets[${i}].claims`, `${id} belongs to another facet: run generate again`)
  })
  for (const claim of claims)
    if (!listed.has(claim.id))
      add('facet-claims', file, 'facets', `the claim ${claim.id} is listed under no facet: run generate again`)
}

function checkGate({ content, add }: Audit, slug: string, report: Report, claims: readonly Claim[]): void {
  const statements = statementsOf(claims, content.claims.get(slug)?.findings ?? [])
  const file = reportFile(slug)
  const { minScore, minSupported, approved } = report.gate
  const due = gate(report.panel, statements, { minScore, minSupported })
  if (content.claims.has(slug) && due.approved !== approved) {
    add('gate-differs', file, 'gate.approved', `is ${approved}, but ${due.reasons.join(' ')} Run generate again`)
  }
  if (content.claims.has(slug) && due.approved === approved && due.reasons.join() !== report.gate.reasons.join())
    add(
      'gate-differs',
      file,
      'gate.reasons',
      `are not those that score and claims give: ${due.reasons.join(' ')} Run generate again`,
    )
  if (!approved) add('gate-not-passed', file, 'gate', `not approved: ${report.gate.reasons.join(' ')}`)
}
