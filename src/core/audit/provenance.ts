import { type Audit, type Family, ledgerFile, paperFile, reportFile } from './family.ts'

/** Principle 7: what a run needs to be followed is there, and days make sense. */
export const provenance: Family = (audit) => {
  reports(audit)
  ledgers(audit)
  rowsAndPapers(audit)
  for (const [key, paper] of audit.content.papers) {
    future(audit, paperFile(key), 'standing.checked', paper.standing.checked)
    future(audit, paperFile(key), 'registry.checked', paper.registry?.checked)
    if (
      paper.standing.state !== 'unchecked' &&
      paper.standing.checked === undefined &&
      paper.standing.source === undefined
    ) {
      audit.add(
        'date-invalid',
        paperFile(key),
        'standing.checked',
        `says "${paper.standing.state}" without the day or the source: run generate again`,
      )
    }
  }
  for (const [slug, { claims }] of audit.content.claims) {
    claims.forEach((claim, at) => {
      future(audit, `claims/${slug}.json`, `claims[${at}].hunt.day`, claim.hunt?.day)
    })
  }
}

function reports(audit: Audit): void {
  const { content, add } = audit
  for (const [slug, report] of content.reports) {
    const file = reportFile(slug)
    if (report.origin === 'imported') continue
    future(audit, file, 'date', report.date)
    future(audit, file, 'searched', report.searched ?? undefined)
    if (/^0+$/.test(report.inputHash)) add('hash-missing', file, 'inputHash', 'is empty: run generate again')
    if (report.engines.length === 0) add('engine-missing', file, 'engines', 'no engine is named: run generate again')
    report.engines.forEach((engine, i) => {
      if (engine.name.trim() === '' || engine.version.trim() === '')
        add('engine-missing', file, `engines[${i}]`, 'has no name or no version: run generate again')
    })
    const ledger = content.ledgers.get(slug)
    if (!ledger) continue
    const last =
      ledger.queries
        .map((query) => query.day)
        .sort()
        .at(-1) ?? null
    if (report.searched !== last)
      add(
        'date-invalid',
        file,
        'searched',
        `is ${report.searched ?? 'absent'}, the last query ran on ${last ?? 'no day'}: run generate again`,
      )
    const down = ledger.queries.filter((query) => query.status === 'unreachable').map((query) => query.source)
    const told = new Set(report.stale?.sources)
    for (const source of new Set(down))
      if (!told.has(source))
        add(
          'stale-unsaid',
          file,
          'stale',
          `${source} could not be reached, and the report does not say so: run generate again`,
        )
    for (const source of told)
      if (!down.includes(source))
        add(
          'stale-unsaid',
          file,
          'stale',
          `says that ${source} could not be reached, the ledger does not: run generate again`,
        )
  }
}

function ledgers(audit: Audit): void {
  for (const [slug, ledger] of audit.content.ledgers) {
    if (audit.content.reports.get(slug)?.origin === 'imported') continue
    const file = ledgerFile(slug)
    if (ledger.queries.length === 0)
      audit.add('query-missing', file, 'queries', 'no query is there: run generate again')
    ledger.queries.forEach((query, i) => {
      if (query.text.trim() === '')
        audit.add('query-missing', file, `queries[${i}].text`, 'the query is empty: run generate again')
      future(audit, file, `queries[${i}].day`, query.day)
      if (query.status === 'unreachable' && query.since === undefined)
        audit.add(
          'stale-unsaid',
          file,
          `queries[${i}].since`,
          'the source could not be reached, and no day says since when: run generate again',
        )
    })
  }
}

/** Whether every row of a sealed ledger is among the records of its paper, and every record of a sealed paper such a row. */
function rowsAndPapers({ content, broken, add }: Audit): void {
  const rows = new Set<string>()
  for (const [slug, { records, seal }] of content.ledgers) {
    if (content.reports.get(slug)?.origin === 'imported') continue
    records.forEach(({ id, paper, source }, i) => {
      rows.add(`${slug} ${source} ${id} ${paper}`)
      if (seal === undefined) return
      const known = content.papers
        .get(paper)
        ?.provenance.some((one) => one.question === slug && one.record === id && one.source === source)
      if (known === false)
        add(
          'provenance-differs',
          ledgerFile(slug),
          `records[${i}]`,
          `${paper} is not said to come from ${id} of ${source}: run generate again`,
        )
    })
  }
  for (const [key, { id, provenance, seal }] of content.papers)
    provenance.forEach(({ question, record, source }, i) => {
      const readable = content.ledgers.has(question) || !(content.partial || broken.has(ledgerFile(question)))
      if (seal !== undefined && readable && !rows.has(`${question} ${source} ${record} ${id}`))
        add(
          'provenance-differs',
          paperFile(key),
          `provenance[${i}]`,
          `the ledger of "${question}" has no row ${record} of ${source} for this paper: run generate again`,
        )
    })
}

function future({ add, today }: Audit, file: string, field: string, day: string | undefined): void {
  if (day === undefined) return
  if (day > today) add('date-invalid', file, field, `${day} lies in the future: correct it`)
  else if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    add('date-invalid', file, field, `${day} is no day of the calendar: correct it`)
}
