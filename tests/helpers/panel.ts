import { describe, expect, it } from 'vitest'
import { type PanelInput, panelFacts } from '../../src/core/panel/facts.ts'
import type { Fault } from '../../src/core/panel/fault.ts'
import { reviewers } from '../../src/core/panel/index.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { sampleContent } from './sample-content.ts'

const content = sampleContent()
const sample = content.claims.get('tea')!.claims

/** The first two papers of the sample: the first states the sample's first claim, the second supports it. */
export const [first, second] = [...content.papers.keys()] as [string, string]

/** The sample as a panel reads it, without claims. Every call gives a fresh copy. */
export function panelInput(): PanelInput {
  const { panel: _panel, gate: _gate, ...draft } = structuredClone(content.reports.get('tea')!)
  return {
    question: content.questions.get('tea')!,
    claims: [],
    papers: [...content.papers.values()].map((paper) => structuredClone(paper)),
    ledger: structuredClone(content.ledgers.get('tea')!),
    draft,
  }
}

/** Claims like the sample's first: the given numbers of them supported and reported. */
export function claims(
  supported: number,
  reported: number,
  change: (claim: Claim, at: number) => Partial<Claim> = () => ({}),
): Claim[] {
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

/** Id of one of the papers that {@link papers} makes. */
export function paperAt(at: number): string {
  return `doi_10.1234__steep.${at}`
}

/** Papers with the text of the sample's first and identifiers of their own. */
export function papers(count: number, change: (at: number) => Partial<Paper> = () => ({})): Paper[] {
  return Array.from({ length: count }, (_, at) => ({
    ...structuredClone(content.papers.get(first)!),
    id: paperAt(at),
    ids: { doi: `10.1234/steep.${at}` },
    ...change(at),
  }))
}

/** The place that a claim was read from, in another paper. */
export function from(claim: Claim, paper: string): Pick<Claim, 'sources'> {
  return { sources: [{ ...claim.sources[0]!, paper }] }
}

/** A fault of an imported report. */
export function fault(reviewer: string, severity: Fault['severity'], rule = 'some-fault'): Fault {
  return { rule, reviewer, severity, message: 'Something is wrong.', field: 'claims', line: 1, claims: [] }
}

/** Faults that weigh so much together, each of a rule of its own: errors of 1, and a warning for a half. */
export function faults(reviewer: string, weight: number): Fault[] {
  const errors = Array.from({ length: Math.floor(weight) }, (_, at) => fault(reviewer, 'error', `error-${at}`))
  return weight % 1 === 0 ? errors : [...errors, fault(reviewer, 'warning', 'warning')]
}

/** What of the sample a case changes. */
export type Change = (input: PanelInput) => Partial<PanelInput>

/** One reviewer's reading of the changed sample. */
export function review(id: string, change: Change) {
  const base = panelInput()
  const given = { ...base, ...change(base) }
  const verdicts = { ...given.draft.verdicts }
  for (const name of Object.keys(verdicts) as (keyof typeof verdicts)[])
    verdicts[name] = given.claims.filter(({ verdict }) => verdict === name).length
  const facts = panelFacts({ ...given, draft: { ...given.draft, verdicts } })
  // These claims bear the words of no paper: what was found unfaithful is what they say of themselves.
  const misread = facts.claims.filter(({ faithfulness }) => faithfulness?.faithful === false)
  const carried = facts.statements.filter(
    ({ verdict, claims }) => verdict === 'supported' && !misread.includes(claims[0]!),
  )
  return reviewers.find((one) => one.id === id)!.review({ ...facts, misread, carried })
}

/** Tests that a reviewer gives each report exactly this score, in the words of that step. */
export function describeSteps(id: string, cases: readonly [score: number, why: string, change: Change][]): void {
  describe(`rubric of ${id}`, () => {
    it.each(cases)('gives %i where %s', (score, _, change) => {
      const given = review(id, change)
      const step = reviewers.find((one) => one.id === id)!.rubric.find((one) => one.score === score)!
      expect({ score: given.score, reason: given.reason }).toEqual({ score, reason: step.words })
    })

    it('has a case for every step', () => {
      expect([...new Set(cases.map(([score]) => score))].sort((a, b) => b - a)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    })
  })
}
