import type { CslItem, CslName, Paper } from '../../schemas/paper.ts'
import { withoutAccents } from '../text/accents.ts'
import { latinLetters } from '../text/letters.ts'

/**
 * A citation key for each paper: first author's family name and year, small letters and digits only,
 * the second of the same name and year with a `b` behind it and so on. The same set of papers in any order gives the same keys.
 */
export function citationKeys(papers: readonly Pick<Paper, 'id' | 'csl'>[]): Map<string, string> {
  const ordered = [...new Map(papers.map((paper) => [paper.id, paper])).values()]
    .map((paper) => ({ id: paper.id, base: baseKey(paper.csl), title: paper.csl.title }))
    .sort((a, b) => compare(a.base, b.base) || compare(a.title, b.title) || compare(a.id, b.id))
  const bases = new Set(ordered.map((entry) => entry.base))
  const taken = new Set<string>()
  const keys = new Map<string, string>()
  for (const { id, base } of ordered) {
    let key = base
    for (let nth = 2; taken.has(key) || (key !== base && bases.has(key)); nth++) key = base + suffix(nth)
    taken.add(key)
    keys.set(id, key)
  }
  return keys
}

/** The key without what tells collisions apart: `du2024`; without author the first long word of the title; without year `nd`. */
function baseKey(csl: Pick<CslItem, 'author' | 'editor' | 'title' | 'issued'>): string {
  const person = csl.author[0] ?? csl.editor?.[0]
  const word = letters(person ? familyName(person) : '') || titleWord(csl.title) || 'ref'
  const year = csl.issued?.['date-parts'][0][0]
  const name = /^[0-9]/.test(word) ? `r${word}` : word
  return name.slice(0, 24) + (year === undefined ? 'nd' : String(Math.abs(year)))
}

function familyName(person: CslName): string {
  return 'family' in person
    ? person.family
    : (person.literal.split(/\s+/).find((word) => letters(word).length > 2) ?? person.literal)
}

function titleWord(title: string): string {
  return (
    title
      .split(/\s+/)
      .map(letters)
      .find((word) => word.length > 3) ?? letters(title)
  )
}

function letters(text: string): string {
  return withoutAccents(text.toLowerCase())
    .replace(/\P{ASCII}/gu, (char) => latinLetters.get(char) ?? '')
    .replace(/[^a-z0-9]/g, '')
}

/** 2 → b, 26 → z, 27 → ba: letters as digits. */
function suffix(nth: number): string {
  let rest = nth - 1
  let text = ''
  do {
    text = String.fromCharCode(97 + (rest % 26)) + text
    rest = Math.floor(rest / 26)
  } while (rest > 0)
  return text
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
