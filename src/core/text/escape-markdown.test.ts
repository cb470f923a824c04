import { describe, expect, it } from 'vitest'
import { escapeInline, escapeMarkdown } from './escape-markdown.ts'

describe('escapeMarkdown', () => {
  it.each([
    ['a*b*c_d_ [x](y) <b> `code`', '\\`code\\`'],
    ['~~gone~~ | cell', '\\~\\~gone\\~\\~ \\| cell'],
    ['&lt;script&gt;', '\\&lt;script\\&gt;'],
    ['R&D at $5', 'R&D at $5'],
    ['1. first', '1\\. first'],
    ['2019 was dry', '2019 was dry'],
    ['- item', '\\- item'],
    ['-- rule', '\\-- rule'],
    ['# heading', '\\# heading'],
    [' two\n lines ', 'two lines'],
  ])('escapes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toContain(expected)
  })

  it('keeps the space around a text that follows another', () => {
    expect(escapeInline(' and *more* ')).toBe(' and \\*more\\* ')
  })
})
