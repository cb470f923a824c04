import type { Site } from '../src/schemas/site.ts'
import type { Engine } from '../src/core/verify/engine.ts'
import type { Project } from './io/project.ts'

/** One run of the pipeline: where it works, which day it is, which engine verifies. */
export interface Run {
  project: Project
  /** Day of the run, `YYYY-MM-DD`. */
  today: string
  engine: Engine
  /** Take nothing from what earlier runs left in the cache. */
  force: boolean
  /** Send no request to anybody. */
  offline: boolean
  /** Version of the program's own code, for the cache only. */
  codeVersion: string
  /** Told what happens, one line at a time. */
  log: (line: string) => void
}

/** The settings of a run that its result depends on. */
export function runSettings(run: Run, site: Site): unknown {
  return { engine: [run.engine.id, run.engine.version], gate: site.gate, keepAbstracts: site.keepAbstracts }
}
