import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { armsOf, studiedApart, studiedIn } from './studied.ts'

const read = (text: string) => studiedIn(text, openLanguage())
const none = read('')

describe('studiedIn', () => {
  it('knows substances and conditions by their headings, medicines by their stems too', () => {
    const { agents, conditions } = read('Ketoprofen and brivaracetam against placebo in migraine disorders')
    expect([...agents.values()].sort()).toEqual(['brivaracetam', 'ketoprofen', 'placebo'])
    expect(conditions.size).toBeGreaterThan(0)
  })

  it('takes no sign of a disease for what is studied', () => {
    expect(read('Nausea and pain were frequent.').conditions.size).toBe(0)
  })
})

describe('names', () => {
  it('are one with a hyphen, a space or nothing between, in either spelling', () => {
    const places = (text: string) => [...read(text).conditions.keys()]
    for (const written of ['gastro-oesophageal reflux', 'gastrooesophageal reflux', 'gastro-esophageal reflux'])
      expect(places(`Diet in ${written}`)).toEqual(places('Diet in gastroesophageal reflux'))
    const given = (text: string) => [...read(text).agents.keys()]
    expect(given('Calcium-channel blockers in asthma')).toEqual(given('A calcium channel blocker in asthma'))
  })

  it('end where a sentence does', () => {
    expect([...read('Rest after heart. Failure was rare.').conditions.values()]).toEqual([])
  })
})

describe('comparisons', () => {
  const comparing = (text: string, title = none) => ({ arms: armsOf(read(text), title), title: none })
  const apart = (one: string, other: string) => studiedApart(comparing(one), comparing(other))

  it('are of other arms where each names what the other lacks', () => {
    expect(apart('Ketoprofen beat placebo.', 'Ketoprofen beat naproxen.')).toEqual([
      { kind: 'arms', one: ['placebo'], other: ['naproxen'] },
    ])
    expect(apart('Ketoprofen beat placebo.', 'Placebo was worse than ketoprofen.')).toEqual([])
    expect(apart('Ketoprofen beat placebo.', 'It helped.')).toEqual([])
  })

  it('are of other arms where one is given with another', () => {
    const alone = 'Ketoprofen beat placebo.'
    for (const joint of ['Ketoprofen/omeprazole beat placebo.', 'Ketoprofen plus omeprazole beat placebo.'])
      expect(apart(alone, joint)).toHaveLength(1)
    expect(apart(alone, 'Ketoprofen and omeprazole beat placebo.')).toEqual([])
  })

  it('take from the title what a statement leaves unsaid', () => {
    const titled = comparing('Ketoprofen was faster.', read('Ketoprofen or naproxen for gout'))
    expect(studiedApart(titled, comparing('Ketoprofen beat placebo.'))).toHaveLength(1)
  })
})

it('papers study other conditions unless one is a kind of the other', () => {
  const apart = (one: string, other: string) =>
    studiedApart({ arms: new Map(), title: read(one) }, { arms: new Map(), title: read(other) })
  expect(apart('Rest for asthma', 'Rest for gout')).toEqual([{ kind: 'conditions', one: ['asthma'], other: ['gout'] }])
  expect(apart('Rest for asthma', 'Rest for lung diseases')).toEqual([])
  expect(apart('Rest for asthma', 'Rest for students')).toEqual([])
})
