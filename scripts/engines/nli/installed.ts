import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { absent, readText } from '../../io/files.ts'
import { type DescribedModel, describedModel } from './described.ts'
import type { NliSettings } from './transformers.ts'

/** Where the local model and the package that runs it lie, below the cache. */
export function nliFolders(cache: string): { root: string; models: string; installed: string } {
  const root = join(cache, 'nli')
  return { root, models: join(root, 'models'), installed: join(root, 'installed.json') }
}

/**
 * The model that `setup nli` brought, or null where it never ran to its end. Its checksums were compared when it was
 * fetched; here only the sizes are, so that a run starts at once.
 * @throws TouchstoneError `engine-missing` where a file is gone or cut
 */
export async function installedModel(cache: string): Promise<DescribedModel | null> {
  const { models, installed } = nliFolders(cache)
  const text = await readText(installed)
  if (text === null) return null
  const model = describedModel.safeParse(parse(text)).data
  const next = 'Run: npm run touchstone -- setup nli'
  if (!model)
    throw new TouchstoneError('engine-missing', 'this does not tell of a local model', { where: installed, next })
  for (const { path, bytes } of model.files) {
    const file = join(models, model.name, path)
    const size = (await stat(file).catch(absent(null)))?.size
    if (size === bytes) continue
    const what = size === undefined ? 'this file of the local model is gone' : `this file has ${size} bytes of ${bytes}`
    throw new TouchstoneError('engine-missing', what, { where: file, next })
  }
  return model
}

/** Settings that open an installed model from its folder. */
export function settingsOf({ name, revision, dtype }: DescribedModel, cache: string): NliSettings {
  return { model: name, revision, dtype, folder: nliFolders(cache).models }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
