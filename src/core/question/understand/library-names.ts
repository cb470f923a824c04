import { definedIn } from '../../papers/abbreviations.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import { stopWords } from '../../text/stop-words.ts'
import { compileFacets, facetScores } from '../facets/index.ts'
import type { Name } from './synonyms.ts'

/** Most names that one pattern may give a concept. */
const most = 12
const noun = String.raw`(?:[\p{L}\d][\p{L}\d-]*)`
const listed = `${noun}(?: ${noun})?(?:(?:, | and | or |, and |, or )${noun}(?: ${noun})?){0,7}`

/**
 * Other names of a concept that the texts of a library give: abbreviations and long forms that they define ("… (ACE)"), and members that
 * they list ("A, B and other Cs", "Cs such as A and B").
 */
export function libraryNames(terms: readonly string[], texts: readonly string[]): Name[] {
  const own = new Set(terms.map(keyOf))
  const counts = new Map<string, { name: Name; texts: number }>()
  const add = (term: string, source: string) => {
    const known = counts.get(keyOf(term))
    if (own.has(keyOf(term)) || keyOf(term).length < 2) return
    counts.set(keyOf(term), { name: known?.name ?? { term, source }, texts: (known?.texts ?? 0) + 1 })
  }
  for (const text of texts) {
    for (const [short, long] of definedIn(text)) {
      if (own.has(keyOf(long))) add(short, 'defined in the library')
      if (own.has(keyOf(short))) add(long, 'defined in the library')
    }
    for (const member of members(text, terms)) add(member, 'listed in the library')
  }
  return [...counts.values()]
    .sort((a, b) => b.texts - a.texts || (a.name.term < b.name.term ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}

function members(text: string, terms: readonly string[]): string[] {
  if (!/such as|including|like|e\.g\.|namely|and other/i.test(text)) return []
  return terms.flatMap((term) => {
    if (!text.toLowerCase().includes(term.toLowerCase().replace(/s$/, ''))) return []
    const plain = escaped(term)
    const after = new RegExp(String.raw`\b${plain}s?,? (?:such as|including|like|e\.g\.,?|namely) (${listed})`, 'giu')
    const before = new RegExp(String.raw`(${listed}),? and other ${plain}s?\b`, 'giu')
    return [...text.matchAll(after), ...text.matchAll(before)].flatMap(([, list]) =>
      list!
        .split(/, (?:and |or )?| and | or /)
        .map(withoutTail)
        .filter((item) => item.length > 2),
    )
  })
}

/** The words of an item of a list before its first function word: of "XGBoost did" the name. */
function withoutTail(item: string): string {
  const parts = item.trim().split(' ')
  const end = parts.findIndex((word) => stopWords.has(word.toLowerCase()))
  return (end === -1 ? parts : parts.slice(0, end)).join(' ')
}

/** The names that any of the texts holds; a name that none holds is of no use to a reader of this library. */
export function heldNames(names: readonly Name[], texts: readonly string[]): Name[] {
  const compiled = compileFacets([{ id: 'x', label: 'x', role: 'aspect', terms: names.map(({ term }) => term) }])
  const held = new Set(texts.flatMap((text) => facetScores(compiled, text)[0]!.hits))
  return names.filter(({ term }) => held.has(term))
}

function escaped(term: string): string {
  return term.replace(/s$/, '').replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

function keyOf(text: string): string {
  return words(text).map(lightStem).join(' ')
}
