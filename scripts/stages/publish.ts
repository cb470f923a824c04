import { join } from 'node:path'
import { sealed, sealHolds } from '../../src/core/audit/seal.ts'
import { releasePaper } from '../../src/core/merge/settle.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readChanges } from '../../src/reader/entries.ts'
import type { ChangesFile } from '../../src/schemas/change.ts'
import { type ClaimsFile, claimsFile } from '../../src/schemas/claim.ts'
import { type Ledger, ledger } from '../../src/schemas/ledger.ts'
import { type Paper, paper } from '../../src/schemas/paper.ts'
import { type Report, report } from '../../src/schemas/report.ts'
import { readText } from '../io/files.ts'
import { historyWith } from '../io/history.ts'
import { type Writes, writeTogether } from '../io/journal.ts'
import type { Run } from '../run.ts'
import { basisOf } from './basis.ts'
import type { Protocol } from './protocol.ts'

/** All that a run has to say of one question. */
export interface Edition {
  report: Report
  claims: ClaimsFile
  ledger: Ledger
  papers: readonly Paper[]
}

/**
 * Writes an edition into content, with what it changed into the history. A day moves only when something else changed:
 * the edition is composed for the day of the last report first, and for today where that is not what content already
 * says. The report is written last, and a run that is stopped while writing is brought to its end by the next.
 */
export async function publish(protocol: Protocol, run: Run, compose: (day: string) => Edition) {
  const told = await readChanges(run.project.content, protocol.slug)
  const day = lastDay(protocol, run, told)
  const last = compose(day)
  const before = await differing(run, last)
  const same = before.every(({ kind }) => kind !== 'news') && restsOnTheSame(protocol, run, last, before, told)
  const anew = same || day === run.today ? null : compose(run.today)
  const found = anew ? await differing(run, anew) : before
  const edition = anew ?? last
  const changed = same ? found.filter(({ kind }) => kind === 'repair') : found
  const files = changed.map(({ name, text }): Writes[number] => [name, text])
  const writes = files.length === 0 ? [] : [await history(protocol, run, edition), ...files]
  await writeTogether(run.project, protocol.slug, writes)
  run.shelf.note(writes)
  const { report, ledger } = edition
  return { slug: protocol.slug, report, queries: ledger.queries, written: writes.map(([name]) => name) }
}

/** The day of the last report; where its file was damaged, the one that its history tells. */
function lastDay({ previous }: Protocol, run: Run, told: ChangesFile | null): string {
  if (previous) return previous.origin === 'generated' ? previous.date : run.today
  return told?.changes[0]?.day ?? run.today
}

/** Where files are missing or damaged, nothing in them can say whether anything changed: what the run rests on does. */
function restsOnTheSame(
  protocol: Protocol,
  run: Run,
  { papers }: Edition,
  found: readonly Difference[],
  told: ChangesFile | null,
): boolean {
  if (found.every(({ kind }) => kind !== 'repair')) return true
  return told !== null && stableJson(told.basis ?? null) === stableJson(basisOf(protocol, papers, run))
}

function history(protocol: Protocol, run: Run, { report, claims: { claims, findings }, ledger, papers }: Edition) {
  const basis = basisOf(protocol, papers, run)
  return historyWith(run, {
    report,
    claims,
    findings,
    ledger,
    papers: new Map(papers.map((one) => [one.id, one])),
    basis,
  })
}

/** A file of content as an edition would write it; null removes it. */
interface Difference {
  name: string
  text: string | null
  /** Whether it says something new, or mends what was lost or damaged, or only sets a seal. */
  kind: 'news' | 'repair' | 'seal'
}

/** The files of content that the edition would change, in the order in which they are written. */
async function differing(run: Run, edition: Edition): Promise<Difference[]> {
  const { content } = run.project
  const slug = edition.report.slug
  const current = new Set(edition.papers.map((entry) => entry.id))
  const left = await run.shelf.read(run.shelf.ofQuestion(slug).filter((id) => !current.has(id)))
  const wanted: [string, object | null][] = [
    ...edition.papers.map((entry): [string, object] => [join('papers', `${entry.id}.json`), paper.parse(entry)]),
    [join('ledger', `${slug}.json`), ledger.parse(edition.ledger)],
    [join('claims', `${slug}.json`), claimsFile.parse(edition.claims)],
    [join('reports', `${slug}.json`), report.parse(edition.report)],
    ...left.map((entry): [string, object | null] => [join('papers', `${entry.id}.json`), releasePaper(entry, slug)]),
  ]
  const changed: Difference[] = []
  for (const [name, value] of wanted) {
    const text = value && stableJson(sealed(value))
    const there = await readText(join(content, name))
    if (there !== text) changed.push({ name, text, kind: kindOf(there, value) })
  }
  return changed
}

function kindOf(there: string | null, value: object | null): Difference['kind'] {
  if (value === null) return 'news'
  if (there === null) return 'repair'
  if (there === stableJson(value)) return 'seal'
  return isDamaged(there) ? 'repair' : 'news'
}

/** Whether the text of a generated file was cut, or written over after the program wrote it. */
function isDamaged(text: string): boolean {
  try {
    return !sealHolds(JSON.parse(text))
  } catch {
    return true
  }
}
