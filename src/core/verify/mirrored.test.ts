import { describe, expect, it } from 'vitest'
import { calibration } from '../../../tests/helpers/calibration.ts'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { Claim, Evidence } from '../../schemas/claim.ts'
import { mirrored } from './mirrored.ts'

const content = sampleContent()
const all = content.claims.get('tea')!.claims
const [headache, waking] = [all[3]!, all[4]!]

/** What a row of the first claim on the second one's sentence makes of both. */
function seen(row: Partial<Evidence>, before: Evidence[] = []): Claim {
  const told = { score: 0.7, probability: 0.7, engine: 'words 1', reasons: ['a reason'], ...row }
  const evidence = [
    { ...waking.sources[0]!, stance: 'refutes', fit: 'same', possible: false, basis: 'lexical', ...told } as Evidence,
  ]
  const claims = [
    { ...headache, evidence },
    { ...waking, evidence: before },
  ]
  return mirrored(claims, { papers: content.papers, calibration })[1]!
}

describe('mirrored', () => {
  it('tells a contrary of both claims, with the sentence of the other, and settles the verdict', () => {
    const claim = seen({})
    expect(claim.evidence).toEqual([
      {
        ...headache.sources[0],
        ...{ stance: 'refutes', fit: 'same', possible: false, basis: 'lexical', score: 0.7, probability: 0.7 },
        ...{ engine: 'words 1', group: headache.sources[0]!.paper },
        reasons: ['its own claim was found to say otherwise than this sentence'],
      },
    ])
    expect(claim.verdict).toBe('contradicted')
  })

  it('tells the same of both only where neither holds for less', () => {
    expect(seen({ stance: 'supports' }).verdict).toBe('supported')
    expect(seen({ stance: 'supports', fit: 'narrower' }).evidence).toEqual([])
    expect(seen({ stance: 'neutral' }).evidence).toEqual([])
    expect(seen({ excluded: 'same-group' }).evidence).toEqual([])
  })

  it('leaves what a claim has of that paper, and takes the place of what says nothing', () => {
    const own = { ...headache.sources[0]!, fit: 'same', possible: false, basis: 'lexical', score: 1, probability: 1 }
    const row = (stance: Evidence['stance']) => ({ ...own, stance, engine: 'words 1', reasons: [] }) as Evidence
    expect(seen({}, [row('supports')]).evidence).toEqual([row('supports')])
    expect(seen({}, [row('neutral')]).evidence.map(({ stance }) => stance)).toEqual(['refutes'])
  })
})
