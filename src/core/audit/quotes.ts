import type { Claim, Quantity } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import { type Audit, brief, claimsFileOf, type Family, paperFile } from './family.ts'

/** Principle 2: every quote is the exact slice of the stored text, and every number of a claim stands in its quote. */
export const quotes: Family = (audit) => {
  for (const [slug, { claims }] of audit.content.claims) {
    claims.forEach((claim, at) => {
      claim.sources.forEach((span, i) => {
        checkSpan(audit, slug, `claims[${at}].sources[${i}]`, span)
      })
      claim.evidence.forEach((span, i) => {
        checkSpan(audit, slug, `claims[${at}].evidence[${i}]`, span)
      })
      claim.likewise.forEach((span, i) => {
        checkSpan(audit, slug, `claims[${at}].likewise[${i}]`, span)
      })
      claim.quantities.forEach((quantity, i) => {
        checkQuantity(audit, slug, claim, `claims[${at}].quantities[${i}]`, quantity)
      })
    })
  }
}

function checkSpan({ content, broken, add }: Audit, slug: string, field: string, span: Span): void {
  const file = claimsFileOf(slug)
  const paper = content.papers.get(span.paper)
  if (!paper) {
    if (!broken.has(paperFile(span.paper)))
      add(
        'quote-no-text',
        file,
        field,
        `the paper of ${brief(span.quote)} is not here: restore it or run generate again`,
      )
    return
  }
  const section = paper.text?.sections.find((one) => one.name === span.section)
  if (!section) {
    add(
      'quote-no-text',
      file,
      `${field}.section`,
      `${span.paper} has no stored section "${span.section}": run generate again`,
    )
    return
  }
  if (span.start >= span.end || section.text.slice(span.start, span.end) !== span.quote) {
    add('quote-mismatch', file, field, `${where(section.text, span)}: run generate again`)
    return
  }
  const before = section.text.slice(Math.max(0, span.start - 1), span.start + 1)
  const after = section.text.slice(span.end - 1, span.end + 1)
  if (inWord(before) || inWord(after))
    add('quote-cut', file, field, `${brief(span.quote)} begins or ends inside a word: run generate again`)
}

/** What is wrong with a quote that is not at its offsets. */
function where(text: string, span: Span): string {
  const found = text.indexOf(span.quote)
  if (found >= 0) return `the quote stands at ${found}–${found + span.quote.length}, not at ${span.start}–${span.end}`
  return `${brief(span.quote)} is not what stands at ${span.start}–${span.end}, which is ${brief(text.slice(span.start, span.end))}`
}

function inWord(pair: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}]$/u.test(pair) && !/^\p{Lo}/u.test(pair)
}

function checkQuantity({ add }: Audit, slug: string, claim: Claim, field: string, quantity: Quantity): void {
  const quote = claim.sources[0]?.quote
  if (quote === undefined) return
  const file = claimsFileOf(slug)
  if (quote.slice(quantity.start, quantity.end) !== quantity.text) {
    add(
      'quantity-mismatch',
      file,
      field,
      `${brief(quantity.text)} does not stand at ${quantity.start}–${quantity.end} of the quote: run generate again`,
    )
    return
  }
  const stated = [
    quantity.value,
    ...(quantity.low === undefined ? [] : [quantity.low]),
    ...(quantity.high === undefined ? [] : [quantity.high]),
  ]
  for (const value of stated) {
    if (!holdsNumber(quantity.text, value))
      add('quantity-mismatch', file, field, `${value} is not what ${brief(quantity.text)} says: run generate again`)
  }
}

/** Whether a number, its hundredfold or hundredth (a fraction as percentage) or its opposite can be read from the text. */
function holdsNumber(text: string, value: number): boolean {
  const numbers = readNumbers(text)
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
  if (numbers.length === 0) return true
  const scales = [1, 100, 0.01, 1000, 0.001, 1e6, 1e-6, 60, 1 / 60, 24, 7, 30, 365, 12]
  const quotients = numbers.flatMap((a) => numbers.filter((b) => b !== 0).flatMap((b) => [a / b, (a / b) * 100]))
  if (numbers.some((one) => scales.some((scale) => near(Math.abs(one) * scale, Math.abs(value))))) return true
  return quotients.some((one) => Math.abs(one - value) < 0.06 * Math.max(1, Math.abs(value) / 100))
}

/** Numbers of a text as they may be meant: decimal comma, middle dot, thousands marks and commas between numbers in each reading. */
export function readNumbers(text: string): number[] {
  const found: number[] = []
  for (const [token] of text.matchAll(/(?<!\d)[.·]\d+|\d[\d,.·\u00a0\u2009\u202f' ]*\d|\d/g)) {
    const plain = token.replace(/[\u00a0\u2009\u202f' ](?=\d{3}(?!\d))/g, '')
    for (const part of plain.split(/[\u00a0\u2009\u202f' ]+/)) {
      for (const reading of [
        part.replaceAll(',', '').replaceAll('·', '.'),
        part.replaceAll('.', '').replace(/[,·]/, '.'),
        // "0.23,0.89": a comma behind decimals parts two numbers.
        ...(/[.·]\d+,/.test(part) ? part.split(',').map((one) => one.replaceAll('·', '.')) : []),
      ]) {
        const value = Number(reading)
        if (Number.isFinite(value)) found.push(value)
      }
    }
  }
  return found
}
