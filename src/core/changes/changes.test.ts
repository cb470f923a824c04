import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { ChangesFile } from '../../schemas/change.ts'
import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { confidenceNoise } from './claims.ts'
import { type Edition, recordChanges, recordRemoval } from './index.ts'

const later = '2026-06-01'

type Open = Edition & { claims: Claim[]; findings: Finding[]; papers: Map<string, Paper> }

function edition(change: (edition: Open) => void = () => {}): Edition {
  const content = sampleContent()
  const made = {
    report: content.reports.get('tea')!,
    claims: [...content.claims.get('tea')!.claims],
    findings: [...content.claims.get('tea')!.findings],
    ledger: content.ledgers.get('tea')!,
    papers: new Map(content.papers),
    basis: null,
  }
  change(made)
  return made
}

const history = (): ChangesFile => sampleContent().changes.get('tea')!
const told = (after: Edition) =>
  recordChanges(edition(), after, history(), later)
    .changes.filter(({ day }) => day === later)
    .map(({ kind, subject, before, after: now }) => ({ kind, subject, before, after: now }))
const firstClaim = edition().claims[0]!

describe('recordChanges', () => {
  it('tells of a first report', () => {
    expect(recordChanges(null, edition(), null, later).changes.map(({ kind }) => kind)).toEqual(['report-added'])
  })

  it('tells a verdict that flipped, and not its confidence besides', () => {
    const after = edition(({ claims }) => {
      claims[0] = { ...claims[0]!, verdict: 'disputed', confidence: 0.4 }
    })
    expect(told(after)).toEqual([
      { kind: 'verdict-changed', subject: firstClaim.id, before: firstClaim.verdict, after: 'disputed' },
    ])
  })

  it('tells a confidence that moved beyond the noise, and no smaller move', () => {
    const by = (step: number) =>
      edition(({ claims }) => {
        claims[0] = { ...claims[0]!, confidence: 0.7 + step }
      })
    expect(told(by(confidenceNoise))).toMatchObject([{ kind: 'confidence-moved', subject: firstClaim.id }])
    expect(told(by(confidenceNoise - 0.01)).map(({ kind }) => kind)).toEqual(['report-changed'])
  })

  it('tells a move once, also where it was told on the day the claim came', () => {
    const at = (confidence: number) => edition(({ claims }) => (claims[0] = { ...claims[0]!, confidence }))
    const first = recordChanges(null, at(0.6), null, later)
    const moved = recordChanges(at(0.6), at(0.9), first, later)
    expect(moved.changes[0]).toMatchObject({ kind: 'confidence-moved', before: '60 %', after: '90 %' })
    const next = recordChanges(at(0.9), at(0.91), moved, '2026-06-02')
    expect(next.changes[0]).toMatchObject({ day: '2026-06-02', kind: 'report-changed' })
    const drifted = recordChanges(at(0.91), at(0.96), next, '2026-06-03')
    expect(drifted.changes[0]).toMatchObject({ kind: 'confidence-moved', before: '90 %', after: '96 %' })
  })

  it('tells claims that came and went, with their words', () => {
    const gone = edition(({ claims, findings }) => {
      claims.splice(0, 1)
      findings.splice(0, 1)
    })
    expect(told(gone).filter(({ kind }) => kind.startsWith('claim-'))).toEqual([
      { kind: 'claim-removed', subject: firstClaim.id, before: firstClaim.text, after: null },
    ])
    const back = recordChanges(gone, edition(), history(), later).changes
    expect(back.find(({ kind }) => kind === 'claim-added')).toMatchObject({
      kind: 'claim-added',
      subject: firstClaim.id,
      after: firstClaim.text,
    })
  })

  it('tells findings that came, went or say something else, with their sentence', () => {
    const [finding] = edition().findings
    const text = finding!.heading!.text
    const without = edition(({ findings }) => {
      findings.splice(0, 1)
    })
    expect(told(without)).toEqual([{ kind: 'finding-removed', subject: finding!.id, before: text, after: null }])
    const back = recordChanges(without, edition(), history(), later).changes[0]!
    expect(back).toMatchObject({ kind: 'finding-added', subject: finding!.id, before: null, after: text })
    const disputed = edition(({ findings }) => {
      findings[0] = { ...finding!, verdict: 'disputed' }
    })
    expect(told(disputed)).toEqual([
      {
        ...{ kind: 'finding-changed', subject: finding!.id },
        ...{ before: `${finding!.verdict}, two papers`, after: 'disputed, two papers' },
      },
    ])
  })

  it('says where the claims of a finding are told now', () => {
    const [finding] = edition().findings
    const moved = edition(({ findings }) => {
      findings[0] = { ...finding!, id: 'f-0000000000000000' }
    })
    const removal = recordChanges(edition(), moved, history(), later).changes.find(
      ({ kind }) => kind === 'finding-removed',
    )!
    expect(removal.into).toBe('f-0000000000000000')
    expect(removal.cause).toContain('another finding')
  })

  it('tells a retraction before what it caused', () => {
    const id = firstClaim.evidence[0]!.paper
    const after = edition(({ papers, claims }) => {
      papers.set(id, { ...papers.get(id)!, standing: { state: 'retracted', notice: '10.1234/notice' } })
      const evidence = claims[0]!.evidence.map((row) => ({ ...row, excluded: 'retracted' as const }))
      claims[0] = { ...claims[0]!, verdict: 'reported', evidence }
    })
    const kinds = told(after).map(({ kind }) => kind)
    expect(kinds[0]).toBe('paper-retracted')
    expect(kinds).toContain('verdict-changed')
    const changes = recordChanges(edition(), after, history(), later).changes
    expect(changes.find(({ kind }) => kind === 'verdict-changed')!.cause).toContain('retracted')
  })

  it('keeps the state that a claim had, and never takes history away', () => {
    const after = edition(({ claims }) => {
      claims[0] = { ...claims[0]!, verdict: 'disputed' }
    })
    const file = recordChanges(edition(), after, history(), later)
    expect(file.versions[firstClaim.id]![0]).toMatchObject({ until: later, claim: { verdict: firstClaim.verdict } })
    expect(file.changes.slice(-1)).toEqual(history().changes.slice(-1))
  })
})

describe('recordRemoval', () => {
  it('tells every finding as gone, so that its address still answers', () => {
    const gone = recordRemoval(edition(), history(), later).changes.filter(({ kind }) => kind === 'finding-removed')
    expect(gone.map(({ subject }) => subject)).toEqual(edition().findings.map(({ id }) => id))
  })

  it('keeps every claim with its last state', () => {
    const file = recordRemoval(edition(), history(), later)
    expect(file.changes[0]).toMatchObject({ kind: 'report-removed', subject: 'tea' })
    expect(Object.keys(file.versions).sort()).toEqual(
      edition()
        .claims.map(({ id }) => id)
        .sort(),
    )
  })
})
