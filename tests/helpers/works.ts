import { type Fingerprint, fingerprint } from '../../src/core/merge/keys.ts'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import type { Ids } from '../../src/schemas/paper.ts'

/** A record of an invented article on cover crops, with changes. */
export function work(csl: Partial<SourceRecord['csl']> = {}, ids: Ids = {}, abstract?: string): SourceRecord {
  return {
    id: 'library:soil.ris#1',
    source: 'library',
    csl: {
      type: 'article-journal',
      title: 'Winter cover crops and soil organic carbon on sandy farms in Denmark',
      author: [
        { family: 'Lindholm', given: 'Karen' },
        { family: 'Østergaard', given: 'Poul' },
        { family: 'Mwangi', given: 'Grace W.' },
      ],
      issued: { 'date-parts': [[2017]] },
      'container-title': 'Agriculture, Ecosystems and Environment',
      volume: '236',
      issue: '4',
      page: '218-226',
      ...csl,
    },
    ids,
    text: abstract === undefined ? null : { kind: 'abstract', sections: [{ name: 'Abstract', text: abstract }] },
  }
}

/** What is compared of such a record. */
export function printOf(...given: Parameters<typeof work>): Fingerprint {
  return fingerprint(work(...given))
}

/** A year of publication as a record says it. */
export function inYear(year: number): Pick<SourceRecord['csl'], 'issued'> {
  return { issued: { 'date-parts': [[year]] } }
}

/** Two abstracts of some forty words without three words in a row in common. */
export const abstracts = [
  'Sandy soils lose organic carbon when they lie bare over winter. We sowed rye and vetch after harvest on twelve farms and measured carbon to a depth of thirty centimetres during six years, beside plots that stayed without any cover.',
  'Farmers weigh the price of seed against the nitrogen that legumes leave behind. Interviews with ninety growers across four regions show who adopts mixtures, who gives them up again, and which subsidies changed that decision between two rounds of asking.',
] as const
