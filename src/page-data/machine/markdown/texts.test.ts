import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { harmless } from './harmless.ts'
import { code, items, Links, plain, row, section, table } from './texts.ts'

const reader = remark().use(remarkGfm)
const links = new Links('https://reports.example', '/repo/claims/')
const words = fc.string({ unit: fc.constantFrom(...'ab *_`<>[]()#!~|\\-+=1.&;\n'), maxLength: 30 })
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('plain', () => {
  it('prints any text as itself, wherever in a block it stands', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('', 'x '), (text, before) => {
        const tree = reader.parse(before + plain(text)) as Root
        const kinds = JSON.stringify(tree).match(/"type":"(\w+)"/g) ?? []
        return kinds.every((kind) => /root|paragraph|text/.test(kind)) && flat(textOf(tree)) === flat(before + text)
      }),
    )
  })

  it.each(['&lt;b&gt;', '1. one', '2)', '---', '===', '- a', '<script>alert(1)</script>', '# no heading'])(
    'keeps %s',
    (text) => {
      const tree = reader.parse(plain(text)) as Root
      expect(tree.children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: text }] }])
    },
  )

  it('drops marks that turn the direction of what follows', () => {
    expect(plain('Report \u202egnihtemos\u202c')).toBe('Report gnihtemos')
  })
})

describe('links', () => {
  it('are whole addresses, however odd text and address', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tree = reader.parse(`a ${links.to(`x${text}`, '/repo/papers/a(b)|c&lt;/')}`) as Root
        const [, link] = (tree.children[0] as { children: unknown[] }).children
        expect(link).toMatchObject({ type: 'link', url: 'https://reports.example/repo/papers/a%28b%29%7Cc&lt;/' })
        expect(flat(textOf(link as Root))).toBe(flat(`x${text}`))
      }),
    )
  })

  it('lead from the page that they stand on', () => {
    expect(links.to('one', '#c-1')).toBe('[one](https://reports.example/repo/claims/#c-1)')
    expect(links.bare('https://doi.org/10.1/x')).toBe('<https://doi.org/10.1/x>')
  })

  it('stand in our own words with commands and bold names', () => {
    expect(links.words('**Search.** Run `npm start`, see [methods](/methods/#steps) & more.')).toBe(
      '**Search.** Run `npm start`, see [methods](https://reports.example/methods/#steps) & more.',
    )
  })
})

describe('blocks', () => {
  it('leave out what is empty', () => {
    expect(row('a', null, '', 'b')).toBe('a · b')
    expect(section('Nothing', ['', ' '])).toEqual([])
    expect(table(['A'], [])).toBe('')
    expect(items([['a', null, 'b'], 'c'])).toBe('- a\n  - b\n- c')
  })

  it('hold any text in a cell of a table', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const tree = reader.parse(table(['A', 'B'], [[plain(`x${a}`), plain(`x${b}`)]])) as Root
        const [only] = tree.children
        expect(only?.type).toBe('table')
        const cells = (only as unknown as { children: { children: Root[] }[] }).children[1]!.children
        expect(cells.map((cell) => flat(textOf(cell)))).toEqual([flat(`x${a}`), flat(`x${b}`)])
      }),
    )
  })

  it('hold any text in a code span', () => {
    fc.assert(
      fc.property(words, (text) => {
        const tree = reader.parse(`x ${code(text)}`) as Root
        return flat(textOf(tree)) === flat(`x ${text}`)
      }),
    )
  })
})

describe('Markdown of others', () => {
  it('keeps its words and what is harmless of its markup', () => {
    const text = harmless(
      [
        '# Results <b>here</b>',
        'A *finding* [@smith2020] <img src=x onerror="run()"> ![seen](http://x.example/p.png)',
        '[a](https://a.example) [b](javascript:run) <javascript:run>',
        '## Deeper',
        'Setext\n---',
        '<script>\nrun()\n</script>',
      ].join('\n\n'),
      3,
    )
    expect(text.split('\n\n')).toEqual([
      '#### Results \\<b\\>here\\</b\\>',
      'A *finding* [@smith2020] \\<img src=x onerror="run()"\\> seen',
      '[a](https://a.example) b javascript:run',
      '##### Deeper',
      '##### Setext',
      '\\<script\\> run() \\</script\\>',
    ])
  })
})
