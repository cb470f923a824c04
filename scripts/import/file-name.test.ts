import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbered, safeFileName } from './file-name.ts'

const endings = ['.csv', '.tsv']

describe('safeFileName', () => {
  it.each([
    ['my export.CSV', 'my export.csv'],
    ['savedrecs.txt', 'savedrecs.csv'],
    ['../../etc/passwd', 'passwd.csv'],
    ['..\\..\\boot.tsv', 'boot.tsv'],
    ['.csv', 'library.csv'],
    ['...', 'library.csv'],
    ['CON.csv', 'library-CON.csv'],
    ['nul.tar.csv', 'library-nul.tar.csv'],
    ['Größe äöü.csv', 'Größe äöü.csv'],
    ['文献.csv', '文献.csv'],
    ['a\u202egpj.csv', 'agpj.csv'],
    ['a\nb\u0000c\u001b[31m.csv', 'a bc-31m.csv'],
    ['<script>alert(1)</script>.csv', 'script.csv'],
    ['-rf.csv', 'rf.csv'],
    ['a:b*c?"d|e.csv', 'a-b-c-d-e.csv'],
  ])('%j becomes %j', (name, expected) => expect(safeFileName(name, endings)).toBe(expected))

  it('is a plain, short name of one of the endings whatever comes in, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const safe = safeFileName(name, endings)
        expect(safe).toMatch(/^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}._ -]*\.(?:csv|tsv)$/u)
        expect(Buffer.byteLength(safe)).toBeLessThan(120)
        expect(safeFileName(safe, endings)).toBe(safe)
      }),
    )
  })
})

describe('numbered', () => {
  it('counts before the ending', () => {
    expect([1, 2, 3].map((n) => numbered('a.b.csv', n))).toEqual(['a.b.csv', 'a.b-2.csv', 'a.b-3.csv'])
  })
})
