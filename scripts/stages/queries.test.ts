import { describe, expect, it } from 'vitest'
import type { Query } from '../../src/core/question/query.ts'
import { services } from '../../tests/databases/answers.ts'
import { beeQuery, beesWanted, beeWorks } from '../../tests/databases/bees.ts'
import { type Asked, besideDatabases, numbersOf } from '../../tests/helpers/asking.ts'
import type { Translation } from '../sources/adapter.ts'
import { adapterOf, searchable } from '../sources/index.ts'
import { readTranslation, searchSource } from './search-source.ts'

/** What a source finds, in order; `wrong` spoils its translation. */
async function found(
  source: string,
  { http, site, log }: Pick<Asked, 'http' | 'site' | 'log'>,
  {
    query = beeQuery,
    limit = 100,
    wrong,
  }: {
    query?: Query
    limit?: number
    wrong?: (parameters: Translation['parameters']) => Translation['parameters']
  } = {},
) {
  const adapter = adapterOf(source)
  const right = adapter.translate!(query)
  const translation = wrong ? { ...right, parameters: wrong(right.parameters), furtherParts: [] } : right
  return readTranslation(adapter, translation, { http, site, limit, log })
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
const spoil = (name: string, from: RegExp | string, to: string) => (parameters: Translation['parameters']) => {
  const after = parameters[name]!.replaceAll(from, to)
  expect(after).not.toBe(parameters[name])
  return { ...parameters, [name]: after }
}

const but = (...less: number[]) => beesWanted.filter((n) => !less.includes(n))
const and = (...more: number[]) => sorted([...beesWanted, ...more])
type Mistake = [what: string, wrong: ReturnType<typeof spoil>, finds: number[]]

/** What each database finds beyond or short of the wanted, what it tells, and mistakes with what each would find. */
const cases: Readonly<Record<string, { finds: number[]; told: RegExp[]; mistakes: Mistake[] }>> = {
  openalex: {
    finds: and(6),
    told: [/excluded topics/, /endings other than those written out, of honey bee\*, .*pesticid\*/],
    mistakes: [
      ['a stem in quotes', spoil('filter', /"pesticide"(?: OR "pesticides")?/g, '"pesticid"'), [3, 9, 12]],
      ['an asterisk on a stemmed field', spoil('filter', /"pesticide"/g, 'pesticid*'), []],
    ],
  },
  semanticscholar: {
    finds: and(6),
    told: [/excluded topics/, /endings .* honey bee\*, bumble-bee\*, crop poison\*$/],
    mistakes: [
      ['an exclusion that takes the abstract too', spoil('query', /$/g, ' -"wasps"'), but(7)],
      ['an asterisk against stems alone', spoil('query', / \| "toxicit(?:y|ies)"/g, ''), [1, 2, 3, 4, 6, 7, 10, 12]],
    ],
  },
  arxiv: {
    finds: beesWanted,
    told: [/endings other than those written out/],
    mistakes: [
      ['a stem in quotes', spoil('search_query', /"pesticides?"/g, '"pesticid"'), [3, 9, 12]],
      ['a stem in quotes that is to shut out', spoil('search_query', /ANDNOT .*$/g, 'ANDNOT (ti:"wasp")'), and(6)],
      ['a phrase without its asterisk', spoil('search_query', /"honey bees"/g, '"honey bee"'), [2, 3, 4, 7]],
    ],
  },
  europepmc: {
    finds: beesWanted,
    told: [/endings other than those written out, of honey bee\*, bumble-bee\*, crop poison\*$/],
    mistakes: [
      ['a phrase without its asterisk', spoil('query', /"honey bees"/g, '"honey bee"'), [2, 3, 4, 7]],
      ['an asterisk behind a hyphen', spoil('query', /TITLE_ABS:"bumble-bees?"/g, 'TITLE_ABS:bumble-bee*'), but(3)],
      ['a stem in quotes that is to shut out', spoil('query', /TITLE:wasp\*/g, 'TITLE:"wasp"'), and(6)],
      ['a filter by language', spoil('query', /$/g, ' AND LANG:("eng")'), but(3)],
    ],
  },
  pubmed: {
    finds: beesWanted,
    told: [/endings other than those written out, of honey bee\*, bumble-bee\*$/],
    mistakes: [
      ['a phrase without its asterisk', spoil('term', '"crop poison*"', '"crop poison"'), but(12)],
      ['an asterisk behind three letters', spoil('term', '"honey bees"', '"honey bee*"'), [2, 3, 4, 7]],
      ['a stem in quotes that is to shut out', spoil('term', 'wasp*[ti]', '"wasp"[ti]'), and(6)],
    ],
  },
  dblp: {
    finds: [1, 2, 3, 5, 6, 7, 9, 10, 11, 12],
    told: [/abstracts/, /authors and venues/, /beginning of a word/, /phrases/, /years/, /excluded topics/],
    mistakes: [
      ['leaving phrases out', () => ({ q: 'apiar pesticid|neonicotinoid|toxicit' }), []],
      ['the first phrase alone', spoil('q', /^.*$/g, 'honey bee pesticid'), [1, 2, 5, 6, 7, 10, 11]],
    ],
  },
  datacite: {
    finds: but(10),
    told: [/data sets, software/, /endings other than those written out, of honey bee\*, bumble-bee\*, crop poison\*$/],
    mistakes: [
      ['types that are not named', ({ query }) => ({ query: query! }), beesWanted],
      ['a phrase without its asterisk', spoil('query', /"honey bees"/g, '"honey bee"'), [2, 3, 4, 7]],
      [
        'a stem in quotes that is to shut out',
        spoil('query', 'titles.title:wasp*', 'titles.title:"wasp"'),
        sorted([...but(10), 6]),
      ],
    ],
  },
}

describe.each(Object.entries(cases))('%s', (source, { finds, told, mistakes }) => {
  it('finds exactly what was asked for, and says what it cannot ask', () =>
    besideDatabases(beeWorks, async (asked) => {
      const answer = await searchSource(adapterOf(source), beeQuery, { ...asked, limit: 100 })
      expect(answer.fault).toBeNull()
      expect(sorted(numbersOf(answer.records))).toEqual(finds)
      for (const words of told) expect(answer.translation.notExpressed.join('\n')).toMatch(new RegExp(words, 'm'))
      expect(answer.translation.order).toBeDefined()
      expect(`${answer.translation.text}`).not.toMatch(/"(?:pesticid|toxicit|apiar)"/)
    }))

  it.each(mistakes)('would find something else by %s', (_, wrong, finds) =>
    besideDatabases(beeWorks, async (asked) => {
      const answer = await found(source, asked, { wrong })
      expect(sorted(numbersOf(answer.records))).toEqual(finds)
    }),
  )
})

describe('crossref', () => {
  it('ranks by words what has most of them, and would rank by no stem', () =>
    besideDatabases(beeWorks, async (asked) => {
      const answer = await found('crossref', asked)
      expect(numbersOf(answer.records).slice(0, 2).sort()).toEqual([2, 7])
      expect(answer.translation.notExpressed.join()).toMatch(/ranks by words.*endings.*excluded topics/)
      const wrong = await found('crossref', asked, {
        wrong: (parameters) => ({ ...parameters, 'query.bibliographic': 'honey bee pesticid toxicit' }),
      })
      expect(numbersOf(wrong.records).slice(0, 5)).not.toEqual(numbersOf(answer.records).slice(0, 5))
      expect(asked.databases.asked[0]!.url).toContain('select=DOI')
    }))
})

describe('a list that the limit cuts short', () => {
  it('holds the most cited of Semantic Scholar, the best matches of DataCite', () =>
    besideDatabases(beeWorks, async (asked) => {
      const cited = await found('semanticscholar', asked, { limit: 2 })
      expect(numbersOf(cited.records)).toEqual([2, 9])
      const best = await found('datacite', asked, { limit: 1 })
      expect(numbersOf(best.records)).toEqual([7])
      expect(asked.databases.asked.at(-1)!.url).not.toContain('cursor')
    }))

  it('of DataCite goes on by numbered pages of one size', () =>
    besideDatabases(beeWorks, async (asked) => {
      asked.databases.kept.datacite!.pageSize = 2
      const answer = await found('datacite', asked)
      expect(sorted(numbersOf(answer.records))).toEqual(cases.datacite!.finds)
      expect(answer).toMatchObject({ fault: null, pages: 4 })
    }))
})

describe('DBLP', () => {
  it('is asked once for what is said twice, and for no phrase that a shorter one finds', () => {
    const all = [
      { id: 'a', any: ['night-shift*', 'night shift', 'shift at night', 'shift', 'late shift work', 'rota'] },
    ]
    const { text } = adapterOf('dblp').translate!({ ...beeQuery, all })
    expect(text).toBe('q=shift|rota')
    const again = adapterOf('dblp').translate!({ ...beeQuery, all: [{ id: 'a', any: ['multi-task', 'multi task'] }] })
    expect(again.text).toBe('q=multi task')
  })
})

describe('languages', () => {
  it.each([
    ['openalex', and(6).filter((n) => n !== 3), /name no language/],
    ['europepmc', beesWanted, /name none/],
    ['pubmed', beesWanted, null],
  ])('of %s lose records without one only where the ledger says so', (source, finds, told) =>
    besideDatabases(beeWorks, async (asked) => {
      const answer = await found(source, asked, { query: { ...beeQuery, languages: ['en'] } })
      expect(sorted(numbersOf(answer.records))).toEqual(finds)
      if (told) expect(answer.translation.notExpressed.join()).toMatch(told)
    }),
  )
})

describe('PubMed', () => {
  it('says what it does not know and what it searched', () =>
    besideDatabases(beeWorks, async (asked) => {
      const query = { ...beeQuery, all: [{ id: 'bees', any: ['honey bee*', 'solitary moon bee', 'zzyzx'] }] }
      const { said } = await found('pubmed', asked, { query })
      expect(said.join('\n')).toMatch(/finds no such phrase as .*"solitary moon bee"\[tiab\]/)
      expect(said.join('\n')).toMatch(/searched .*Title\/Abstract/)
    }))
})

describe('a query that is too long', () => {
  const many = Array.from({ length: 400 }, (_, n) => `invented term number ${n}`)
  const long = { ...beeQuery, all: [beeQuery.all[0]!, { id: 'harm', any: [...many, ...beeQuery.all[1]!.any] }] }

  it.each(Object.entries(cases).filter(([source]) => source !== 'dblp'))(
    'is asked of %s in parts, and the parts joined',
    (source, { finds }) =>
      besideDatabases(beeWorks, async (asked) => {
        const answer = await searchSource(adapterOf(source), long, { ...asked, limit: 100 })
        expect(answer.fault).toBeNull()
        expect(sorted(numbersOf(answer.records))).toEqual(finds)
        expect(answer.translation.furtherParts!.length).toBeGreaterThan(1)
        expect(Math.max(...asked.databases.asked.map(({ url }) => url.length))).toBeLessThan(5000)
      }),
  )

  it('is halved where a database takes less than was thought', () =>
    besideDatabases(beeWorks, async (asked) => {
      asked.databases.kept.europepmc!.longest = 1500
      const answer = await searchSource(adapterOf('europepmc'), long, { ...asked, limit: 100 })
      expect(answer.fault).toBeNull()
      expect(sorted(numbersOf(answer.records))).toEqual(beesWanted)
      expect(answer.translation.furtherParts!.length).toBeGreaterThan(0)
    }))
})

describe('an answer that is not whole', () => {
  it.each(searchable.map(({ id }) => id))('is a fault of %s, never silence', (source) =>
    besideDatabases(beeWorks, async (asked) => {
      const adapter = adapterOf(source)
      const short = {
        ...adapter,
        parse: (body: string, cursor: string | null = null) => {
          const page = adapter.parse(body, cursor)
          return { ...page, total: page.total === null ? null : page.total + 3 }
        },
      }
      const answer = await readTranslation(short, adapter.translate!(beeQuery), { ...asked, limit: 100 })
      expect(answer.fault).toMatch(/it gave only \d+ of \d+ records/)
      expect(answer.records.length).toBeGreaterThan(0)
    }),
  )

  it('of arXiv is asked for again, and told where it stays empty', () =>
    besideDatabases(beeWorks, async (asked) => {
      Object.assign(asked.databases.kept.arxiv!, { pageSize: 3, emptyPages: 1 })
      expect(await found('arxiv', asked)).toMatchObject({ fault: null, hits: 8 })
      asked.databases.kept.arxiv!.emptyPages = 9
      const again = await found('arxiv', asked, { query: { ...beeQuery, years: {} } })
      expect(again.fault).toMatch(/it gave only 3 of 9 records/)
      expect(again.records).toHaveLength(3)
    }))
})

describe('what the databases do', () => {
  it.each(Object.entries(services))('of %s is each from a document', (_, { behaviours }) => {
    expect(behaviours.length).toBeGreaterThan(0)
    for (const { does, document } of behaviours) {
      expect(does).toMatch(/^[a-z].{10,}/)
      expect(document).toMatch(/^https:\/\//)
    }
  })
})
