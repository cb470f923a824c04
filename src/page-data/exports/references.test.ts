import { plugins } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schemas/paper.ts'
import { bibtex, byPaper, cslJson, ris } from './references.ts'

const paper = (id: string, more: object) =>
  ({
    id,
    csl: { id, type: 'article-journal', title: 'Copper', author: [{ family: 'Ora', given: 'A.' }], ...more },
  }) as unknown as Paper
const year = (value: number) => ({ issued: { 'date-parts': [[value]] } })

describe('exports of a site', () => {
  it('hold no key twice', () => {
    const papers = [1, 2, 3].map((at) =>
      paper(`doi_10.5555__x-${at}`, { ...year(2009), title: `Copper surfaces ${at}` }),
    )
    const keys = [...bibtex(byPaper(papers)).matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key)
    expect(new Set(keys).size).toBe(3)
  })

  it('say that there are more authors in the words of each format', () => {
    const more = byPaper([
      paper('a', { author: [{ family: 'Ora', given: 'A.' }, { literal: 'et al.' }], ...year(2009) }),
    ])
    expect(bibtex(more)).toMatch(/author = \{Ora, A\. and others\}/)
    expect(ris(more)).toMatch(/AU {2}- others/)
    expect(JSON.parse(cslJson(more))[0].author[1]).toEqual({ literal: 'others' })
    const again = plugins.input.chain(bibtex(more), {} as never) as { author: object[] }[]
    expect(again[0]!.author).toHaveLength(2)
  })

  it('keep what a date says that names no year', () => {
    const dated = byPaper([paper('a', { dated: 'in press' })])
    expect(JSON.parse(cslJson(dated))[0].issued).toEqual({ literal: 'in press' })
  })

  it.each([
    'article-journal',
    'paper-conference',
    'chapter',
    'book',
    'thesis',
    'report',
    'webpage',
    'dataset',
    'article',
  ])('so that other readers find it, of any type: %s', (type) => {
    const dated = byPaper([paper('a', { type, dated: 'in press' })])
    for (const text of [bibtex(dated), ris(dated), cslJson(dated)]) {
      const [again] = plugins.input.chain(text, {} as never) as { issued?: { raw?: string; literal?: string } }[]
      expect(again!.issued?.literal ?? again!.issued?.raw).toBe('in press')
    }
  })
})
