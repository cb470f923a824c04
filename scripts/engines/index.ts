import { readFile } from 'node:fs/promises'
import type { Calibration } from '../../src/core/calibrate.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { Engine } from '../../src/core/verify/engine.ts'
import { lexicalEngine } from './lexical.ts'

/** An engine with the measured calibration of its scores. */
export interface CalibratedEngine {
  engine: Engine
  calibration: Calibration
}

/** Every engine by name. */
const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  lexical: lexicalEngine,
}

/** Names of the engines, for help texts. */
export const engineNames: readonly string[] = Object.keys(engines)

/** Loads an engine and its calibration. Throws `engine-missing` where the name is unknown or the engine is not installed. */
export async function loadEngine(name: string): Promise<CalibratedEngine> {
  const make = engines[name]
  if (!make)
    throw new TouchstoneError('engine-missing', `there is no engine "${name}"`, {
      next: `Engines: ${engineNames.join(', ')}`,
    })
  return { engine: await make(), calibration: await readCalibration(name) }
}

async function readCalibration(name: string): Promise<Calibration> {
  return JSON.parse(await readFile(new URL(`./${name}.calibration.json`, import.meta.url), 'utf8')) as Calibration
}
