import { readFile } from 'node:fs/promises'
import type { Engine } from '../../../src/core/engines/engine.ts'
import { buildLexical, type LexicalModel } from '../../../src/core/engines/lexical/index.ts'

const weights = new URL('../../../src/core/engines/lexical/weights.json', import.meta.url)

/** The embedded default: offline, deterministic, with weights that are part of the project. */
export async function lexicalEngine(): Promise<Engine> {
  const model = JSON.parse(await readFile(weights, 'utf8')) as LexicalModel
  const { assess } = buildLexical(model)
  return { id: 'lexical', version: model.version, assess }
}
