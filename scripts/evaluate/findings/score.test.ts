import { describe, expect, it } from 'vitest'
import type { Claim, Evidence } from '../../../src/schemas/claim.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import type { Gold } from './gold.ts'
import { scoreFindings } from './score.ts'

const sentence = {
  'P01.01': 'tea lowers blood pressure',
  'P02.01': 'blood pressure falls with tea',
  'P02.02': 'green leaves grow in spring',
  'P03.01': 'tea does not lower blood pressure',
}
const gold: Gold = {
  name: 'tea',
  question: 'Does tea lower blood pressure?',
  papers: [],
  sentences: new Map(Object.entries(sentence)),
  titles: new Map([
    ['one', 'P01'],
    ['two', 'P02'],
    ['three', 'P03'],
  ]),
  findings: [
    {
      id: 'F1',
      text: '',
      spans: [
        { s: 'P01.01', stance: 'supports', fit: '' },
        { s: 'P02.01', stance: 'supports', fit: '' },
        { s: 'P03.01', stance: 'refutes', fit: '' },
      ],
    },
  ],
  singles: [],
}
const papers = ['one', 'two', 'three'].map((title) => ({ id: `work_${title}`, csl: { title } })) as unknown as Paper[]
const quoteOf = (key: keyof typeof sentence) => ({
  paper: `work_${['one', 'two', 'three'][Number(key[2]) - 1]}`,
  quote: sentence[key],
})
const row = (key: keyof typeof sentence, stance: Evidence['stance']) => ({ ...quoteOf(key), stance })

function score(verdict: Claim['verdict'], evidence: object[], likewise: object[] = []) {
  const claim = { id: 'c', verdict, sources: [quoteOf('P01.01')], evidence, likewise } as unknown as Claim
  return scoreFindings(gold, { claims: [claim] }, papers)
}

describe('scoreFindings', () => {
  it('counts a right link, its finding and its edges', () => {
    expect(score('supported', [row('P02.01', 'supports')])).toMatchObject({
      links: 1,
      right: 1,
      findings: 1,
      wrongVerdicts: 0,
      edgeRecall: 1 / 3,
    })
  })

  it('asks for the right stance behind a verdict', () => {
    expect(score('supported', [row('P03.01', 'supports')])).toMatchObject({ links: 1, right: 0, wrongVerdicts: 1 })
    expect(score('contradicted', [row('P03.01', 'refutes')])).toMatchObject({ right: 1, wrongContradictions: 0 })
  })

  it('takes what is not labelled for wrong', () => {
    expect(score('supported', [row('P02.02', 'supports')])).toMatchObject({ links: 1, right: 0, findings: 0 })
  })

  it('leaves the stance aside where a sentence is only shown', () => {
    expect(score('reported', [], [{ ...quoteOf('P03.01'), score: 0.4 }])).toMatchObject({
      links: 0,
      shownLinks: 1,
      shownPrecision: 1,
      shownFindings: 1,
    })
  })

  it('tells contradictions that are wrong', () => {
    expect(score('contradicted', [row('P02.01', 'refutes')])).toMatchObject({ wrongContradictions: 1 })
  })
})
