import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { claimId } from '../extract/claim-id.ts'
import { type Audit, claimsFileOf, type Family, ledgerFile, paperFile, repeated, reportFile } from './family.ts'

/** Principle 1: every id named exists, none appears twice, and each comes from what it stands for. */
export const ids: Family = (audit) => {
  papers(audit)
  claims(audit)
  reports(audit)
  ledgers(audit)
  leftovers(audit)
}

function papers({ content, add }: Audit): void {
  const owners = new Map<string, string>()
  for (const [key, paper] of content.papers) {
    const file = paperFile(key)
    if (paper.id !== key)
      add('id-mismatch', file, 'id', `holds the paper ${paper.id}: rename the file or restore the id`)
    if (paper.csl.id !== paper.id)
      add('id-mismatch', file, 'csl.id', `is ${paper.csl.id}, the paper is ${paper.id}: make them equal`)
    for (const name of repeated(paper.text?.sections.map((section) => section.name) ?? [])) {
      add('id-duplicate', file, 'text.sections', `two sections are called "${name}": give each its own name`)
    }
    for (const id of new Set([paper.id, ...paper.aliases])) {
      const other = owners.get(id)
      if (other) add('id-duplicate', file, 'aliases', `${id} also names ${other}: an id belongs to one paper`)
      owners.set(id, paper.id)
    }
  }
}

function claims(audit: Audit): void {
  const { content, add } = audit
  const firstUse = new Map<string, Claim>()
  for (const [slug, file] of content.claims) {
    const name = claimsFileOf(slug)
    if (file.question !== slug)
      add('id-mismatch', name, 'question', `is ${file.question}, the file is ${slug}: make them equal`)
    const report = content.reports.get(slug)
    for (const id of repeated(file.claims.map((claim) => claim.id))) {
      add('id-duplicate', name, 'claims', `the claim ${id} appears twice: remove one or run generate again`)
    }
    const facets = new Set(content.questions.get(slug)?.facets.map((facet) => facet.id))
    file.claims.forEach((claim, at) => {
      {
        claimIds(audit, name, claim, at, report?.origin === 'imported')
        if (claim.facet !== null && content.questions.has(slug) && !facets.has(claim.facet)) {
          add(
            'id-dangling',
            name,
            `claims[${at}].facet`,
            `the question has no facet "${claim.facet}": run generate again`,
          )
        }
        const before = firstUse.get(claim.id)
        if (before && before.text !== claim.text) {
          add(
            'id-duplicate',
            name,
            `claims[${at}].id`,
            `${claim.id} is also another claim of another question: run generate again`,
          )
        }
        firstUse.set(claim.id, claim)
      }
    })
  }
}

function claimIds({ content, add, broken }: Audit, name: string, claim: Claim, at: number, imported: boolean): void {
  const known = (id: string) => content.papers.has(id) || broken.has(paperFile(id))
  const missing = (field: string, id: string) => {
    if (!known(id))
      add(
        'id-dangling',
        name,
        `claims[${at}].${field}`,
        `there is no paper ${id}: restore its file or run generate again`,
      )
  }
  claim.sources.forEach((span, i) => {
    missing(`sources[${i}].paper`, span.paper)
  })
  claim.evidence.forEach((row, i) => {
    missing(`evidence[${i}].paper`, row.paper)
  })
  claim.likewise.forEach((row, i) => {
    missing(`likewise[${i}].paper`, row.paper)
  })
  claim.leaveOneOut.forEach((row, i) => {
    missing(`leaveOneOut[${i}].paper`, row.paper)
  })
  const first = claim.sources[0]
  if (!first || imported) return
  const derived = Array.from({ length: 64 }, (_, place) => claimId(first.paper, first.quote, place))
  if (!derived.includes(claim.id)) {
    add(
      'id-derived',
      name,
      `claims[${at}].id`,
      `${claim.id} does not come from its first source; the quote or the id was changed: run generate again`,
    )
  }
}

function reports({ content, add, broken }: Audit): void {
  for (const [slug, report] of content.reports) {
    const file = reportFile(slug)
    if (report.slug !== slug)
      add('id-mismatch', file, 'slug', `is ${report.slug}, the file is ${slug}: make them equal`)
    const needs = report.origin === 'generated' ? (['questions', 'claims', 'ledger'] as const) : (['claims'] as const)
    for (const kind of needs) {
      const path = kind === 'questions' ? `questions/${slug}.md` : `${kind}/${slug}.json`
      const there = content[kind === 'ledger' ? 'ledgers' : kind].has(slug)
      if (!there && !broken.has(path))
        add('file-missing', file, '', `there is no ${path}: restore it or run generate again`)
    }
    const fault = originFault(report, content.questions.has(slug))
    if (fault) add('origin-unfounded', file, 'origin', `is "${report.origin}", ${fault}: restore it`)
    const claimIds = content.claims.get(slug)?.claims.map((claim) => claim.id)
    const named: [string, string[]][] = [
      ...report.answer.map((one, i): [string, string[]] => [`answer[${i}].claims`, one.claims]),
      ...report.facets.map((one, i): [string, string[]] => [`facets[${i}].claims`, one.claims]),
      ...(report.panel?.reviews.flatMap((review, r) =>
        review.findings.map((one, i): [string, string[]] => [`panel.reviews[${r}].findings[${i}].claims`, one.claims]),
      ) ?? []),
    ]
    for (const [field, list] of named) {
      for (const id of list)
        if (claimIds && !claimIds.includes(id))
          add('id-dangling', file, field, `there is no claim ${id}: run generate again`)
      for (const id of repeated(list))
        add('id-duplicate', file, field, `the claim ${id} is listed twice: run generate again`)
    }
    const known = (id: string) => content.papers.has(id) || broken.has(paperFile(id))
    report.references.forEach((reference, i) => {
      if (!known(reference.paper))
        add(
          'id-dangling',
          file,
          `references[${i}].paper`,
          `there is no paper ${reference.paper}: restore its file or run generate again`,
        )
    })
    for (const key of repeated(report.references.map((one) => one.key)))
      add('id-duplicate', file, 'references', `the key ${key} is given twice: run generate again`)
    for (const id of repeated(report.references.map((one) => one.paper)))
      add('id-duplicate', file, 'references', `the paper ${id} is listed twice: run generate again`)
    for (const id of repeated(report.sections.map((one) => one.id)))
      add('id-duplicate', file, 'sections', `two sections have the id ${id}: give each its own`)
    for (const id of repeated(report.facets.map((one) => one.id)))
      add('id-duplicate', file, 'facets', `two facets have the id ${id}: run generate again`)
  }
}

function ledgers({ content, add, broken }: Audit): void {
  for (const [slug, ledger] of content.ledgers) {
    const file = ledgerFile(slug)
    if (ledger.question !== slug)
      add('id-mismatch', file, 'question', `is ${ledger.question}, the file is ${slug}: make them equal`)
    for (const id of repeated(ledger.records.map((row) => row.id))) {
      add('id-duplicate', file, 'records', `the record ${id} has two rows: run generate again`)
    }
    ledger.records.forEach((row, i) => {
      if (!content.papers.has(row.paper) && !broken.has(paperFile(row.paper))) {
        add(
          'id-dangling',
          file,
          `records[${i}].paper`,
          `there is no paper ${row.paper}: restore its file or run generate again`,
        )
      }
    })
  }
}

function originFault({ origin, imported }: Report, asked: boolean): string | null {
  if (origin === 'generated') return imported ? 'but it carries a file that was brought in' : null
  if (!imported) return 'but the file that was brought in is not in it'
  return asked ? 'but there is a question file of this name' : null
}

/** Files that nothing names. Where only part of the folder was read, nothing can be said. */
function leftovers({ content, add }: Audit): void {
  if (content.partial) return
  for (const file of content.strays ?? [])
    add('file-stray', file, '', 'is no file of the program in a folder that is its own: move it elsewhere')
  const used = new Set([
    ...[...content.ledgers.values()].flatMap(({ records }) => records.map(({ paper }) => paper)),
    ...[...content.claims.values()].flatMap((file) =>
      file.claims.flatMap(({ sources, evidence, likewise }) =>
        [...sources, ...evidence, ...likewise].map(({ paper }) => paper),
      ),
    ),
    ...[...content.reports.values()].flatMap(({ references }) => references.map(({ paper }) => paper)),
  ])
  for (const key of content.papers.keys())
    if (!used.has(key)) add('paper-unused', paperFile(key), '', 'no report, claim or ledger names it: remove it')
}
