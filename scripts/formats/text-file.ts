import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TouchstoneError } from '../../src/core/errors.ts'
import { missingFile } from '../io/system-error.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** A file of text, read piece by piece so that its size does not matter. */
export interface TextFile {
  path: string
  /** Name for messages. */
  name: string
  /** Bytes. */
  size: number
  /** The first bytes as they are. */
  bytes: Uint8Array
  /** The beginning, decoded. */
  head: string
  /** The text in pieces that end between characters. */
  chunks(): AsyncGenerator<string>
  /** Lines without their ends, many at a time. */
  lines(): AsyncGenerator<string[]>
}

const headBytes = 64 * 1024
const pieceBytes = 1024 * 1024
const longestLine = 16 * 1024 * 1024
/** Nobody's library is larger; what is larger is something else. */
const largestFile = 1024 ** 3

/**
 * Opens a file as text: UTF-8, UTF-16 with or without a byte order mark, else line by line UTF-8 or Windows-1252,
 * which contains Latin-1.
 * @throws TouchstoneError `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`
 */
export async function openText(path: string, name: string): Promise<TextFile> {
  const { size, bytes } = await beginning(path, name)
  const encoding = encodingOf(bytes)
  const chunks = (): AsyncGenerator<string> => (encoding === 'utf-8' ? decodeLines(path) : decodeWide(path, encoding))
  const head = encoding === 'utf-8' ? decode(Buffer.from(bytes)).replace(/^\ufeff/, '') : wide(bytes, encoding)
  return { path, name, size, bytes, head, chunks, lines: () => linesOf(chunks(), name) }
}

async function beginning(path: string, name: string): Promise<{ size: number; bytes: Uint8Array }> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw missingFile(path)
    throw new TouchstoneError('file-unreadable', `the file cannot be opened (${error.code})`, { where: path })
  })
  try {
    const stat = await handle.stat()
    if (!stat.isFile())
      throw new TouchstoneError('file-unreadable', 'this is no file', {
        where: path,
        next: 'Name the files that lie in it.',
      })
    if (stat.size === 0)
      throw new TouchstoneError('file-empty', 'the file is empty (0 bytes)', { where: name, next: 'Export it again.' })
    if (stat.size > largestFile) {
      const next = 'Split the export into several files.'
      throw new TouchstoneError('file-too-large', `the file has ${stat.size} bytes; at most ${largestFile} are read`, {
        where: name,
        next,
      })
    }
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(headBytes, stat.size)), 0)
    return { size: stat.size, bytes: buffer.subarray(0, bytesRead) }
  } finally {
    await handle.close()
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const part = bytes.subarray(0, 2048)
  const pairs = Math.floor(part.length / 2)
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (part[at] === 0) even += 1
    if (part[at + 1] === 0) odd += 1
  }
  if (pairs > 4 && odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le'
  if (pairs > 4 && even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be'
  return 'utf-8'
}

function wide(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes.subarray(0, bytes.length - (bytes.length % 2)))
}

async function* decodeWide(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }))
    yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function* decodeLines(path: string): AsyncGenerator<string> {
  let rest = Buffer.alloc(0)
  let first = true
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    const end = safeEnd(bytes)
    rest = Buffer.from(bytes.subarray(end))
    if (end === 0) continue
    const text = decode(bytes.subarray(0, end))
    yield first ? text.replace(/^\ufeff/, '') : text
    first = false
  }
  if (rest.length > 0) yield first ? decode(rest).replace(/^\ufeff/, '') : decode(rest)
}

/** The end of the last whole line, or in a very long line a place between two characters. */
function safeEnd(bytes: Buffer): number {
  const line = bytes.lastIndexOf(0x0a) + 1
  if (line > 0 || bytes.length < 2 * pieceBytes) return line
  let end = bytes.length
  while (end > 0 && (bytes[end - 1]! >= 0x80 || bytes[end - 1] === 0x0d)) end -= 1
  return end
}

const ansi = new TextDecoder('windows-1252')

function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let text = ''
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(0x0a, from)
    const to = at < 0 ? bytes.length : at + 1
    const line = bytes.subarray(from, to)
    text += isUtf8(line) ? line.toString('utf8') : ansi.decode(line)
    from = to
  }
  return text
}

async function* linesOf(chunks: AsyncGenerator<string>, name: string): AsyncGenerator<string[]> {
  let rest = ''
  let read = 0
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r\n|[\n\r\u2028\u2029]/)
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) {
      throw new TouchstoneError(
        'file-format-mismatch',
        `a line has more than ${longestLine} characters; no bibliographic format has such lines`,
        { where: `${name}:${read + lines.length + 1}`, next: 'Export it again.' },
      )
    }
    read += lines.length
    yield lines
  }
  if (rest !== '') yield [rest]
}
