import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../../tests/helpers/sample-content.ts'
import type { Claim } from '../../../schemas/claim.ts'
import { type PanelInput, panelFacts } from '../facts.ts'
import type { Fault } from '../fault.ts'
import { reviewers } from '../index.ts'

const content = sampleContent()
const sample = content.claims.get('tea')!.claims
const input = (): PanelInput => {
  const { panel: _panel, gate: _gate, ...draft } = structuredClone(content.reports.get('tea')!)
  return {
    question: content.questions.get('tea')!,
    claims: [],
    papers: [...content.papers.values()].map((paper) => structuredClone(paper)),
    ledger: structuredClone(content.ledgers.get('tea')!),
    draft,
  }
}
const [first, second] = [...content.papers.keys()] as [string, string]

/** Claims like the sample's first: the given numbers of them supported and reported. */
function claims(
  supported: number,
  reported: number,
  change: (claim: Claim, at: number) => Partial<Claim> = () => ({}),
) {
  return Array.from({ length: supported + reported }, (_, at): Claim => {
    const claim = structuredClone(sample[0]!)
    const verdict = at < supported ? 'supported' : 'reported'
    const own = { id: `c-${String(at).padStart(16, '0')}`, text: `Finding ${at} holds for tea.`, verdict } as const
    return {
      ...claim,
      ...own,
      evidence: at < supported ? claim.evidence : [],
      quantities: [],
      ...change({ ...claim, ...own }, at),
    }
  })
}

const fault = (reviewer: string, severity: Fault['severity']): Fault =>
  ({
    rule: 'some-fault',
    reviewer,
    severity,
    message: 'Something is wrong.',
    field: 'claims',
    claims: [],
  }) as unknown as Fault

function review(id: string, change: (input: PanelInput) => Partial<PanelInput>) {
  const base = input()
  const given = { ...base, ...change(base) }
  const verdicts = { ...given.draft.verdicts }
  for (const name of Object.keys(verdicts) as (keyof typeof verdicts)[])
    verdicts[name] = given.claims.filter(({ verdict }) => verdict === name).length
  return reviewers.find((one) => one.id === id)!.review(panelFacts({ ...given, draft: { ...given.draft, verdicts } }))
}

/** Claims of which one in `every` has a number that its quote does not have. */
const misread = (count: number, every: number) =>
  claims(0, count, (_, at) =>
    at % every
      ? {}
      : { faithfulness: { faithful: false, checks: [{ check: 'digits', ok: false, detail: '12, not 21' }] } },
  )

const groups = (claim: Claim, count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...claim.evidence[0]!, paper: `${second}-${at}`, group: `g${at}` }))
const standing = (papers: PanelInput['papers'], state: 'current' | 'retracted' | 'superseded') =>
  papers.map((paper) => ({ ...paper, standing: { state } }))
const text = (claim: Claim, quantities: number) => ({
  quantities: Array.from({ length: quantities }, () => ({
    kind: 'n',
    value: 84,
    start: 0,
    end: 2,
  })) as unknown as Claim['quantities'],
  text: claim.text,
})

const cases: readonly [
  reviewer: string,
  score: number,
  why: string,
  change: (input: PanelInput) => Partial<PanelInput>,
][] = [
  [
    'evidence',
    10,
    'most are supported, by several groups',
    () => ({ claims: claims(8, 2, (c) => ({ evidence: groups(c, 2) })) }),
  ],
  ['evidence', 9, 'three in five are supported', () => ({ claims: claims(6, 4, (c) => ({ evidence: groups(c, 2) })) })],
  ['evidence', 8, 'two in five are supported by one paper', () => ({ claims: claims(5, 5) })],
  ['evidence', 7, 'one in four is supported', () => ({ claims: claims(5, 10) })],
  ['evidence', 6, 'ten of many are supported', () => ({ claims: claims(10, 40) })],
  ['evidence', 5, 'five of many are supported', () => ({ claims: claims(5, 40) })],
  ['evidence', 4, 'one is supported', () => ({ claims: claims(1, 40) })],
  ['evidence', 3, 'each has a source and no second', () => ({ claims: claims(0, 4) })],
  ['evidence', 2, 'some have a source', () => ({ claims: claims(0, 4, (_, at) => (at === 0 ? { sources: [] } : {})) })],
  ['evidence', 1, 'none has a source', () => ({ claims: claims(0, 4, () => ({ sources: [] })) })],
  [
    'citations',
    10,
    'all papers stand',
    ({ papers }) => ({ claims: claims(2, 2), papers: standing(papers, 'current') }),
  ],
  [
    'citations',
    9,
    'a preprint has an article',
    ({ papers }) => ({ claims: claims(2, 2), papers: standing(papers, 'superseded') }),
  ],
  [
    'citations',
    8,
    'half of the papers were asked about',
    ({ papers }) => ({
      claims: claims(2, 2, (c, at) => (at ? {} : { sources: [{ ...c.sources[0]!, paper: second }] })),
      papers: papers.map((paper) => (paper.id === first ? { ...paper, standing: { state: 'current' } } : paper)),
    }),
  ],
  ['citations', 7, 'nobody was asked', () => ({ claims: claims(2, 2) })],
  ['numbers', 10, 'twenty numbers have a place', () => ({ claims: claims(4, 0, (c) => text(c, 5)) })],
  ['numbers', 9, 'ten numbers have a place', () => ({ claims: claims(2, 0, (c) => text(c, 5)) })],
  ['numbers', 8, 'one number has a place', () => ({ claims: claims(1, 0, (c) => text(c, 1)) })],
  ['numbers', 7, 'there are no numbers', () => ({ claims: claims(2, 0) })],
  ['numbers', 6, 'there is no ledger to trace them to', () => ({ claims: claims(2, 0), ledger: null })],
  ['numbers', 5, 'one number in fifty differs from its quote', () => ({ claims: misread(50, 50) })],
  ['numbers', 4, 'one number in twenty differs from its quote', () => ({ claims: misread(20, 20) })],
  ['numbers', 3, 'one number in ten differs from its quote', () => ({ claims: misread(10, 10) })],
  ['numbers', 2, 'one number in three differs from its quote', () => ({ claims: misread(3, 3) })],
  ['numbers', 1, 'every number differs from its quote', () => ({ claims: misread(3, 1) })],
  ['reproducibility', 9, 'quotes are in published texts', () => ({ claims: claims(2, 2) })],
  [
    'reproducibility',
    10,
    'several sources were searched',
    ({ ledger }) => ({
      claims: claims(2, 2),
      ledger: { ...ledger!, queries: [...ledger!.queries, { ...ledger!.queries[0]!, source: 'crossref' }] },
    }),
  ],
  [
    'reproducibility',
    7,
    'quotes are in notes',
    ({ papers }) => ({
      claims: claims(2, 2),
      papers: papers.map((paper) => ({ ...paper, text: { ...paper.text!, kind: 'note' } })),
    }),
  ],
  [
    'impact',
    9,
    'the texts speak of harms and one claim does',
    () => ({
      claims: claims(2, 8, (c, at) => (at ? {} : { text: `Headache was a harm in ${c.id}.` })),
    }),
  ],
  ['impact', 7, 'the texts speak of harms and no claim does', () => ({ claims: claims(2, 8) })],
  [
    'impact',
    10,
    'three of ten claims tell of harms',
    () => ({
      claims: claims(2, 8, (c, at) => (at < 3 ? { text: `Toxic effects were seen in ${c.id}.` } : {})),
    }),
  ],
  [
    'impact',
    4,
    'nothing is marked and no limit is told',
    ({ draft }) => ({
      claims: claims(0, 4, () => ({ verdict: 'unverified' })),
      draft: { ...draft, limitations: [], sections: [] },
    }),
  ],
]

describe('rubrics', () => {
  it.each(cases)('%s gives %i where %s', (id, score, _, change) => {
    const given = review(id, change)
    const step = reviewers.find((one) => one.id === id)!.rubric.find((one) => one.score === score)!
    expect({ score: given.score, reason: given.reason }).toEqual({ score, reason: step.words })
  })

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
  })
})
