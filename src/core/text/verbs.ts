import { past, third } from './inflect.ts'
import lists from './lists/verbs.json' with { type: 'json' }
import { anyOf, pairsOf, wordsOf } from './word-list.ts'

const auxiliaries = wordsOf(lists.auxiliaries)

const regularVerbs = wordsOf(lists.verbs, lists.nounlike)

/** Base forms of verbs that tell a finding: the third person of each is regular. */
export const thirdPersonVerbs: readonly string[] = [...regularVerbs, ...wordsOf(lists.irregular)]

/** Past forms of the verbs with their bases: "reduced" of "reduce", "fell" of "fall". */
export const pastForms: readonly (readonly [past: string, base: string])[] = [
  ...pairsOf(lists.pasts),
  ...regularVerbs.map((verb) => [past(verb), verb] as const),
]

const pasts = pastForms.map(([form]) => form)

/** Source of a pattern for auxiliaries, which a "not" behind them denies. */
export const auxiliary = anyOf(auxiliaries)

/** Source of a pattern for finite verbs in every form, the plural of the present included: "is", "show", "fell". */
export const finiteVerb = anyOf([
  ...auxiliaries,
  ...wordsOf(lists.parts),
  ...thirdPersonVerbs,
  ...thirdPersonVerbs.map(third),
  ...pasts,
])

/** Source of a pattern for finite verbs in forms that are hardly ever a noun or an infinitive: "is", "reduces", "fell". */
export const clauseVerb = anyOf([...auxiliaries, ...wordsOf(lists.verbs, lists.irregular).map(third), ...pasts])

/** The same with the plural of the present, "prevent", where that is hardly ever a noun. */
export const plainVerb = anyOf([
  ...auxiliaries,
  ...wordsOf(lists.verbs),
  ...wordsOf(lists.verbs, lists.irregular).map(third),
  ...pasts,
])
