import { join } from 'node:path'
import { composeReport } from '../src/core/compose/index.ts'
import { extractClaims } from '../src/core/extract/index.ts'
import { verifyClaims } from '../src/core/verify/index.ts'
import type { Report } from '../src/schemas/report.ts'
import { stage } from './io/stage-cache.ts'
import { checkpoint, describeEngines, type Run } from './run.ts'
import { knownPapers } from './stages/known-papers.ts'
import { keepLedger } from './stages/ledger.ts'
import { merge } from './stages/merge.ts'
import { readProtocol } from './stages/protocol.ts'
import { publish } from './stages/publish.ts'
import { screen } from './stages/screen.ts'
import { type Found, searchDatabases, searchLibrary } from './stages/search.ts'

/** What a run did for one question. */
export interface Outcome {
  slug: string
  report: Report
  /** Files of content whose bytes changed. */
  written: string[]
}

/**
 * The whole way from a question to its report in `content/`.
 * The costly stages keep their result on disk, so that a run that was stopped goes on where it was.
 */
export async function generateReport(slug: string, run: Run): Promise<Outcome> {
  const protocol = await readProtocol(slug, run)
  const known = await knownPapers(run.project.content)
  const folder = join(run.project.cache, 'stages', slug)
  const version = run.force ? `${run.codeVersion} ${run.today} forced` : run.codeVersion
  const files = protocol.library.map((file) => `${file.name} ${file.hash}`)

  const library = await stage(folder, 'search', [version, ...files], () => searchLibrary(protocol))
  const found = together(library.value, await searchDatabases(protocol, known, run))
  await checkpoint(run)
  const merged = merge(found, known, slug)
  const screened = screen(merged, protocol)
  const kept = new Set(
    screened.decisions.filter((decision) => decision.state === 'kept').map((decision) => decision.paper),
  )
  const papers = merged.works.map((work) => work.paper)
  const readable = papers.filter((paper) => kept.has(paper.id))

  const inputs = [version, JSON.stringify(protocol.question), JSON.stringify(readable)]
  const extracted = await stage(folder, 'extract', inputs, () => extractClaims(readable, protocol.question))
  await checkpoint(run)
  const engine = `${run.engine.id} ${run.engine.version} ${run.calibration.version}`
  const verified = await stage(folder, 'verify', [version, engine, extracted.key, JSON.stringify(readable)], () =>
    verifyClaims({
      claims: extracted.value.claims,
      papers: readable,
      engine: run.engine,
      day: run.today,
      calibration: run.calibration,
    }),
  )

  await checkpoint(run)

  const compose = (day: string) => {
    const claims = onDay(verified.value.claims, day)
    const dropped = [...extracted.value.dropped, ...verified.value.dropped]
    const ledger = keepLedger({ protocol, found, merged, screened, claims, dropped, day })
    const { question, site, inputHash } = protocol
    const engines = describeEngines(run)
    const report = composeReport({ slug, question, claims, papers, ledger, site, engines, inputHash, date: day })
    return { report, claims: { schema: 1 as const, question: slug, claims }, ledger, papers }
  }
  return publish(protocol, run, compose)
}

function together(one: Found, other: Found): Found {
  return {
    records: [...one.records, ...other.records],
    rejected: [...one.rejected, ...other.rejected],
    queries: [...one.queries, ...other.queries],
  }
}

/** A day is written where content changed; the cached answer may be from another day. */
function onDay<T extends { hunt: { day: string } | null }>(claims: readonly T[], day: string): T[] {
  return claims.map((claim) => (claim.hunt ? { ...claim, hunt: { ...claim.hunt, day } } : claim))
}
