import { describe, expect, it } from 'vitest'
import { faithfulness } from './faithfulness.ts'

const failing = (claim: string, quote: string) =>
  faithfulness(claim, [quote])
    .checks.filter((one) => !one.ok)
    .map((one) => one.detail)

describe('words in the place of others', () => {
  it.each([
    ['another comparator', 'Drug A healed more ulcers than placebo.', 'Drug A healed more ulcers than omeprazole.'],
    ['another population', 'Nausea was frequent in soldiers.', 'Nausea was frequent in children.'],
    [
      'a word that stands elsewhere in the sentence too',
      'Nausea was twice as frequent in women as in men.',
      'Nausea was twice as frequent in men as in men.',
    ],
    ['a unit left out', 'Relapse fell by 30% within a year.', 'Relapse fell by 30 per thousand within a year.'],
    [
      'a hedge left out beside one that is kept',
      'Old benchmarks may overstate accuracy, because models may have memorised them.',
      'Old benchmarks does overstate accuracy, because models may have memorised them.',
    ],
  ])('are named: %s', (_what, quote, claim) => {
    expect(failing(quote, quote)).toEqual([])
    expect(failing(claim, quote)).not.toEqual([])
  })

  it.each([
    ['a part of the sentence', 'Tea increased latency.', 'In 84 adults, tea increased latency and reduced sleep time.'],
    ['a pointer named', 'Tafenoquine prevented relapse.', 'This drug prevented relapse.'],
    [
      'an abbreviation written out',
      'Copper linens and hard surfaces may help to prevent healthcare-associated infections in acute wards.',
      'Copper linens and hard surfaces may help to prevent HAIs in acute wards.',
    ],
    ['another spelling', 'Hemolysis was rare in men.', 'Haemolysis was rare in men.'],
  ])('are not seen in %s', (_what, claim, quote) => {
    expect(failing(claim, quote)).toEqual([])
  })
})
