import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TouchstoneError } from '../../../src/core/errors.ts'

/** Raw scores of one pair, by the label that the model itself gives them. */
export type Scores = Readonly<Record<string, number>>

/** A cross-encoder that reads a premise and a hypothesis together. */
export interface CrossEncoder {
  /** Probabilities by label for each pair, in the order asked. */
  score(pairs: readonly { premise: string; hypothesis: string }[]): Promise<Scores[]>
}

/** Which model, from where. */
export interface NliSettings {
  /** Name on the hub, or of a folder inside `folder`. */
  model: string
  revision: string
  /** Folder with the model's files; then nothing is fetched. */
  folder?: string | undefined
  dtype: 'fp32' | 'fp16' | 'q8' | 'int8'
}

/** The part of @huggingface/transformers that is used (https://huggingface.co/docs/transformers.js). */
export interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string; cacheDir: string | null }
  AutoTokenizer: { from_pretrained(model: string, options: object): Promise<Tokenizer> }
  AutoModelForSequenceClassification: { from_pretrained(model: string, options: object): Promise<Classifier> }
}

type Tokenizer = (texts: string[], options: object) => Promise<object> | object
interface Classifier {
  (inputs: object): Promise<{ logits: { tolist(): number[][] } }>
  config: { id2label?: Readonly<Record<string, string>> }
}

const batch = 8

/** How a local model is brought, told wherever it is missed. */
export const howToInstall =
  'Fetch one once: npm run touchstone -- setup nli (it says first how large it is). One of your own: nli: {model: NAME, revision: COMMIT} or nli: {model: NAME, folder: PATH} in content/site.yaml.'

/** Loads the optional package from the first folder that has it. @throws TouchstoneError `engine-missing` with how to get it */
export async function importTransformers(folders: readonly string[]): Promise<Transformers> {
  let cause: unknown
  for (const folder of folders) {
    try {
      const path = createRequire(join(folder, 'package.json')).resolve('@huggingface/transformers')
      return (await import(pathToFileURL(path).href)) as Transformers
    } catch (error) {
      cause = error
    }
  }
  throw new TouchstoneError('engine-missing', 'the nli engine needs the package @huggingface/transformers', {
    next: howToInstall,
    cause,
  })
}

/**
 * Opens a cross-encoder on the CPU. Files come from a folder, or once from the hub into the cache where the run may go online.
 * @throws TouchstoneError `engine-missing` where the model's files are not to be had
 */
export async function openCrossEncoder(
  transformers: Transformers,
  settings: NliSettings,
  place: { cache: string; offline: boolean },
): Promise<CrossEncoder> {
  const { env, AutoTokenizer, AutoModelForSequenceClassification } = transformers
  env.allowRemoteModels = settings.folder === undefined && !place.offline
  env.allowLocalModels = true
  env.cacheDir = join(place.cache, 'models')
  if (settings.folder !== undefined) env.localModelPath = settings.folder
  const options = { revision: settings.revision, local_files_only: !env.allowRemoteModels }
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(settings.model, options)
    const model = await AutoModelForSequenceClassification.from_pretrained(settings.model, {
      ...options,
      dtype: settings.dtype,
      device: 'cpu',
    })
    return encoder(tokenizer, model)
  } catch (cause) {
    throw new TouchstoneError(
      'engine-missing',
      `the model ${settings.model} could not be opened: ${(cause as Error).message}`,
      {
        where: 'site.yaml nli',
        next: settings.folder
          ? `Its files (config.json, tokenizer.json, onnx/model.onnx) belong into ${join(settings.folder, settings.model)}.`
          : 'Run once without --offline to fetch it, or name a folder that holds its files.',
        cause,
      },
    )
  }
}

function encoder(tokenizer: Tokenizer, model: Classifier): CrossEncoder {
  const labels = labelsOf(model)
  return {
    async score(pairs) {
      const scores: Scores[] = []
      for (let at = 0; at < pairs.length; at += batch) {
        const some = pairs.slice(at, at + batch)
        const inputs = await tokenizer(
          some.map(({ premise }) => premise),
          { text_pair: some.map(({ hypothesis }) => hypothesis), padding: true, truncation: true },
        )
        const { logits } = await model(inputs)
        for (const row of logits.tolist()) scores.push(named(softmax(row), labels))
      }
      return scores
    },
  }
}

function labelsOf({ config }: Classifier): string[] {
  const labels = Object.entries(config.id2label ?? {})
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => label.toLowerCase())
  const known = ['entailment', 'contradiction', 'neutral'].every((one) =>
    labels.some((label) => label.includes(one.slice(0, 6))),
  )
  if (known) return labels
  throw new Error(
    `its labels are ${labels.join(', ') || 'not named'}; entailment, contradiction and neutral are needed`,
  )
}

function softmax(row: readonly number[]): number[] {
  const most = Math.max(...row)
  const powers = row.map((value) => Math.exp(value - most))
  const sum = powers.reduce((total, value) => total + value, 0)
  return powers.map((value) => value / sum)
}

function named(row: readonly number[], labels: readonly string[]): Scores {
  return Object.fromEntries(row.map((value, at) => [labels[at] ?? String(at), value]))
}
