import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdicts } from '../../schemas/claim.ts'
import { questionState } from './state.ts'

describe('how a question stands', () => {
  it.each([
    ['nothing is known', {}, 'thin'],
    ['few claims were checked, though all agree', { supported: 4 }, 'thin'],
    ['few claims were checked, though all are contested', { disputed: 4 }, 'thin'],
    ['most findings rest on one paper', { supported: 7, disputed: 2, reported: 51 }, 'thin'],
    ['half of the findings rest on one paper', { supported: 9, disputed: 1, reported: 10 }, 'settled'],
    ['one more rests on one paper', { supported: 9, disputed: 1, reported: 11 }, 'thin'],
    ['most findings cannot be checked at all', { supported: 6, unverified: 7 }, 'thin'],
    ['nearly all findings are confirmed', { supported: 20, disputed: 2, reported: 8 }, 'settled'],
    ['a quarter of what was checked is contested', { supported: 15, disputed: 3, contradicted: 2 }, 'disputed'],
    ['less than a quarter is', { supported: 16, disputed: 3, contradicted: 2 }, 'settled'],
    ['papers contest each other, most findings rest on one', { supported: 9, disputed: 11, reported: 40 }, 'disputed'],
  ] as const)('where %s', (_, counts, state) => {
    expect(questionState(counts)).toBe(state)
  })

  it('is never better for one more finding that nobody else speaks to, nor for one that papers contest', () => {
    const counts = fc.record(Object.fromEntries(verdicts.map((verdict) => [verdict, fc.nat(80)])))
    fc.assert(
      fc.property(counts, fc.constantFrom(...verdicts.slice(1)), (before, verdict) => {
        const after = { ...before, [verdict]: (before[verdict] ?? 0) + 1 }
        const contested = verdict === 'disputed' || verdict === 'contradicted'
        if (!contested && questionState(before) !== 'settled') expect(questionState(after)).not.toBe('settled')
        if (contested && questionState(before) === 'disputed') expect(questionState(after)).toBe('disputed')
      }),
    )
  })
})
