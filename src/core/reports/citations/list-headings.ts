import { withoutAccents } from '../../text/accents.ts'
import headings from '../../text/lists/reference-headings.json' with { type: 'json' }
import { wordSet } from '../../text/word-list.ts'

const known = wordSet(...Object.values(headings.names))
const apart = wordSet(headings.apart)

/** No heading of a list is longer, numbering and what stands in brackets behind it included. */
const longest = 160

/** Whether a heading is one of a list of sources, in any of the languages of `reference-headings.json`. */
export function isListHeading(text: string): boolean {
  if (text.length > longest) return false
  const name = plain(text)
  return known.has(name) || isJoined(name)
}

/** Whether a heading joins two that are known, as `Quellen- und Literaturverzeichnis`, `Fuentes y bibliografía`. */
function isJoined(name: string): boolean {
  const parts = name.split(/\s+(?:and|und|et|y|e|en|i|och|og|и)\s+/u)
  return parts.length === 2 && parts.every((part) => known.has(part.replace(/-$/, '')))
}

/** Whether a list under this heading need not be cited, as further reading. */
export function standsApart(text: string): boolean {
  return apart.has(plain(text))
}

/** A heading without numbering, brackets, colon, accents, capitals. */
function plain(text: string): string {
  return withoutAccents(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*_#`]/g, '')
    .replace(/ß/g, 'ss')
    .replace(
      /^\s*(?:(?:section|appendix|anhang|annexe?|kapitel)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-h]|[一二三四五六七八九十]{1,3})[.):、：]\s*/u,
      '',
    )
    .replace(/^\s*\d{1,2}(?:\.\d{1,2})*\s+/, '')
    .replace(/[(（[][^()（）[\]]*[)）\]]\s*$/u, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim()
}
