import { describe, expect, it } from 'vitest'
import type { Claim, Evidence } from '../../schemas/claim.ts'
import { findDisputes } from './disputes.ts'

const quoted = (paper: string, quote: string) => ({ paper, section: 'abstract', start: 0, end: quote.length, quote })

const refuting = (paper: string, quote: string, possible = true): Evidence => ({
  ...quoted(paper, quote),
  ...{ stance: 'refutes', fit: 'same', possible, basis: 'lexical', score: 0.8, engine: 'lexical 1', reasons: [] },
})

function claim(id: string, paper: string, text: string, evidence: Evidence[] = []): Claim {
  return {
    ...{ id: `c-${id.repeat(16)}`, text, sources: [quoted(paper, text)], facet: null, relevance: 1, quantities: [] },
    ...{
      faithfulness: null,
      verdict: 'disputed',
      confidence: 0.5,
      evidence,
      likewise: [],
      hunt: null,
      leaveOneOut: [],
    },
  }
}

const works = 'The drug works.'
const fails = 'The drug does not work.'
const cures = 'The drug cures.'

describe('findDisputes', () => {
  it('parts claims into the two sides of one dispute, the side of more papers first', () => {
    const one = claim('1', 'work_a', fails, [refuting('work_b', works)])
    const two = claim('2', 'work_b', works, [refuting('work_a', fails)])
    const three = claim('3', 'work_c', cures, [refuting('work_a', fails)])
    const found = findDisputes([one, two, three], [one, two, three])
    expect(found).toHaveLength(1)
    expect(found[0]?.sides.map((side) => side.map(({ text }) => text))).toEqual([[works, cures], [fails]])
    expect(found[0]).toMatchObject({ papers: 3, possible: true })
  })

  it('leaves a claim alone whose opponents are no claims', () => {
    const one = claim('1', 'work_a', fails, [refuting('work_z', 'Something else.')])
    expect(findDisputes([one], [one])).toEqual([])
  })

  it('says where a conflict rests on more than words', () => {
    const one = claim('1', 'work_a', fails, [refuting('work_b', works, false)])
    const two = claim('2', 'work_b', works)
    expect(findDisputes([one], [one, two])[0]?.possible).toBe(false)
  })

  it('does not count a refutation that is excluded', () => {
    const one = claim('1', 'work_a', fails, [{ ...refuting('work_b', works), excluded: 'retracted' }])
    expect(findDisputes([one], [one, claim('2', 'work_b', works)])).toEqual([])
  })

  it('tells a disagreement once that a finding joins: its members stand on the side of their stance', () => {
    const one = claim('1', 'work_a', fails, [refuting('work_b', works)])
    const two = claim('2', 'work_b', works, [refuting('work_a', fails)])
    const three = claim('3', 'work_c', cures)
    const four = claim('4', 'work_d', 'The drug cures nobody.')
    const member = (of: Claim, stance: 'supports' | 'refutes') =>
      ({ claim: of.id, stance, fit: 'same', reason: 'told' }) as const
    const finding = {
      ...{ id: 'f-2222222222222222', claim: two.id, frame: null, verdict: 'disputed' as const, confidence: 0.5 },
      members: [member(two, 'supports'), member(three, 'supports'), member(four, 'refutes')],
    }
    const found = findDisputes([one, two], [one, two, three, four], [finding])
    expect(found.map(({ sides }) => sides.map((side) => side.map(({ id }) => id).sort()).sort())).toEqual([
      [
        [one.id, four.id],
        [two.id, three.id],
      ],
    ])
  })
})
