import { marks, raised, signs, unseen } from './latex-signs.ts'

const deepest = 20
const longestArgument = 2000
/** Marks that stand for themselves where no letter follows. */
const alone = new Map([
  ['\u0303', '~'],
  ['\u0302', '^'],
  ['\u0301', "'"],
  ['\u0300', '`'],
])

/**
 * Text of a BibTeX value: accents, signs and dashes as characters, commands and braces gone, powers and indices as `<sup>` and `<sub>`.
 * A dollar sign or a tilde that is no mathematics and no tie, as in abstracts that nobody escaped, stays. Takes any text.
 */
export function latexText(source: string): string {
  return /[\\{}$~`]|--/.test(source) ? new Reader(source, 0, false).read() : source
}

/** Text of an identifier or an address: escapes and braces gone, everything else as it stands. */
export function latexVerbatim(source: string): string {
  return source
    .replace(/\\(?:url|href|nolinkurl|path)\s*(?=\{)/g, '')
    .replace(/\{\\(?:textunderscore|_)\s*\}|\\textunderscore\s*/g, '_')
    .replace(/\\text(less|greater)\s*(?:\{\})?/g, (_, name: string) => (name === 'less' ? '<' : '>'))
    .replace(/\{?\\textasciitilde\s*(?:\{\})?\}?|\\~\s*(?:\{\})?/g, '~')
    .replace(/\\([&%$#_{}<>])/g, '$1')
    .replace(/[{}]/g, '')
    .trim()
}

class Reader {
  private readonly source: string
  private readonly depth: number
  private math: boolean
  private at = 0
  private text = ''
  private quotes = 0

  constructor(source: string, depth: number, math: boolean) {
    this.source = source
    this.depth = depth
    this.math = math
  }

  read(): string {
    while (this.at < this.source.length) this.step()
    return this.text
  }

  private step(): void {
    const { source, at } = this
    const sign = source[at]!
    const twice = source[at + 1] === sign
    if (sign !== '\\') this.at += 1
    if (sign === '\\') this.command()
    else if (sign === '$') this.dollar()
    else if (sign === '~') this.tie()
    else if (this.math && (sign === '^' || sign === '_')) this.raise(sign === '^' ? 'sup' : 'sub')
    else if (sign === '-' && twice && !this.math) this.dash()
    else if (sign === '`' && twice) this.quote('“', 1)
    else if (sign === "'" && twice && this.quotes > 0) this.quote('”', -1)
    else if (sign !== '{' && sign !== '}') this.plain(sign)
  }

  private plain(sign: string): void {
    const run = /[^\\{}$~^_`'-]+/y
    run.lastIndex = this.at
    const more = run.exec(this.source)?.[0] ?? ''
    this.at += more.length
    this.text += sign + more
  }

  private dash(): void {
    const run = /-+/y
    run.lastIndex = this.at - 1
    const length = run.exec(this.source)?.[0].length ?? 1
    this.text += length === 2 ? '–' : length === 3 ? '—' : '-'.repeat(length)
    this.at += length - 1
  }

  private quote(mark: string, change: number): void {
    this.at += 1
    this.quotes += change
    this.text += mark
  }

  /** As pandoc tells mathematics from money: no space inside the marks, no digit behind the closing one. */
  private dollar(): void {
    const { source, at } = this
    if (this.math) {
      this.math = false
      if (source[at] === '$') this.at += 1
      return
    }
    const double = source[at] === '$' ? 1 : 0
    const rest = source.slice(at + double, at + double + longestArgument)
    const whole = double ? /^[^$]+\$\$/ : /^(?![\s$])(?:[^$\\]|\\[\s\S])*?(?<!\s)\$(?!\d)/
    if (whole.test(rest)) {
      this.math = true
      this.at += double
    } else this.text += '$'
  }

  private tie(): void {
    const before = this.text.at(-1) ?? ' '
    const after = this.source[this.at] ?? ' '
    this.text += /[\s(]/.test(before) || /\s/.test(after) ? '~' : ' '
  }

  private raise(tag: 'sup' | 'sub'): void {
    this.text += `<${tag}>${this.argument()}</${tag}>`
  }

  private command(): void {
    const name = /\\([a-zA-Z]+\*?|[\s\S]?)/y
    name.lastIndex = this.at
    const [whole, found = ''] = name.exec(this.source)!
    this.at += whole.length
    const named = /[a-zA-Z]/.test(found)
    const mark = marks.get(found)
    if (mark !== undefined && (!named || this.followedByLetter())) this.accent(mark)
    else if (named) this.named(found)
    else this.escape(found)
  }

  private named(name: string): void {
    const spaces = /\s*/y
    spaces.lastIndex = this.at
    const gap = spaces.exec(this.source)?.[0] ?? ''
    const tag = raised.get(name)
    const sign = signs.get(name)
    if (tag) this.raise(tag as 'sup' | 'sub')
    else if (sign === undefined) this.unknown(name, gap)
    else {
      // Relations keep the spaces that writers put around them; letters are followed by the next letter.
      this.text += this.math && gap !== '' && !/\p{L}/u.test(sign) ? `${sign} ` : sign
      this.at += gap.length
      if (this.source.startsWith('{}', this.at)) this.at += 2
    }
  }

  private unknown(name: string, gap: string): void {
    const group = this.source[this.at + gap.length] === '{'
    if (name === 'begin' || name === 'end') this.argument()
    else if (name === 'href') this.argument()
    else if (name === 'ElsevierGlyph') this.text += String.fromCharCode(Number.parseInt(this.argument(), 16) || 32)
    else if (name === 'enquote' || name === 'mkbibquote') this.text += `“${this.argument()}”`
    else if (name === 'frac' && group) this.text += `${this.argument()}/${this.argument()}`
    else if (unseen.has(name)) this.at += gap.length
    else if (group) this.at += gap.length
    else this.text += `\\${name}`
  }

  private escape(sign: string): void {
    if (/^[&%$#_{}|<>^~"'`=.\\]$/.test(sign) && sign !== '\\') this.text += sign
    else if (/^[\s\\,;:]$/.test(sign)) this.text += ' '
    else if (!/^[-/!()[\]@*+_]$/.test(sign)) this.text += `\\${sign}`
    else if (/^[()[\]]$/.test(sign)) this.math = sign === '(' || sign === '['
  }

  private followedByLetter(): boolean {
    return /^(?:\s*\{|\s+[\p{L}\\])/u.test(this.source.slice(this.at, this.at + 8))
  }

  private accent(mark: string): void {
    const [letter = '', ...rest] = Array.from(this.argument(true))
    const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
    if (/^\p{L}/u.test(base)) this.text += (base + mark).normalize('NFC') + rest.join('')
    else this.text += (alone.get(mark) ?? '') + letter + rest.join('')
  }

  /** The text of what a command takes: a group, a command, or one character. */
  private argument(accent = false): string {
    const { source } = this
    while (/\s/.test(source[this.at] ?? '') && this.at < source.length) this.at += 1
    const from = this.at
    if (source[from] === '{') {
      const end = groupEnd(source, from)
      if (end === -1) return ''
      this.at = end + 1
      return this.inner(source.slice(from + 1, end))
    }
    const dotless = accent ? /^\\([ij])(?=[a-z])(?!(?:math|ota)\b)/.exec(source.slice(from, from + 8)) : null
    if (dotless) {
      // Some writers forget the space behind a dotless letter: "Mart\'\in".
      this.at += 2
      return dotless[1]!
    }
    if (source[from] === '\\') {
      const whole = /\\(?:[a-zA-Z]+|[\s\S]?)/y
      whole.lastIndex = from
      const found = whole.exec(source)![0]
      this.at += found.length
      return this.inner(found)
    }
    const sign = String.fromCodePoint(source.codePointAt(from) ?? 32)
    this.at += from < source.length ? sign.length : 0
    return from < source.length && sign !== '}' ? sign : ''
  }

  private inner(text: string): string {
    return this.depth >= deepest ? text.replace(/[\\{}$]/g, '') : new Reader(text, this.depth + 1, this.math).read()
  }
}

function groupEnd(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length && at < from + longestArgument; at++) {
    const sign = source[at]
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}' && --depth === 0) return at
  }
  return -1
}
