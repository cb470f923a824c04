import { expect, it } from 'vitest'
import { fallsOn } from './days.ts'

// 2026-11-30 is a Monday.
it.each([
  ['daily', ['2026-11-30', '2026-12-01', '2026-12-02'], []],
  ['weekly', ['2026-11-30', '2026-12-07'], ['2026-11-29', '2026-12-01']],
  ['monthly', ['2026-12-01', '2027-01-01'], ['2026-11-30', '2026-12-02']],
  [
    ['mon', 'thu'],
    ['2026-11-30', '2026-12-03'],
    ['2026-12-01', '2026-12-06'],
  ],
  [['sun'], ['2026-11-29'], ['2026-11-30']],
] as const)('a schedule of %j falls on %j', (schedule, on, off) => {
  const named = typeof schedule === 'string' ? schedule : [...schedule]
  for (const day of on) expect([day, fallsOn(named, day)]).toEqual([day, true])
  for (const day of off) expect([day, fallsOn(named, day)]).toEqual([day, false])
})
