import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCitations } from '../../src/core/reports/citations/index.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { formats } from '../evaluate/planted-reports/documents.ts'
import { partsOf } from '../evaluate/planted-reports/draft.ts'
import drafts from '../evaluate/planted-reports/drafts.json' with { type: 'json' }
import { htmlMarkdown } from './report-html.ts'
import { readReportText } from './report-text.ts'

/** What is read of a file: what each citing sentence begins with and cites, and the DOI of each reference. */
function readOf(name: string, bytes: Uint8Array | string) {
  return inFolder(async (folder) => {
    const file = join(folder, name)
    await writeFile(file, bytes)
    const { sentences, references } = readCitations(await readReportText(file))
    return {
      sentences: sentences.map(({ text, cites }) => [text.replace(/\s+/g, ' '), cites]),
      dois: references.map(({ doi }) => doi),
    }
  })
}

describe('one way in for every format', () => {
  it.each(['txt', 'html', 'docx', 'pdf'])('reads of %s what it reads of Markdown', async (format) => {
    const parts = partsOf(drafts[1]!)
    const wanted = await readOf('report.md', formats.md!(parts))
    expect(wanted.sentences).toHaveLength(12)
    expect(await readOf(`report.${format}`, formats[format]!(parts))).toEqual(wanted)
  })
})

it('reads a part of a page as it reads the page, and Markdown that begins with a block as Markdown', async () => {
  const part =
    '<h1>Moss</h1><p>Moss holds rain <sup>1</sup>.</p><h2>References</h2><ol><li>Moss A. Rain. 2011. doi:10.1000/moss.1</li></ol>'
  const wanted = { sentences: [['Moss holds rain.', [1]]], dois: ['10.1000/moss.1'] }
  expect(await readOf('part.html', part)).toEqual(wanted)
  expect(await readOf('page.html', `<!doctype html><html><body>${part}</body></html>`)).toEqual(wanted)
  const markdown =
    '<p align="center">Moss</p>\n\n# Moss\n\nMoss holds rain [1].\n\n## References\n\n1. Moss A. Rain. 2011. doi:10.1000/moss.1\n'
  expect(await readOf('moss.md', markdown)).toEqual(wanted)
})

describe('footnotes of pages and of Word', () => {
  it.each([
    [
      'as pandoc writes them',
      '<p>Moss holds rain.<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p><section><ol><li id="fn1"><p>Moss A. Rain. 2011. doi:10.1000/moss.1<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ],
    [
      'as an encyclopaedia writes them',
      '<p>Moss holds rain.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> Moss A. Rain. 2011. doi:10.1000/moss.1</li></ol>',
    ],
    [
      'as Word documents become',
      '<p>Moss holds rain.<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p><ol><li id="footnote-1"><p> Moss A. Rain. 2011. doi:10.1000/moss.1 <a href="#footnote-ref-1">↑</a></p></li></ol>',
    ],
  ])('%s', (_name, body) => {
    const markdown = htmlMarkdown(`<html><body>${body}</body></html>`)
    expect(markdown).toContain('[^1]: Moss A.')
    const { sentences, references } = readCitations(markdown)
    expect(sentences.map(({ text, cites }) => [text, cites])).toEqual([['Moss holds rain.', [1]]])
    expect(references.map(({ doi }) => doi)).toEqual(['10.1000/moss.1'])
    expect(markdown).not.toMatch(/[↩↑]/)
  })
})

describe('files that are no report', () => {
  const archive = (name: string) => zipSync({ [name]: strToU8('<x/>') })
  it.each([
    ['book.docx', archive('xl/workbook.xml'), 'file-format-mismatch', 'an Excel workbook'],
    ['talk.docx', archive('ppt/presentation.xml'), 'file-format-mismatch', 'a PowerPoint presentation'],
    ['text.odt', archive('content.xml'), 'file-format-mismatch', 'an OpenDocument file'],
    ['old.rtf', '{\\rtf1\\ansi Moss}', 'file-format-mismatch', 'an RTF document'],
    ['list.md', 'TY  - JOUR\nTI  - Moss\nER  - \n', 'file-format-mismatch', 'a RIS file'],
    ['list.txt', '@article{moss2011, title={Moss}}', 'file-format-mismatch', 'a BibTeX file'],
    ['torn.pdf', '%PDF-1.7\nnothing more', 'file-unreadable', 'looks like a PDF'],
    ['torn.docx', 'PK\u0003\u0004nothing more', 'file-unreadable', 'looks like an archive'],
    ['empty.md', ' \n', 'file-empty', 'Save or export it again.'],
  ])('%s is refused with the true reason', (name, body, code, reason) =>
    inFolder(async (folder) => {
      const file = join(folder, name)
      await writeFile(file, body)
      await expect(readReportText(file)).rejects.toMatchObject({ code, message: expect.stringContaining(reason) })
    }),
  )
})
