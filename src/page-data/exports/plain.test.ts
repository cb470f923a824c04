import fc from 'fast-check'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { plain } from './plain.ts'

const reader = remark().use(remarkGfm)
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
