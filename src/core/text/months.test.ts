import { expect, it } from 'vitest'
import { monthNames, monthNumber } from './months.ts'

it('knows a month by its name and by its first letters', () => {
  expect(monthNames.map(monthNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(['sept', 'JUN', 'May 17'].map(monthNumber)).toEqual([9, 6, 5])
  expect(['', 'ja', 'spring'].map(monthNumber)).toEqual([0, 0, 0])
})
