import { describe, expect, it } from 'vitest'
import { stopping } from './stopping.ts'

const run = (...runs: [number, boolean][]) => runs.flatMap(([times, answer]) => Array<boolean>(times).fill(answer))

describe('stopping', () => {
  it('is not reasonable while relevant records turn up, and is after many barren ones', () => {
    expect(stopping([], 200)).toMatchObject({ left: 200, reasonable: false })
    expect(stopping(run([20, true], [10, false]), 200).reasonable).toBe(false)
    expect(stopping(run([20, true], [25, false]), 200).reasonable).toBe(true)
    expect(stopping(run([20, true], [25, false]), 2000).reasonable).toBe(false)
    expect(stopping(run([5, true]), 5)).toMatchObject({ left: 0, reasonable: true })
  })

  it('expects fewer to be left the longer none turns up', () => {
    const left = [0, 5, 10, 25].map((barren) => stopping(run([20, true], [barren, false]), 500).left)
    expect(left).toEqual(left.toSorted((a, b) => b - a))
    expect(left.at(-1)).toBeLessThan(10)
  })
})
