import { fold } from '../text/fold.ts'

/** The journal's own name: what stands in brackets, behind a colon or a slash is a place, an editor or a translation. */
export function journalOf(name: string): string {
  const own = name.replace(/\([^)]*\)/g, ' ').split(/\s[:=/]\s/, 1)[0] ?? ''
  return fold(own).replace(/^(?:the|conference|proceedings of the) /, '')
}

/** First and last page; the last one whole where it was printed short, as in 1293-4. Dates that a spreadsheet made of pages are none. */
export function pages(text: string): [string, string] {
  if (spreadsheetDate.test(text)) return ['', '']
  const found = /([a-z]{0,3})0*(\d+)([a-z]?)(?:\s*[-–—‐‑]+\s*[a-z]{0,3}0*(\d+))?/i.exec(text.replace(/\s+/g, ' '))
  if (!found) return ['', '']
  const [, letters = '', figures = '', , last = ''] = found
  const first = /^[aops]$/i.test(letters) ? letters.toLowerCase() + figures : figures
  return [
    first,
    last !== '' && last.length < figures.length ? figures.slice(0, figures.length - last.length) + last : last,
  ]
}

const spreadsheetDate =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b|\d{4}-\d\d-\d\d|\d+\/\d+\/\d+|\d+:\d\d/i

/** The number of a volume or issue: the only one, or the last of a long text such as "Conference: 22nd Congress. 143". */
export function numberOf(text: string): string {
  const figures = (text.match(/\d+/g) ?? []).at(text.length > 16 ? -1 : 0)?.replace(/^0+/, '') ?? ''
  return figures || (text.length > 4 ? '' : fold(text))
}
