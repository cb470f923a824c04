import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { twinOf } from './twin.ts'

const reader = remark().use(remarkGfm)
const address = 'https://reports.example/repo/claims/c-1/claim.md'
const page = (main: string) =>
  `<html><head><link type="text/markdown" href="${address}"></head><main>${main}</main></html>`
const twin = (main: string) => twinOf(page(main))!.text
const escaped = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
const flat = (text: string) => text.replace(/\s+/g, '')

describe('the Markdown of a page', () => {
  it('is of pages alone that name one', () => {
    expect(twinOf(page('<h1>A</h1>'))?.href).toBe(address)
    expect(twinOf('<main><h1>A</h1></main>')).toBeNull()
  })

  it('prints any text as itself', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab *_`<>[]()#!~|\\-+=1.&;:/@\n'), maxLength: 40 })
    fc.assert(
      fc.property(words, (text) => {
        const tree = reader.parse(twin(`<h1>T</h1><p>x${escaped(text)}</p>`)) as Root
        const types = JSON.stringify(tree).match(/"type":"(\w+)"/g) ?? []
        expect(types.every((type) => /root|heading|paragraph|text|link/.test(type))).toBe(true)
        expect(flat(textOf(tree))).toBe(flat(`Tx${text}`))
      }),
    )
  })

  it('begins with the heading, whatever stands above it', () => {
    expect(twin('<p>Topic</p><div><h1>A claim</h1></div><p>Its text</p>')).toBe('# A claim\n\nTopic\n\nIts text\n')
  })

  it('leads to whole addresses, with brackets that end nothing', () => {
    expect(twin('<h1>A</h1><p><a href="../../papers/a(b)/">Paper</a>, <a href="#s">below</a></p>')).toContain(
      '[Paper](https://reports.example/repo/papers/a%28b%29/), [below](https://reports.example/repo/claims/c-1/#s)',
    )
  })

  it('cites by key, and lists references under their keys', () => {
    const cite = '<span class="cite" data-refs="li2025 wu2024">(<a href="#ref-li2025">1</a>)</span>'
    const text = twin(`<h1>A</h1><p>So it is ${cite}.</p><ol><li id="ref-li2025">Li. <i>On tea.</i></li></ol>`)
    expect(text).toContain('So it is [@li2025; @wu2024].')
    expect(text).toContain('1. `@li2025` Li. *On tea.*')
  })

  it('says of a key that its work is retracted, as the page does', () => {
    const struck = '<s class="struck"><a href="#ref-li2025">1</a></s> <b>retracted</b>'
    const cite = `<span class="cite" data-refs="li2025 wu2024">(${struck}, <a href="#ref-wu2024">2</a>)</span>`
    expect(twin(`<h1>A</h1><p>So it is ${cite}.</p>`)).toContain('So it is [@li2025, retracted; @wu2024].')
  })

  it('keeps no keys that are none', () => {
    expect(twin('<h1>A</h1><p>x <span data-refs="](javascript:x) ok1">1</span></p>')).toContain('x [@ok1]')
  })

  it('leaves out what is for the eye alone', () => {
    const aside =
      '<nav class="toc"><a href="#a">On this page</a></nav><svg><text>drawn</text></svg><button>Press</button><p hidden>no</p><p data-drawn>bars</p><img src="x" alt="y">'
    expect(twin(`<h1>A</h1>${aside}<p>words</p>`)).toBe('# A\n\nwords\n')
  })

  it('puts lists of a cell in a row, and the caption of a table before it', () => {
    const table =
      '<table><caption>Results</caption><tr><th>Paper</th></tr><tr><td><ul><li>one</li><li>two | three</li></ul></td></tr></table>'
    expect(twin(`<h1>A</h1>${table}`)).toBe('# A\n\nResults\n\n| Paper |\n| - |\n| one · two \\| three |\n')
  })

  it('parts what styles set apart', () => {
    expect(twin('<h1>A</h1><p><span>Supported</span><span>60 % sure</span><a href="/x/">All</a></p>')).toContain(
      'Supported · 60 % sure · [All](https://reports.example/x/)',
    )
  })

  it('parts a note from the heading or the words that it stands behind, and no letter from its word', () => {
    const fold = '<details><summary><h2>Limits</h2><span class="small">7 limits</span></summary><p>x</p></details>'
    expect(twin(`<h1>A</h1>${fold}`)).toContain('## Limits · 7 limits')
    const table =
      '<table><tr><th>Who<span>Does it?</span></th></tr><tr><td>Coast (<span>a shore</span>)<a href="#n">n</a></td></tr></table>'
    expect(twin(`<h1>A</h1>${table}`)).toContain('| Who · Does it? |')
    expect(twin('<h1>A</h1><p>CO<sub>2</sub>, (<span>so</span>), <i>p</i>-values</p>')).toContain(
      'CO2, (so), *p*-values',
    )
  })

  it('strikes what is struck', () => {
    expect(twin('<h1>A</h1><p><s>Gone</s> here</p>')).toContain('~~Gone~~ here')
  })
})
