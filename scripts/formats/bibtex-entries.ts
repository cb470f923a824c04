import { mostCharacters } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** One entry of a BibTeX file as it stands: what lies between its outer braces. */
export interface RawEntry {
  /** First line, counted from 1. */
  line: number
  /** In small letters. */
  type: string
  body: string
  /** How the entry ends: at its own brace, at the next entry, or at the end of the file. */
  end: 'closed' | 'next' | 'file'
  characters: number
}

const opening = /@\s*([\p{L}][\p{L}\p{N}_-]*)\s*([{(])/gu
/** A line that begins an entry even where the one before has not ended. */
const surely = /^\s{0,8}@\s*(?:string|preamble|comment|[a-z][a-z_-]*)\s*[{(]\s*[^\s{}()=",]*\s*(?:,|$|=)/i
const signs = /\\[\s\S]?|[{}()"]/g

interface Open extends RawEntry {
  parts: string[]
  closer: '}' | ')'
  depth: number
  quoted: boolean
}

/**
 * The entries of a BibTeX file, `@string` among them, in order; text between them and comments are passed over.
 * An entry whose braces do not match ends where a line begins the next one.
 */
export async function* scanBibtex(file: TextFile): AsyncGenerator<RawEntry> {
  let line = 0
  let open: Open | null = null
  for await (const lines of file.lines()) {
    for (const text of lines) {
      line += 1
      let from = 0
      if (open && text.includes('@') && surely.test(text)) {
        yield finish(open, 'next')
        open = null
      }
      while (from <= text.length) {
        if (open) {
          from = take(open, text, from)
          if (from === -1) break
          yield finish(open, 'closed')
          open = null
        } else {
          const found = startOf(text, from, line)
          if (!found) break
          open = found.open
          from = found.from
        }
      }
    }
  }
  if (open) yield finish(open, 'file')
}

function startOf(text: string, from: number, line: number): { open: Open; from: number } | null {
  opening.lastIndex = from
  const found = opening.exec(text)
  if (!found) return null
  const closer = found[2] === '{' ? '}' : ')'
  const type = found[1]!.toLowerCase()
  const open: Open = { line, type, body: '', end: 'file', characters: 0, parts: [], closer, depth: 0, quoted: false }
  return { open, from: opening.lastIndex }
}

/** Adds the rest of a line to an entry. Where the entry ends in it, the place behind; else -1. */
function take(open: Open, text: string, from: number): number {
  const end = endOf(open, text, from)
  const part = end === -1 ? `${text.slice(from)}\n` : text.slice(from, end)
  open.characters += part.length
  if (open.characters <= mostCharacters) open.parts.push(part)
  return end === -1 ? -1 : end + 1
}

function endOf(open: Open, text: string, from: number): number {
  signs.lastIndex = from
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const sign = found[0]
    if (sign === '{') open.depth += 1
    else if (sign === '}' && open.depth > 0) open.depth -= 1
    else if (sign === '"' && open.depth === 0) open.quoted = !open.quoted
    else if (open.depth > 0) continue
    else if (sign === '}' && open.closer === '}') return found.index
    else if (sign === ')' && open.closer === ')' && !open.quoted) return found.index
  }
  return -1
}

function finish({ line, type, parts, characters }: Open, end: RawEntry['end']): RawEntry {
  return { line, type, body: parts.join(''), end, characters }
}
