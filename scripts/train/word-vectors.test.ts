import { expect, it } from 'vitest'
import { seededRandom } from '../evaluate/random.ts'
import { learnWordVectors } from './word-vectors.ts'

const width = 4
const stems = ['heart', 'cardiac', 'attack', 'arrest', 'leaf', 'root', 'grow', 'soil']

/** Sentences of two worlds: words of one never stand beside words of the other. */
function sentences(): string[] {
  const random = seededRandom(2)
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  return Array.from({ length: 400 }, (_, at) =>
    at % 2
      ? `The ${pick(['heart', 'cardiac'])} ${pick(['attack', 'arrest'])} was seen in 40.`
      : `The ${pick(['leaf', 'root'])} ${pick(['grow', 'soil'])} was seen in 40.`,
  )
}

it('puts words of like company near each other, and the same each time', () => {
  const vectors = learnWordVectors(sentences(), stems, width)
  const likeness = (one: string, other: string) => {
    const [a, b] = [one, other].map((stem) => {
      const at = stems.indexOf(stem)
      return [...vectors.subarray(at * width, (at + 1) * width)]
    }) as [number[], number[]]
    const length = (v: number[]) => Math.hypot(...v)
    return a.reduce((sum, value, k) => sum + value * b[k]!, 0) / (length(a) * length(b))
  }
  expect(likeness('heart', 'cardiac')).toBeGreaterThan(likeness('heart', 'leaf'))
  expect(likeness('leaf', 'root')).toBeGreaterThan(likeness('leaf', 'arrest'))
  expect([...vectors].every(Number.isFinite)).toBe(true)
  expect(learnWordVectors(sentences(), stems, width)).toEqual(vectors)
})

it('gives a word that stands nowhere a vector of numbers', () => {
  const vectors = learnWordVectors(['Heart attack.', 'Heart attack.'], ['heart', 'attack', 'nowher'], 2)
  expect([...vectors].every(Number.isFinite)).toBe(true)
})
