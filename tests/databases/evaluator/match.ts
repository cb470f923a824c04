import { stemmer } from 'stemmer'
import type { Work } from '../world.ts'
import { type Node, QueryRefused, type Term } from './syntax.ts'

/** How an index was made, and what it makes of a term. */
export interface Index {
  /** Texts of a work by the name of the field, in lower case; null for a field that the database does not have. */
  texts: (work: Work, field: string) => string[] | null
  /** The field of a term that names none. */
  field: string
  stem?: (word: string) => string
  /** What an asterisk behind a bare word means: any ending, of the words as the index has them; nothing; a refusal. */
  bareAsterisk: 'any ending' | 'nothing' | 'refused'
  /** What it means within quotation marks. */
  quotedAsterisk: 'any ending' | 'nothing'
  /** Fewest letters before an asterisk. */
  least?: number
  /** Whether every word is taken for the beginning of one. */
  beginnings?: boolean
}

/** Words of a text in lower case; hyphens and everything else part them. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Porter's stemmer, as English analysers have it. */
export const porter = (word: string): string => stemmer(word)

/** Plurals made one with their singular and nothing else cut off: what KStem does to nouns, which leaves words of its dictionary whole. */
export function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, '')
}

/** How often the terms of a query occur in a work; 0 where the work does not answer to it. @throws QueryRefused */
export function score(node: Node, work: Work, index: Index): number {
  if (node.op === 'term') return occurrences(node, work, index)
  if (node.op === 'not') return score(node.kid, work, index) > 0 ? 0 : 1
  const scores = node.kids.map((kid) => score(kid, work, index))
  if (node.op === 'and' && scores.includes(0)) return 0
  return scores.reduce((sum, each) => sum + each, 0)
}

function occurrences(term: Term, work: Work, index: Index): number {
  const field = term.field ?? index.field
  const texts = index.texts(work, field)
  if (texts === null) throw new QueryRefused(`there is no field "${field}"`)
  if (term.range) return texts.some((text) => within(text, term.range!)) ? 1 : 0
  const stem = index.stem ?? ((word: string) => word)
  const asks = patternOf(term, index, stem)
  return texts.reduce((sum, text) => sum + countIn(wordsOf(text).map(stem), asks), 0)
}

type Ask = { word: string; open: boolean }

function patternOf(term: Term, index: Index, stem: (word: string) => string): Ask[] {
  const open = /\*$/.test(term.text)
  const meaning = term.quoted ? index.quotedAsterisk : index.bareAsterisk
  if (open && meaning === 'refused') throw new QueryRefused('wildcards are not allowed on a stemmed field')
  const words = wordsOf(term.text)
  const enough = (words.at(-1)?.length ?? 0) >= (index.least ?? 1)
  // A bare word with an asterisk is not analysed: what a hyphen joins is looked for as one word, which no index has.
  if (open && !term.quoted && meaning === 'any ending') {
    if (words.length > 1 && index.quotedAsterisk === 'nothing') return [{ word: term.text.slice(0, -1), open: false }]
    return words.map((word, at) => ({ word, open: at === words.length - 1 && enough }))
  }
  return words.map((word, at) => {
    const isOpen = index.beginnings || (open && meaning === 'any ending' && enough && at === words.length - 1)
    return { word: isOpen ? word : stem(word), open: isOpen === true }
  })
}

function countIn(words: readonly string[], asks: readonly Ask[]): number {
  if (asks.length === 0) return 0
  let count = 0
  for (let at = 0; at + asks.length <= words.length; at++)
    if (asks.every(({ word, open }, k) => (open ? words[at + k]!.startsWith(word) : words[at + k] === word))) count++
  return count
}

function within(text: string, [from, to]: [string, string]): boolean {
  return (from === '*' || text >= from) && (to === '*' || text <= to)
}

/** The works that answer to a query, the best first; of equals the one with the lower number. @throws QueryRefused */
export function ranked(node: Node, works: readonly Work[], index: Index): Work[] {
  return works
    .map((work) => ({ work, score: score(node, work, index) }))
    .filter((hit) => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.work.n - b.work.n)
    .map((hit) => hit.work)
}
