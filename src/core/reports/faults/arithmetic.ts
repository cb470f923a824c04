import { brief } from '../../audit/family.ts'
import type { FaultInput, Found } from './fault.ts'

const number = String.raw`\d{1,3}(?:[,\u202f\u00a0]\d{3})+|\d+`
const share = String.raw`(\d{1,3}(?:[.,]\d+)?)\s*(?:%|per ?cent\b)`
/** What stands between a part and its whole. */
const of = String.raw`(?:of|out of|von(?: insgesamt)?|sur|parmi|des?|de (?:los|las)|dos|das|di|su|van(?: de)?|z|ze|из)\s|\/`
const shapes: readonly RegExp[] = [
  // 12 of 40 patients (30 %)
  new RegExp(
    `(?<![\\d.,–-])(${number})\\s*(?:${of})\\s*(?:the |all |these |den |les |los |las |i |le )?(${number})(?![\\d.,]*\\s*%)(?:\\s+[\\p{L}-]+){0,4}\\s*[(\\[]\\s*${share}\\s*[)\\]]`,
    'giu',
  ),
  // 30 % (12 of 40), 30 % (12/40)
  new RegExp(
    `(?<![\\d.,–-])${share}(?:\\s+[\\p{L}-]+){0,4}\\s*[(\\[]\\s*(?:n\\s*=\\s*)?(${number})\\s*(?:${of})\\s*(?:the |all )?(${number})(?:\\s+[\\p{L}-]+){0,3}\\s*[)\\]]`,
    'giu',
  ),
]

/** Shares that do not follow from the counts beside them, as in `12 of 40 (32 %)`. Rounding to the digits printed is allowed for. */
export function wrongShares({ parsed, lines }: FaultInput): Found[] {
  const listed = parsed.cited.lists
  return lines.flatMap((text, at) => {
    if (listed.some(({ from, to }) => at + 1 >= from && at + 1 <= to)) return []
    const plain = text.replace(/[*_]/g, '').replace(/\[\^?\d{1,3}\]/g, '')
    return shapes.flatMap((shape, nth) =>
      [...plain.matchAll(shape)].flatMap((found) => {
        const [part, whole, printed] = nth === 0 ? [found[1]!, found[2]!, found[3]!] : [found[2]!, found[3]!, found[1]!]
        const right = rightShare(count(part), count(whole), printed)
        return right === null
          ? []
          : [{ line: at + 1, message: `${brief(found[0])} does not compute: ${part} of ${whole} is ${right} %` }]
      }),
    )
  })
}

function count(text: string): number {
  return Number(text.replace(/\D/g, ''))
}

/** The right share where the printed one is wrong, in its own digits; null where it is right or cannot be told. */
function rightShare(part: number, whole: number, printed: string): string | null {
  // A year is no whole: "12 de 2020 (5 %)".
  if (whole < 2 || part > whole || (whole >= 1900 && whole <= 2099 && part <= 31)) return null
  const digits = /[.,](\d+)/.exec(printed)?.[1]?.length ?? 0
  const value = Number(printed.replace(',', '.'))
  const exact = (100 * part) / whole
  // One unit of the last digit: half for rounding, half for those who cut instead.
  return Math.abs(exact - value) <= 10 ** -digits ? null : exact.toFixed(digits)
}
