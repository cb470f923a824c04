import type { Change, ChangeKind, ChangesFile } from '../../schemas/change.ts'
import type { Claim, ClaimsFile, Finding } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { state } from '../changes/findings.ts'
import { standings } from '../changes/index.ts'
import { approvalWords, scoreWords } from '../changes/report-changes.ts'
import { pastHash } from '../changes/versions.ts'
import { type Audit, brief, claimsFileOf, type Family, ledgerFile, reportFile } from './family.ts'

const historyFileOf = (slug: string): string => `changes/${slug}.json`
const restore = 'restore the history from git'

/** Principle 7 for what went before: a history is in order, fits what is there now, and names what exists or existed. */
export const history: Family = (audit) => {
  const { content, broken, add } = audit
  for (const [slug, file] of content.changes) {
    const name = historyFileOf(slug)
    const report = content.reports.get(slug)
    if (file.question !== slug)
      add('id-mismatch', name, 'question', `is ${file.question}, the file is ${slug}: make them equal`)
    checkDays(audit, name, file)
    checkVersions(audit, name, file)
    checkSubjects(audit, slug, file)
    if (report?.origin === 'generated') checkPresent(audit, slug, file, report)
    else if (!report && !broken.has(reportFile(slug)) && file.changes.length > 0)
      checkGone(audit, slug, file.changes[0]!)
  }
  for (const [slug, report] of content.reports)
    if (
      report.origin === 'generated' &&
      report.seal !== undefined &&
      !content.withoutHistory &&
      !content.changes.has(slug) &&
      !broken.has(historyFileOf(slug))
    )
      add('file-missing', reportFile(slug), '', `there is no ${historyFileOf(slug)}: ${restore}`)
  for (const [kind, fileOf] of [
    ['claims', claimsFileOf],
    ['ledgers', ledgerFile],
  ] as const)
    for (const slug of content[kind].keys())
      if (!content.reports.has(slug) && !broken.has(reportFile(slug)))
        add('file-missing', fileOf(slug), '', `there is no ${reportFile(slug)}: restore it or run generate again`)
}

function checkDays({ add, today }: Audit, name: string, { changes, versions }: ChangesFile): void {
  changes.forEach(({ day }, i) => {
    const earlier = changes[i + 1]?.day
    if (day > today) add('date-invalid', name, `changes[${i}].day`, `${day} lies in the future: ${restore}`)
    else if (earlier !== undefined && earlier > day)
      add('date-invalid', name, `changes[${i}].day`, `${day} stands before the older ${earlier}: ${restore}`)
  })
  for (const [id, list] of Object.entries(versions))
    list.forEach(({ from, until }, i) => {
      if (from > until || until > today || (list[i + 1]?.until ?? from) > from)
        add(
          'date-invalid',
          name,
          `versions.${id}[${i}]`,
          `from ${from} until ${until} is no time that fits: ${restore}`,
        )
    })
}

function checkVersions({ add }: Audit, name: string, { versions }: ChangesFile): void {
  for (const [id, list] of Object.entries(versions))
    list.forEach(({ hash, claim }, i) => {
      const due = pastHash(claim)
      if (hash !== due)
        add(
          'history-differs',
          name,
          `versions.${id}[${i}].hash`,
          `is ${hash}, the claim as kept gives ${due}: ${restore}`,
        )
    })
}

/** Whether every entry is about something that is here or was. */
function checkSubjects({ content, add }: Audit, slug: string, { changes, versions, papers }: ChangesFile): void {
  const claims = new Set(content.claims.get(slug)?.claims.map(({ id }) => id))
  const findings = new Set(content.claims.get(slug)?.findings.map(({ id }) => id))
  const known: Record<string, (id: string) => boolean> = {
    claim: (id) => claims.has(id) || versions[id] !== undefined,
    finding: (id) =>
      findings.has(id) || changes.some(({ kind, subject }) => kind === 'finding-removed' && subject === id),
    paper: (id) => content.papers.has(id) || papers[id] !== undefined,
    report: (id) => id === slug,
  }
  changes.forEach(({ kind, subject }, i) => {
    const of = aboutOf(kind)
    if (!known[of]!(subject))
      add(
        'history-differs',
        historyFileOf(slug),
        `changes[${i}].subject`,
        `"${subject}" is no ${of} that is or was here: ${restore}`,
      )
  })
}

function aboutOf(kind: ChangeKind): 'claim' | 'finding' | 'paper' | 'report' {
  if (kind.startsWith('finding-')) return 'finding'
  if (kind.startsWith('paper-')) return 'paper'
  return kind.startsWith('claim-') || kind === 'verdict-changed' || kind === 'confidence-moved' ? 'claim' : 'report'
}

/** Whether the newest entries end in what the report says now. */
function checkPresent(audit: Audit, slug: string, file: ChangesFile, report: Report): void {
  const { add, content } = audit
  const name = historyFileOf(slug)
  const [newest] = file.changes
  if (!newest) {
    add('history-differs', name, 'changes', `is empty, but there is a report: ${restore}`)
    return
  }
  if (newest.day !== report.date)
    add('history-differs', name, 'changes[0].day', `is ${newest.day}, the report is of ${report.date}: ${restore}`)
  if (file.title !== undefined && file.title !== report.title)
    add('history-differs', name, 'title', `is ${brief(file.title)}, the report's is ${brief(report.title)}: ${restore}`)
  if (!file.changes.some(({ kind }) => kind === 'report-added'))
    add('history-differs', name, 'changes', `no entry says when the report came: ${restore}`)
  checkEnds(audit, slug, file, report, content.claims.get(slug))
  checkStandings(audit, slug, file)
}

/** Whether what the newest entry of each kind leads to is what is there. */
function checkEnds(
  { add }: Audit,
  slug: string,
  { changes }: ChangesFile,
  report: Report,
  held: ClaimsFile | undefined,
): void {
  const claims = held?.claims ?? []
  const findings = new Map((held?.findings ?? []).map((finding) => [finding.id, finding]))
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const seen = new Set<string>()
  // A report that is back brings its findings with it: what went with its removal leads nowhere any more.
  const back = changes.findIndex(({ kind }) => kind === 'report-added')
  changes.forEach((entry, i) => {
    if (i > back && aboutOf(entry.kind) === 'finding') return
    for (const [aspect, now] of presentOf(entry, byId, findings, report)) {
      if (seen.has(`${aspect} ${entry.subject}`)) continue
      seen.add(`${aspect} ${entry.subject}`)
      if (entry.after === now) continue
      const is = now === null ? 'it is not there' : `it is ${brief(now)}`
      add(
        'history-differs',
        historyFileOf(slug),
        `changes[${i}].after`,
        `leads to ${entry.after === null ? 'nothing' : brief(entry.after)}, and ${is}: ${restore}`,
      )
    }
  })
}

/** What an entry speaks of, each with its present state. */
function presentOf(
  { kind, subject, after }: Change,
  claims: ReadonlyMap<string, Claim>,
  findings: ReadonlyMap<string, Finding>,
  report: Report,
): [string, string | null][] {
  const claim = claims.get(subject)
  if (kind === 'claim-added' || kind === 'claim-removed' || kind === 'claim-reworded')
    return [['text', claim?.text ?? null]]
  if (kind === 'verdict-changed' && claim) return [['verdict', claim.verdict]]
  const finding = findings.get(subject)
  if (kind === 'finding-added' || kind === 'finding-removed') return [['finding', finding ? (after ?? 'here') : null]]
  if (kind === 'finding-changed' && finding) return [['state', state(finding, { claims: [...claims.values()] })]]
  if (kind === 'report-added') return [['title', report.title]]
  if (kind === 'score-changed') return [['score', scoreWords(report)]]
  if (kind === 'approval-changed') return [['approval', approvalWords(report)]]
  return []
}

/** Whether the notices that the report was told of are those of the papers now. */
function checkStandings({ content, add }: Audit, slug: string, { basis }: ChangesFile): void {
  if (!basis) return
  const rows = content.ledgers.get(slug)?.records ?? []
  const papers = [...new Set(rows.map(({ paper }) => paper))].flatMap((id) => content.papers.get(id) ?? [])
  const now = standings(papers)
  for (const { id } of papers)
    if (now[id] !== basis.standings[id])
      add(
        'standing-untold',
        `papers/${id}.json`,
        'standing.state',
        `is "${now[id] ?? 'without a notice'}", the report on ${slug} was told "${basis.standings[id] ?? 'no notice'}": run generate again`,
      )
}

function checkGone({ add }: Audit, slug: string, newest: Change): void {
  if (newest.kind === 'report-removed') return
  add(
    'file-missing',
    historyFileOf(slug),
    '',
    `there is no ${reportFile(slug)}, and nothing says that it was taken down: restore it or run generate again`,
  )
}
