import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CslItem } from '../../schemas/paper.ts'
import { addStyle, hasStyle, styleNames } from './engine.ts'
import { renderCited } from './render.ts'

beforeAll(() => {
  process.env.TOUCHSTONE_CACHE = mkdtempSync(join(tmpdir(), 'styles-'))
})

const item = (family: string, year: number): CslItem => ({
  id: `work_${family.toLowerCase()}`,
  type: 'article-journal',
  title: `On ${family}`,
  author: [{ family, given: 'Ada' }],
  issued: { 'date-parts': [[year]] },
  'container-title': 'Journal of Things',
  volume: '7',
  page: '11-19',
})

const references = ['Abel', 'Bohr', 'Curie', 'Dirac'].map((family, at) => ({
  key: `${family.toLowerCase()}${2019 + at}`,
  csl: item(family, 2019 + at),
}))

const cited = (style: string, locale = 'en-US') =>
  renderCited({
    name: 'test',
    passages: [{ id: 'a', markdown: 'Some say so [@abel2019; @bohr2020; @curie2021], one does not [@dirac2022].' }],
    references,
    style,
    locale,
    strict: true,
  })

describe('citation styles', () => {
  it('are there by name', () => {
    expect(styleNames()).toEqual(expect.arrayContaining(['apa', 'chicago', 'ieee', 'nature', 'vancouver']))
  })

  it.each(styleNames())('%s links every citation to its reference and lists each once', async (style) => {
    const { html, list } = await cited(style)
    for (const key of ['abel2019', 'curie2021', 'dirac2022']) expect(html.a).toContain(`href="#ref-${key}"`)
    expect(html.a).toContain('data-refs="abel2019 bohr2020 curie2021"')
    expect(list.map(({ key }) => key).sort()).toEqual(references.map(({ key }) => key))
    for (const { html: entry } of list) expect(entry).toMatch(/Journal of Things/)
  })

  it.each([
    ['vancouver', /\(.*1.*[-–,].*3.*\)/],
    ['ieee', /\[.*1.*\].*[–-].*\[.*3.*\]/],
    ['nature', /<sup>.*1.*[–-].*3.*<\/sup>/],
    ['apa', /\(.*Abel, 2019.*; .*Bohr, 2020.*; .*Curie, 2021.*\)/],
  ])('%s merges several citations in its own way', async (style, pattern) => {
    const { html } = await cited(style)
    expect(html.a).toMatch(pattern)
  })

  it('speak the language of the settings', async () => {
    const two = [item('Abel', 2019)]
    two[0]!.author.push({ family: 'Bohr', given: 'Niels' })
    const render = (locale: string) =>
      renderCited({
        name: 'test',
        passages: [{ id: 'a', markdown: 'So [@abel2019].' }],
        references: [{ key: 'abel2019', csl: two[0]! }],
        ...{ style: 'chicago', locale, strict: true },
      })
    expect((await render('en-US')).list[0]!.html).toContain(' and ')
    expect((await render('de-DE')).list[0]!.html).toContain(' und ')
  })

  it('take a style that somebody brought, and refuse what is none', async () => {
    const xml =
      '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation><bibliography><layout><text variable="title"/><text variable="container-title"/></layout></bibliography></style>'
    addStyle('mine', xml, 'styles/mine.csl')
    expect(hasStyle('mine')).toBe(true)
    expect((await cited('mine')).html.a).toContain('{')
    expect(() => addStyle('other', '<p>hello</p>', 'styles/other.csl')).toThrow(/no CSL style/)
    const pointing =
      '<style xmlns="x"><info><link href="http://www.zotero.org/styles/nature" rel="independent-parent"/></info></style>'
    expect(() => addStyle('dependent', pointing, 'styles/dependent.csl')).toThrow(/styles\/nature/)
  })
})
