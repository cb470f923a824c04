import type { CslName } from '../../schemas/paper.ts'
import { fold } from '../text/fold.ts'
import { nameParticle } from '../text/name-particles.ts'
import { plainText } from '../text/plain-text.ts'
import { namesNobody } from './absent.ts'
import { isAbbreviation, isDegree, isSureDegree } from './degrees.ts'

const suffix = /^(?:jr|sr|[2-4](?:nd|rd|th)|ii|iii|iv)\.?$/i
const title = /^(?:(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?|Professor|Dottor|Sir|(?:med|rer|nat|phil|habil|ing)\.)\s+)+(?=\S+\s+\S)/
const particle = new RegExp(`^(?:${nameParticle}|'t)$`, 'i')
const organisation =
  /\b(?:universit|organi[sz]ation|institut|societ|association|consorti|collaborat|committee|commission|council|cent(?:er|re)s?\b|department|ministry|agency|foundation|network|working group|study group|task force|investigators|group|team|program(?:me)?|project|company|corporation|inc\b|ltd\b|gmbh|bank|office|board|college of|academy|federation|alliance|initiative|hospital|laborator|press|trial(?:ists)?)/i
const others = /^\[?(?:(?:and\s+)?others|et\s+al(?:ii|\.)?|u\.\s?a\.|y otros|e outros|et autres)\]?\.?$/i

/** Whether a written name is that of an organisation. */
export function isOrganisation(text: string): boolean {
  return organisation.test(text)
}

/** Whether a part of a list is behind a name and none of its own: `Jr.`, `PhD`. */
export function isBehindName(part: string): boolean {
  return suffix.test(part) || isDegree(part)
}

/** Whether a written name only says that there are more. */
export function saysOthers(part: string): boolean {
  return others.test(part.trim())
}

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
    .replace(/^(?:(?:and|&)\s+|(?:on behalf of|for) the\s+)/i, '')
    .replace(title, '')
  if (namesNobody(plain)) return null
  if (others.test(plain) || isCut(plain)) return { literal: others.test(plain) ? plain : 'et al.' }
  if (braced) return { literal: plain }
  return plain.includes(',') ? withComma(plain) : withoutComma(plain)
}

/** Family name folded, and the first initial: what two spellings of one author share. */
export function nameKey(name: CslName): { family: string; initial: string } {
  if ('literal' in name) return { family: fold(name.literal), initial: '' }
  return { family: fold(name.family), initial: fold(name.given ?? '').slice(0, 1) }
}

function withComma(plain: string): CslName {
  const parts = plain.split(/\s*,\s*/).filter(Boolean)
  const [family = '', second = '', ...further] = parts
  if (parts.length === 1) return withoutComma(family)
  if (organisation.test(plain) && (parts.length > 2 || second.split(' ').length > 2)) return { literal: plain }
  const isWhole =
    family.includes(' ') && isDegree(second) && (further.length > 0 || hasInitials(family) || isSureDegree(second))
  if (isWhole && further.every(isLetters)) return withoutComma(family)
  if (isDegree(family) && /\p{Ll}.*\s/u.test(second)) return withoutComma(second)
  const given = withoutLastDegree(second)
  const third = further.filter((part) => !isDegree(part) && !(/\p{Ll}/u.test(given) && isLetters(part))).join(', ')
  if (suffix.test(third)) return person(family, given, third)
  if (suffix.test(second)) {
    const isGivenFirst = third === '' && family.includes(' ')
    return isGivenFirst ? suffixed(family.split(' '), second) : person(family, third, second)
  }
  return person(family, [given, third].filter(Boolean).join(' '))
}

/** Whether a part behind a whole name is a degree or other letters, and no suffix. */
function isLetters(part: string): boolean {
  return !suffix.test(part) && (isDegree(part) || isAbbreviation(part))
}

/** `John A PhD`: a given name without the degree behind it. */
function withoutLastDegree(given: string): string {
  const [, name, last] = /^(.*\p{Ll}.*?)[\s(]+([^\s()]+)\)?$/u.exec(given) ?? []
  return last !== undefined && isSureDegree(last) ? name! : given
}

/** Whether a word of a name is initials: `Ann B. Orr`, `Orr AB`, `A. Orr`. */
function hasInitials(name: string): boolean {
  return name.split(' ').some(isInitials)
}

function withoutComma(plain: string): CslName {
  const words = plain.split(' ')
  const last = words.at(-1)!
  const front = words.slice(0, -1)
  if (words.length > 2 && isDegree(last) && (hasInitials(front.join(' ')) || isSureDegree(last, 3)))
    return withoutComma(front.join(' '))
  if (words.length === 1 || organisation.test(plain) || words.length > 6) return { literal: plain }
  if (suffix.test(last) && words.length > 2) return suffixed(front, last)
  if (/\s&\s/.test(plain)) return { literal: plain }
  const initials = words.findIndex((_, at) => at > 0 && words.slice(at).every(isInitials))
  const before = words.slice(0, initials)
  if (initials > 0 && before.some((word) => /\p{L}{2}/u.test(word)) && !isInitials(words[0]!))
    return person(before.join(' '), words.slice(initials).join(' '))
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
