import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { libraryOf, told } from '../../tests/helpers/library.ts'
import { readLibraryFile } from './read.ts'

const ris = `TY  - JOUR
TI  - Größe und Wirkung: naïve café
AU  - Müller, Jürgen
AU  - Peña, José
PY  - 2015
AB  - 37 °C ± 2 µg
DO  - 10.1000/a
ER  - 
`
const smart = ris.replace('naïve', 'Škoda – “naïve”')

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** Windows-1252 of the letters used here. */
function windows(text: string): Buffer {
  const odd: Record<string, number> = { Š: 0x8a, '–': 0x96, '“': 0x93, '”': 0x94 }
  return Buffer.from(Array.from(text, (sign) => odd[sign] ?? sign.codePointAt(0)!))
}

describe('encodings and line ends', () => {
  it.each<[string, string, Buffer]>([
    ['UTF-8', smart, Buffer.from(smart)],
    ['UTF-8 with its mark', smart, Buffer.from(`\ufeff${smart}`)],
    ['Latin-1', ris, Buffer.from(ris, 'latin1')],
    ['Windows-1252', smart, windows(smart)],
    ['UTF-16 LE with its mark', smart, Buffer.from(`\ufeff${smart}`, 'utf16le')],
    ['UTF-16 LE', smart, Buffer.from(smart, 'utf16le')],
    ['UTF-16 BE with its mark', smart, bigEndian(`\ufeff${smart}`)],
    ['UTF-16 BE', smart, bigEndian(smart)],
    ['line ends of Windows', smart, Buffer.from(smart.replaceAll('\n', '\r\n'))],
    ['line ends of old', smart, Buffer.from(smart.replaceAll('\n', '\r'))],
    [
      'UTF-8 lines and Latin-1 lines',
      ris,
      Buffer.concat([
        Buffer.from(ris.slice(0, ris.indexOf('AU'))),
        Buffer.from(ris.slice(ris.indexOf('AU')), 'latin1'),
      ]),
    ],
  ])('%s', async (_, text, bytes) => {
    const { records, rejected } = await libraryOf(bytes, 'a.ris')
    expect(rejected).toEqual([])
    expect(records.map(told)).toEqual([
      {
        title: /TI {2}- (.*)/.exec(text)![1],
        authors: ['Müller, Jürgen', 'Peña, José'],
        issued: '2015',
        in: '|||',
        type: 'article-journal',
        ids: 'doi:10.1000/a',
        abstract: '37 °C ± 2 µg',
      },
    ])
  })
})

describe('files that are something else', () => {
  it.each<[string, string | Buffer, string, RegExp]>([
    ['a.ris', '', 'file-empty', /0 bytes/],
    ['a.ris', ' \r\n\t\n', 'file-format-mismatch', /white space/],
    ['a.ris', '<!DOCTYPE html><title>Sign in</title>TY  - JOUR', 'file-format-mismatch', /HTML/],
    ['a.bib', '%PDF-1.7\n\u0000\u0001', 'file-format-mismatch', /PDF/],
    ['a.ris', Buffer.from([0, 1, 2, 3, 255, 254, 0, 7, 9, 8]), 'file-format-mismatch', /binary/],
    ['a.ris', ris.replace('café', 'caf\u0000'), 'file-format-mismatch', /binary/],
    ['a.docx', 'PK\u0003\u0004', 'file-format-unknown', /ZIP/],
    ['a.bib', ris, 'file-format-mismatch', /says BibTeX.*holds RIS[\s\S]*end in \.ris/],
    ['a.csv', '@article{a, title={B}}', 'file-format-mismatch', /holds BibTeX/],
    ['a.xml', '<?xml version="1.0"?><xml><records></records></xml>', 'library-empty', /no EndNote XML entry/],
    ['a.xml', '<?xml version="1.0"?><rdf:RDF></rdf:RDF>', 'file-format-unknown', /holds RDF[\s\S]*RIS, BibTeX/],
    [
      'a.rdf',
      '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"></rdf:RDF>',
      'library-empty',
      /no Zotero RDF entry/,
    ],
    ['a.xml', '<modsCollection xmlns="http://www.loc.gov/mods/v3">', 'file-format-unknown', /MODS[\s\S]*RIS, BibTeX/],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-format-unknown', /save it as CSV/],
    ['a.xml', '<dblp><article/></dblp>', 'file-format-unknown', /holds XML/],
    ['a.txt', '[Key]\n  title: Something\n', 'file-format-unknown', /Bib\.TXT/],
    ['a.json', '{"name": "mapping", "rules": []}', 'file-format-mismatch', /another kind: an object of "name"/],
    ['a.json', '["a", "b"]', 'file-format-mismatch', /list without any item/],
    ['a.json', '[{"foo": 1}]', 'file-format-mismatch', /list without any item/],
    ['a.json', '{"status":"ok","message":{"items":[]}}', 'file-format-mismatch', /answer of a database/],
    ['a.json', '[{"title":"a"},{"title":"b', 'file-format-mismatch', /cut off/],
    ['a.json', '[{"title":"a"}][{"title":"b"}]', 'file-format-mismatch', /goes on behind the end/],
    ['a.json', '[{"title":"a",}]', 'file-format-mismatch', /not JSON/],
    ['a.json', '[]', 'library-empty', /no CSL-JSON entry/],
    ['a.bib', '@comment{nothing}', 'library-empty', /no BibTeX entry/],
    ['a.csv', 'title,doi\n', 'library-empty', /no CSV or TSV entry/],
  ])('%s %#: a named error', async (name, content, code, message) => {
    await expect(libraryOf(content, name)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })

  it('reads JSON items that follow one another', async () => {
    const { records } = await libraryOf('{"type":"book","title":"a"}\n{"type":"book","title":"b"}\n', 'a.json')
    expect(records.map((record) => record.csl.title)).toEqual(['a', 'b'])
  })
})

describe('files that are too large', () => {
  /** Writes a head, many times a part, and a tail; reads the file. */
  const large = (name: string, head: string, part: string, times: number, tail: string) =>
    inFolder(async (folder) => {
      const path = join(folder, name)
      const stream = createWriteStream(path)
      stream.write(head)
      for (let i = 0; i < times; i += 1000) stream.write(part.repeat(Math.min(1000, times - i)))
      stream.end(tail)
      await finished(stream)
      return readLibraryFile(path, name)
    })

  it.each([
    ['a.ris', 'TY  - JOUR\nTI  - Many\n', 'KW  - word\n', 'ER  - \nTY  - JOUR\nTI  - Next\nER  - \n'],
    ['a.bib', '@article{a,\n title={Many},\n', ' f={x},\n', '}\n@article{b, title={Next}}\n'],
    ['a.nbib', 'PMID- 1\nTI  - Many\n', 'OT  - word\n', '\nPMID- 2\nTI  - Next\n'],
    ['a.json', '[{"title":"Many"', ',"fields":1', '},{"title":"Next"}]'],
  ])('%s: an entry with a million fields is rejected, the next one read', async (name, head, part, tail) => {
    const { records, rejected } = await large(name, head, part, 1_000_000, tail)
    expect(records.map((record) => record.csl.title.replace(/\.$/, ''))).toEqual(['Next'])
    expect(rejected).toEqual([{ file: name, line: 1, reason: expect.stringMatching(/^too-(?:many-fields|long): /) }])
  })

  it.each([
    ['a.ris', 'TY  - JOUR\nAB  - ', '\nER  - \n'],
    ['a.bib', '@article{a, abstract={', '}}\n'],
    ['a.nbib', 'PMID- 1\nAB  - ', '\n'],
    ['a.csv', 'title,abstract\na,', '\n'],
  ])('%s: a line of 20 million characters is a named error', async (name, head, tail) => {
    const error = await large(name, head, 'copper is ', 2_000_000, tail).catch((fault: unknown) => fault)
    expect(error).toMatchObject({
      code: 'file-format-mismatch',
      message: expect.stringMatching(/more than \d+ characters/),
    })
  })
})
