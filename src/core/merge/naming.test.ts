import { describe, expect, it } from 'vitest'
import { work } from '../../../tests/helpers/works.ts'
import { nameWorks } from './naming.ts'

const unknown = () => undefined
const doi = { doi: '10.1016/j.agee.1' }
const ids = (...works: Parameters<typeof nameWorks>[0]) => nameWorks(works, unknown).map(({ id }) => id)

describe('nameWorks', () => {
  it('names a work by its strongest identifier, whichever record has it', () => {
    const [named] = nameWorks([[work({}, { pmid: '28000001' }), work({}, doi)]], unknown)
    expect(named).toEqual({ id: 'doi_10.1016__j.agee.1', aliases: ['pmid_28000001'] })
  })

  it('names it by title, year and first author where it has none, from whichever record tells them', () => {
    const [whole, parts] = ids([work()], [work({ title: 'Kelp' })])
    expect(whole).toMatch(/^work_winter-cover-crops-and-soil-organic-carb-[0-9a-f]{16}$/)
    expect(parts).toMatch(/^work_kelp-/)
    expect(ids([work({ title: '', author: [] }), work()])).toEqual([whole])
  })

  it('parts works of one title, year and author by what else is printed', () => {
    const [one, two] = ids([work()], [work({ page: '1-3' })])
    expect(one).not.toBe(two)
    expect(ids([work()])).toEqual([one])
  })

  it('parts works that differ in nothing', () => {
    expect(new Set(ids([work()], [work()], [work()])).size).toBe(3)
  })

  it('gives an identifier to one work only, and nobody an alias of another one', () => {
    const named = nameWorks([[work({}, doi)], [work({ title: 'Kelp' }, { ...doi, pmid: '7' })]], unknown)
    expect(named.map(({ id }) => id)).toEqual(['doi_10.1016__j.agee.1', 'pmid_7'])
    expect(named.flatMap(({ aliases }) => aliases)).toEqual([])
  })

  it('keeps the id that content knows, and the new one becomes an alias', () => {
    const known = (names: readonly string[]) => (names.includes('pmid_28000001') ? 'pmid_28000001' : undefined)
    expect(nameWorks([[work({}, { ...doi }), work({}, { pmid: '28000001' })]], known)).toEqual([
      { id: 'pmid_28000001', aliases: ['doi_10.1016__j.agee.1'] },
    ])
  })

  it('gives an id of content to the work whose own it is, where two answer to it', () => {
    const known = () => 'doi_10.1016__j.agee.1'
    const named = nameWorks([[work({ title: 'Kelp' }, { pmid: '7' })], [work({}, doi)]], known)
    expect(named.map(({ id }) => id)).toEqual(['pmid_7', 'doi_10.1016__j.agee.1'])
  })
})
