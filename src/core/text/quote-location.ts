/** Where a quote stands in a text: offsets in UTF-16 code units, end exclusive. */
export interface Location {
  start: number
  end: number
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
}
const single = /[‘’‚‛]/
const double = /[“”„‟«»]/
const citation = /^\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]/
const hyphenation = /^(?:-|‐)\s*\n\s*(?=\p{Ll})/u

/**
 * Finds a quote from elsewhere (a model, an import) in a text. White space, hyphenation at line ends, ligatures, quote
 * marks and bracketed citation numbers may differ; nothing else may, above all no digit, decimal sign, unit, sign or
 * negation. A quote that begins or ends inside a word is not found. Null where it does not stand in the text.
 */
export function locateQuote(text: string, quote: string): Location | null {
  const there = plain(text)
  const wanted = plain(quote.trim()).text.trim()
  if (wanted === '') return null
  for (let at = there.text.indexOf(wanted); at !== -1; at = there.text.indexOf(wanted, at + 1)) {
    const start = there.from[at]!
    const end = there.to[at + wanted.length - 1]!
    if (wholeWords(text, start, end)) return { start, end }
  }
  return null
}

interface Plain {
  text: string
  /** Offsets in the original at which each letter begins and ends. */
  from: number[]
  to: number[]
}

function plain(original: string): Plain {
  const out: Plain = { text: '', from: [], to: [] }
  const put = (letters: string, from: number, to: number) => {
    for (const letter of letters) {
      out.text += letter
      for (let unit = 0; unit < letter.length; unit++) {
        out.from.push(from)
        out.to.push(to)
      }
    }
  }
  let at = 0
  while (at < original.length) {
    const rest = original.slice(at, at + 60)
    const skipped = citation.exec(rest)?.[0] ?? hyphenation.exec(rest)?.[0] ?? (rest[0] === '\u00ad' ? '\u00ad' : '')
    if (skipped !== '') {
      at += skipped.length
      continue
    }
    const blank = /^\s+/.exec(rest)?.[0]
    if (blank) {
      if (!out.text.endsWith(' ')) put(' ', at, at + blank.length)
      at += blank.length
      continue
    }
    const sign = String.fromCodePoint(original.codePointAt(at)!)
    const shown = ligatures[sign] ?? (single.test(sign) ? "'" : double.test(sign) ? '"' : sign)
    put(shown, at, at + sign.length)
    at += sign.length
  }
  return out
}

function wholeWords(text: string, start: number, end: number): boolean {
  const inside = /[\p{L}\p{N}]{2}/u
  return !inside.test(text.slice(Math.max(0, start - 1), start + 1)) && !inside.test(text.slice(end - 1, end + 1))
}
