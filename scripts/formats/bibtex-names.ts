import { withoutDoubtfulDegrees } from '../../src/core/papers/degrees.ts'
import { parseName } from '../../src/core/papers/names.ts'
import { parseNames, parsePeople } from '../../src/core/papers/people.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { latexText } from './latex.ts'

/**
 * The names of an `author` or `editor` field: parted at ` and ` outside braces, each `First von Last`, `von Last, First`,
 * `von Last, Jr, First`, `{Organisation}` or biblatex's `family=…, given=…`. Lists parted by semicolons or commas, as some tools write, are read too.
 */
export function bibtexNames(value: string): CslName[] {
  const parts = splitOutside(value, /^\s+and\s+/i)
  if (parts.length === 1 && /[;|]|\n/.test(value) && !/[{}]/.test(value)) return parseNames(latexText(value))
  return withoutDoubtfulDegrees(parts).flatMap((part) => (/[{}=]/.test(part) ? nameOf(part) : severalOf(part)))
}

/** One name, or several where a tool parts them at semicolons or commas. */
function severalOf(part: string): CslName[] {
  const people = parsePeople(clean(part))
  return people.length > 1 ? people : nameOf(part)
}

function nameOf(written: string): CslName[] {
  const text = written.trim()
  const whole = /^\{([\s\S]*)\}$/.exec(text)
  if (whole && balanced(whole[1]!)) return literal(whole[1]!)
  const pieces = splitOutside(text, /^\s*,\s*/).filter((piece) => piece.trim() !== '')
  if (pieces.some((piece) => /^\s*(?:family|given|prefix|suffix)\s*=/i.test(piece))) return labelled(pieces)
  if (pieces.length > 3) return parseNames(latexText(text))
  const plain = pieces.map(clean).filter(Boolean)
  const [family = '', second = '', third = ''] = plain
  if (plain.length === 0) return []
  if (plain.length === 1) return spaced(pieces[0]!)
  if (plain.length === 3 && /^(?:jr|sr|[ivx]{1,4}|[2-4](?:nd|rd|th))\.?$/i.test(second))
    return [{ family, given: third, suffix: second }]
  const name = parseName(plain.join(', '))
  return name === null ? [] : [name]
}

/** `First von Last`, where a group in braces is one word. */
function spaced(text: string): CslName[] {
  const words = splitOutside(text.trim(), /^(?:\s|(?<!\\)~)+/)
    .map((word) => ({ text: clean(word), group: /^\{(?!\\)[^{}]*\}$/.test(word) }))
    .filter(({ text: word }) => word !== '')
  const last = words.at(-1)
  if (words.length < 2 || !words.some(({ group }) => group)) {
    const name = parseName(words.map(({ text: word }) => word).join(' '))
    return name === null ? [] : [name]
  }
  const given = words.slice(0, -1).map(({ text: word }) => word)
  return last!.group || words.length === 2
    ? [{ family: last!.text, given: given.join(' ') }]
    : fromName(words.map((word) => word.text))
}

function fromName(words: readonly string[]): CslName[] {
  const name = parseName(words.join(' '))
  return name === null ? [] : [name]
}

function labelled(pieces: readonly string[]): CslName[] {
  const parts = new Map(
    pieces.flatMap((piece): [string, string][] => {
      const found = /^\s*([a-z-]+)\s*=\s*([\s\S]*)$/i.exec(piece)
      return found ? [[found[1]!.toLowerCase(), clean(found[2]!.replace(/^"|"$/g, ''))]] : []
    }),
  )
  const family = [parts.get('prefix') ?? '', parts.get('family') ?? ''].filter(Boolean).join(' ')
  const given = parts.get('given') ?? ''
  const suffix = parts.get('suffix') ?? ''
  if (family === '') return literal(given)
  return [{ family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }]
}

function literal(text: string): CslName[] {
  const plain = clean(text)
  const name = parseName(`{${plain.replace(/[{}]/g, '')}}`)
  return name === null ? [] : [name]
}

function clean(text: string): string {
  return plainText(latexText(text))
}

/** Parts of a text at a separator outside braces; the separator is tried where a part could begin. */
export function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[\s,~]/.test(sign!)) {
      const found = separator.exec(text.slice(at, at + 400))
      if (!found) continue
      parts.push(text.slice(from, at))
      at += found[0].length - 1
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

function balanced(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}' && --depth < 0) return false
  }
  return depth === 0
}
