import { withoutAccents } from '../../text/accents.ts'
import type { Mark } from './mark.ts'

const particle = 'van|von|de|der|den|del|della|di|da|du|la|le|el|al|bin|ten|ter'
/** A family name; a particle alone stands for one before "et al.", as some exports cut it. */
const surname = String.raw`(?:(?:(?:${particle}|Van|Von|De|Der|Den|Del|Di|Da|Du|La|Le|El|Al|Mac|Mc|St\.?|Ó|O)[\s’'-]?)*\p{Lu}[\p{L}\p{M}’'‐-]+|(?:${particle})(?=\s+et\.?\s+al))`
/** Bodies sign with several words: World Health Organization. */
const body = String.raw`\p{Lu}[\p{L}’'‐-]+(?:\s+(?:(?:of|for|and|the|on|der|für|de|des|du|la|per)\s+){0,2}\p{Lu}[\p{L}’'‐-]+){1,7}(?=\s+[([](?:1[89]|20)\d\d)`
const others = String.raw`(?:\s+(?:et\.?\s+al\.?|and\s+others|and\s+colleagues|u\.\s?a\.|y\s+cols?\.?|e\s+cols?\.?)|(?:,?\s+(?:and|&|und|et|y|e|und)\s+|,\s+)${surname})*`
const years = String.raw`(?:1[89]|20)\d\d[a-z]?|n\.\s?d\.|in press|forthcoming`
const piece = new RegExp(
  `(${surname})(?:${others})(?:\\s+\\p{Lu}{1,3})?,?\\s*:?\\s*\\(?((?:${years})(?:\\s*,\\s*(?:(?:${years})|[a-z]\\b))*)`,
  'gu',
)
const bracketed = /[([]([^()[\]]{3,400}?(?:(?:1[89]|20)\d\d[a-z]?|n\.\s?d\.)[^()[\]]{0,60})[)\]]/g
const narrative = new RegExp(
  `(?<![\\p{L}-])(${body}|${surname})(?:${others})(?:['’]s?)?\\s+[([]((?:${years})(?:\\s*[,;]\\s*(?:(?:${years})|[a-z]\\b))*)(?:,\\s*(?:pp?|S|chap|sec)\\.?\\s*[\\d–-]+)?[)\\]]`,
  'gu',
)

/** Citations by author and year, in brackets or in the sentence. Labels are `family name|year`. */
export function authorYearMarks(text: string): Mark[] {
  const marks: Mark[] = []
  for (const found of text.matchAll(narrative))
    marks.push(mark(found.index, found.index + found[0].length, labelsOf(found[1]!, found[2]!), true))
  for (const found of text.matchAll(bracketed)) {
    const end = found.index + found[0].length
    if (marks.some((one) => one.start < end && one.end > found.index)) continue
    const labels = [...found[1]!.matchAll(piece)].flatMap(([, name, year]) => labelsOf(name!, year!))
    if (labels.length > 0) marks.push(mark(found.index, end, labels, false))
  }
  return marks.sort((a, b) => a.start - b.start)
}

function labelsOf(name: string, printed: string): string[] {
  let base = ''
  const bearer = name.replace(/['’]s$/, '')
  return printed.split(/\s*[,;]\s*/).map((year) => {
    if (/^[a-z]$/.test(year)) return `${bearer}|${base}${year}`
    base = year.replace(/[a-z]$/, '')
    return `${bearer}|${year.trim()}`
  })
}

function mark(start: number, end: number, labels: string[], keep: boolean): Mark {
  return { start, end, kind: 'author-year', form: 'other', labels, url: null, title: null, keep }
}

/** A family name for comparing: no accents, small letters, no hyphens. */
export function plainName(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')
}
