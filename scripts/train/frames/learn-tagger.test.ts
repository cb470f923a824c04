import { describe, expect, it } from 'vitest'
import { likeliestLabels } from '../../../src/core/frames/tagger/chain.ts'
import { readStates, type TaggerShape, taggerLayout } from '../../../src/core/frames/tagger/tagger.ts'
import { seededRandom } from '../../evaluate/random.ts'
import { addChainSlopes } from './chain-slopes.ts'
import { addGradient, learnTagger, type TaggedSentence } from './learn-tagger.ts'

const shape: TaggerShape = { clues: 6, vector: 3, width: 8, hidden: 8, labels: 3 }

function sentence(clues: readonly number[], labels: readonly number[], random: () => number): TaggedSentence {
  return {
    input: {
      clues: clues.map((clue) => Int32Array.of(clue)),
      vectors: Float64Array.from({ length: clues.length * shape.vector }, () => random() - 0.5),
    },
    labels,
  }
}

describe('the slope', () => {
  const random = seededRandom(3)
  const layout = taggerLayout(shape)
  const weights = Float64Array.from({ length: layout.total }, () => random() - 0.5)
  const one = sentence([0, 3, 1, 5, 2], [0, 2, 2, 1, 0], random)
  const lossAt = () => addGradient(shape, layout, weights, one, 0, random, new Float64Array(layout.total))

  it.each(Object.keys(layout.at) as (keyof typeof layout.at)[])('is that of the loss: %s', (block) => {
    const gradient = new Float64Array(layout.total)
    addGradient(shape, layout, weights, one, 0, random, gradient)
    for (let k = layout.at[block]; k < layout.at[block] + layout.size[block]; k++) {
      const kept = weights[k]!
      weights[k] = kept + 1e-5
      const above = lossAt()
      weights[k] = kept - 1e-5
      const below = lossAt()
      weights[k] = kept
      expect(gradient[k]).toBeCloseTo((above - below) / 2e-5, 5)
    }
  })
})

it('counts all chains of labels', () => {
  const scores = Float64Array.of(0.3, -0.2, 0.9, 0.1, -0.4, 0.6)
  const steps = Float64Array.of(0.5, -0.5, 0.2, 0.1)
  const chains = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c])))
  const scoreOf = ([a, b, c]: readonly number[]) =>
    scores[a!]! + scores[2 + b!]! + scores[4 + c!]! + steps[a! * 2 + b!]! + steps[b! * 2 + c!]!
  const all = Math.log(chains.reduce((sum, chain) => sum + Math.exp(scoreOf(chain)), 0))
  for (const truth of chains)
    expect(addChainSlopes(scores, steps, truth, new Float64Array(6), new Float64Array(4))).toBeCloseTo(
      all - scoreOf(truth),
      10,
    )
  const best = chains.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0]
  expect(likeliestLabels(scores, steps, 2)).toEqual(best)
})

describe('what is learned', () => {
  const random = seededRandom(7)
  // A word is labelled by the clue of the word before it: no word tells its own label.
  const drawn = Array.from({ length: 80 }, () => {
    const clues = Array.from({ length: 6 }, () => Math.floor(random() * 3))
    return sentence(clues, [0, ...clues.slice(0, -1)], random)
  })
  const settings = { epochs: 80, batch: 8, drop: 0, rate: 0.02, decay: 0.001, seed: 1 }
  const weights = learnTagger(shape, drawn.slice(0, 60), settings)

  it('holds for sentences that were not learned from', () => {
    const layout = taggerLayout(shape)
    const steps = weights.subarray(layout.at.steps, layout.at.steps + layout.size.steps)
    const right = drawn.slice(60).map(({ input, labels }) => {
      const found = likeliestLabels(readStates(shape, layout, weights, input).scores, steps, shape.labels)
      return found.filter((label, at) => label === labels[at]).length / labels.length
    })
    expect(right.reduce((sum, share) => sum + share, 0) / right.length).toBeGreaterThan(0.95)
  })

  it('is the same again', () => {
    expect(learnTagger(shape, drawn.slice(0, 60), settings)).toEqual(weights)
  })
})
