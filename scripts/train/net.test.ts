import { expect, it } from 'vitest'
import { readFeatures, textReader } from '../../src/core/engines/lexical/features.ts'
import { netLayout, runNet } from '../../src/core/engines/lexical/net.ts'
import { netReader } from '../../src/core/engines/lexical/net-input.ts'
import { packNet, unpackNet } from '../../src/core/engines/lexical/net-store.ts'
import { softmax } from '../../src/core/engines/lexical/trees.ts'
import { seededRandom } from '../evaluate/random.ts'
import { addGradient, startingWeights, trainNet } from './net.ts'

const claim = 'Aspirin does not reduce the risk of colorectal cancer in 200 women.'
const abstract = [
  'We studied aspirin.',
  'Aspirin reduced colorectal cancer risk (RR 0.7, 95% CI 0.5-0.9) in women.',
  'No effect was seen in men however.',
  'Colorectal cancer is common.',
]
const width = 6
const readText = textReader(() => 3)
const features = readFeatures(claim, 'Aspirin and cancer', abstract, readText)
const reader = netReader(['aspirin', 'cancer', 'risk'])
const shape = { ...reader.sizes, features: features.row.length, width, digest: 5, hidden: 7 }
const input = reader.read(claim, features)
const settings = {
  epochs: 8,
  batch: 2,
  rate: 0.02,
  decay: 0.01,
  dropWords: 0.1,
  dropJoined: 0.1,
  smoothing: 0,
  seed: 4,
}

it('has slopes that agree with the loss, for every kind of weight and with numbers left out', () => {
  const random = seededRandom(3)
  const weights = startingWeights(shape, random)
  const mask = (n: number) => Float64Array.from({ length: n }, () => (random() < 0.2 ? 0 : 1.25))
  const masks = {
    claim: mask(input.claim.ids.length * width),
    evidence: mask(input.evidence.ids.length * width),
    joined: mask(4 * width + 5),
  }
  const loss = (gradient = new Float64Array(weights.length)) =>
    addGradient(shape, weights, input, masks, 1, 1, 0.05, gradient)
  const gradient = new Float64Array(weights.length)
  loss(gradient)
  const { at, size } = netLayout(shape)
  for (const part of Object.keys(at) as (keyof typeof at)[]) {
    const used = part === 'words' ? at.words + input.evidence.ids[0]! * width : at[part]
    for (let tried = 0; tried < 25; tried++) {
      const i = used + Math.floor(random() * (part === 'words' ? width : size[part]))
      const kept = weights[i]!
      weights[i] = kept + 1e-5
      const more = loss()
      weights[i] = kept - 1e-5
      const less = loss()
      weights[i] = kept
      expect(gradient[i], part).toBeCloseTo((more - less) / 2e-5, 7)
    }
  }
})

it('learns what separates two pairs, the same each time, and says the same from a file', () => {
  const plain = 'Aspirin reduces the risk of colorectal cancer.'
  const other = reader.read(plain, readFeatures(plain, 'Aspirin and cancer', abstract, readText))
  const examples = Array.from({ length: 24 }, (_, at) => ({ input: at % 2 ? other : input, label: at % 2, weight: 1 }))
  const weights = trainNet(shape, examples, settings)
  expect(trainNet(shape, examples, settings)).toEqual(weights)
  const stored = unpackNet(packNet(shape, 3, weights))
  for (const [label, pair] of [input, other].entries()) {
    const said = softmax([...runNet(shape, weights, pair).scores])
    expect(said[label]).toBeGreaterThan(0.8)
    const read = softmax([...runNet(shape, stored, pair).scores])
    for (const [k, value] of read.entries()) expect(value).toBeCloseTo(said[k]!, 3)
  }
})

it('reads a text without any telling word', () => {
  const empty = reader.read('The of and', readFeatures('The of and', '', ['It was.'], readText))
  const scores = runNet(shape, startingWeights(shape, seededRandom(1)), empty).scores
  expect([...scores].every(Number.isFinite)).toBe(true)
})
