import { describe, expect, it } from 'vitest'
import { dayOf } from './day.ts'

describe('dayOf', () => {
  it('takes a day of the calendar, and today where none is said', () => {
    expect(dayOf('2024-02-29')).toBe('2024-02-29')
    expect(dayOf()).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it.each(['2023-02-29', '2026-13-01', '2026-1-1', 'tomorrow', '', '02026-01-01'])('refuses %j', (day) => {
    expect(() => dayOf(day)).toThrow(/is not a day\n.*YYYY-MM-DD/)
  })
})
