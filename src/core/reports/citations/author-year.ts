import { withoutAccents } from '../../text/accents.ts'
import type { Mark } from './mark.ts'

const particle = 'van|von|de|der|den|del|della|di|da|du|la|le|el|al|bin|ten|ter'
/** A family name; a particle alone stands for one before "et al.", as some exports cut it. */
const surname = String.raw`(?:(?:(?:${particle}|Van|Von|De|Der|Den|Del|Di|Da|Du|La|Le|El|Al|Mac|Mc|St\.?|Ó|O)[\s’'-]?)*\p{Lu}[\p{L}\p{M}’'‐-]+|(?:${particle})(?=\s+et\.?\s+al))`
/** Bodies sign with several words: World Health Organization. */
const body = String.raw`\p{Lu}[\p{L}’'‐-]+(?:\s+(?:(?:of|for|and|the|on|der|für|de|des|du|la|per)\s+){0,2}\p{Lu}[\p{L}’'‐-]+){1,7}(?=\s+[([](?:1[89]|20)\d\d)`
const others = String.raw`(?:\s+(?:et\.?\s+al\.?|and\s+others|and\s+colleagues|u\.\s?a\.|y\s+cols?\.?|e\s+cols?\.?)|(?:,?\s+(?:and|&|und|et|y|e|und)\s+|,\s+|\s?/\s?)${surname})*`
const years = String.raw`(?:1[89]|20)\d\d[a-z]?|n\.\s?d\.|in press|forthcoming`
const piece = new RegExp(
  `(${surname})(?:${others})(?:\\s+\\p{Lu}{1,3})?,?\\s*:?\\s*\\(?((?:${years})(?:\\s*,\\s*(?:(?:${years})|[a-z]\\b))*)`,
  'gu',
)
/** Scripts that part names by no space and bear no capitals. */
export const unspaced = String.raw`\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー`
const andOthers = String.raw`(?:\s?(?:等人?|外|ら|他|외|등|들))?`
const unspacedNames = String.raw`([${unspaced}]{2,20}?)(?:\s?[·・、，,和与及과와]\s?[${unspaced}]{2,12})*${andOthers}`
const unspacedPiece = new RegExp(`${unspacedNames}\\s?[,，、]?\\s?((?:1[89]|20)\\d\\d[a-z]?)(?!\\d)`, 'gu')
const unspacedNarrative = new RegExp(`${unspacedNames}\\s?[(（]((?:1[89]|20)\\d\\d[a-z]?)年?[)）]`, 'gu')
const bracketed = /[([（]([^()[\]（）]{3,400}?(?:(?:1[89]|20)\d\d[a-z]?|n\.\s?d\.)[^()[\]（）]{0,60})[)\]）]/g
/** A body or title in front of a year, with what introduces a citation. */
const anyName = new RegExp(
  `^\\s*(?:(?:see|see also|e\\.g\\.|cf\\.|vgl\\.|siehe|voir|véase|ver|vedi|zie)[,:]?\\s+)?(\\p{Lu}[^\\d]{1,80}?),?\\s*((?:${years}))`,
  'u',
)
const narrative = new RegExp(
  `(?<![\\p{L}-])(${body}|${surname})(?:${others})(?:['’]s?)?\\s+[([]((?:${years})(?:\\s*[,;]\\s*(?:(?:${years})|[a-z]\\b))*)(?:,\\s*(?:pp?|S|s|chap|sec|págs?|blz|str|с)\\.?\\s*[\\d–-]+(?:\\s*ff?\\.?)?)?[)\\]]`,
  'gu',
)

/**
 * Citations by author and year, in brackets or in the sentence. Labels are `family name|year`.
 * @param signs whether a list has a work of such a label: what may be any word before a year counts only then
 */
export function authorYearMarks(text: string, signs: (label: string) => boolean = () => false): Mark[] {
  const marks: Mark[] = []
  for (const found of text.matchAll(narrative))
    marks.push(mark(found.index, found.index + found[0].length, labelsOf(found[1]!, found[2]!), true))
  for (const found of text.matchAll(unspacedNarrative)) {
    const labels = labelsOf(found[1]!, found[2]!)
    if (labels.every(signs)) marks.push(mark(found.index, found.index + found[0].length, labels, true))
  }
  for (const found of text.matchAll(bracketed)) {
    const end = found.index + found[0].length
    if (marks.some((one) => one.start < end && one.end > found.index)) continue
    const labels = found[1]!.split(/[;；]/).flatMap((part) => partLabels(part, signs))
    if (labels.length > 0) marks.push(mark(found.index, end, labels, false))
  }
  return marks.sort((a, b) => a.start - b.start)
}

/** The works of one part of a bracket. */
function partLabels(text: string, signs: (label: string) => boolean): string[] {
  const named = [...text.matchAll(piece), ...text.matchAll(unspacedPiece)]
  const labels = named.flatMap(([, name, year]) => labelsOf(name!, year!))
  const whole = anyName.exec(text)
  const other = whole ? labelsOf(whole[1]!, whole[2]!) : []
  return other.length > 0 && !labels.some(signs) && other.every(signs) ? other : labels
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
