import { describe, expect, it } from 'vitest'
import { chainSum, likeliestLabels } from './chain.ts'
import { slotLabelsOf } from './slot-labels.ts'
import { slotLabels } from './spans.ts'

const count = slotLabels.length
const steps = new Float64Array(count * count)
const none = slotLabels.indexOf('none')

/** Scores of words as odds of labels against none. */
function scoresOf(...words: Partial<Record<(typeof slotLabels)[number], number>>[]): Float64Array {
  return Float64Array.from(
    words.flatMap((odds) => slotLabels.map((label) => odds[label] ?? (label === 'none' ? 0 : -9))),
  )
}

const labelled = (scores: Float64Array, small: boolean[] = []) =>
  slotLabelsOf(
    scores,
    steps,
    Array.from({ length: scores.length / count }, (_, at) => small[at] ?? false),
  ).map((label) => slotLabels[label])

describe('slotLabelsOf', () => {
  it('fills a slot that is likelier filled than empty, though each way to fill it is the less likely', () => {
    const unsure = scoresOf({ outcome: -1 }, { outcome: -0.3 }, { outcome: -1 })
    expect(likeliestLabels(unsure, steps, count)).toEqual([none, none, none])
    expect(labelled(unsure)).toEqual(['none', 'outcome', 'none'])
  })
  it('leaves empty what is likelier empty, and small words alone fill nothing', () => {
    expect(labelled(scoresOf({ outcome: -3 }, {}, { exposure: -2 }))).toEqual(['none', 'none', 'none'])
    const unsure = scoresOf({ outcome: -0.2 }, { outcome: -0.3 })
    expect(labelled(unsure, [true, false])).toContain('outcome')
    expect(labelled(unsure, [true, false])[1]).toBe('outcome')
  })
  it('keeps the likeliest labels where nothing is missing, and reads no words at all', () => {
    expect(labelled(scoresOf({ exposure: 2 }, {}, { outcome: 3 }))).toEqual(['exposure', 'none', 'outcome'])
    expect(labelled(new Float64Array(0))).toEqual([])
  })
})

describe('chainSum', () => {
  it('is the sum over every chain', () => {
    const scores = Float64Array.of(0.3, -0.2, 0.1, 0.7)
    const some = Float64Array.of(0.5, -1, 0.2, 0.4)
    let all = 0
    for (const first of [0, 1])
      for (const second of [0, 1]) all += Math.exp(scores[first]! + scores[2 + second]! + some[first * 2 + second]!)
    expect(chainSum(scores, some, 2)).toBeCloseTo(Math.log(all), 10)
    expect(chainSum(scores, some, 2, 1)).toBeCloseTo(scores[0]! + scores[2]! + some[0]!, 10)
  })
})
