import people from './lists/people.json' with { type: 'json' }
import { type Rows, stemSet, wordSet, wordsOf } from './word-list.ts'

const groups = wordsOf(...Object.values(people.groups))
const { others: conditions, ...ages } = people.traits

/** Nouns for the people of a study in singular and plural, those that tell nothing of them included. */
export const peopleNouns: readonly string[] = [...wordsOf(people.anyone), ...groups]

/** Plurals of nouns for what people do or are to others. */
export const roleNouns: readonly string[] = wordsOf(people.roles).map(
  (noun) => `${noun.replace(/(?<=[^aeiou])y$/, 'ie')}s`,
)

/** Every noun for people, and adjectives that tell their age or sex. */
export const peopleWords = wordSet(people.anyone, ...Object.values(people.groups), ...Object.values(ages), people.roles)

/** Stems of words that say for whom or in what a finding holds. */
export const populations = stemSet(
  ...Object.values(people.groups),
  ...Object.values(ages),
  conditions,
  ...Object.values(people.animals),
  people.settings,
)

/** Families of groups that exclude each other, each group with its words. */
export const excludingGroups: readonly (readonly (readonly string[])[])[] = [
  [
    both(people.groups.children, people.traits.children),
    wordsOf(people.groups.adolescents),
    wordsOf(people.groups.adults),
    wordsOf(people.traits.elderly),
  ],
  [both(people.groups.women, people.traits.women), both(people.groups.men, people.traits.men)],
  Object.entries(people.animals).flatMap(([kind, rows]) => (kind === 'others' ? [] : [wordsOf(rows)])),
  Object.values(people.stays).map((rows) => wordsOf(rows)),
]

function both(nouns: Rows, adjectives: Rows): string[] {
  return wordsOf(nouns, adjectives)
}
