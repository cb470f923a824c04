import { describe, expect, it } from 'vitest'
import { readNumbers } from './quotes.ts'

describe('readNumbers', () => {
  it.each([
    ['0.61 (95% CI: 0.23,0.89', [0.61, 95, 0.23, 0.89]],
    ['12,345 patients', [12_345]],
    ['0,45 with 1 234', [0.45, 1234]],
    ['61·4%', [61.4]],
  ])('of "%s"', (text, numbers) => {
    for (const number of numbers) expect(readNumbers(text)).toContain(number)
  })

  it('does not part thousands', () => {
    expect(readNumbers('12,345')).not.toContain(345)
  })
})
