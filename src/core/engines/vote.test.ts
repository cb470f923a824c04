import { describe, expect, it } from 'vitest'
import type { Assessment, Engine } from './engine.ts'
import { votingEngine } from './vote.ts'

const says = (id: string, part: Partial<Assessment>): Engine => ({
  id,
  version: '1',
  assess: () => ({
    ...{ stance: 'neutral', fit: 'same', basis: 'lexical', possible: false, score: 0.6, best: [0], coverage: 0.8 },
    reasons: [`${id} read it`],
    ...part,
  }),
})
const lexical = says('lexical', { stance: 'refutes', possible: true })
const nli = says('nli', { stance: 'refutes', basis: 'nli', score: 0.9 })
const llm = says('llm', { stance: 'supports', basis: 'llm' })
const vote = (...engines: Engine[]) => votingEngine(engines).assess('a claim', { title: '', sentences: ['a sentence'] })

describe('engines that vote', () => {
  it('make a possible conflict firm where another sees it too', async () => {
    expect(await vote(lexical, nli)).toMatchObject({ stance: 'refutes', possible: false, basis: 'nli', score: 0.75 })
  })

  it('leave a conflict by words alone a possible one', async () => {
    const quiet = says('llm', { basis: 'llm' })
    const found = await vote(lexical, quiet)
    expect(found).toMatchObject({ stance: 'refutes', possible: true })
    expect(found.reasons.join()).toContain('llm sees neither')
    expect(await vote(lexical)).toMatchObject({ stance: 'refutes', possible: true })
  })

  it('say who sees what where they disagree', async () => {
    const found = await vote(nli, llm)
    expect(found.stance).toBe('neutral')
    expect(found.reasons.at(-1)).toBe('the engines disagree: nli sees a refutation, llm sees support')
  })

  it('go with the majority', async () => {
    const found = await vote(lexical, nli, llm)
    expect(found).toMatchObject({ stance: 'refutes', possible: false })
    expect(found.reasons.join()).toContain('disagree')
  })
})
