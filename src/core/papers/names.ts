import type { CslName } from '../../schemas/paper.ts'
import { fold } from '../text/fold.ts'
import { plainText } from '../text/plain-text.ts'
import { namesNobody } from './absent.ts'

const suffix = /^(?:jr|sr|[2-4](?:nd|rd|th)|ii|iii|iv|md|phd|m\.d|ph\.d)\.?$/i
const particle = /^(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|ter|ten|zu|zur|bin|ibn|al|el|af|av|'t)$/i
const organisation =
  /\b(?:universit|organi[sz]ation|institut|societ|association|consorti|collaborat|committee|commission|council|cent(?:er|re)s?\b|department|ministry|agency|foundation|network|working group|study group|task force|investigators|group|team|program(?:me)?|project|company|corporation|inc\b|ltd\b|gmbh|bank|office|board|college of|academy|federation|alliance|initiative|hospital|laborator|press|trial(?:ists)?)/i

const others = /^\[?(?:(?:and\s+)?others|et\s+al(?:ii|\.)?|u\.\s?a\.|y otros|e outros|et autres)\]?\.?$/i

/** A name that ends in dots is cut: a search engine shows the beginning only. */
function isCut(plain: string): boolean {
  return /(?:…|\.{3})$/u.test(plain)
}

/** Whether a name only says that there are more: "et al.", "and others". It is kept as that, and counts as nobody. */
export function isOthers(name: CslName): boolean {
  return 'literal' in name && others.test(name.literal)
}

/**
 * A person or an organisation from one written name: `Family, Given`, `Family, Given, Jr.`, `Given Family`, `Family GI`
 * as PubMed writes it, or `{Name in braces}` for an organisation. Null where nothing is left of it.
 */
export function parseName(text: string): CslName | null {
  const braced = /^\s*\{([^{}]+)\}\s*$/.exec(text)
  const plain = plainText(braced?.[1] ?? text)
    .replace(/^[,;\s]+|[,;\s*]+$/g, '')
    .replace(/^(?:and|&)\s+/i, '')
  if (namesNobody(plain)) return null
  if (others.test(plain) || isCut(plain)) return { literal: others.test(plain) ? plain : 'et al.' }
  if (braced) return { literal: plain }
  return plain.includes(',') ? withComma(plain) : withoutComma(plain)
}

/** Several names in one field. Parts at semicolons, at ` and `, at line ends, else at the commas of `Given Family, Given Family`. */
export function parseNames(text: string): CslName[] {
  return withOthersOnce(
    splitNames(withoutCutWord(text))
      .flatMap(uncut)
      .flatMap((part) => parseName(part) ?? []),
  )
}

/**
 * The names of a field that should hold one person, for tools that write several there: parted at semicolons, or at commas
 * where every part is a whole name. `Garcia Lopez, Maria Jose` is one person, an organisation is one.
 */
export function parsePeople(text: string): CslName[] {
  const plain = plainText(text.replace(/[\r\n]+/g, '; '))
  if (/[;|]|\/\//.test(plain) || isListOfWhole(plain) || /(?:,?\s+et\s+al\b\.?|…|\.{3})$/i.test(plain))
    return parseNames(text)
  const name = parseName(text)
  return name === null ? [] : [name]
}

const wholeName = /^(?:\p{Lu}[\p{L}'’-]*\.?\s+)+(?:\p{Lu}\.?[\s-]*)+(?:\p{Ll}+\s+)*\p{Lu}[\p{L}'’-]+$/u
const familyInitials = /^(?:\p{L}[\p{L}'’-]*\s+){1,4}\p{Lu}{1,3}(?:\s+(?:Jr|Sr|2nd|3rd|II|III|IV))?$/u

/** Three and more names with their given names, two only where a middle initial or initials behind show that both are whole. */
function isListOfWhole(plain: string): boolean {
  const parts = plain.split(/\s*,\s*(?:and\s+|&\s*)?/).filter(Boolean)
  if (parts.length < 2 || organisation.test(plain) || parts.some((part) => suffix.test(part))) return false
  if (parts.every((part) => familyInitials.test(part)) || parts.every((part) => wholeName.test(part))) return true
  return parts.length > 2 && parts.every((part) => /^\p{L}[\p{L}.'’-]*(?:\s+[\p{L}.'’-]+){1,4}$/u.test(part))
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

/** Family name folded, and the first initial: what two spellings of one author share. */
export function nameKey(name: CslName): { family: string; initial: string } {
  if ('literal' in name) return { family: fold(name.literal), initial: '' }
  return { family: fold(name.family), initial: fold(name.given ?? '').slice(0, 1) }
}

function withComma(plain: string): CslName {
  const parts = plain.split(/\s*,\s*/).filter(Boolean)
  const [family = '', second = '', ...rest] = parts
  if (parts.length === 1) return withoutComma(family)
  if (organisation.test(plain) && (parts.length > 2 || second.split(' ').length > 2)) return { literal: plain }
  const third = rest.join(', ')
  if (suffix.test(third)) return person(family, second, third)
  if (suffix.test(second)) return person(family, third, second)
  return person(family, [second, third].filter(Boolean).join(' '))
}

function withoutComma(plain: string): CslName {
  const words = plain.split(' ')
  if (words.length === 1 || organisation.test(plain) || words.length > 6) return { literal: plain }
  const last = words.at(-1)!
  if (suffix.test(last) && words.length > 2) return suffixed(words.slice(0, -1), last)
  if (isInitials(last) && words.slice(0, -1).some((word) => /\p{L}{2}/u.test(word)) && !isInitials(words[0]!)) {
    return person(words.slice(0, -1).join(' '), last)
  }
  return byParticle(words)
}

function suffixed(words: string[], last: string): CslName {
  const inner = withoutComma(words.join(' '))
  return 'family' in inner ? { ...inner, suffix: last } : { literal: `${inner.literal} ${last}` }
}

function byParticle(words: string[]): CslName {
  let from = words.length - 1
  while (from > 1 && particle.test(words[from - 1]!) && /^\p{Ll}|^'/u.test(words[from - 1]!)) from -= 1
  return person(words.slice(from).join(' '), words.slice(0, from).join(' '))
}

function isInitials(word: string): boolean {
  return /^(?:\p{Lu}\.?-?){1,4}$/u.test(word)
}

function person(family: string, given: string, ending?: string): CslName {
  if (!family) return { literal: given }
  return { family, ...(given ? { given } : {}), ...(ending ? { suffix: ending } : {}) }
}

function splitNames(text: string): string[] {
  if (/[;\n\r|]|\/\//.test(text))
    return text
      .replace(/(?<=\p{Ll}{3})(?<!\b(?:inc|ltd|corp|dept))\.\s*$/iu, '')
      .split(/\s*(?:[;\n\r|]+|\/\/)\s*/)
      .flatMap((part) => (isListOfInitials(part) ? part.split(/\s*,\s*/) : [part]))
  if (/\s(?:and|&)\s/i.test(text) && !organisation.test(text.split(/\s(?:and|&)\s/i)[0]!)) {
    return text.split(/,?\s+(?:and|&)\s+/i).flatMap((part) => splitNames(part))
  }
  const parts = text.split(/\s*,\s*/).filter(Boolean)
  if (parts.length < 2) return [text]
  return splitCommas(parts, text)
}

/** `Marsh L, van der Berg P` as PubMed lists people in front of a group. */
function isListOfInitials(part: string): boolean {
  const names = part.replace(/\.$/, '').split(/\s*,\s*/)
  return names.length > 1 && names.every((name) => familyInitials.test(name))
}

function splitCommas(parts: string[], text: string): string[] {
  if (organisation.test(text) && parts.length < 4) return [text]
  const full = parts.filter((part) => part.trim().includes(' ')).length
  if (full === parts.length) return parts
  const initials = parts.filter((part, at) => at % 2 === 1 && /^(?:\p{Lu}\p{Ll}?\.?[\s-]*){1,4}$/u.test(part)).length
  if (parts.length % 2 === 0 && (initials === parts.length / 2 || parts.length === 2)) return pairs(parts)
  if (parts.length % 2 === 0 && full < parts.length / 2) return pairs(parts)
  return full >= parts.length / 2 ? parts : [text]
}

function pairs(parts: string[]): string[] {
  return Array.from({ length: parts.length / 2 }, (_, at) => `${parts[2 * at]}, ${parts[2 * at + 1]}`)
}
