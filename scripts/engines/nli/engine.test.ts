import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { site } from '../../../src/schemas/site.ts'
import { writeTinyModel } from '../../../tests/helpers/tiny-model.ts'
import { openProject } from '../../io/project.ts'
import { loadEngine } from '../index.ts'
import { nliEngine } from './engine.ts'
import { type CrossEncoder, importTransformers } from './transformers.ts'

const settings = { model: 'tiny', revision: 'main', dtype: 'fp32' as const }
const claim = 'Tafenoquine reduced relapse.'

/** Says what the words of the premise say, as a real one would by its weights. */
const encoder: CrossEncoder = {
  score: async (pairs) =>
    pairs.map(({ premise }) =>
      premise.includes('did not')
        ? { entailment: 0.05, contradiction: 0.9, neutral: 0.05 }
        : premise.includes('reduced')
          ? { entailment: 0.8, contradiction: 0.1, neutral: 0.1 }
          : { entailment: 0.1, contradiction: 0.1, neutral: 0.8 },
    ),
}

const package_ = await importTransformers([openProject().root, join(openProject().cache, 'nli')]).catch(
  (error: Error) => error,
)

describe('the nli engine', () => {
  it.each([
    ['supports', ['Nobody died.', 'Tafenoquine reduced relapse in men.'], 1],
    ['refutes', ['Tafenoquine did not reduce relapse in men.', 'Nobody died.'], 0],
    ['neutral', ['Relapse after tafenoquine was studied.'], 0],
  ])('reads near sentences: %s', async (stance, sentences, best) => {
    const found = await nliEngine(encoder, settings).assess(claim, { title: '', sentences })
    expect(found).toMatchObject({ stance, basis: 'nli', best: [best] })
  })

  it('reads nothing where no sentence is near', async () => {
    const found = await nliEngine(encoder, settings).assess(claim, { title: '', sentences: ['Copper kills bacteria.'] })
    expect(found).toMatchObject({ stance: 'neutral', score: 0, best: [] })
  })

  it('asks for a model by name where none is set', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'touchstone-cache-'))
    const project = { ...openProject(), cache }
    await expect(loadEngine('nli', { site: site.parse({}), project })).rejects.toMatchObject({ code: 'engine-missing' })
  })

  if (package_ instanceof Error) {
    it('says how to get the package where it is not installed', async () => {
      const named = site.parse({ nli: { model: 'tiny' } })
      await expect(loadEngine('nli', { site: named })).rejects.toMatchObject({
        code: 'engine-missing',
        message: expect.stringContaining('setup nli'),
      })
    })
  } else {
    it('runs a real model from a folder, without a request', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'touchstone-model-'))
      await writeTinyModel(join(folder, 'tiny'))
      const { engine } = await loadEngine('nli', {
        site: site.parse({ nli: { model: 'tiny', folder } }),
        offline: true,
      })
      const assess = (sentence: string) => engine.assess(claim, { title: '', sentences: [sentence] })
      expect(await assess('Tafenoquine reduced relapse in men.')).toMatchObject({ stance: 'supports' })
      expect(await assess('Tafenoquine has not reduced relapse, not once, not ever.')).toMatchObject({
        stance: 'refutes',
      })
    })

    it('names the folder where a model is missing', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'touchstone-model-'))
      await expect(loadEngine('nli', { site: site.parse({ nli: { model: 'none', folder } }) })).rejects.toMatchObject({
        code: 'engine-missing',
        message: expect.stringContaining(folder),
      })
    })
  }
})
