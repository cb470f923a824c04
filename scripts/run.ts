import type { Calibration } from '../src/core/engines/calibrate.ts'
import type { Engine } from '../src/core/engines/engine.ts'
import type { Reader } from '../src/core/findings/links.ts'
import type { ModelStage } from '../src/schemas/model-work.ts'
import type { Report } from '../src/schemas/report.ts'
import type { Site } from '../src/schemas/site.ts'
import type { Asking } from './engines/llm/ask.ts'
import type { Role } from './engines/llm/reviewers.ts'
import type { Http } from './io/http/contract.ts'
import { interrupted } from './io/interrupted.ts'
import type { Project } from './io/project.ts'
import type { Shelf } from './io/shelf.ts'

/** How far a question has come: its papers with their texts, its claims with their verdicts, its report with the reviews of models. */
export const runSteps = ['papers', 'claims', 'report'] as const
export type Step = (typeof runSteps)[number]

/** One run of the pipeline: where it works, which day it is, which engine verifies. */
export interface Run {
  project: Project
  /** Day of the run, `YYYY-MM-DD`. */
  today: string
  engine: Engine
  calibration: Calibration
  /** What likeness of statements is read with, where it is not the project's own. */
  reader?: Reader
  /** Language model with its shelf of answers and its budget, where the run needs one. */
  asking?: Asking
  /** Stages in which the model takes part. */
  stages: ReadonlySet<ModelStage>
  /** Roles in which the model reviews reports. */
  reviewers: readonly Role[]
  /** The papers of content. */
  shelf: Shelf
  /** Take nothing from what earlier runs left in the cache. */
  force: boolean
  /** The transport; null where no request may be sent to anybody. */
  http: Http | null
  /** Sources that the command names; null where each question names its own. */
  sources: readonly string[] | null
  /** Ends the run between two steps. */
  signal?: AbortSignal
  /** Told how far a question has come; what it throws ends the work on that question there. */
  reached?: (step: Step) => void
  /** Version of the program's own code, for the cache only. */
  codeVersion: string
  /** Told what happens, one line at a time. */
  log: (line: string) => void
}

/**
 * Ends a run between two steps where its user stopped it; the event loop gets a turn to hear of it. Says how far a
 * question has come, where it has come to the end of a step.
 * @throws TouchstoneError `interrupted`
 */
export async function checkpoint(run: Run, step?: Step): Promise<void> {
  await new Promise((done) => setImmediate(done))
  if (run.signal?.aborted) throw interrupted()
  if (step) run.reached?.(step)
}

/** The version under which results are kept on disk: that of the program, and one of its own where nothing kept may be used. */
export function versionOf({ force, codeVersion, today }: Pick<Run, 'force' | 'codeVersion' | 'today'>): string {
  return force ? `${codeVersion} ${today} forced` : codeVersion
}

/** The settings of a run that its result depends on. */
export function runSettings(run: Run, site: Site): unknown {
  return {
    engine: [run.engine.id, run.engine.version, run.calibration.version],
    gate: site.gate,
    keepAbstracts: site.keepAbstracts,
    ...(site.fullText.read ? { fullText: site.fullText } : {}),
  }
}

/** What the report says of the programs that worked on it. */
export function describeEngines(run: Run): Report['engines'] {
  return [
    {
      name: run.engine.id,
      version: run.engine.version,
      does: 'compares each claim with the passages of the other papers',
    },
    { name: `${run.engine.id} calibration`, version: run.calibration.version, does: 'turns scores into probabilities' },
  ]
}
