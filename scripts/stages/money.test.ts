import { describe, expect, it } from 'vitest'
import { beeQuery, beeWorks } from '../../tests/databases/bees.ts'
import { makeWork } from '../../tests/databases/world.ts'
import { besideDatabases } from '../../tests/helpers/asking.ts'
import { addressed, contactFault, contactOf, keyOf } from '../sources/address.ts'
import { adapterOf } from '../sources/index.ts'
import { lookUp } from './look-up.ts'
import { searchSource } from './search-source.ts'

const openalex = adapterOf('openalex')
const copper = { ...beeQuery, all: [{ id: 'copper', any: ['copper'] }], not: [], years: {} }
const many = Array.from({ length: 230 }, (_, n) => makeWork(n))
const key = { TOUCHSTONE_OPENALEX_KEY: ' sesame \n' }

describe('OpenAlex', () => {
  it('is read by numbered pages from where a cursor is refused, on any page', () =>
    besideDatabases(many, async ({ databases, ...asked }) => {
      const answer = await searchSource(openalex, copper, { ...asked, limit: 1000 })
      expect(answer).toMatchObject({ fault: null, hits: 230, pages: 3 })
      expect(new Set(answer.records.map(({ id }) => id)).size).toBe(230)
      expect(databases.asked.map(({ url }) => /[?&](cursor|page)=([^&]*)/.exec(url)?.slice(1).join('='))).toEqual([
        'cursor=*',
        'cursor=at-100',
        'page=2',
        'page=3',
      ])
    }))

  it('with a key is read by cursors, and asks for no page beyond the last', () =>
    besideDatabases(
      many,
      async ({ databases, ...asked }) => {
        databases.kept.openalex!.key = 'sesame'
        expect(await searchSource(openalex, copper, { ...asked, limit: 1000 })).toMatchObject({ fault: null, pages: 3 })
        expect(databases.asked).toHaveLength(3)
        databases.kept.openalex!.key = 'other'
        const refused = await searchSource(openalex, beeQuery, { ...asked, limit: 10 })
        expect(refused.fault).toContain('401')
      },
      key,
    ))

  it('tells what is left, says why it stops, and its look-ups go on when its searches are spent', () =>
    besideDatabases(beeWorks, async ({ databases, lines, ...asked }) => {
      await searchSource(openalex, beeQuery, { ...asked, limit: 10 })
      expect(lines.at(-1)).toBe('OpenAlex: 990 of 1,000 credits are left for today; it gives more in 9 h')
      databases.kept.openalex!.spent = 995
      const spent = await searchSource(openalex, copper, { ...asked, limit: 10 })
      expect(spent.fault).toMatch(/429: what may be asked in a day is spent; without a key .*TOUCHSTONE_OPENALEX_KEY/)
      const before = databases.asked.length
      expect(
        (await searchSource(openalex, { ...copper, years: { from: 2000 } }, { ...asked, limit: 10 })).fault,
      ).not.toBeNull()
      expect(databases.asked).toHaveLength(before)
      const found = await lookUp(openalex, { ids: { doi: beeWorks[0]!.doi } }, asked)
      expect(found).toMatchObject({ state: 'found' })
      expect(databases.asked.at(-1)!.url).toBe(`/works/doi:${beeWorks[0]!.doi}`)
      expect(databases.kept.openalex!.spent).toBe(995)
    }))
})

describe('Crossref', () => {
  const crossref = adapterOf('crossref')
  const rateOf = (purpose: 'search' | 'look-up', env: Record<string, string>) => {
    const { perSecond, concurrency, lane } = addressed(
      crossref,
      { path: '/works', query: {} },
      { sources: {} } as never,
      purpose,
      env,
    )
    return { perSecond, concurrency, lane }
  }

  it('has a rate for lists and one for single works, better ones for those who name a contact', () => {
    const contact = { TOUCHSTONE_CONTACT: 'ada@university.edu' }
    expect(rateOf('search', {})).toEqual({ perSecond: 1, concurrency: 1, lane: 'crossref search' })
    expect(rateOf('search', contact)).toMatchObject({ perSecond: 3, concurrency: 3 })
    expect(rateOf('look-up', {})).toEqual({ perSecond: 5, concurrency: 1, lane: 'crossref look-up' })
    expect(rateOf('look-up', contact)).toMatchObject({ perSecond: 10, concurrency: 3 })
  })

  it('takes the token of Plus as Bearer, and no other way', () =>
    besideDatabases(
      beeWorks,
      async ({ databases, ...asked }) => {
        expect((await searchSource(crossref, beeQuery, { ...asked, limit: 10 })).fault).toBeNull()
        expect(databases.asked[0]!.headers['crossref-plus-api-token']).toBe('Bearer sesame')
      },
      { TOUCHSTONE_CROSSREF_KEY: 'sesame ' },
    ))
})

describe('PubMed', () => {
  it('is asked ten times a second with a key, three times without', () => {
    const rate = (env: Record<string, string>) =>
      addressed(adapterOf('pubmed'), { path: '/esearch.fcgi', query: {} }, { sources: {} } as never, 'search', env)
        .perSecond
    expect([rate({}), rate({ TOUCHSTONE_PUBMED_KEY: 'sesame' })]).toEqual([3, 10])
  })

  it('says that a key is none', () =>
    besideDatabases(
      beeWorks,
      async ({ databases, ...asked }) => {
        databases.kept.pubmed!.key = 'other'
        expect((await searchSource(adapterOf('pubmed'), beeQuery, { ...asked, limit: 10 })).fault).toContain('400')
      },
      { TOUCHSTONE_PUBMED_KEY: 'sesame' },
    ))
})

describe('Semantic Scholar', () => {
  it('without a key says that it mostly refuses those', () =>
    besideDatabases(beeWorks, async ({ databases, ...asked }) => {
      databases.faults.semanticscholar = { kind: 'status', status: 429, retryAfter: '3600' }
      const answer = await searchSource(adapterOf('semanticscholar'), beeQuery, { ...asked, limit: 10 })
      expect(answer.fault).toMatch(/429; mostly refused without a key \(TOUCHSTONE_SEMANTICSCHOLAR_KEY\)/)
    }))
})

describe('who asks', () => {
  it('gives keys without the spaces that were copied along', () => {
    expect(keyOf(openalex, key)).toBe('sesame')
    expect(keyOf(openalex, { TOUCHSTONE_OPENALEX_KEY: ' \n' })).toBeNull()
  })

  it.each(['you@example.org', 'You@Example.com', 'name@mail.example.net', 'your.name@uni.edu', 'ann@yourdomain.org'])(
    'is not %s',
    (contact) => {
      expect(contactFault({ TOUCHSTONE_CONTACT: contact })).toMatch(/address of an example/)
      expect(contactOf({ TOUCHSTONE_CONTACT: contact })).toBeNull()
    },
  )

  it('is told where the address is none, and a run begins with no such contact', async () => {
    expect(contactFault({ TOUCHSTONE_CONTACT: 'ada at home' })).toMatch(/no address of e-mail/)
    expect(contactFault({})).toBeNull()
    expect(contactOf({ TOUCHSTONE_CONTACT: ' ada@university.edu ' })).toBe('ada@university.edu')
    await expect(besideDatabases([], async () => {}, { TOUCHSTONE_CONTACT: 'you@example.org' })).rejects.toMatchObject({
      code: 'usage',
      where: 'TOUCHSTONE_CONTACT',
    })
  })
})
