import { stem } from '../text/stem.ts'
import lists from './lists.json' with { type: 'json' }

/** Names of the lists of general English words by which frames are read. */
export type ListName = Exclude<keyof typeof lists, 'contraries' | 'synonyms'>

const sets = Object.fromEntries(
  Object.entries(lists).map(([name, words]) => [name, new Set(words.split(' '))]),
) as unknown as Record<ListName, ReadonlySet<string>>

/** Whether a word, in its own form or in the form of the dictionary, stands in a list. */
export function isIn(list: ListName, { word, lemma }: { word: string; lemma: string }): boolean {
  const words = sets[list]
  return words.has(lemma) || words.has(word)
}

/** Pairs of words that say the contrary of each other, by stem. */
export const contraryStems: ReadonlyMap<string, ReadonlySet<string>> = groupsOf(lists.contraries)

/** Words that stand for one another in reports of studies, beside what the dictionary knows, by stem. */
export const synonymStems: ReadonlyMap<string, ReadonlySet<string>> = groupsOf(lists.synonyms)

function groupsOf(text: string): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  for (const group of text.split(' ')) {
    const members = group.split('/').map(stem)
    for (const one of members)
      for (const other of members) if (one !== other) table.set(one, (table.get(one) ?? new Set()).add(other))
  }
  return table
}
