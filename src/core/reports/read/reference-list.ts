import { findDois, normaliseDoi } from '../../papers/doi.ts'
import type { Block } from './blocks.ts'

/** A reference as it was printed, with the DOI read from it and what looks like a DOI but is none. */
export interface ParsedReference {
  text: string
  doi: string | null
  malformed: string | null
  line: number
}

const start = /^\s*(?:\[\^?[\w.-]{1,12}\]:?|\(\d{1,3}\)|\d{1,3}[.)]|[-*•–])\s+/

/** The references of a section: items of lists, rows of tables, paragraphs, each line that begins anew one. */
export function parseReferences(blocks: readonly Block[]): ParsedReference[] {
  const read = blocks
    .flatMap(entries)
    .filter(
      ({ text }) =>
        /[\p{L}\p{N}]{3}/u.test(text) && !/^\W*(?:none|no references?|n\/?a|not applicable)\b\W*\w*\W*$/i.test(text),
    )
    .map(({ text, line }) => readReference(text, line))
  const bare = read.filter(({ text, doi }) => doi !== null && !/\s/.test(text)).length
  return read.map((one) =>
    one.doi === null && one.malformed === null && bare >= 2 && bare >= read.length / 2 && !/\s/.test(one.text)
      ? { ...one, malformed: one.text }
      : one,
  )
}

/** Reads one printed reference. */
export function readReference(text: string, line: number): ParsedReference {
  const plain = text.replace(/\s+/g, ' ').replace(start, '').trim()
  const doi = findDois(plain)[0] ?? null
  return { text: plain, doi: doi ?? fieldDoi(plain), malformed: malformedDoi(plain, doi), line }
}

function fieldDoi(text: string): string | null {
  const field = /\b(?:doi\s*[:=]\s*|doi\.org\/)(\S+)/i.exec(text)
  return field ? normaliseDoi(field[1]!) : null
}

/** What stands where a DOI should and does not match the grammar. */
function malformedDoi(text: string, doi: string | null): string | null {
  for (const match of text.matchAll(
    /(?:\bdoi\s*[:=]\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?|(?:dx\.)?doi\.org\/)\s*([^\s>\])]*)/gi,
  )) {
    const token = match[1]!.replace(/[.,;]+$/, '')
    if (/^https?:/i.test(token) || /^(n\/?a|none|unknown|-+|–|—)$/i.test(token)) continue
    if (normaliseDoi(token) === null || !/^10\./.test(decodeSafely(token))) return token || 'nothing'
  }
  if (doi !== null) return null
  const bare =
    /(?<![\w./])(10,\d{4,9}\/\S+|10[.,]\s?\d{1,9}\s?(?:\/\s|\\)\S*|10\.\d{4,9}(?![\d./])\S*|10\.\d{1,3}\/\S+|1O\.\d{4,}\/\S+|1[1-9]\.\d{4,5}\/\S+)/.exec(
      text,
    )
  return bare ? bare[1]! : null
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function entries(block: Block): { text: string; line: number }[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(({ text, line, links = [] }) => ({ text: withLinks(text, links), line }))
    case 'table': {
      const rows = block.rows.map((row) => ({ text: withLinks(row.cells.join(' '), row.links ?? []), line: row.line }))
      const head = block.rows[0]?.cells.every((cell) =>
        /^(#|no\.?|id|key|title|author\w*|year|doi|link|url|source|reference|journal|venue|paper)s?$/i.test(
          cell.trim(),
        ),
      )
      return head ? rows.slice(1) : rows
    }
    case 'paragraph':
      return paragraphEntries(
        block.source.split('\n').length === block.text.split('\n').length ? unlink(block.source) : block.text,
        block.line,
      )
    default:
      return []
  }
}

/** A text with the addresses behind it that its links lead to and that it does not print. */
function withLinks(text: string, links: readonly string[]): string {
  const hidden = links.filter((link) => !text.includes(link) && !text.includes(decodeSafely(link)))
  return [text, ...hidden].join(' ')
}

/** Markdown links as text and address. */
function unlink(source: string): string {
  return source
    .replace(/\[([^\]]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g, '$1 $2')
    .replace(/[*_]{1,2}(?=\S)([^*_\n]+)(?<=\S)[*_]{1,2}/g, '$1')
}

/** Lines of a paragraph are entries of their own where most of them begin or end like one. */
function paragraphEntries(text: string, line: number): { text: string; line: number }[] {
  const lines = text.split('\n')
  const begins = lines.filter((one) => start.test(one)).length
  const dois = lines.filter((one) => /doi\.org\/|\bdoi:|https?:\/\//i.test(one)).length
  if (lines.length === 1 || (begins < 2 && dois < lines.length && dois < 2)) return [{ text, line }]
  if (begins < 2) return lines.map((one, at) => ({ text: one, line: line + at }))
  return lines.reduce<{ text: string; line: number }[]>((all, one, at) => {
    const last = all.at(-1)
    if (last && !start.test(one)) last.text += ` ${one}`
    else all.push({ text: one, line: line + at })
    return all
  }, [])
}
