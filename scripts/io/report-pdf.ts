import { getDocumentProxy } from 'unpdf'
import { type Area, type Piece, withAddresses } from './pdf-links.ts'

const mostPages = 300

interface Line {
  text: string
  page: number
  x: number
  y: number
  right: number
  height: number
}

/**
 * The text of a PDF as Markdown: paragraphs by their distance, larger lines as headings, raised numbers as `<sup>`,
 * what stands on most pages (running heads, page numbers) left out.
 * @throws Error where the bytes are no PDF that can be read
 */
export async function pdfMarkdown(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  try {
    const lines: Line[] = []
    for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page++) {
      const one = await pdf.getPage(page)
      const { items } = await one.getTextContent()
      const pieces = items.flatMap((item) =>
        'str' in item && item.str !== ''
          ? [
              {
                text: item.str,
                x: item.transform[4] as number,
                y: item.transform[5] as number,
                width: item.width,
                height: Math.abs((item.transform[3] as number) || item.height),
              },
            ]
          : [],
      )
      lines.push(...linesOf(withAddresses(pieces, (await one.getAnnotations()) as Area[]), page))
    }
    return paragraphs(withoutRunningHeads(lines, pdf.numPages))
  } finally {
    await pdf.cleanup()
  }
}

/** Pieces of a page as lines, in the order in which they are drawn. */
export function linesOf(pieces: readonly Piece[], page: number): Line[] {
  const lines: Line[] = []
  let last: Piece | null = null
  for (const piece of pieces) {
    const line = lines.at(-1)
    const raised =
      line &&
      line.height > 0 &&
      piece.height < 0.9 * line.height &&
      piece.y - line.y > 0.15 * line.height &&
      piece.y - line.y < line.height
    const same =
      line && last && piece.x >= last.x - 1 && (raised || Math.abs(piece.y - line.y) < Math.max(2, 0.4 * line.height))
    if (!same || !line) {
      if (piece.text.trim() === '') continue
      lines.push({
        text: shown(piece),
        page,
        x: piece.x,
        y: piece.y,
        right: piece.x + piece.width,
        height: piece.height,
      })
    } else {
      const gap =
        piece.x - line.right > 0.15 * line.height && !/\s$/.test(line.text) && !/^\s/.test(piece.text) && !raised
          ? ' '
          : ''
      line.text += gap + (raised && raisedNumber.test(piece.text) ? `<sup>${piece.text.trim()}</sup>` : shown(piece))
      line.right = piece.x + piece.width
      if (!raised) line.height = Math.max(line.height, piece.height)
    }
    last = piece
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/<\/sup>\s*<sup>/g, '').trim() }))
    .filter(({ text }) => text !== '')
}

/** Numbers, or a number that is a link. */
const raisedNumber = /^[\d\s,;–-]*\d[\d\s,;–-]*$|^\[\W{0,2}\d{1,3}\W{0,2}\]\(<[^<>]*>\)$/

function shown({ text, ready }: Piece): string {
  return ready ? text : escaped(text)
}

function escaped(text: string): string {
  return text.replace(/[<*`#]/g, '\\$&')
}

function withoutRunningHeads(lines: readonly Line[], pages: number): Line[] {
  const key = (line: Line) => line.text.replace(/\d+/g, '0').toLowerCase()
  const on = new Map<string, Set<number>>()
  for (const line of lines) on.set(key(line), (on.get(key(line)) ?? new Set()).add(line.page))
  return lines.filter(
    (line) =>
      !(pages >= 3 && on.get(key(line))!.size > pages / 2) &&
      !(/^(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?$/i.test(line.text) && pages > 1),
  )
}

const entry = /^(?:\[\d{1,3}\]|\d{1,3}[.)]\s|\(\d{1,3}\)\s|[•–-]\s)/

function paragraphs(lines: readonly Line[]): string {
  const body = median(lines.map(({ height }) => height))
  const gap = median(
    lines.flatMap((line, at) =>
      at > 0 && lines[at - 1]!.page === line.page && lines[at - 1]!.y > line.y ? [lines[at - 1]!.y - line.y] : [],
    ),
  )
  const right = Math.max(...lines.map((line) => line.right))
  const out: string[] = []
  let before: Line | null = null
  for (const line of lines) {
    const heading = line.height > 1.12 * body && line.text.length < 200
    const wasHeading = before !== null && before.height > 1.12 * body
    const far = before !== null && before.page === line.page && Math.abs(before.y - line.y) > 1.4 * gap
    const ended =
      before !== null && /[.!?:]["”)]?(?:<sup>[^<]*<\/sup>)?$/.test(before.text) && before.right < 0.85 * right
    const address = before !== null && !heading && /^https?:\/\/\S+$/.test(line.text) && entry.test(out.at(-1) ?? '')
    const part =
      before === null || heading !== wasHeading || ((far || ended) && !address) || begins(line, before, right)
    if (part || out.length === 0) out.push(heading ? `## ${line.text}` : line.text)
    else out[out.length - 1] = joined(out.at(-1)!, line.text)
    before = line
  }
  return out.join('\n\n')
}

/** Whether a line begins an entry of a list; a mark that a full line of prose left for the next one does not. */
function begins(line: Line, before: Line, right: number): boolean {
  const full = before.right > 0.8 * right && /[\p{L},”")]$/u.test(before.text) && !/https?:\S+$/.test(before.text)
  return entry.test(line.text) && !(full && /^[[(]/.test(line.text))
}

/** Two lines as one: words parted at the end of a line come together, and so do addresses. */
function joined(before: string, after: string): string {
  if (
    /https?:\/\/\S*[/_=&?%-]$/.test(before) ||
    (/https?:\/\/\S*\.$/.test(before) && /^[a-z\d]/.test(after)) ||
    (/\b10\.\d{4,9}\/\S*[/._-]$/.test(before) && /^\S*\d/.test(after))
  )
    return before + after
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after
  return `${before} ${after}`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
