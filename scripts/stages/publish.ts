import { join } from 'node:path'
import { sealed } from '../../src/core/audit/seal.ts'
import { releasePaper } from '../../src/core/merge/settle.ts'
import { stableJson } from '../../src/core/stable-json.ts'
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
  const last = protocol.previous?.origin === 'generated' ? protocol.previous.date : run.today
  const same = (await differing(run, compose(last))).every(({ news }) => !news)
  const edition = same ? compose(last) : compose(run.today)
  const files = same ? [] : (await differing(run, edition)).map(({ name, text }): Writes[number] => [name, text])
  const writes = files.length === 0 ? [] : [await history(protocol, run, edition), ...files]
  await writeTogether(run.project, protocol.slug, writes)
  run.shelf.note(writes)
  const { report, ledger } = edition
  return { slug: protocol.slug, report, queries: ledger.queries, written: writes.map(([name]) => name) }
}

function history(protocol: Protocol, run: Run, { report, claims: { claims }, ledger, papers }: Edition) {
  const basis = basisOf(protocol, papers, run)
  return historyWith(run, { report, claims, ledger, papers: new Map(papers.map((one) => [one.id, one])), basis })
}

/** A file of content as an edition would write it; null removes it. */
interface Difference {
  name: string
  text: string | null
  /** Whether it says something else than what is there: a seal alone says nothing. */
  news: boolean
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
    if (there !== text)
      changed.push({ name, text, news: there === null || value === null || there !== stableJson(value) })
  }
  return changed
}
