import { describe, expect, it } from 'vitest'
import { sampleContent, sentenceSpan } from '../../../tests/helpers/sample-content.ts'
import { checkSources } from './sources.ts'
import type { UnverifiedClaim } from './unverified-claim.ts'

const { papers } = sampleContent()
const [alder, birch] = [...papers.values()]
const [own, other] = [sentenceSpan(alder!, 1), sentenceSpan(birch!, 1)]

function claimOf(text: string, sources: UnverifiedClaim['sources']): UnverifiedClaim {
  return { id: 'c-0123456789abcdef', text, sources, facet: null, relevance: 0.5, quantities: [] }
}

describe('the sources of a claim', () => {
  it('are kept where each bears it out', () => {
    const claim = claimOf(own.quote, [own])
    const checked = checkSources(claim, papers)
    expect(checked).toEqual({ claim, faithfulness: checked.faithfulness, dropped: [] })
    expect(checked.faithfulness?.faithful).toBe(true)
  })

  it('are nobody where an imported claim has none', () => {
    const claim = claimOf('Tea is good.', [])
    expect(checkSources(claim, papers)).toEqual({ claim, faithfulness: null, dropped: [] })
  })

  it('lose the one that says something else, with the reason', () => {
    const { claim, dropped, faithfulness } = checkSources(claimOf(own.quote, [own, other]), papers)
    expect(claim?.sources).toEqual([own])
    expect(faithfulness?.faithful).toBe(true)
    expect(dropped).toEqual([
      { paper: birch!.id, text: own.quote, rule: 'unfaithful-digits', reason: expect.stringContaining('11 minutes') },
    ])
  })

  it('are none where a quote does not stand at its place, or its paper is not there', () => {
    const moved = { ...own, start: own.start + 1 }
    const reason = 'the quote does not stand at its place in section "abstract"'
    const gone = { rule: 'quote-not-found', reason, text: own.quote }
    expect(checkSources(claimOf(own.quote, [moved]), papers)).toEqual({
      ...{ claim: null, faithfulness: null },
      dropped: [{ paper: alder!.id, ...gone }],
    })
    const lost = checkSources(claimOf(own.quote, [{ ...own, paper: 'doi_10.1__x' }]), papers)
    expect(lost.dropped).toEqual([{ paper: 'doi_10.1__x', ...gone }])
    const section = checkSources(claimOf(own.quote, [{ ...own, section: 'results' }]), papers)
    expect(section.dropped[0]!.reason).toContain('"results"')
  })
})
