import { describe, expect, it } from 'vitest'
import { barePaper, bareRow } from '../../../tests/helpers/bare-evidence.ts'
import { calibration } from '../../../tests/helpers/calibration.ts'
import type { Evidence } from '../../schemas/claim.ts'
import type { Assessment } from '../engines/engine.ts'
import { confidenceOf, evidenceProbability } from './confidence.ts'
import { judgementOf, rawOf } from './judgement.ts'

const paperOf = barePaper
const row = (paper: string, change: Partial<Evidence> = {}) => bareRow(paper, { probability: 0.5, ...change })

const note = { text: { kind: 'note' as const, sections: [{ name: 'note', text: 'x' }] } }

/** Confidence in a verdict on one paper's claim, with rows of others. */
function sure(
  verdict: Parameters<typeof confidenceOf>[0]['verdict'],
  counted: Evidence[] = [],
  change: Partial<Parameters<typeof confidenceOf>[0]> = {},
) {
  const papers = new Map(counted.map(({ paper }) => [paper, paperOf(paper)]))
  const known = { sources: [paperOf('own')], papers, verbatim: true, reported: null, retractedSource: false }
  return confidenceOf({ ...known, verdict, counted, ...change }, calibration)
}

describe('the probability of a row', () => {
  it.each([
    [{ basis: 'stated', stance: 'supports' }, 0.8],
    [{ basis: 'number', stance: 'supports' }, 0.7],
    [{ basis: 'number', stance: 'refutes' }, 0.6],
    [{ basis: 'rule', stance: 'supports' }, 0.7],
    [{ basis: 'rule', stance: 'refutes' }, 0.6],
    [{ basis: 'person', stance: 'refutes' }, 0.92],
    [{ basis: 'nli', stance: 'refutes', probability: 0.33 }, 0.33],
    [{ basis: 'lexical', stance: 'supports' }, 0],
  ] as const)('%o: %s', (one, probability) => {
    expect(evidenceProbability(one, calibration)).toBe(probability)
  })
})

describe('the confidence in a verdict', () => {
  it('is none where nothing was verified, or the only paper that says it was retracted', () => {
    expect(sure('unverified')).toEqual({ confidence: null })
    const gone = { retractedSource: true, sources: [paperOf('own', { standing: { state: 'retracted' } })] }
    expect(sure('reported', [], gone)).toEqual({ confidence: null, note: 'the paper that says so has been retracted' })
  })

  it('rests for a reported claim on how surely its source reports it', () => {
    expect(sure('reported')).toEqual({ confidence: 0.92 })
    expect(sure('reported', [], { verbatim: false })).toEqual({ confidence: 0.85 })
    expect(sure('reported', [], { verbatim: false, reported: 0.5 })).toEqual({ confidence: 0.425 })
  })

  it('is that of the surest row, helped a little by further groups, four at most', () => {
    expect(sure('supported', [row('a')])).toEqual({ confidence: 0.5 })
    expect(sure('supported', [row('a'), row('b')])).toEqual({ confidence: 0.575 })
    expect(sure('supported', [row('a', { group: 'g' }), row('b', { group: 'g' })])).toEqual({ confidence: 0.5 })
    expect(sure('supported', [row('a', { probability: 0.2 }), row('b', { probability: 0.6 })])).toEqual({
      confidence: 0.624,
    })
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => row(id))
    expect(sure('supported', many)).toEqual({ confidence: 0.739 })
    expect(sure('supported', [row('a', { probability: 0.99 })])).toEqual({ confidence: 0.92 })
  })

  it('is that of the refutation for a contradicted claim, of the weaker side for a disputed one', () => {
    const against = row('b', { stance: 'refutes', probability: 0.3 })
    expect(sure('contradicted', [row('a'), against])).toEqual({ confidence: 0.3 })
    expect(sure('disputed', [row('a'), against])).toEqual({ confidence: 0.3 })
    expect(sure('disputed', [row('a', { probability: 0.1 }), against])).toEqual({ confidence: 0.1 })
    expect(sure('disputed', [against])).toEqual({ confidence: 0.3 })
  })

  it('says what a reader must know', () => {
    const possible = row('b', { stance: 'refutes', possible: true })
    expect(sure('disputed', [row('a'), possible]).note).toBe('a possible conflict found by words alone')
    expect(sure('disputed', [possible, row('c', { stance: 'refutes' })]).note).toBeUndefined()
    expect(sure('supported', [row('a'), possible]).note).toBeUndefined()
    expect(sure('reported', [], { sources: [paperOf('own', note)] }).note).toBe(
      'checked against our note, not the paper',
    )
    expect(sure('supported', [row('a')], { papers: new Map([['a', paperOf('a', note)]]) }).note).toMatch(/our note/)
    const some = [paperOf('own'), paperOf('two', { standing: { state: 'retracted' }, ...note })]
    expect(sure('reported', [], { sources: some })).toEqual({
      confidence: 0.92,
      note: 'one of the papers that say so has been retracted; checked against our note, not the paper',
    })
  })
})

describe('a judgement', () => {
  const said = (change: Partial<Assessment>): Assessment => ({
    ...{
      stance: 'supports',
      score: 0.8,
      fit: 'same',
      possible: false,
      basis: 'nli',
      reasons: [],
      coverage: 0.9,
      best: [0],
    },
    ...change,
  })

  it('shares what a score leaves between the other two', () => {
    expect(rawOf(said({}))).toEqual([0.8, expect.closeTo(0.1), expect.closeTo(0.1)])
    expect(rawOf(said({ stance: 'refutes', score: 0.6 }))).toEqual([0.2, 0.6, 0.2])
    expect(rawOf(said({ stance: 'neutral', score: 0.5 }))).toEqual([0.25, 0.25, 0.5])
    expect(rawOf(said({ probabilities: { support: 0.2, refute: 0.3, neutral: 0.5 } }))).toEqual([0.2, 0.3, 0.5])
  })

  it('calibrates by the kind of the text, and is never surer than its kind allows', () => {
    const passage = judgementOf('Tea helps.', 1, said({}), calibration)
    expect(passage).toMatchObject({ kind: 'passage', label: 0, confidence: expect.closeTo(0.8) })
    const far = judgementOf('Tea helps.', 1, said({ coverage: 0.3 }), calibration)
    expect(far).toMatchObject({ kind: 'far', confidence: 0.4 })
    expect(judgementOf('Tea helps.', 1, said({ score: 0.98 }), calibration).confidence).toBe(0.9)
  })

  it('says nothing of no sentence, and refutes where a rule does', () => {
    expect(judgementOf('Tea helps.', 0, said({}), calibration)).toMatchObject({ probabilities: [0, 0, 1], label: 2 })
    for (const basis of ['number', 'rule'] as const)
      expect(judgementOf('Tea helps.', 1, said({ basis }), calibration)).toMatchObject({
        label: 1,
        confidence: 0.6,
        probabilities: [expect.closeTo(0.2), 0.6, expect.closeTo(0.2)],
      })
  })
})
