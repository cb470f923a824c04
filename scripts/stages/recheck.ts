import { join } from 'node:path'
import {
  type Content,
  type Finding,
  type LinkAgain,
  recheckVerdicts,
  type Verifier,
} from '../../src/core/audit/index.ts'
import { recheckAnswer } from '../../src/core/audit/model-answer.ts'
import { sha256 } from '../../src/core/hash.ts'
import type { Report } from '../../src/schemas/report.ts'
import { loadEngine, openAsking } from '../engines/index.ts'
import type { Asking } from '../engines/llm/ask.ts'
import { codeVersion } from '../io/code-version.ts'
import { readText, writeAtomic } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import type { Run } from '../run.ts'
import { groundOf } from './model/answer.ts'
import { modelBeside, modelWorkOf } from './model/asking.ts'
import { pickByModel } from './model/extraction.ts'
import { linkByModel } from './model/findings.ts'
import { protocolOf, quietRun, remadeFindings } from './remake.ts'

/**
 * Reads the library of every question again, takes the claims from it, and verifies them with the engine that worked on
 * them. A question that came out clean is not checked again until its files, its library or the program change: only
 * clean results are kept, by a hash of all that.
 */
export async function recheckContent(content: Content, project: Project): Promise<Finding[]> {
  const verifier = await loadEngine('lexical')
  const version = codeVersion(project.root)
  const run = quietRun(content, project, verifier, await recordedModel(content, project))
  const again = againBy(verifier, run)
  const findings: Finding[] = []
  for (const slug of [...content.claims.keys()].sort()) {
    const path = join(project.cache, 'rechecked', slug)
    const protocol = await protocolOf(slug, run)
    const inputs = 'rule' in protocol ? protocol.message : protocol.inputHash
    const key = sha256(
      JSON.stringify([
        ...[version, verifier.engine.version, verifier.calibration.version],
        ...[inputs, ...ground(content, slug)],
      ]),
    )
    if ((await readText(path)) === key) continue
    const found = [
      ...(await again(content, slug)),
      ...(await remadeFindings(content, slug, protocol, run)),
      ...recheckAnswer(content, slug, groundOf),
    ]
    findings.push(...found)
    if (found.length === 0) await writeAtomic(path, key)
  }
  return findings
}

/** Verifies the claims of a question of content again, as an audit does: by the rules, and by the answers of a model that are kept. */
export async function verdictsAgain(content: Content, project: Project): Promise<VerdictsAgain> {
  const verifier = await loadEngine('lexical')
  return againBy(verifier, quietRun(content, project, verifier, await recordedModel(content, project)))
}

function againBy(verifier: Verifier, run: Run): VerdictsAgain {
  return (content, slug) => recheckVerdicts(content, slug, verifier, linkAgain(content, slug, run))
}

/** What verifying a question again says against its verdicts. */
export type VerdictsAgain = (content: Content, slug: string) => Promise<Finding[]>

/** What a model linked when the report was made, by its kept answers; nothing where it linked none. */
function linkAgain({ reports }: Content, slug: string, run: Run): LinkAgain {
  const report = reports.get(slug)
  const told = report?.model?.stages
  if (!report || !told?.some(({ stage }) => stage === 'findings')) return async (claims) => [...claims]
  return async (claims, papers) => {
    const beside = modelBeside(run)
    if (!beside) return null
    const picked = await pickByModel(report.question, papers, beside)
    const linked = await linkByModel(report.question, claims, papers, picked, run.calibration, beside)
    const missing = (stages: readonly ModelStages[]) => stages.reduce((sum, one) => sum + one.missing, 0)
    const again = (modelWorkOf(beside)?.stages ?? []).filter(({ stage }) => reading.has(stage))
    return missing(again) > missing(told.filter(({ stage }) => reading.has(stage))) ? null : linked.claims
  }
}

type ModelStages = NonNullable<Report['model']>['stages'][number]
const reading: ReadonlySet<string> = new Set(['extraction', 'findings', 'verification'])

/** The kept answers of the model that the settings name; undefined where they name none that can be opened. Nobody is asked. */
async function recordedModel({ site }: Content, project: Project): Promise<Asking | undefined> {
  if (!site.llm) return undefined
  const asking = await openAsking({ site, project, offline: true }).catch(() => undefined)
  return asking && { ...asking, offline: true }
}

/**
 * The questions that the lexical engine of another release worked on. What they say otherwise than a run would say now is
 * no error: it is made again by the next run.
 */
export async function ofAnotherRelease({ reports }: Content): Promise<ReadonlySet<string>> {
  const { engine } = await loadEngine('lexical')
  const isOther = ({ name, version }: { name: string; version: string }) =>
    name === engine.id && version !== engine.version
  return new Set([...reports].filter(([, { engines }]) => engines.some(isOther)).map(([slug]) => slug))
}

/** All that the verdicts of a question rest on. */
function ground(content: Content, slug: string): unknown[] {
  const ledger = content.ledgers.get(slug)
  const report = content.reports.get(slug)
  const ids = [...new Set((ledger?.records ?? []).map(({ paper }) => paper))].sort()
  return [
    content.claims.get(slug),
    content.changes.get(slug)?.basis,
    ledger,
    ...[report?.engines, report?.model, report?.model && report.answer],
    ids.map((id) => content.papers.get(id)),
  ]
}
