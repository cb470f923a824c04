import { readFile, stat } from 'node:fs/promises'
import { TouchstoneError } from '../../src/core/errors.ts'
import { absent } from './files.ts'

const mostBytes = 5_000_000

/**
 * The text of a finished report in Markdown or plain text: UTF-8, UTF-16 with its mark, or Latin-1.
 * @throws TouchstoneError `file-missing`, `file-empty`, `file-too-large`, or `file-format-mismatch` where it is no text
 */
export async function readReportText(path: string): Promise<string> {
  const info = await stat(path).catch(absent(null))
  if (!info?.isFile()) throw new TouchstoneError('file-missing', 'there is no such file', { where: path })
  if (info.size > mostBytes)
    throw new TouchstoneError('file-too-large', `has ${info.size} bytes; a report may have ${mostBytes}`, {
      where: path,
    })
  const bytes = await readFile(path)
  const text = decode(bytes)
  if (text.trim() === '')
    throw new TouchstoneError('file-empty', 'is empty', {
      where: path,
      next: 'Bring a report in Markdown or plain text.',
    })
  const other = kindOf(text)
  if (other) {
    throw new TouchstoneError('file-format-mismatch', `is ${other}, not a report in Markdown or plain text`, {
      where: path,
      next: 'Save the report as Markdown or plain text and bring that.',
    })
  }
  return text
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
  if (/^%PDF-/.test(start)) return 'a PDF'
  if (start.startsWith('PK') && (start.codePointAt(2) ?? 99) < 9) return 'a ZIP archive or an office document'
  if (/^(<!doctype html|<html[\s>])/i.test(start)) return 'an HTML page'
  if (/^<\?xml/i.test(start)) return 'XML'
  if (/^TY {2}- /m.test(start) && /^ER {2}-/m.test(text)) return 'a RIS file'
  if (/^@\w+\s*\{\s*[\w:.-]+\s*,/.test(start)) return 'a BibTeX file'
  const control = [...text.slice(0, 4000)].filter((char) => char < '\t' || (char > '\r' && char < '\u001b')).length
  return control > 4 ? 'a binary file' : null
}
