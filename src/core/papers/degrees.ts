import lists from '../text/lists/degrees.json' with { type: 'json' }
import { nameParticle } from '../text/name-particles.ts'
import { wordSet } from '../text/word-list.ts'

const degrees = wordSet(lists.degrees)
const inCapitals: ReadonlySet<string> = new Set([...degrees].map((one) => one.toUpperCase()))
/** `(Hons)`, `(c)`, `(candidate)`, and in which place: `(Oxon)`. */
const remark = /\s*\([\p{L}. ]{1,12}\)/gu

/** Whether what is written behind a name is a degree, or several: `MD`, `Ph.D.`, `BSc (Hons)`, `MD/PhD`, `Dr. med.` */
export function isDegree(part: string): boolean {
  const plain = part.replace(remark, '').trim()
  return isOne(plain) || (/[\s/&]/.test(plain) && plain.split(/[\s/&]+/).every(isOne))
}

/** Whether a degree can be nobody's initials: it has small letters, or more letters than initials have. */
export function isSureDegree(part: string, mostInitials = 2): boolean {
  return isDegree(part) && (/\p{Ll}/u.test(part) || bare(part).length > mostInitials)
}

/** Whether what stands behind a whole name looks like letters of an office or fellowship: capitals, two and more, mostly. */
export function isAbbreviation(part: string): boolean {
  const capitals = part.match(/\p{Lu}/gu)?.length ?? 0
  return /^[\p{L}.-]+$/u.test(part) && capitals > 1 && capitals * 2 >= (part.match(/\p{L}/gu)?.length ?? 0)
}

/** A given name without the degrees behind its commas: `Ann, MD, PhD`. */
export function withoutDegrees(given: string): string {
  const [name = '', ...further] = given.split(/\s*,\s*/)
  return [name, ...further.filter((part) => !isDegree(part))].filter(Boolean).join(', ')
}

/**
 * Written names of one list without a degree that could be initials: `Ann Orr, MD` has two words in front and no dots,
 * and nobody else of the list is written as `Lee, JK` or `Lee JK`.
 */
export function withoutDoubtfulDegrees(written: readonly string[]): string[] {
  const doubtful = (text: string) => doubtfulDegree.test(text) && isDegree(text.split(',').at(-1)!.trim())
  if (written.some((text) => !doubtful(text) && withInitials.test(text))) return [...written]
  return written.map((text) => (doubtful(text) ? text.slice(0, text.lastIndexOf(',')) : text))
}

const doubtfulDegree = new RegExp(
  `^(?!(?:${nameParticle})\\s)\\p{Lu}[\\p{L}'’-]+(?:\\s[\\p{L}'’-]{2,}){1,2},\\s*\\p{Lu}{2}$`,
  'iu',
)
const withInitials = /^[^,]*\p{Ll}[^,]*[,\s]\s*(?:\p{Lu}\.?[\s-]?){1,3}$/u

/** `Family, Given, PhD, Family, MD`: what is surely a degree, or stands where a family name would. */
export function withoutDegreesBetween(parts: readonly string[]): string[] {
  const kept: string[] = []
  for (const part of parts)
    if (kept.length === 0 || !(isSureDegree(part) || (kept.length % 2 === 0 && isDegree(part)))) kept.push(part)
  return kept
}

function isOne(text: string): boolean {
  const letters = bare(text)
  return degrees.has(letters) || inCapitals.has(letters) || /^Dr(?:med|rernat|ing|phil|habil)+$/i.test(letters)
}

function bare(text: string): string {
  return text.replace(/[.\s,-]/g, '')
}
