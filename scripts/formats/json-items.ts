import { TouchstoneError } from '../../src/core/errors.ts'
import { mostCharacters } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** The text of one item with its first line. `json` is null where the item is too long to be one. */
export interface JsonItem {
  line: number
  json: string | null
  /** Whether the item stands in a list or alone. */
  listed: boolean
}

/**
 * The items of a JSON file, read piece by piece: those of its list, those of the list that the file's one object has
 * under the key `under`, or objects that follow one another.
 * @throws TouchstoneError `file-format-mismatch` where the file ends early or goes on behind the end of its list
 */
export async function* jsonItems(file: TextFile, under?: string): AsyncGenerator<JsonItem> {
  const scan = new Scan(file.name, under)
  for await (const chunk of file.chunks()) yield* scan.feed(chunk)
  scan.end()
}

/** The error for JSON that is broken at a line. */
export function brokenJson(name: string, line: number, what: string): TouchstoneError {
  return new TouchstoneError('file-format-mismatch', what, {
    where: `${name}:${line}`,
    next: 'Export it again as CSL-JSON.',
  })
}

/**
 * What the text of an item says.
 * @throws TouchstoneError `file-format-mismatch` where it is not JSON
 */
export function parseItem(json: string, line: number, name: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw brokenJson(name, line, `it is not JSON (${(error as Error).message.slice(0, 200)})`)
  }
}

class Scan {
  private readonly name: string
  /** The key of the list that is still looked for, and the last text that was read, which may be that key. */
  private under: string | undefined
  private word = ''
  private within: boolean
  private line = 1
  private depth = 0
  private quoted = false
  private escaped = false
  private listed: boolean | null = null
  private done = false
  private first = 0
  private parts: string[] = []
  private length = 0

  constructor(name: string, under?: string) {
    this.name = name
    this.under = under
    this.within = under !== undefined
  }

  *feed(chunk: string): Generator<JsonItem> {
    let start = this.first > 0 ? 0 : -1
    for (let i = 0; i < chunk.length; i++) {
      const sign = chunk.charCodeAt(i)
      if (this.quoted) {
        this.inText(sign)
        continue
      }
      if (sign <= 32) {
        if (sign === 10) this.line += 1
        continue
      }
      if (this.done && this.within) return
      if (this.done) throw brokenJson(this.name, this.line, 'the file goes on behind the end of its list')
      if (this.under !== undefined && this.isBefore(sign)) continue
      const level = this.listed ? 1 : 0
      if (this.listed === null) {
        this.listed = sign === 91
        if (this.listed) {
          this.depth = 1
          continue
        }
      }
      const closes = sign === 93 || sign === 125
      const parts = this.listed && this.depth === level && (sign === 44 || closes)
      if (parts) {
        if (start !== -1) yield this.item(chunk.slice(start, i))
        start = -1
        if (closes) {
          this.done = true
          this.depth = 0
        }
        continue
      }
      if (start === -1) {
        start = i
        this.first = this.line
      }
      if (sign === 34) this.quoted = true
      else if (sign === 91 || sign === 123) this.depth += 1
      else if (closes) this.depth -= 1
      if (!this.listed && this.depth <= 0 && !this.quoted) {
        if (!closes) throw brokenJson(this.name, this.line, 'it is not JSON')
        yield this.item(chunk.slice(start, i + 1))
        start = -1
      }
    }
    if (start !== -1) this.keep(chunk.slice(start))
  }

  end(): void {
    if (this.quoted) throw brokenJson(this.name, this.line, 'the file is cut off within a text')
    if (this.depth > 0) throw brokenJson(this.name, this.line, 'the file is cut off: its list or item does not end')
  }

  /** Goes past what stands before the list that is looked for. */
  private isBefore(sign: number): boolean {
    if (sign === 91 && (this.depth === 0 || (this.depth === 1 && this.word === this.under))) {
      this.within = this.depth > 0
      this.under = undefined
      return false
    }
    if (sign === 34) {
      this.quoted = true
      this.word = ''
    } else if (sign === 91 || sign === 123) this.depth += 1
    else if (sign === 93 || sign === 125) this.depth -= 1
    return true
  }

  private inText(sign: number): void {
    if (this.under !== undefined && sign !== 34 && this.word.length < 100) this.word += String.fromCharCode(sign)
    if (this.escaped) this.escaped = false
    else if (sign === 92) this.escaped = true
    else if (sign === 34) this.quoted = false
    else if (sign === 10) this.line += 1
  }

  private keep(part: string): void {
    this.length += part.length
    if (this.length <= mostCharacters) this.parts.push(part)
  }

  private item(last: string): JsonItem {
    this.keep(last)
    const json = this.length <= mostCharacters ? this.parts.join('') : null
    const item = { line: this.first, json, listed: this.listed === true }
    this.parts = []
    this.length = 0
    this.first = 0
    return item
  }
}
