import { strToU8 } from 'fflate'
import type { Part } from './draft.ts'

const page = { width: 595, height: 842, margin: 72 }
const sizes: Readonly<Record<Part['kind'], number>> = { title: 18, heading: 14, paragraph: 10, entry: 9 }
/** Letters of Helvetica that fit into a line at a size of 1, a little less than do. */
const lineLetters = (page.width - 2 * page.margin) / 0.5

interface Line {
  text: string
  size: number
  y: number
}

/** A PDF of one column in Helvetica, the least that the format has (ISO 32000-1). Letters outside of Latin-1 become question marks. */
export function pdfOf(parts: readonly Part[]): Uint8Array {
  const pages: Line[][] = [[]]
  let y = page.height - page.margin
  for (const part of parts) {
    const size = sizes[part.kind]
    const text = part.kind === 'entry' ? `${part.number}. ${part.text}` : part.text
    y -= size
    for (const line of wrapped(text, Math.floor(lineLetters / size))) {
      if (y < page.margin) {
        pages.push([])
        y = page.height - page.margin
      }
      pages.at(-1)!.push({ text: line, size, y })
      y -= 1.3 * size
    }
  }
  return fileOf(pages.map(stream))
}

function wrapped(text: string, most: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!
    if (last !== '' && last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

function stream(lines: readonly Line[]): string {
  const shown = (text: string) => text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '?').replace(/[\\()]/g, '\\$&')
  return lines
    .map(({ text, size, y }) => `BT /F1 ${size} Tf ${page.margin} ${y.toFixed(1)} Td (${shown(text)}) Tj ET`)
    .join('\n')
}

function fileOf(streams: readonly string[]): Uint8Array {
  const first = 4
  const kids = streams.map((_, at) => `${first + 2 * at} 0 R`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${streams.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...streams.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * at + 1} 0 R >>`,
      `<< /Length ${strToU8(content, true).length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return strToU8(text, true)
}
