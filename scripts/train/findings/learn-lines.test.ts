import { expect, it } from 'vitest'
import { linesOf, type Unseen } from './learn-lines.ts'

/** A library of so many papers with two statements each, whose pairs are right down to a place in the order of their odds. */
function library(papers: number, right: number): Unseen {
  const statements = Array.from({ length: 2 * papers }, (_, at) => ({ paper: at >> 1 }))
  const first: number[] = []
  const second: number[] = []
  for (let one = 0; one < papers; one++)
    for (let other = one + 1; other < papers; other++) {
      first.push(2 * one)
      second.push(2 * other)
    }
  const agrees = first.map((_, at) => at < right)
  return {
    lesson: {
      name: 'any',
      library: { statements, papers: Array.from({ length: papers }) } as unknown as Unseen['lesson']['library'],
      pairs: { first: Int32Array.from(first), second: Int32Array.from(second) },
      agrees,
      speaks: agrees,
      finding: agrees.map((right) => (right ? 0 : -1)),
      groups: Array.from({ length: papers }, (_, at) => String(at)),
      result: { places: [], rows: [], truth: statements.map(() => true) },
    },
    places: first.map((_, at) => at),
    odds: first.map((_, at) => 2 - at / 20),
    rules: first.map(() => ({ forbid: () => false })),
  }
}

it('puts the line of verdicts where enough of what stands above it is right', () => {
  const one = library(12, 34)
  const { line } = linesOf([one, one]).verdict
  const above = one.odds.flatMap((odds, at) => (odds >= line ? [one.lesson.agrees[at]!] : []))
  expect(above.length).toBeGreaterThan(20)
  expect(above.length).toBeLessThan(one.odds.length)
  expect(above.filter(Boolean).length / above.length).toBeGreaterThanOrEqual(0.7)
})

it('judges nothing where nothing is right', () => {
  expect(linesOf([library(12, 0)]).verdict.line).toBeGreaterThan(2)
})

it('leaves out of judgement what slots forbid', () => {
  const one = library(12, 34)
  const barred = { ...one, rules: one.rules.map((_, at) => ({ forbid: () => at >= 34 })) }
  expect(linesOf([barred]).verdict.line).toBeLessThanOrEqual(one.odds[33]!)
})
