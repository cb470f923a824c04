import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { claimFaithfulness, faithfulness, infidelity } from './faithfulness.ts'

const failed = (claim: string, quote: string) =>
  faithfulness(claim, [quote])
    .checks.filter((check) => !check.ok)
    .map((check) => check.check)

const quote =
  'Tafenoquine 300 mg reduced the risk of relapse by 89.2 % at 6 months in adults (95% CI 1.2–3.4, p < 0.001).'

describe('faithfulness', () => {
  it('accepts the quote itself and a part of it', () => {
    expect(failed(quote, quote)).toEqual([])
    expect(failed('Tafenoquine 300 mg reduced the risk of relapse by 89.2% at 6 months in adults.', quote)).toEqual([])
    expect(failed('Tafenoquine reduced relapse.', quote)).toEqual([])
  })

  it('says which digit differs', () => {
    const found = faithfulness(quote.replace('89.2', '98.2'), [quote])
    expect(found.checks.find((check) => check.check === 'digits')?.detail).toBe(
      'the quote says 89.2 %, the claim 98.2 %',
    )
  })

  it.each([
    ['digits', quote.replace('300', '30')],
    ['digits', quote.replace('p < 0.001', 'p > 0.001')],
    ['digits', quote.replace('1.2–3.4', '1.2–4.4')],
    ['units', quote.replace('300 mg', '300 g')],
    ['units', quote.replace('6 months', '6 weeks')],
    ['units', quote.replace('89.2 %', '89.2 percentage points')],
    ['direction', quote.replace('reduced', 'increased')],
    ['negation', quote.replace('reduced', 'did not reduce')],
    ['quote', quote.replace('adults', 'children')],
    ['quote', 'Copper alloy surfaces lowered bacterial counts in hospital rooms.'],
  ])('%s: %s', (name, claim) => {
    expect(failed(claim, quote)).toContain(name)
  })

  it.each([
    ['negation', 'Metformin lowered mortality in the trial.', 'Metformin did not lower mortality in the trial.'],
    ['negation', 'There were serious adverse events.', 'There were no serious adverse events.'],
    ['hedging', 'Vitamin D prevents falls.', 'Vitamin D may prevent falls.'],
    ['hedging', 'Copper surfaces reduce infections.', 'These results suggest that copper surfaces reduce infections.'],
    ['hedging', 'Coffee causes heart disease.', 'Coffee was associated with heart disease.'],
    ['hedging', 'The drug works in all patients.', 'The drug works in some patients.'],
    [
      'direction',
      'Instruction tuning is more robust than fine-tuning.',
      'Fine-tuning is more robust than instruction tuning.',
    ],
    ['direction', 'The vaccine was ineffective in adults.', 'The vaccine was effective in adults.'],
    ['digits', 'Recall was 91 % for C and 84 % for Rust.', 'Recall was 84 % for C and 91 % for Rust.'],
    ['digits', 'IL-8 was raised in serum.', 'IL-6 was raised in serum.'],
  ])('%s: "%s" against "%s"', (name, claim, source) => {
    expect(failed(claim, source)).toContain(name)
  })

  it.each([
    ['Relapse fell to 12.5% in 1234 patients.', 'Relapse fell to 12·5% in 1,234 patients.'],
    [
      'The drug reduced relapse in adults.',
      'The drug reduced relapse in adults but did not reduce relapse in children.',
    ],
    ['The drug lowered pain.', 'The drug lowered pain and may raise blood pressure.'],
    ['Tafenoquine was well tolerated.', 'Tafenoquine was well tolerated, with no serious adverse events.'],
    ['Not only relapse but also transmission fell.', 'Not only relapse but also transmission fell.'],
    ['Three trials were found.', '3 trials were found.'],
    ['Metformin reduces weight.', 'It has been shown that metformin reduces weight.'],
  ])('accepts "%s" from "%s"', (claim, source) => {
    expect(failed(claim, source)).toEqual([])
  })

  it('holds of every text and itself', () => {
    const words = fc.array(fc.constantFrom(...quote.split(' '), 'not', 'may', 'lower', 'than', ',', 'IL-6', '7'), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(fc.property(words, (list) => failed(list.join(' '), list.join(' ')).length === 0))
  })
})

describe('the faithfulness of a claim', () => {
  const whole = 'METHODS: Cows got the barn plan of 4 visits (BP4). RESULTS: Milk rose by 9% with BP4.'
  const quote = 'Milk rose by 9% with BP4.'
  const held = (text: string, imported?: { mark: string; verified: null; confidence: null; row: number }) => {
    const [alder] = sampleContent().papers.values()
    const start = whole.indexOf(quote)
    const barn = { ...alder!, text: { kind: 'abstract' as const, sections: [{ name: 'abstract', text: whole }] } }
    const source = { paper: barn.id, section: 'abstract', start, end: start + quote.length, quote }
    return claimFaithfulness({ text, sources: [source], imported }, new Map([[barn.id, barn]]))
  }

  it('asks the paper for what an abbreviation stands for, not the quote', () => {
    expect(held('Milk rose by 9% with barn plan of 4 visits (BP4).').faithful).toBe(true)
  })

  it.each([
    ['digits', 'Milk rose by 8% with barn plan of 4 visits (BP4).'],
    ['digits', 'Milk rose by 9% with barn plan of 5 visits (BP4).'],
    ['direction', 'Milk fell by 9% with barn plan of 4 visits (BP4).'],
  ])('still sees wrong %s: %s', (check, text) => {
    expect(infidelity(held(text))?.rule).toBe(`unfaithful-${check}`)
  })

  it('asks the quote alone of an author’s own claim', () => {
    const imported = { mark: '1', verified: null, confidence: null, row: 1 } as const
    expect(infidelity(held('Milk rose by 9% with barn plan of 4 visits (BP4).', imported))?.rule).toBe(
      'unfaithful-digits',
    )
  })
})
