import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import type { Claim } from '../../../schemas/claim.ts'
import type { Paper } from '../../../schemas/paper.ts'
import { frameReader } from '../../frames/reader.ts'
import { checkGroups, type Statement } from './check.ts'

const reader = frameReader(openLanguage())

function statement(id: string, paper: string, text: string, subject?: string): [string, Statement] {
  const claim = { id: `c-${id}`, text, sources: [] } as unknown as Claim
  const whole = { id: paper, csl: { title: paper }, text: { kind: 'abstract', sections: [{ name: 'abstract', text }] } }
  return [id, { id, claim, paper: whole as unknown as Paper, ...(subject ? { subject } : {}) }]
}

const statements = new Map([
  statement('s1', 'p1', 'Bamboo floors lowered the noise of classrooms.', 'bamboo floors'),
  statement('s2', 'p2', 'Noise in classrooms fell with floors of bamboo.', 'floors of bamboo'),
  statement('s3', 'p3', 'Bamboo curtains made no difference to the noise of classrooms.', 'bamboo curtains'),
  statement('s4', 'p4', 'With bamboo floors no difference in noise was found.', 'bamboo floors'),
])
const group = (says: string[], noDifference: string[] = []) => ({
  findings: [{ subject: 'bamboo', outcome: 'noise', says, contrary: [], noDifference }],
})
const check = (answer: ReturnType<typeof group>) => checkGroups(answer, statements, reader)

describe('findings that a model sees', () => {
  it('link what agrees, and what finds no difference for the very thing that was tried', () => {
    const { links, refused } = check(group(['s1', 's2'], ['s4']))
    expect(refused).toEqual([])
    expect(links.map(({ one, other, stance }) => `${one} ${other} ${stance}`)).toEqual([
      's1 s2 supports',
      's1 s4 no-difference',
      's2 s4 no-difference',
    ])
  })

  it('hold no difference of one thing against no effect of another', () => {
    const { links, refused } = check(group(['s1', 's2'], ['s3', 's4']))
    expect(links.filter(({ one, other }) => one === 's3' || other === 's3')).toEqual([])
    expect(refused.map(({ why }) => why)).toEqual(['slots', 'slots', 'slots'])
  })

  it('hold a comparison of two drugs against another comparison neither for a contradiction nor for the same', () => {
    const drugs = new Map([
      statement('a', 'p1', 'Esomeprazole healed more patients than omeprazole.'),
      statement('b', 'p2', 'Healing did not differ between rabeprazole and omeprazole.'),
      statement('c', 'p3', 'Healing did not differ between esomeprazole and omeprazole.'),
    ])
    const findings = [
      { subject: 'proton pump inhibitors', outcome: 'healing', says: ['a'], contrary: ['b', 'c'], noDifference: [] },
    ]
    const { links, refused } = checkGroups({ findings }, drugs, reader)
    expect(links.map(({ one, other, stance }) => `${one} ${other} ${stance}`)).toEqual(['a c refutes'])
    expect(refused.map(({ why }) => why)).toEqual(['slots', 'slots'])
  })

  it('take what a statement leaves out from what its paper tried', () => {
    const tolerated = (text: string) => `${text} well tolerated.`
    const drugs = new Map([
      statement('a', 'p1', tolerated('Both treatments were'), 'esomeprazole, ranitidine'),
      statement('b', 'p2', tolerated('Both regimens were'), 'rabeprazole, famotidine'),
      statement('c', 'p3', tolerated('Esomeprazole and ranitidine were')),
    ])
    const findings = [
      { subject: 'drugs', outcome: 'tolerability', says: ['a', 'b', 'c'], contrary: [], noDifference: [] },
    ]
    const { links } = checkGroups({ findings }, drugs, reader)
    expect(links.map(({ one, other }) => `${one} ${other}`)).toEqual(['a c'])
  })

  it('name only statements that were shown', () => {
    const { links, refused } = check(group(['s1', 's9']))
    expect(links).toEqual([])
    expect(refused).toEqual([{ what: 's9', why: 'unknown' }])
  })
})
