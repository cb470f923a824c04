import type { Calibration } from '../src/core/calibrate.ts'
import type { Engine } from '../src/core/verify/engine.ts'
import type { Report } from '../src/schemas/report.ts'
import type { Site } from '../src/schemas/site.ts'
import type { Project } from './io/project.ts'

/** One run of the pipeline: where it works, which day it is, which engine verifies. */
export interface Run {
  project: Project
  /** Day of the run, `YYYY-MM-DD`. */
  today: string
  engine: Engine
  calibration: Calibration
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
  return {
    engine: [run.engine.id, run.engine.version, run.calibration.version],
    gate: site.gate,
    keepAbstracts: site.keepAbstracts,
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
