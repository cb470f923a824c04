import type { Query } from '../../src/core/question/query.ts'
import { makeWork, type Work } from './world.ts'

/** A query with everything that a translation can get wrong: open words, open phrases, a hyphen before an open word, an exclusion, years. */
export const beeQuery: Query = {
  all: [
    { id: 'bees', any: ['honey bee*', 'bumble-bee*', 'apiar*'] },
    { id: 'harm', any: ['pesticid*', 'neonicotinoid*', 'toxicit*', 'crop poison*'] },
  ],
  not: ['wasp*'],
  years: { from: 2010, to: 2020 },
  excludedTypes: [],
  languages: [],
}

const everywhere = ['openalex', 'crossref', 'semanticscholar', 'arxiv', 'europepmc', 'pubmed', 'dblp', 'datacite']

/** The Nth work of the collection; its title ends in its number. */
function work(n: number, title: string, abstract: string, change: Partial<Work> = {}): Work {
  return makeWork(n, {
    title: `${title} ${n}`,
    abstract,
    authors: [{ family: 'Amsel', given: 'Ada' }],
    journal: 'Annals of Invented Hygiene',
    year: 2014,
    doi: `10.48550/bees.${n}`,
    pmid: String(50_000_000 + n),
    pmcid: null,
    arxiv: `2501.0${String(1000 + n)}`,
    in: everywhere,
    cites: [],
    ...change,
  })
}

/** What the query is for, and what lies beside it. */
export const beeWorks: readonly Work[] = [
  work(1, 'Honey bees and pesticides in orchards', 'Colonies were counted.', { cited: 3 }),
  work(2, 'A honey bee meets one pesticide', 'It was watched for a day.', { cited: 40 }),
  work(3, 'Bumble-bees and neonicotinoids', 'Nests were weighed.', { cited: 1, language: null }),
  work(4, 'What summer brings', 'Apiaries near fields hold more of a pesticide.', { cited: 7 }),
  work(5, 'Honey bees and pesticides long ago', 'Colonies were counted.', { year: 2004, cited: 90 }),
  work(6, 'Wasps, honey bees and pesticides', 'Nests were counted.', { cited: 2 }),
  work(7, 'Honey bees, pesticides and their neighbours', 'Wasps were seen too, and pesticides, and a honey bee.', {
    cited: 5,
  }),
  work(8, 'Honey bees in winter', 'Colonies were fed.', { cited: 80 }),
  work(9, 'Toxicity of dust to honey bees', 'Dust was drawn by lot.', { cited: 9 }),
  work(10, 'Honey bees and pesticides as a table', 'Rows and columns.', { resource: 'Dataset', cited: 0 }),
  work(11, 'Pesticides in soil', 'Soil was dug.', { authors: [{ family: 'Beecham', given: 'Honey' }], cited: 60 }),
  work(12, 'Crop poisons and honey bees', 'Hives were weighed.', { cited: 4 }),
]

/** Numbers of the works that answer to the whole query. */
export const beesWanted = [1, 2, 3, 4, 7, 9, 10, 12]
