import contraries from '../text/lists/contraries.json' with { type: 'json' }
import directions from '../text/lists/directions.json' with { type: 'json' }
import lists from '../text/lists/frame-words.json' with { type: 'json' }
import negations from '../text/lists/negations.json' with { type: 'json' }
import synonyms from '../text/lists/synonyms.json' with { type: 'json' }
import { peopleWords } from '../text/people.ts'
import { stem } from '../text/stem.ts'
import { type Groups, type Rows, rowsUnder, wordSet, wordsOf } from '../text/word-list.ts'

const { use: _use, source: _source, ...words } = lists
const { use: _used, source: _sourced, unsaid: _unsaid, ...signs } = directions

/** Names of the lists of general English words by which frames are read. */
export type ListName = keyof typeof words | keyof typeof signs | 'deny' | 'persons' | 'symmetric' | 'value'

const sets = {
  ...setsOf(words),
  ...setsOf(signs),
  deny: wordSet(negations.anywhere, negations.findings),
  persons: peopleWords,
  symmetric: wordSet(rowsUnder(signs, ['mutual'])),
  value: wordSet(rowsUnder(signs, ['valued'])),
}

function setsOf<Name extends string>(groups: Readonly<Record<Name, Groups>>): Record<Name, ReadonlySet<string>> {
  return Object.fromEntries(
    Object.entries<Groups>(groups).map(([name, group]) => [name, wordSet(rowsUnder(group))]),
  ) as Record<Name, ReadonlySet<string>>
}

/** Whether a word, in its own form or in the form of the dictionary, stands in a list. */
export function isIn(list: ListName, { word, lemma }: { word: string; lemma: string }): boolean {
  return sets[list].has(lemma) || sets[list].has(word)
}

/** Pairs of words that say the contrary of each other, by stem. */
export const contraryStems = groupsOf([...contraries.states, ...contraries.ends, ...contraries.findings])

/** Words that stand for one another in reports of studies, beside what the dictionary knows, by stem. */
export const synonymStems = groupsOf(synonyms.groups)

function groupsOf(rows: Rows): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>()
  for (const group of wordsOf(rows)) {
    const members = group.split('/').map(stem)
    for (const one of members)
      for (const other of members) if (one !== other) table.set(one, (table.get(one) ?? new Set()).add(other))
  }
  return table
}
