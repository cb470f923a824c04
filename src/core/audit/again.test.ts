import { describe, expect, it } from 'vitest'
import { calibration } from '../../../tests/helpers/calibration.ts'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { Claim } from '../../schemas/claim.ts'
import { type Assessment, type Engine, noMatch } from '../engines/engine.ts'
import { verifyClaims } from '../verify/index.ts'
import { editedByHand } from './edited.ts'
import type { Content } from './index.ts'
import { recheckVerdicts } from './recheck.ts'
import { compareRemade, type Remade } from './remade.ts'
import { sealed, sealHolds } from './seal.ts'

const day = '2026-05-04'

/** An engine that knows two papers to agree where both speak of waking, and nothing else. */
const engine: Engine = {
  ...{ id: 'test', version: '1' },
  assess: (claim, { sentences }): Assessment => {
    const best = sentences.findIndex((sentence) => /wok|waking/i.test(sentence))
    if (best < 0 || !/wok|waking/i.test(claim)) return noMatch(0)
    const reasons = ['both speak of waking']
    return {
      stance: 'supports',
      fit: 'same',
      basis: 'nli',
      possible: false,
      score: 0.9,
      best: [best],
      coverage: 1,
      reasons,
    }
  },
}

/** The sample as this engine verifies it. */
async function verified(): Promise<Content & { own: Claim[] }> {
  const content = sampleContent()
  const file = content.claims.get('tea')!
  const report = content.reports.get('tea')!
  const papers = [...content.papers.values()]
  const { claims } = await verifyClaims({ claims: file.claims, papers, engine, day, calibration })
  content.claims.set('tea', { ...file, claims })
  const named = [
    { name: 'test', version: '1', does: 'comparing' },
    { name: 'test calibration', version: 'test-1', does: 'weighing' },
  ]
  content.reports.set('tea', { ...report, engines: named, seal: 'a'.repeat(64) })
  return { ...content, own: claims }
}

const told = async (content: Content, version = calibration) =>
  (await recheckVerdicts(content, 'tea', { engine, calibration: version })).map(
    ({ rule, severity, file, field, message }) => `${rule} ${severity} ${file} ${field}: ${message}`,
  )

/** A claim that another paper supports. */
const supported = ({ own }: { own: Claim[] }): Claim =>
  own.find(({ evidence }) => evidence.some(({ stance }) => stance === 'supports'))!

describe('verifying content again', () => {
  it('finds what it says', async () => {
    const content = await verified()
    expect(supported(content).verdict).toBe('supported')
    expect(await told(content)).toEqual([])
  })

  it.each<[string, (claim: Claim) => void]>([
    ['another verdict', (claim) => void (claim.verdict = 'reported')],
    ['another confidence', (claim) => void (claim.confidence! -= 0.1)],
    ['evidence left out', (claim) => void claim.evidence.splice(0)],
    [
      'evidence that was invented',
      (claim) => void claim.evidence.push({ ...claim.evidence[0]!, paper: 'doi_10.1234__tea.3', stance: 'refutes' }),
    ],
    ['evidence in another form', (claim) => void claim.evidence[0]!.reasons.push('and so it is')],
    ['a shorter hunt', (claim) => void (claim.hunt!.queries = [])],
    ['what a paper is worth', (claim) => void (claim.leaveOneOut = [])],
    ['another faithfulness', (claim) => void claim.faithfulness!.checks.pop()],
    ['another number', (claim) => void claim.quantities.push({ kind: 'n', value: 3, text: 'x', start: 0, end: 1 })],
    ['another size of the study', (claim) => void (claim.sampleSize = 9000)],
  ])('tells %s', async (_, change) => {
    const content = await verified()
    change(supported(content))
    expect(await told(content)).toMatchSnapshot()
  })

  it('passes over the last digit of a score, and what a person overruled', async () => {
    const near = await verified()
    supported(near).confidence! -= 0.001
    expect(await told(near)).toEqual([])
    const decided = await verified()
    supported(decided).overruled = { by: 'A', day, reason: 'Read', was: 'supported' }
    supported(decided).verdict = 'disputed'
    expect(await told(decided)).toEqual([])
  })

  it.each<[string, (content: Content & { own: Claim[] }) => void]>([
    ['of another engine', ({ reports }) => void (reports.get('tea')!.engines[0]!.version = '2')],
    ['of another calibration', ({ reports }) => void reports.get('tea')!.engines.pop()],
    ['of a full text', ({ papers }) => void ([...papers.values()][0]!.text!.kind = 'fulltext')],
    ['without a text', ({ papers }) => void ([...papers.values()][0]!.text = null)],
    ['of a report that was brought in', ({ reports }) => void (reports.get('tea')!.origin = 'imported')],
  ])('says nothing of the verdicts of work %s', async (_, change) => {
    const content = await verified()
    supported(content).verdict = 'reported'
    change(content)
    expect(await told(content)).toEqual([])
  })

  it('holds links of a model to its kept answers, and passes over what is not all kept', async () => {
    const content = await verified()
    supported(content).verdict = 'reported'
    const checked = { engine, calibration }
    expect(await recheckVerdicts(content, 'tea', checked, async () => null)).toEqual([])
    const asIs = await recheckVerdicts(content, 'tea', checked, async (claims) =>
      claims.map((claim) => (claim.id === supported(content).id ? { ...claim, verdict: 'reported' as const } : claim)),
    )
    expect(asIs).toEqual([])
  })
})

describe('content made again from its library', () => {
  const remade = (content: Content, change: (due: { claims: Claim[]; due: Remade }) => void = () => {}) => {
    const copy = structuredClone(content)
    const claims = copy.claims.get('tea')!.claims
    const due: Remade = { papers: [...copy.papers.values()], claims, ledger: copy.ledgers.get('tea')! }
    change({ claims, due })
    return compareRemade(content, 'tea', due).map(
      ({ rule, severity, file, field, message }) => `${rule} ${severity} ${file} ${field}: ${message}`,
    )
  }

  it('is the same, whatever seals it', () => {
    const content = sampleContent()
    for (const one of [...content.papers.values(), ...content.ledgers.values()]) one.seal = 'a'.repeat(64)
    const unsealed = ({ due }: { due: Remade }) => {
      for (const one of [...due.papers, due.ledger]) delete one.seal
    }
    expect(remade(content, unsealed)).toEqual([])
    expect(remade({ ...content, ledgers: new Map(), papers: new Map() })).toEqual([])
  })

  it.each<[string, (due: { claims: Claim[]; due: Remade }) => void]>([
    ['a name', ({ due }) => void (due.papers[0]!.csl.title = 'Tea')],
    ['a row', ({ due }) => void (due.ledger.records[1]!.reason = 'so')],
    ['a word of a claim', ({ claims }) => void (claims[0]!.text = 'Tea keeps awake.')],
    ['how a claim stands to the question', ({ claims }) => void (claims[0]!.relevance = 0.1)],
    ['a claim that no text gives', ({ claims }) => void claims.splice(2, 1)],
    ['a claim that is missing', ({ claims }) => void claims.push({ ...claims[0]!, id: 'c-0123456789abcdef' })],
  ])('differs in %s', (_, change) => {
    expect(remade(sampleContent(), change)).toMatchSnapshot()
  })
})

describe('a seal', () => {
  it('holds until something changes, in whatever order it is written', () => {
    const file = sealed({ one: 1, two: [2] })
    expect(sealHolds({ two: [2], seal: file.seal, one: 1 })).toBe(true)
    expect(sealHolds({ ...file, two: [3] })).toBe(false)
    expect(sealed(file)).toEqual(file)
    for (const without of [null, 3, 'x', {}, { one: 1 }]) expect(sealHolds(without)).toBe(true)
  })

  it('that is gone or broken is told where no other rule tells the file', () => {
    const content = sampleContent()
    content.changes.get('tea')!.seal = 'a'.repeat(64)
    content.edited = ['changes/tea.json', 'papers/doi_10.1234__tea.1.json']
    content.reports.get('tea')!.seal = 'b'.repeat(64)
    const error = { rule: 'x', severity: 'error' as const, file: 'claims/tea.json', field: '', message: '' }
    const findings = [error, { ...error, severity: 'warning' as const, file: 'ledger/tea.json' }]
    expect(editedByHand(content, findings)).toMatchSnapshot()
    content.changes.get('tea')!.seal = undefined
    content.edited = undefined
    expect(editedByHand(content, [])).toEqual([])
  })
})
