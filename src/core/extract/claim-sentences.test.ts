import { describe, expect, it } from 'vitest'
import { claimSentences } from './claim-sentences.ts'

const claims = (sentences: readonly string[]) => claimSentences(sentences).map(({ claim }) => claim)

describe('claimSentences', () => {
  it('takes what a trial concludes, not its methods, its figures or the call for more work', () => {
    expect(
      claims([
        'Relapse of vivax malaria is frequent.',
        'We aimed to compare one dose of the drug with placebo.',
        'We randomly assigned 522 patients to the drug or placebo.',
        'At 6 months 62% of patients were free of relapse, against 28% with placebo (P<0.001).',
        'These findings show that one dose of the drug prevents relapse of vivax malaria.',
        'Further studies in children are needed.',
      ]),
    ).toEqual([false, false, false, false, true, false])
  })

  it('takes the finding that a laboratory paper announces', () => {
    const [background, shown, , summed] = claims([
      'How copper kills bacteria is unknown.',
      'Here we show that copper ions damage the membrane of Escherichia coli before they reach its DNA.',
      'Mutants without the pump died within 5 min.',
      'Together, these results suggest that membrane damage is the first step of contact killing.',
    ])
    expect([background, shown, summed]).toEqual([false, true, true])
  })

  it('reads headings in front of sentences', () => {
    expect(
      claims([
        'BACKGROUND: Copper surfaces carry fewer bacteria.',
        'RESULTS: Counts fell by 83% on copper.',
        'CONCLUSIONS: Copper surfaces lower the burden of bacteria in hospital rooms.',
      ]),
    ).toEqual([false, false, true])
  })

  it.each([
    ['', 1],
    ['One sentence.', 1],
    ['…', 1],
  ])('finds one claim in an abstract of one sentence: %j', (sentence, count) => {
    expect(claims([sentence]).filter(Boolean)).toHaveLength(count)
  })

  it('finds none where there is no sentence', () => expect(claims([])).toEqual([]))
})
