import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { areOtherArms, areOtherConditions, armsOf, studiedIn } from './studied.ts'

const read = (text: string) => studiedIn(text, openLanguage())
const none = read('')

describe('studiedIn', () => {
  it('knows substances and conditions by their headings, medicines by their stems too', () => {
    const { agents, conditions } = read('Ketoprofen and brivaracetam against placebo in migraine disorders')
    expect([...agents].sort()).toEqual(['brivaracetam', 'ketoprofen', 'placebo'])
    expect(conditions.size).toBeGreaterThan(0)
  })

  it('takes no sign of a disease for what is studied', () => {
    expect(read('Nausea and pain were frequent.').conditions.size).toBe(0)
  })
})

describe('comparisons', () => {
  const arms = (text: string, title = none) => armsOf(read(text), title)

  it('are of other arms where each names what the other lacks', () => {
    const [one, other] = [arms('Ketoprofen beat placebo.'), arms('Ketoprofen beat naproxen.')]
    expect(areOtherArms(one, other)).toBe(true)
    expect(areOtherArms(one, arms('Placebo was worse than ketoprofen.'))).toBe(false)
    expect(areOtherArms(one, arms('It helped.'))).toBe(false)
  })

  it('are of other arms where one is given with another', () => {
    const alone = arms('Ketoprofen beat placebo.')
    for (const joint of ['Ketoprofen/omeprazole beat placebo.', 'Ketoprofen plus omeprazole beat placebo.'])
      expect(areOtherArms(alone, arms(joint))).toBe(true)
    expect(areOtherArms(alone, arms('Ketoprofen and omeprazole beat placebo.'))).toBe(false)
  })

  it('take from the title what a statement leaves unsaid', () => {
    const title = read('Ketoprofen or naproxen for gout')
    expect(areOtherArms(arms('Ketoprofen was faster.', title), arms('Ketoprofen beat placebo.'))).toBe(true)
  })
})

it('papers study other conditions unless one is a kind of the other', () => {
  expect(areOtherConditions(read('Rest for asthma'), read('Rest for gout'))).toBe(true)
  expect(areOtherConditions(read('Rest for asthma'), read('Rest for lung diseases'))).toBe(false)
  expect(areOtherConditions(read('Rest for asthma'), read('Rest for students'))).toBe(false)
})
