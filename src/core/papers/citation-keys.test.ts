import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../schemas/paper.ts'
import { citationKeys } from './citation-keys.ts'

let counter = 0
function paper(title: string, author: CslItem['author'], year?: number) {
  const id = `work_${++counter}`
  const issued = year === undefined ? {} : { issued: { 'date-parts': [[year]] as [number[]] } }
  return { id, csl: { id, type: 'article-journal', title, author, ...issued } }
}

describe('citationKeys', () => {
  it('takes family name and year, and tells equals apart by title', () => {
    const a = paper('Beta', [{ family: 'Du', given: 'X' }], 2024)
    const b = paper('Alpha', [{ family: 'Du' }], 2024)
    expect(Object.fromEntries(citationKeys([a, b]))).toEqual({ [b.id]: 'du2024', [a.id]: 'du2024b' })
  })

  it('writes accents, special letters and groups plainly', () => {
    const papers = [
      paper('T', [{ family: 'Özgür-Łukasz' }], 2020),
      paper('T', [{ literal: 'The WHO Study Group' }], 2019),
      paper('T', [{ family: 'Weiß' }], 2001),
    ]
    expect([...citationKeys(papers).values()].sort()).toEqual(['ozgurlukasz2020', 'the2019', 'weiss2001'])
  })

  it('works without author, without year, and with names in other scripts', () => {
    const papers = [
      paper('On the resistance of copper', []),
      paper('铜', [{ family: '王' }], 2021),
      paper('', [], 1999),
      paper('3D maps', [{ family: '3M' }], 2000),
    ]
    expect([...citationKeys(papers).values()].sort()).toEqual(['r3m2000', 'ref1999', 'ref2021', 'resistancend'])
  })

  it('is unique, safe and independent of order for any papers', () => {
    const name = fc.constantFrom('Du', 'du', 'Đu', '', '王', 'Dub', "O'Neil")
    const any = fc.array(
      fc.tuple(fc.string(), name, fc.option(fc.integer({ min: 2020, max: 2022 }), { nil: undefined })),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(any, (rows) => {
        const papers = rows.map(([title, family, year]) => paper(title, family ? [{ family }] : [], year))
        const keys = citationKeys(papers)
        expect(new Set(keys.values()).size).toBe(papers.length)
        for (const key of keys.values()) expect(key).toMatch(/^[a-z][a-z0-9]*$/)
        expect(citationKeys([...papers].reverse())).toEqual(keys)
      }),
    )
  })
})
