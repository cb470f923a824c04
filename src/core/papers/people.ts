import type { CslName } from '../../schemas/paper.ts'
import { decodeEntities, plainText } from '../text/plain-text.ts'
import { isDegree, withoutDegreesBetween, withoutDoubtfulDegrees } from './degrees.ts'
import { isBehindName, isOrganisation, isOthers, parseName, saysOthers } from './names.ts'

/** Several names in one field. Parts at semicolons, at ` and `, at line ends, else at the commas of `Given Family, Given Family`. */
export function parseNames(text: string): CslName[] {
  return withOthersOnce(
    withoutDoubtfulDegrees(familyFirst(splitNames(withoutCutWord(prepared(text)))))
      .flatMap(uncut)
      .flatMap((part) => parseName(part) ?? []),
  )
}

/**
 * The names of a field that should hold one person, for tools that write several there: parted at semicolons, or at commas
 * and "and" where every part is a whole name. `Garcia Lopez, Maria Jose` is one person, an organisation is one.
 */
export function parsePeople(text: string): CslName[] {
  const plain = plainText(prepared(text).replace(/[\r\n]+/g, '; '))
  if (/[;|]|\/\//.test(plain) || /(?:,?\s+et\s+al\b\.?|…|\.{3})$/i.test(plain)) return parseNames(plain)
  const several = listOfWhole(plain)
  if (several) return parseNames(several.join('; '))
  const name = parseName(prepared(text))
  return name === null ? [] : [name]
}

/** `SMITH A; LEE BC`: where every name is in capitals and one has a single letter behind it, what stands behind are initials. */
function familyFirst(parts: string[]): string[] {
  const form = /^(\p{Lu}[\p{Lu}'’ -]*\p{Lu})\s+(\p{Lu}{1,3})$/u
  const names = parts.filter((part) => !saysOthers(part))
  const isSure = names.some((name) => /\s\p{Lu}$/u.test(name)) && names.every((name) => form.test(name))
  return isSure ? parts.map((part) => part.replace(form, '$1, $2')) : parts
}

const inBrackets =
  /\s+\((?:corresponding author|author|eds?\.?|editors?|(?:orcid:?\s*)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dx]|[^()\s]+@[^()\s]+|\d{1,2}(?:\s*,\s*\d{1,2})*)\)|(?<=[\p{L}.])\s*\[\d{1,2}(?:\s*,\s*\d{1,2})*\]/giu
/** Signs and numbers that lead to an affiliation, behind a name or its initials. */
const footmarks =
  /(?<=\p{Ll}\p{L}|\.|[\s,]\p{Lu}{1,3})(?:[*†‡§¶∥‖¹²³⁰⁴-⁹]+|\d{1,2})(?:\s*,\s*(?:\d{1,2}|[*†‡§¶]+))*(?=\s*(?:[,;|]|$|\s(?:and|&)\s))/gu

/** In `Smith A, Jr., Lee B` the suffix is the first one's. */
const suffixBetween = /(?<=\p{L}{2}\s\p{Lu}{1,3}),\s*((?:Jr|Sr|2nd|3rd|II|III|IV)\b\.?)(?=\s*,)/gu

/** Behind the names on a search engine's page: ` - Journal, 2014 - publisher`. */
const engineLine = /\s[-–]\s[^;]*\b(?:19|20)\d\d\b[^;]*$/u

/** A field without what stands around names: affiliations, "on behalf of", list signs of other scripts, entities, which hold semicolons. */
function prepared(text: string): string {
  return decodeEntities(text)
    .replace(engineLine, '')
    .replace(/[，、；]/g, '; ')
    .replace(inBrackets, '')
    .replace(footmarks, '')
    .replace(suffixBetween, ' $1')
    .replace(/(?:[,;]\s*|\s+)(?:and\s+)?(?:on behalf of|in collaboration with)\s+(?:the\s+)?/gi, '; ')
    .replace(/[,;]\s*for the\s+/gi, '; ')
}

const initials = String.raw`(?:\p{Lu}\.?[\s-]?){1,4}`
const wholeName = /^(?:\p{Lu}[\p{L}'’-]*\.?\s+)+(?:\p{Lu}\.?[\s-]*)+(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+$/u
const familyInitials = new RegExp(
  String.raw`^(?:\p{L}[\p{L}'’-]+\s+){1,4}${initials}(?:\s+(?:Jr|Sr|2nd|3rd|II|III|IV))?$`,
  'u',
)
const initialsFirst = /^(?:\p{Lu}\.[\s-]?){1,4}(?:\p{L}[\p{L}'’-]*\s+){0,3}\p{Lu}[\p{L}'’-]+$/u
const plainName = /^\p{L}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,4}$/u
const givenPart = new RegExp(String.raw`^(?:${initials}|\p{Lu}[\p{L}'’-]*\.?(?:[\s-]+\p{Lu}[\p{L}'’-]*\.?){0,2})$`, 'u')
const familyPart = /^(?:\p{L}[\p{L}'’-]*\s+){0,3}\p{Lu}[\p{L}'’-]+$/u

/** The names of a field with several whole ones; null where it is one name. */
function listOfWhole(plain: string): string[] | null {
  if (isOrganisation(plain)) return null
  const parts = plain.split(/\s*,\s*(?:and\s+|&\s*)?/).filter(Boolean)
  const names = parts.filter((part) => !saysOthers(part))
  if (names.some(isBehindName)) return withDegrees(plain)
  if (names.length > 1 && isListOfNames(names)) return parts
  return joinedByWord(plain) ?? (isListOfPairs(names) ? pairs(parts) : null)
}

/** `Ann Orr, MD, Bo Ek, PhD and Li Wei`: whole names with degrees behind them; null where it is one name. */
function withDegrees(plain: string): string[] | null {
  const parts = plain.split(/\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+/).filter(Boolean)
  const names = parts.filter((part) => !isBehindName(part) && !saysOthers(part))
  const sure = isDegree(parts[1]!) || names.length > 2
  return sure && names.length > 1 && names.every((name) => isPerson(name))
    ? parts.filter((part) => !isDegree(part))
    : null
}

/** `Family, Given and Family, Given`, `Given Family, Given Family and Given Family`. */
function joinedByWord(plain: string): string[] | null {
  const [, before = '', word = '', last = ''] =
    /^(.+?),?\s+(and|&|und|et|y|e|och|og)\s+((?:(?!\s(?:and|&)\s).)+)$/u.exec(plain) ?? []
  if (last === '' || !isPerson(last)) return null
  const all = last.includes(',')
    ? (listOfWhole(before) ?? [before])
    : before.split(/\s*,\s*|\s+(?:and|&)\s+/).filter(Boolean)
  const sure = word === 'and' || word === '&' || all.every((name) => name.includes(','))
  return sure && all.every(isPerson) ? [...all, last] : null
}

function isPerson(text: string): boolean {
  const [family = '', given = '', ...more] = text.split(/\s*,\s*/)
  return more.length === 0 && (given === '' ? plainName.test(family) : familyPart.test(family) && givenPart.test(given))
}

/** Three and more names with their given names, two only where a middle initial or initials behind show that both are whole. */
function isListOfNames(parts: readonly string[]): boolean {
  const sure = [familyInitials, wholeName, initialsFirst]
  if (sure.some((form) => parts.every((part) => form.test(part)))) return true
  return parts.length > 2 && parts.every((part) => plainName.test(part))
}

/** `Family, Given, Family, Given`: nobody has two of both. */
function isListOfPairs(parts: readonly string[]): boolean {
  if (parts.length < 4 || parts.length % 2 !== 0) return false
  return parts.every((part, at) => (at % 2 === 0 ? familyPart : givenPart).test(part))
}

/** A list without the one word that a search engine cut at its end: "A Lee, John…" is one name and more. */
function withoutCutWord(text: string): string {
  return text.replace(/[,;]\s*[^\s,;]+(?:…|\.{3})\s*$/u, '; et al.')
}

/** What follows "et al." or a cut: the name in front of it, if it is whole, and that there are more. */
function uncut(part: string): string[] {
  const more = /^(.*?)[\s,]*(?:\bet\s+al\b\.?|…|\.{3})$/iu.exec(part.trim())
  if (!more) return [part]
  const name = more[1]!.trim()
  const cut = !/al\b\.?$/i.test(part.trim())
  return [...(name !== '' && !(cut && !/\s/.test(name)) ? [name] : []), 'et al.']
}

function withOthersOnce(names: CslName[]): CslName[] {
  return names.filter((name, at) => !isOthers(name) || names.findIndex(isOthers) === at)
}

function splitNames(text: string): string[] {
  if (/[;\n\r|]|\/\//.test(text))
    return text
      .replace(/(?<=\p{Ll}{3})(?<!\b(?:inc|ltd|corp|dept))\.\s*$/iu, '')
      .split(/\s*(?:[;\n\r|]+|\/\/)\s*/)
      .flatMap((part) => (isListOfInitials(part) ? part.split(/\s*,\s*/) : [part]))
  const whole = listOfWhole(text)
  if (whole) return whole
  if (/\s(?:and|&)\s/i.test(text) && !isOrganisation(text.split(/\s(?:and|&)\s/i)[0]!)) {
    return text.split(/,?\s+(?:and|&)\s+/i).flatMap((part) => splitNames(part))
  }
  const parts = withoutDegreesBetween(text.split(/\s*,\s*/).filter(Boolean))
  if (parts.length < 2 || (parts.length === 2 && /,.*,/.test(text))) return [text]
  return splitCommas(parts, text)
}

/** `Marsh L, van der Berg P` as PubMed lists people in front of a group. */
function isListOfInitials(part: string): boolean {
  const names = part.replace(/\.$/, '').split(/\s*,\s*/)
  return names.length > 1 && names.every((name) => familyInitials.test(name))
}

function splitCommas(parts: string[], text: string): string[] {
  if (isOrganisation(text) && parts.length < 4) return [text]
  const full = parts.filter((part) => part.trim().includes(' ')).length
  if (full === parts.length) return parts
  const short = parts.filter((part, at) => at % 2 === 1 && /^(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}$/u.test(part)).length
  if (parts.length % 2 === 0 && (short === parts.length / 2 || parts.length === 2)) return pairs(parts)
  if (isListOfPairs(parts)) return pairs(parts)
  if (parts.length % 2 === 0 && full < parts.length / 2) return pairs(parts)
  return full >= parts.length / 2 ? parts : [text]
}

function pairs(parts: string[]): string[] {
  return Array.from({ length: parts.length / 2 }, (_, at) => `${parts[2 * at]}, ${parts[2 * at + 1]}`)
}
