import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../../tests/helpers/sample-content.ts'
import type { Claim } from '../../../schemas/claim.ts'
import type { Facts } from '../facts.ts'
import { deniedBy } from './denied.ts'

const stored = sampleContent().claims.get('tea')!.claims[0]!

function claim(id: string, paper: string, text: string, near: Claim | null, reason: string): Claim {
  const span = { paper, section: 'abstract', start: 0, end: text.length, quote: text }
  const likewise = near ? [{ ...near.sources[0]!, score: 0.5, reasons: [reason] }] : []
  return { ...stored, id: `c-${id.repeat(16)}`, text, sources: [span], likewise }
}
const facts = (...claims: Claim[]) => ({ claims }) as unknown as Facts

const lower = claim('1', 'work_a', 'Leaf loss was lower in shade.', null, '')
const alike = claim(
  '2',
  'work_b',
  'Leaf loss did not differ between shade and sun.',
  lower,
  'direction: the claim denies what it says',
)
const both = claim('1', 'work_a', lower.text, alike, 'direction: it denies what the claim says ("not")')

describe('deniedBy', () => {
  it('gives the claim of another paper where each stands near the other and one denies it', () => {
    expect(deniedBy(both, facts(both, alike))?.id).toBe(alike.id)
    expect(deniedBy(alike, facts(both, alike))?.id).toBe(both.id)
  })

  it('gives none where only one of both stands near the other, or nothing is denied', () => {
    expect(deniedBy(alike, facts(lower, alike))).toBeNull()
    const said = claim('3', 'work_c', 'Leaf loss fell in shade.', both, 'both speak of "leaf loss"')
    expect(deniedBy(said, facts(both, said))).toBeNull()
  })
})
