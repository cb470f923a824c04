import { stem } from '../text/stem.ts'
import { type Rows, wordSet, wordsOf } from '../text/word-list.ts'
import lists from './lists.json' with { type: 'json' }

/** Names of the lists of general English words by which frames are read. */
export type ListName = Exclude<keyof typeof lists, 'use' | 'source' | 'contraries' | 'synonyms'>

const { use: _use, source: _source, contraries, synonyms, ...words } = lists
const sets = Object.fromEntries(Object.entries(words).map(([name, rows]) => [name, wordSet(rows)])) as Readonly<
  Record<ListName, ReadonlySet<string>>
>

/** Whether a word, in its own form or in the form of the dictionary, stands in a list. */
export function isIn(list: ListName, { word, lemma }: { word: string; lemma: string }): boolean {
  return sets[list].has(lemma) || sets[list].has(word)
}

/** Pairs of words that say the contrary of each other, by stem. */
export const contraryStems = groupsOf(contraries)

/** Words that stand for one another in reports of studies, beside what the dictionary knows, by stem. */
export const synonymStems = groupsOf(synonyms)

function groupsOf(rows: Rows): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const group of wordsOf(rows)) {
    const members = group.split('/').map(stem)
    for (const one of members)
      for (const other of members) if (one !== other) table.set(one, (table.get(one) ?? new Set()).add(other))
  }
  return table
}
