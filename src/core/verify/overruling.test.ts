import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { auditContent } from '../audit/index.ts'
import { overruleVerdicts, unusedVerdicts } from './overruling.ts'

const { claims } = sampleContent().claims.get('tea')!
const entry = (claim: string, verdict: 'reported' | 'disputed' | 'supported') => ({
  ...{ claim, verdict, who: 'Ada', when: '2026-05-04', why: 'The two trials share their patients.' },
})

describe('verdicts of a person', () => {
  it('stand in place of the engine’s, with what it had said', () => {
    const [first, ...rest] = overruleVerdicts(claims, [
      entry(claims[0]!.id, 'disputed'),
      entry(claims[0]!.id, 'reported'),
    ])
    expect(first).toMatchObject({
      ...{ verdict: 'reported', confidence: null },
      overruled: { by: 'Ada', day: '2026-05-04', was: 'supported', reason: 'The two trials share their patients.' },
    })
    expect(rest).toEqual(claims.slice(1))
  })

  it('change nothing where they agree', () => {
    expect(overruleVerdicts(claims, [entry(claims[0]!.id, 'supported')])).toEqual(claims)
  })

  it('are told where the claim is not there', () => {
    const lost = entry('c-0000000000000000', 'reported')
    expect(unusedVerdicts(claims, [lost, entry(claims[0]!.id, 'reported')])).toEqual([lost])
  })

  it('pass the audit', () => {
    const content = sampleContent()
    const file = content.claims.get('tea')!
    content.claims.set('tea', { ...file, claims: overruleVerdicts(file.claims, [entry(claims[0]!.id, 'reported')]) })
    const rules = auditContent(content).map(({ rule }) => rule)
    expect(rules).not.toContain('verdict-unfounded')
    expect(rules).not.toContain('confidence-unsaid')
  })
})
