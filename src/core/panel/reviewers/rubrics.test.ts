import { describe, expect, it } from 'vitest'
import { claims, fault, review } from '../../../../tests/helpers/panel.ts'
import { reviewers } from '../index.ts'

describe('rubrics', () => {
  it.each(reviewers.map((one) => [one.id, one] as const))(
    '%s has ten steps from 10 to 1 in words of their own',
    (_, one) => {
      expect(one.rubric.map(({ score }) => score)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
      expect(new Set(one.rubric.map(({ words }) => words)).size).toBe(10)
    },
  )

  it.each(reviewers.map((one) => one.id))('%s gives little to a report without claims', (id) => {
    expect(review(id, () => ({ claims: [] })).score).toBeLessThanOrEqual(4)
  })

  it.each(reviewers.map((one) => one.id))('%s never rates a report higher for its faults', (id) => {
    const sound = review(id, () => ({ claims: claims(4, 4) })).score
    const faulty = review(id, () => ({ claims: claims(4, 4), faults: [fault(id, 'error'), fault(id, 'error')] }))
    expect(faulty.score).toBeLessThanOrEqual(sound)
    expect(faulty.findings.filter(({ rule }) => rule === 'some-fault')).toHaveLength(2)
  })

  it('takes as a harm nothing but what harms', () => {
    const told = (words: string) =>
      review('impact', () => ({ claims: claims(1, 0, () => ({ text: words })) })).findings.some(
        ({ rule }) => rule === 'harms-told',
      )
    expect(told('Two deaths occurred in the treated group.')).toBe(true)
    expect(told('The model finds vulnerable code more often.')).toBe(false)
    expect(told('Cyclists were at risk of missing trains (relative risk 2.1).')).toBe(false)
    expect(told('The repair machinery acts on damaged bearings.')).toBe(false)
    expect(told('Both saddles were well tolerated.')).toBe(true)
  })
})
