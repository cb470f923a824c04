import { describe, expect, it } from 'vitest'
import { paper as paperSchema } from '../../schemas/paper.ts'
import type { ScreeningDecision } from './decision.ts'
import { findDecision, overrule, unusedDecisions } from './overruling.ts'

const paper = paperSchema.parse({
  id: 'doi_10.1234__bees.1',
  aliases: ['pmid_123'],
  csl: { id: 'doi_10.1234__bees.1', type: 'article-journal', title: 'Neonicotinoids and wild bees' },
  ids: { doi: '10.1234/bees.1' },
  text: { kind: 'abstract', sections: [{ name: 'Abstract', text: 'Wild bees declined.' }] },
  standing: { state: 'unchecked' },
})
const said = { who: 'Noor', when: '2026-02-03', why: 'It is the only field trial.' }
const found: ScreeningDecision = {
  ...{ paper: paper.id, state: 'excluded', rule: 'off-topic', reason: 'Off the topic.', relevance: 0.1 },
}

describe('decisions of a person', () => {
  it('are found by id, alias or DOI, and the last one counts', () => {
    const entries = [
      { ...said, paper: 'pmid_123', decision: 'exclude' as const },
      { ...said, doi: 'https://doi.org/10.1234/BEES.1', decision: 'include' as const },
    ]
    expect(findDecision(entries, paper)?.decision).toBe('include')
    expect(findDecision(entries.slice(0, 1), paper)?.decision).toBe('exclude')
    expect(findDecision([{ ...said, doi: '10.1234/bees.2', decision: 'include' }], paper)).toBeUndefined()
  })

  it('that fit no paper are told', () => {
    const slip = { ...said, doi: '10.1234/bees.11', decision: 'include' as const }
    expect(unusedDecisions([slip, { ...said, paper: paper.id, decision: 'include' }], [paper])).toEqual([slip])
  })

  it('take the place of the rules and keep what these said', () => {
    const decided = overrule(found, paper, { ...said, paper: paper.id, decision: 'include' })
    expect(decided).toMatchObject({ state: 'kept', rule: 'included-by-hand', relevance: 0.1 })
    expect(decided.reason).toBe(
      'Included by Noor on 2026-02-03: It is the only field trial. The rules had said: Off the topic.',
    )
    expect(decided.overruled).toEqual({ by: 'Noor', day: '2026-02-03', reason: said.why, was: 'excluded' })
  })

  it('confirm without overruling', () => {
    const decided = overrule(found, paper, { ...said, paper: paper.id, decision: 'exclude' })
    expect(decided.overruled).toBeUndefined()
    expect(decided.reason).toContain('Confirmed by Noor')
  })

  it('cannot give a paper a text', () => {
    const bare = { ...paper, text: null }
    expect(overrule(found, bare, { ...said, paper: paper.id, decision: 'include' }).state).toBe('no-text')
  })
})
