import { describe, expect, it } from 'vitest'
import { claims } from '../../../tests/helpers/panel.ts'
import type { Finding } from '../../schemas/claim.ts'
import { statementsOf } from './statements.ts'

const finding = (id: string, members: readonly string[]): Finding =>
  ({
    id,
    claim: members[0],
    members: members.map((claim) => ({ claim, stance: 'supports', fit: 'same', reason: 'says so' })),
    frame: null,
    verdict: 'supported',
    confidence: null,
  }) as Finding

describe('statementsOf', () => {
  const made = claims(3, 2)
  const [a, b, c, d] = made.map(({ id }) => id) as [string, string, string, string]

  it('counts once what several claims say, and every other claim by itself', () => {
    const statements = statementsOf(made, [finding('f-1', [b, d])])
    expect(statements.map(({ id }) => id)).toEqual([a, 'f-1', c, made[4]!.id])
    expect(statements.flatMap(({ claims: own }) => own)).toHaveLength(made.length)
  })

  it('takes the weightiest verdict of its claims', () => {
    const disputed = made.map((claim) => (claim.id === d ? { ...claim, verdict: 'disputed' as const } : claim))
    expect(statementsOf(disputed, [finding('f-1', [b, d])])[1]!.verdict).toBe('disputed')
    expect(statementsOf(made, [finding('f-1', [d, b])]).find(({ id }) => id === 'f-1')!.verdict).toBe('supported')
  })
})
