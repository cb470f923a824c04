import { Parser } from 'htmlparser2'
import { stripTags } from './strip-tags.ts'

const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi
const passes = 8

/**
 * Text without markup: HTML, JATS and MathML tags removed (blocks part words, inline markup joins them), entities decoded,
 * control, direction and invisible characters stripped, NFC, white space collapsed.
 * A superscript number on a number stays raised (`10<sup>6</sup>` is `10⁶`), so that no digit changes its meaning.
 * What only looks like a tag stays. Applying it twice changes nothing.
 */
export function plainText(markup: string): string {
  let text = tidy(markup)
  if (!/[<&]/.test(text)) return text
  for (let pass = 0; pass < passes; pass++) {
    const next = tidy(decodeEntities(stripTags(text)))
    if (next === text) return text
    text = next
  }
  return tidy(text.replace(/[<&]/g, ' '))
}

const plainAscii = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** Characters only: controls, direction marks and other unseen characters out, NFC, one space for any white space. */
export function tidy(text: string): string {
  if (plainAscii.test(text)) return text
  return unbrokenWords(text.toWellFormed())
    .replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(
      /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\u{e0000}-\u{e007f}]/gu,
      '',
    )
    .replace(/(?<!(?:[\u0590-\u1fff\u3000-\ud7ff\u{1f000}-\u{1faff}]|\ufe0f))(?:\u200c|\u200d)+/gu, '')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim()
}

/** Parts of words that keep their hyphen when a line ends behind it. */
const compounds =
  /(?:^|[^\p{L}])(?:all|anti|best|case|cost|cross|dose|double|end|evidence|ex|first|five|follow|four|full|half|hand|health|high|in|intention|large|life|long|low|meta|mid|multi|near|non|off|on|one|open|out|over|patient|peer|placebo|point|post|pre|quasi|real|risk|second|self|semi|seven|short|single|six|small|so|socio|state|ten|third|three|time|two|up|water|well|whole|world|year|age|short)$/iu

/** A word that was hyphenated at the end of a line in one piece again; what always has its hyphen keeps it, as figures do. */
function unbrokenWords(text: string): string {
  if (!/[-\u2010\u00ad][ \t]*[\r\n]/.test(text)) return text
  return text.replace(
    /([\p{L}\p{N}]+)([-\u2010\u00ad])[ \t]*\r?\n[ \t]*(?=([\p{L}\p{N}]+))/gu,
    (whole, before: string, hyphen: string, after: string) => {
      if (hyphen === '\u00ad') return before
      const joins =
        before.length > 1 &&
        /^\p{Ll}+$/u.test(after) &&
        /\p{Ll}$/u.test(before) &&
        !compounds.test(before) &&
        !knownWith(text, before, after)
      return joins ? before : /\s/.test(whole) ? `${before}${hyphen}` : whole
    },
  )
}

/** Whether the same text writes the two parts with a hyphen within a line. */
function knownWith(text: string, before: string, after: string): boolean {
  return text.toLowerCase().includes(`${before}-${after}`.toLowerCase())
}

/** Entities of HTML, with their semicolon; what is no entity stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:amp;)+/gi, '&').replace(entity, (name) => decoded(name))
}

const memo = new Map<string, string>()

function decoded(name: string): string {
  const known = memo.get(name)
  if (known !== undefined) return known
  let text = ''
  const parser = new Parser(
    {
      ontext(data) {
        text += data
      },
    },
    { decodeEntities: true },
  )
  parser.end(name)
  if (memo.size < 5000) memo.set(name, text)
  return text
}
