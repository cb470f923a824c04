import { distance } from 'fastest-levenshtein'
import type { Fingerprint } from './keys.ts'

/** How far the authors of two records speak for one work. */
export function authorWeight(a: Fingerprint, b: Fingerprint): number {
  if (a.families.length === 0 || b.families.length === 0) return 0
  const [one, two] = [a.families, b.families]
  const shared = one.filter((family) => two.some((other) => sameFamily(family, other))).length
  const part = shared / Math.min(one.length, two.length)
  if (sameFamily(one[0]!, two[0]!)) {
    const initials = a.initials !== '' && b.initials !== '' && a.initials[0] !== b.initials[0] ? -1 : 0
    return 2 + initials + (part >= 0.6 ? 0.5 : part < 0.3 && Math.min(one.length, two.length) > 3 ? -1 : 0)
  }
  if (turned(a, b)) return 0.5
  if (isAcronym(a, b) || isAcronym(b, a)) return 2
  return shared === 0 ? -4 : part >= 0.5 ? 0.5 : -1
}

/** Given and family name of the first author changed places in one of the two, as databases do with Spanish and Chinese names. */
function turned(a: Fingerprint, b: Fingerprint): boolean {
  return a.initials.includes(b.families[0]![0]!) && b.initials.includes(a.families[0]![0]!)
}

/** Organisations of which one is named by the first letters of the other: "WHO". */
function isAcronym({ record: short }: Fingerprint, { record: long }: Fingerprint): boolean {
  const [one, two] = [short.csl.author[0], long.csl.author[0]]
  if (!one || !two || 'family' in two) return false
  const letters = 'literal' in one ? one.literal : one.family
  const initials = two.literal.match(/\b\p{Lu}/gu)?.join('') ?? ''
  return /^\p{Lu}{3,8}$/u.test(letters) && initials.startsWith(letters)
}

/** Whether two family names are spellings of one, or one is a part of the other. */
export function sameFamily(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return (
    short.length >= 4 && (long.endsWith(short) || long.startsWith(short) || (short.length >= 6 && distance(a, b) <= 1))
  )
}
