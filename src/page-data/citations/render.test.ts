import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CslItem } from '../../schemas/paper.ts'
import { type CitedInput, renderCited } from './render.ts'

beforeAll(() => {
  process.env.TOUCHSTONE_CACHE = mkdtempSync(join(tmpdir(), 'cited-'))
})

function item(family: string, year: number, title = `On ${family}`): CslItem {
  return {
    id: `work_${family.toLowerCase()}`,
    type: 'article-journal',
    title,
    author: [{ family, given: 'Ada' }],
    issued: { 'date-parts': [[year]] },
    'container-title': 'Journal',
    DOI: '10.1000/x',
  }
}

const references = [
  { key: 'abel2019', csl: item('Abel', 2019) },
  { key: 'bohr2020', csl: item('Bohr', 2020) },
  { key: 'curie2021', csl: item('Curie', 2021) },
]

function input(markdown: string, more: Partial<CitedInput> = {}): CitedInput {
  return {
    name: 'test',
    passages: [{ id: 'a', markdown }],
    references,
    style: 'vancouver',
    locale: 'en-US',
    strict: true,
    ...more,
  }
}

describe('renderCited', () => {
  it('numbers citations in order of the text and links each number to its own reference', async () => {
    const { html, list, places } = await renderCited(input('First [@curie2021]. Then [@abel2019; @curie2021].'))
    expect(html.a).toContain(
      '<span id="cite-1" class="cite" data-refs="curie2021">(<a href="#ref-curie2021">1</a>)</span>',
    )
    expect(html.a).toContain('(<a href="#ref-curie2021">1</a>,<a href="#ref-abel2019">2</a>)')
    expect(list.map(({ key, number }) => [key, number])).toEqual([
      ['curie2021', 1],
      ['abel2019', 2],
      ['bohr2020', 3],
    ])
    expect(places.curie2021).toEqual([
      { passage: 'a', id: 'cite-1' },
      { passage: 'a', id: 'cite-2' },
    ])
  })

  it('links the ends of a range to the right references', async () => {
    const { html } = await renderCited(input('All [@curie2021; @abel2019; @bohr2020].'))
    expect(html.a).toContain('(<a href="#ref-curie2021">1</a>–<a href="#ref-bohr2020">3</a>)')
  })

  it('sets citations in emphasis, links, headings and tables, and none in code', async () => {
    const { html } = await renderCited(input('*so [@abel2019]*\n\n## H [@bohr2020]\n\n`[@curie2021]` and @abel2019'))
    expect(html.a).toContain('#ref-abel2019')
    expect(html.a).toContain('#ref-bohr2020')
    expect(html.a).toContain('<code>[@curie2021]</code> and @abel2019')
  })

  it('leaves out no level of headings, whatever the text leaves out', async () => {
    const { html } = await renderCited(input('### A\n\nx\n\n##### B\n\nx\n\n#### C\n\nx\n\n## D\n\nx'))
    expect(html.a?.match(/<h\d/g)).toEqual(['<h4', '<h5', '<h5', '<h4'])
  })

  it('links authors and years in an author-date style, with letters where they collide', async () => {
    const twins = [
      { key: 'abel2019', csl: item('Abel', 2019, 'One') },
      { key: 'abel2019b', csl: item('Abel', 2019, 'Two') },
      references[1]!,
    ]
    const { html, list } = await renderCited(
      input('So [@bohr2020; @abel2019b]. And [@abel2019; @abel2019b].', { references: twins, style: 'apa' }),
    )
    expect(html.a).toContain('(<a href="#ref-abel2019b">Abel, 2019b</a>; <a href="#ref-bohr2020">Bohr, 2020</a>)')
    expect(html.a).toContain('<a href="#ref-abel2019b">2019b</a>')
    expect(list.map(({ html: entry }) => /\((\d{4}[ab]?)\)/.exec(entry)?.[1])).toEqual(['2019a', '2019b', '2020'])
  })

  it('stops at a key without a reference, except in a text that was brought', async () => {
    await expect(renderCited(input('No [@nobody1999].'))).rejects.toThrow(/nobody1999/)
    const { html } = await renderCited(input('No [@nobody1999] but [@abel2019].', { strict: false }))
    expect(html.a).toContain('[@nobody1999]')
    expect(html.a).toContain('#ref-abel2019')
  })

  it('shows markup of others as text and makes no element of it', async () => {
    const hostile = [
      {
        key: 'evil2020',
        csl: {
          ...item('Evil', 2020),
          title: '<script>alert(1)</script> <i>x</i> & "q"',
          author: [{ literal: '<img src=x onerror=alert(1)>' }],
        },
      },
    ]
    const markdown =
      '<script>alert(1)</script> [x](javascript:alert(1)) ![alt](https://example.org/x.png) <b onclick="x">b</b> [@evil2020]'
    const { html, list } = await renderCited(input(markdown, { references: hostile, style: 'apa' }))
    for (const text of [html.a, list[0]!.html]) {
      expect(text).not.toMatch(/<script|<img|<i>x|<b\b|href="javascript/i)
      expect(text).toMatch(/&(?:lt|#x3C|#60);script/i)
    }
  })

  it('forgets the items of the text before', async () => {
    const { list } = await renderCited(
      input('New [@dirac2022].', { references: [{ key: 'dirac2022', csl: item('Dirac', 2022) }] }),
    )
    expect(list.map(({ key }) => key)).toEqual(['dirac2022'])
  })

  it('gives the same text from the cache', async () => {
    const once = await renderCited(input('Same [@abel2019].'))
    expect(await renderCited(input('Same [@abel2019].'))).toEqual(once)
  })
})
