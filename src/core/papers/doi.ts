/** Registrant code and suffix as the DOI Handbook gives them (https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html). */
const grammar = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/
const start = /(?<![\p{L}\p{N}.])10\.\d{4,9}(?:\.\d+)*\//u
const starts = /(?<![\p{L}\p{N}.])10\.\d{4,9}(?:\.\d+)*(?:\/|%2f)/giu

/** Marks that are not seen but travel along when an address is copied: zero width, direction, soft hyphen. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const control = /[\p{Cc}\p{Cs}\ufffd\ufffe\uffff]/u
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{', '>': '<' }
const trailing = /[.,;:!?'"*\u2018\u2019\u201c\u201d\u00ab\u00bb\u2026\u3001\u3002\uff0c\uff1b\uff09/\\]$/

/** Where a DOI ends although no white space follows: markup, a query for counting visits, the next DOI of a list. */
const ends = [
  /<(?:\/|(?:a|abbr|b|br|code|div|em|font|i|iframe|img|li|p|script|span|strong|style|sub|sup|svg|td|u)\b)/i,
  /\?(?:[a-z_]+=|$)/i,
  /[,;|](?:https?:|doi\b|10\.\d{4})/i,
  /[\uff0c\u3002\uff1b\u3001]/,
]
/** What publishers' addresses add behind a DOI. */
const pageOfPublisher =
  /\/(?:abstract|full(?:text)?|e?pdf|html|summary|references|meta|issuetoc)(?:\.[a-z]+)?$|\.(?:pdf|html?)$/

/**
 * The DOI in a field that should hold one, in its normal form: ASCII letters small, no address or label in front,
 * entities and percent signs decoded, closing punctuation removed. Null where the field holds none.
 * Applying it twice changes nothing.
 */
export function normaliseDoi(text: string): string | null {
  const decoded = unbroken(decode(text.replace(unseen, '')))
  const found = start.exec(decoded)
  if (!found) return null
  const token = decoded.slice(found.index).split(/\s/u, 1)[0]!
  if (control.test(token)) return null
  const before = decoded.slice(0, found.index)
  const foreign = /https?:\/\/\S*$/i.test(before) && !/doi\.org\/$/i.test(before)
  const doi = trim(cut(token), foreign).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return grammar.test(doi) ? doi : null
}

/** The address of a normalised DOI, percent-encoded so that it can stand in any attribute in any quotes. */
export function doiUrl(doi: string): string {
  const encoded = encodeURIComponent(doi.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  // A component of dots alone would be resolved away by whoever follows the address.
  return `https://doi.org/${encoded.replaceAll('%2F', '/').replace(/\/(?=\.{1,2}(?:\/|$))/g, '%2F')}`
}

/** The DOIs of a passage in order of appearance, each once, in normal form. Quote marks and Markdown end a DOI here. */
export function findDois(passage: string): string[] {
  const found = new Set<string>()
  const text = unbroken(passage)
  for (const { index } of text.matchAll(starts)) {
    const token = text.slice(index, index + 2000).split(/[\s"`|]|\]\(/u, 1)[0]!
    const doi = normaliseDoi(token)
    if (doi) found.add(doi)
  }
  return [...found]
}

/**
 * Text with DOIs that go over the end of a line in one piece. A DOI ends with no hyphen, no slash and no underscore, so
 * what stands behind one of these belongs to it; behind a full stop only in `10.1016/j.`.
 */
function unbroken(text: string): string {
  if (!/10\.\d{4}/.test(text)) return text
  return text.replace(broken, '$1')
}

const broken =
  /(10\.\d{4,9}\/(?:[^\s"<>|]{0,200}[-_/‐]|j\.)|10\.\d{4,9}\/?(?=\s*[\r\n]\s*\/?[\w(]))[ \t]*(?:\r?\n[ \t]*|[ \t]+(?=\d))(?=[\w(/])/g

function decode(text: string): string {
  let before: string
  let now = text
  do {
    before = now
    now = now
      .replace(/&(?:amp;)+/gi, '&')
      .replace(/&(lt|gt|quot|apos|#3[49]|#x2[27]);/gi, (_, name: string) => entities[name.toLowerCase()] ?? '')
      .replace(/(?:%[0-9a-f]{2})+/gi, percent)
      .replace(unseen, '')
  } while (now !== before)
  return now
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#34': '"',
  '#39': "'",
  '#x22': '"',
  '#x27': "'",
}

function percent(sequence: string): string {
  try {
    return decodeURIComponent(sequence)
  } catch {
    return sequence
  }
}

function cut(token: string): string {
  let end = token.length
  for (const pattern of ends) {
    const found = pattern.exec(token)
    if (found) end = Math.min(end, found.index)
  }
  return token.slice(0, end)
}

function trim(token: string, foreign: boolean): string {
  let doi = token
  for (;;) {
    const last = doi.at(-1) ?? ''
    const opener = closers[last]
    if (trailing.test(doi)) doi = doi.slice(0, -1)
    else if (opener && count(doi, opener) < count(doi, last)) doi = doi.slice(0, -1)
    else if (opener === undefined && Object.values(closers).includes(last)) doi = doi.slice(0, -1)
    else if (foreign && pageOfPublisher.test(doi)) doi = doi.replace(pageOfPublisher, '')
    else return doi
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}
