import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ClaimsFile } from '../../schemas/claim.ts'
import { sampleVerdicts, sampleWords } from './sample-verdicts.ts'

interface Pair {
  question: string
  claim: string
  claimPaper: string
  evidencePaper: string
  label: 'SUPPORT' | 'REFUTE' | 'NEI'
}
const file = new URL('../../../scripts/evaluate/sample-labels.json', import.meta.url)
const labels: Pair[] = JSON.parse(readFileSync(file, 'utf8'))

/** The sample as if its verdicts had been given by somebody. */
function answered(told: (pair: Pair) => 'supports' | 'refutes' | null) {
  const files = labels.map((pair) => {
    const stance = told(pair)
    const claim = {
      text: pair.claim,
      sources: [{ paper: pair.claimPaper }],
      evidence: stance ? [{ paper: pair.evidencePaper, stance }] : [],
    }
    return { question: pair.question, claims: [claim] } as unknown as ClaimsFile
  })
  return sampleVerdicts(files, (paper) => paper)!
}

describe('sampleVerdicts', () => {
  it('tells silence from error', () => {
    const silent = answered(() => null)
    expect(silent).toMatchObject({ told: 0, right: 0 })
    expect(silent.telling).toBe(labels.filter(({ label }) => label !== 'NEI').length)
    expect(sampleWords(silent)).toMatch(/precision cannot be told.*recall 0 %/)
  })

  it('counts what is told wrongly against what is told', () => {
    const eager = answered(() => 'supports')
    expect(eager.told).toBe(eager.pairs)
    expect(eager.right).toBeGreaterThan(0)
    expect(eager.right).toBeLessThan(eager.told)
  })

  it('says nothing where the sample is not there', () => {
    expect(sampleVerdicts([], (paper) => paper)).toBeNull()
    expect(sampleWords(null)).toBe('')
  })
})
