import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calibration } from '../../src/core/engines/calibrate.ts'
import type { Engine } from '../../src/core/engines/engine.ts'
import { exactEngine } from '../../src/core/engines/exact.ts'
import { votingEngine } from '../../src/core/engines/vote.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { frameReader } from '../../src/core/frames/reader.ts'
import type { Site } from '../../src/schemas/site.ts'
import { openLanguage } from '../io/frames.ts'
import { openProject, type Project } from '../io/project.ts'
import { openTagger } from '../io/tagger.ts'
import { lexicalEngine } from './lexical/engine.ts'
import type { Asking } from './llm/ask.ts'

/** An engine with the measured calibration of its scores. */
export interface CalibratedEngine {
  engine: Engine
  calibration: Calibration
}

/** What an engine may need to open: settings, folders, whether it may ask anybody. */
export interface EnginePlace {
  site?: Site
  project?: Project
  offline?: boolean
  env?: NodeJS.ProcessEnv
  /** An open model, so that engine and reviewers share one budget. */
  asking?: Asking
}

/** Every engine by name. Those that need more than the project itself are loaded only when they are asked for. */
const engines: Readonly<Record<string, (place: EnginePlace) => Promise<Engine>>> = {
  lexical: lexicalEngine,
  nli: openNli,
  llm: async (place) => (await import('./llm/engine.ts')).llmEngine(place.asking ?? (await openAsking(place))),
}

/**
 * Loads an engine and its calibration, or several that vote, as in `lexical,nli`; all are held to the exact rules.
 * @throws TouchstoneError `engine-missing` where the name is unknown or the engine is not installed
 */
export async function loadEngine(name: string, place: EnginePlace = {}): Promise<CalibratedEngine> {
  const names = [...new Set(name.split(',').map((one) => one.trim()))]
  const opened: Engine[] = []
  for (const one of names) {
    const open = Object.hasOwn(engines, one) ? engines[one] : undefined
    if (!open)
      throw new TouchstoneError('engine-missing', `there is no engine "${one}"`, {
        next: `Engines: ${Object.keys(engines).join(', ')}; several vote when joined by commas.`,
      })
    opened.push(await open(place))
  }
  const engine = opened.length === 1 ? opened[0]! : votingEngine(opened)
  return {
    engine: exactEngine(engine, frameReader(openLanguage()), openTagger()),
    calibration: await readCalibration(opened.length === 1 ? names[0]! : 'voting'),
  }
}

async function readCalibration(name: string): Promise<Calibration> {
  return JSON.parse(await readFile(new URL(`./${name}/calibration.json`, import.meta.url), 'utf8')) as Calibration
}

async function openNli({ site, project = openProject(), offline = false }: EnginePlace): Promise<Engine> {
  const { howToInstall, importTransformers, openCrossEncoder } = await import('./nli/transformers.ts')
  const { installedModel, nliFolders, settingsOf } = await import('./nli/installed.ts')
  const installed = site?.nli ? null : await installedModel(project.cache)
  const settings = site?.nli ?? (installed && settingsOf(installed, project.cache))
  if (!settings)
    throw new TouchstoneError('engine-missing', 'there is no model for the nli engine', {
      where: 'site.yaml nli',
      next: howToInstall,
    })
  const transformers = await importTransformers([project.root, nliFolders(project.cache).root])
  const encoder = await openCrossEncoder(transformers, settings, { cache: project.cache, offline })
  return (await import('./nli/engine.ts')).nliEngine(encoder, settings)
}

/**
 * What an engine named `llm` means in a run: the model of the settings lists and links findings in batches, and the engines beside it,
 * or words, compare. Gives the other engines and whether the model was named.
 */
export function besideModel(name: string): { engine: string; model: boolean } {
  const names = name.split(',')
  const others = names.filter((one) => one !== 'llm')
  return { engine: others.length > 0 ? others.join(',') : 'lexical', model: others.length < names.length }
}

/** The engines that a run uses where nobody names one: words, and a local model beside them where one is installed. */
export interface Chosen extends CalibratedEngine {
  /** What a person should know of the choice; null where it was theirs. */
  said: string | null
}

/**
 * Loads the engine that command or settings name; for `auto` the lexical one, with the installed local model beside it.
 * A local model that is broken is told of, and the words alone do the work.
 * @throws TouchstoneError `engine-missing`
 */
export async function chooseEngine(name: string, place: EnginePlace): Promise<Chosen> {
  if (name !== 'auto') return { ...(await loadEngine(name, place)), said: null }
  const { installedModel } = await import('./nli/installed.ts')
  const { cache } = place.project ?? openProject()
  try {
    const model = place.site?.nli ? { name: place.site.nli.model } : await installedModel(cache)
    if (!model) return { ...(await loadEngine('lexical', place)), said: null }
    return {
      ...(await loadEngine('lexical,nli', place)),
      said: `Claims are compared by the lexical engine and the local model ${model.name}.`,
    }
  } catch (error) {
    if (!(error instanceof TouchstoneError && error.code === 'engine-missing')) throw error
    return {
      ...(await loadEngine('lexical', place)),
      said: `The local model could not be used, so claims are compared by the lexical engine alone: ${error.message}`,
    }
  }
}

/** The model of the settings with its shelf of answers and a fresh budget. */
export async function openAsking({
  site,
  project = openProject(),
  offline = false,
  env,
}: EnginePlace): Promise<Asking> {
  const { modelOf } = await import('./llm/provider.ts')
  const { answersIn } = await import('./llm/answers.ts')
  const { budget = 2_000_000, price } = site?.llm ?? {}
  return {
    model: modelOf(site?.llm, env),
    answers: answersIn(join(project.content, 'answers')),
    ...limitsOf(site?.llm),
    used: new Set(),
    budget: { most: budget, spent: {}, ...(price ? { price } : {}) },
    offline: asksNobody(site, offline, env ?? process.env),
  }
}

/** Limits of asking. Where answers are recorded, a person may be the one who gives them: all requests lie there at once, and nothing runs out. */
function limitsOf(llm: Site['llm']): Pick<Asking, 'timeout' | 'concurrency'> {
  if (!llm) return {}
  return llm.provider === 'recorded'
    ? { concurrency: 64 }
    : { timeout: llm.timeout * 1000, concurrency: llm.concurrency }
}

/** Whether only kept answers count: nobody may be asked beyond this machine, or the settings name nobody. */
function asksNobody(site: Site | undefined, offline: boolean, env: NodeJS.ProcessEnv): boolean {
  const address = env.TOUCHSTONE_LLM_URL ?? site?.llm?.baseUrl
  if (site?.llm?.provider === 'recorded' && env.TOUCHSTONE_LLM_URL === undefined) return true
  return offline && !isLoopback(address)
}

/** Whether an address is this machine's own: a model that is served there may be asked offline too. */
function isLoopback(address: string | undefined): boolean {
  const { hostname } = address && URL.canParse(address) ? new URL(address) : { hostname: '' }
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
