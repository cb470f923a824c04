import { describe, expect, it } from 'vitest'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper, Study } from '../../schemas/paper.ts'
import { quantitiesOf } from '../quantities/index.ts'
import { certaintyOf, certaintyOfClaim } from './index.ts'
import { certaintyRules, designSteps } from './rules.ts'

interface Made {
  design?: Study['design']
  size?: number
  text?: string
  quote?: string
}

const papers = new Map<string, Paper>()
const claims = new Map<string, Claim>()

/** A paper with one claim, as far as certainty looks at them. */
function made(
  letter: string,
  { design, size, text = 'A double-blind study.', quote = 'Mowing reduced moss.' }: Made,
): string {
  const [paper, claim] = [`work_${letter}`, `c-${letter.repeat(16)}`]
  const study = design && { design, basis: 'told', note: 'told', ...(size ? { sampleSize: size } : {}) }
  papers.set(paper, {
    ...{ id: paper, standing: { state: 'unchecked' }, csl: { title: text, author: [] } },
    ...{ text: null, readAt: [], ...(study ? { study } : {}) },
  } as unknown as Paper)
  const sources = [{ paper, section: 'abstract', start: 0, end: quote.length, quote }]
  claims.set(claim, {
    id: claim,
    text: quote,
    sources,
    evidence: [],
    quantities: quantitiesOf(quote),
  } as unknown as Claim)
  return claim
}

type Told = [claim: string, stance?: Finding['members'][number]['stance'], fit?: Finding['members'][number]['fit']]

function certainty(told: Told[], source = (paper: string) => paper) {
  const members = told.map(([claim, stance = 'supports', fit = 'same']) => ({ claim, stance, fit, reason: 'told' }))
  return certaintyOf({ members }, { claims, papers, source })!
}
const reason = (found: ReturnType<typeof certainty>, question: string) =>
  found.reasons.find((one) => one.question === question)!

const trial = (letter: string, more: Made = {}) => made(letter, { design: 'randomised-trial', size: 300, ...more })

describe('certaintyOf', () => {
  it('is high where large, blinded, independent trials say the same of the same case', () => {
    const found = certainty([[trial('a')], [trial('b')]])
    expect(found.level).toBe('high')
    expect(found.reasons.map(({ question }) => question)).toEqual([
      'design',
      'consistency',
      'directness',
      'precision',
      'independence',
    ])
    for (const { papers: shown } of found.reasons) expect(shown.length).toBeGreaterThan(0)
  })

  it('hears papers that the evidence of its first claim quotes, though their own claims stand in another finding', () => {
    const [head, other] = [trial('a'), trial('b')]
    const row = { ...claims.get(other)!.sources[0]!, stance: 'supports', fit: 'same' } as Claim['evidence'][number]
    const alone = certainty([[head]])
    claims.set(head, { ...claims.get(head)!, evidence: [row] })
    const both = certainty([[head]])
    expect(reason(alone, 'independence').papers).toEqual(['work_a'])
    expect(reason(both, 'independence').papers).toEqual(['work_a', 'work_b'])
    claims.set(head, { ...claims.get(head)!, evidence: [{ ...row, excluded: 'same-group' }] })
    expect(certainty([[head]])).toEqual(alone)
  })

  it.each([
    [
      'design',
      -1,
      [
        ['a', { text: 'A trial of mowing.' }],
        ['b', { text: 'A trial of mowing.' }],
      ],
    ],
    [
      'design',
      -2,
      [
        ['a', {}],
        ['b', { design: 'cohort' }],
      ],
    ],
    [
      'design',
      -3,
      [
        ['a', { design: 'laboratory' }],
        ['b', { design: 'laboratory' }],
      ],
    ],
    [
      'precision',
      -1,
      [
        ['a', { size: 150 }],
        ['b', { size: 150 }],
      ],
    ],
    [
      'precision',
      -1,
      [
        ['a', { quote: 'Moss was rarer (risk ratio 0.80; 95% CI 0.50 to 1.20).' }],
        ['b', {}],
      ],
    ],
  ] as [string, number, [string, Made][]][])('loses by %s: %i', (question, steps, made) => {
    const found = certainty(made.map(([letter, more]): Told => [trial(letter, more)]))
    expect(reason(found, question).steps).toBe(steps)
  })

  it('loses one level where fewer say otherwise, two where as many do, and names who does', () => {
    const [a, b, c] = [trial('a'), trial('b'), trial('c')]
    const some = certainty([[a], [b], [c, 'refutes']])
    expect(reason(some, 'consistency')).toMatchObject({ steps: -1, papers: ['work_c'] })
    const many = certainty([[a], [b, 'no-difference']])
    expect(reason(many, 'consistency')).toMatchObject({ steps: -2, papers: ['work_b'] })
    expect(reason(many, 'consistency').text).toBe('One paper finds no difference, against one that says it.')
  })

  it('loses where the other papers speak of a related case', () => {
    const found = certainty([[trial('a')], [trial('b'), 'supports', 'related']])
    expect(reason(found, 'directness')).toMatchObject({ steps: -1, papers: ['work_b'] })
  })

  it('loses where all share authors or data', () => {
    const found = certainty([[trial('a')], [trial('b')]], () => 'one')
    expect(reason(found, 'independence').steps).toBe(-1)
    expect(reason(found, 'independence').text).toBe('They share authors or data, and so count as one.')
  })

  it('names the study that joins papers', () => {
    const [a, b] = ['a', 'b'].map((letter) => trial(letter, { text: `Moss ${letter} in the MEADOW-2 trial` }))
    const found = certainty([[a!], [b!]], () => 'one')
    expect(reason(found, 'independence').text).toBe('They share authors or a study (MEADOW-2), and so count as one.')
  })

  it('loses where estimates vary far more than chance explains', () => {
    const quote = (ratio: number) =>
      `Mowing reduced moss compared with raking (risk ratio ${ratio.toFixed(2)}; 95% CI ${(ratio * 0.9).toFixed(3)} to ${(ratio / 0.9).toFixed(3)}).`
    const found = certainty([0.3, 0.5, 0.9].map((ratio, at): Told => [trial('abc'[at]!, { quote: quote(ratio) })]))
    expect(reason(found, 'consistency')).toMatchObject({ steps: -1, text: expect.stringContaining('I²') })
  })

  it('gives a retracted paper no voice', () => {
    const told: Told[] = [[trial('a')], [trial('b')]]
    papers.set('work_b', { ...papers.get('work_b')!, standing: { state: 'retracted' } })
    expect(reason(certainty(told), 'independence').text).toBe('Only one paper was recognised as saying it.')
    papers.set('work_a', { ...papers.get('work_a')!, standing: { state: 'retracted' } })
    expect(certainty(told)).toBeNull()
  })

  it('begins reviews of randomised trials as such trials begin', () => {
    const found = certainty([
      [made('a', { design: 'meta-analysis', size: 900, text: 'Randomised trials of mowing pooled.' })],
    ])
    expect(reason(found, 'design').steps).toBe(0)
  })

  it('never goes below very low', () => {
    expect(certainty([[made('a', { design: 'opinion' })], [trial('b'), 'refutes']]).level).toBe('very-low')
  })
})

describe('certaintyOfClaim', () => {
  it('says of a claim of one paper that nobody else says it', () => {
    const found = certaintyOfClaim(claims.get(trial('a', { size: 900 }))!, {
      claims,
      papers,
      source: (paper) => paper,
    })!
    expect(found.level).toBe('moderate')
    expect(reason(found, 'independence').text).toBe('Only one paper was recognised as saying it.')
  })
})

describe('the rules of certainty', () => {
  it('name their source, and cover every design', () => {
    for (const { source, when } of certaintyRules) expect([source.length > 3, when.length > 10]).toEqual([true, true])
    const steps = new Set(certaintyRules.filter(({ question }) => question === 'design').map((rule) => rule.steps))
    for (const step of Object.values(designSteps)) expect(steps).toContain(step)
  })
})
