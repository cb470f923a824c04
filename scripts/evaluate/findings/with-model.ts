import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ModelWork } from '../../../src/schemas/model-work.ts'
import { absent } from '../../io/files.ts'

/** Puts the settings and the kept answers of a content folder into another: the model that they name works there as it does here. */
export async function bringModel(from: string, to: string): Promise<void> {
  await writeFile(join(to, 'site.yaml'), await readFile(join(from, 'site.yaml')))
  await copyAnswers(from, to)
}

/** Takes the answers that were given on the way back, so that they are given once only. */
export async function copyAnswers(from: string, to: string): Promise<void> {
  await cp(join(from, 'answers'), join(to, 'answers'), { recursive: true }).catch(absent(undefined))
}

/** What a model did for several reports together; undefined where it had a part in none. */
export function pooledWork(works: readonly (ModelWork | undefined)[]): ModelWork | undefined {
  const told = works.filter((work) => work !== undefined)
  const [first] = told
  if (!first) return undefined
  const names = [...new Set(told.flatMap(({ stages }) => stages.map(({ stage }) => stage)))]
  return { name: first.name, stages: names.map((name) => stageOf(name, told)) }
}

type Stage = ModelWork['stages'][number]

function stageOf(stage: Stage['stage'], works: readonly ModelWork[]): Stage {
  const own = works.flatMap(({ stages }) => stages.filter((one) => one.stage === stage))
  const sum = (field: 'answers' | 'missing' | 'counted') => own.reduce((total, one) => total + one[field], 0)
  const reasons = [...new Set(own.flatMap(({ refused }) => Object.keys(refused)))].sort()
  const refused = Object.fromEntries(
    reasons.map((reason) => [reason, own.reduce((total, one) => total + (one.refused[reason] ?? 0), 0)]),
  )
  return { stage, answers: sum('answers'), missing: sum('missing'), counted: sum('counted'), refused }
}
