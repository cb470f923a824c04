import { readFile, stat } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { TouchstoneError } from '../../src/core/errors.ts'
import { absent } from './files.ts'
import { missingFile } from './system-error.ts'

const mostBytes = 5_000_000
/** PDF and office documents hold pictures too. */
const mostBinaryBytes = 60_000_000

/**
 * The text of a finished report as Markdown: a file of Markdown or plain text (UTF-8, UTF-16 with its mark, or Latin-1),
 * a Word document, a page of HTML or a PDF, told by what it holds and not by its name.
 * @throws TouchstoneError `file-missing`, `file-empty`, `file-too-large`, `file-unreadable`, or `file-format-mismatch`
 */
export async function readReportText(path: string): Promise<string> {
  const info = await stat(path).catch(absent(null))
  if (!info?.isFile()) throw missingFile(path)
  if (info.size > mostBinaryBytes) throw tooLarge(path, info.size, mostBinaryBytes)
  const bytes = await readFile(path)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const text = await textOf(bytes, start, path)
  if (text.trim() === '')
    throw new TouchstoneError('file-empty', 'holds no text', {
      where: path,
      next: /^\s*(?:%PDF-|PK\x03\x04)/.test(start)
        ? 'A scanned document has pictures of text only: bring one whose words can be marked and copied.'
        : 'Save or export it again.',
    })
  return text
}

async function textOf(bytes: Uint8Array, start: string, path: string): Promise<string> {
  if (/^\s*%PDF-/.test(start))
    return read(path, 'a PDF', async () => (await import('./report-pdf.ts')).pdfMarkdown(bytes))
  if (/^PK\x03\x04/.test(start)) return fromArchive(bytes, path)
  if (bytes.length > mostBytes) throw tooLarge(path, bytes.length, mostBytes)
  const text = decode(bytes)
  const other = kindOf(text)
  if (other)
    throw new TouchstoneError('file-format-mismatch', `is ${other}, not a report`, {
      where: path,
      next: 'Bring the report as Markdown, plain text, HTML, PDF or a Word document (.docx).',
    })
  if (isPage(text))
    return read(path, 'a page of HTML', async () => (await import('./report-html.ts')).htmlMarkdown(text))
  return text
}

const pageStart = /^\s*(?:<!--[\s\S]*?-->\s*)?(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/i
const blockStart =
  /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:head|body|main|article|section|header|div|h[1-6]|p|ul|ol|table)[\s>]/i

/** A page of HTML, or a part of one: it begins with a block and has no heading of Markdown. */
function isPage(text: string): boolean {
  return pageStart.test(text) || (blockStart.test(text) && !/^#{1,6} /m.test(text))
}

/** A Word document, which is an archive with a document in it; any other archive is refused by what it is. */
async function fromArchive(bytes: Uint8Array, path: string): Promise<string> {
  const names = new Set<string>()
  await read(path, 'an archive', async () => unzipSync(bytes, { filter: ({ name }) => (names.add(name), false) }))
  if (names.has('word/document.xml'))
    return read(path, 'a Word document', async () => {
      const { default: mammoth } = await import('mammoth')
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes) },
        {
          convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
          styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
        },
      )
      return (await import('./report-html.ts')).htmlMarkdown(value)
    })
  const kind = names.has('xl/workbook.xml')
    ? 'an Excel workbook'
    : names.has('content.xml')
      ? 'an OpenDocument file'
      : names.has('ppt/presentation.xml')
        ? 'a PowerPoint presentation'
        : 'a ZIP archive'
  throw new TouchstoneError('file-format-mismatch', `is ${kind}, not a report that can be read`, {
    where: path,
    next: 'Save it as .docx, HTML, PDF or Markdown and bring that.',
  })
}

async function read<T>(path: string, kind: string, convert: () => Promise<T>): Promise<T> {
  try {
    return await convert()
  } catch (cause) {
    if (cause instanceof TouchstoneError) throw cause
    throw new TouchstoneError('file-unreadable', `looks like ${kind} but cannot be read as one`, {
      where: path,
      next: 'It may be damaged or locked by a password: open it in its own program and save it again.',
      cause,
    })
  }
}

function tooLarge(path: string, size: number, most: number): TouchstoneError {
  return new TouchstoneError('file-too-large', `has ${size} bytes; a report of this kind may have ${most}`, {
    where: path,
  })
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What a text that is no report is, in words; null for what may be one. */
function kindOf(text: string): string | null {
  const start = text.slice(0, 2000).trimStart()
  if (start.startsWith('{\\rtf')) return 'an RTF document'
  if (/^\u00d0\u00cf\u0011\u00e0/.test(start)) return 'an old Word or Excel document (.doc, .xls)'
  if (/^<\?xml/i.test(start) && !/<html[\s>]/i.test(text.slice(0, 4000))) return 'XML'
  if (/^TY {2}- /m.test(start) && /^ER {2}-/m.test(text)) return 'a RIS file'
  if (/^@\w+\s*\{\s*[\w:.-]+\s*,/.test(start)) return 'a BibTeX file'
  const control = [...text.slice(0, 4000)].filter((char) => char < '\t' || (char > '\r' && char < '\u001b')).length
  return control > 4 ? 'a binary file' : null
}
