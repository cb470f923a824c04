import type { Term } from './terms.ts'

/** Probability, by its neighbours in this library, that a word is part of what was done, and of what was measured. */
export interface WordRoles {
  exposure: (stem: string) => number
  outcome: (stem: string) => number
}

/** What a term is to the claims: positive where it is done or compared, negative where it is measured. */
export type RoleOf = (term: Term) => number

/**
 * How much each sign weighs. The slots of frames and the learned roles of words agree more often than either is right alone; a title
 * names what is done more often than what is measured.
 */
const weights = { slots: 1, learned: 1.5, titled: 0.6, compared: 0.5, cues: 1 }

/** The role of terms, against the mean of all terms of the library that several papers use. */
export function rolesOf(terms: Iterable<Term>, words: WordRoles): RoleOf {
  const common = [...terms].filter(
    ({ papers, claims, uses, heads }) => papers.size > 2 && claims.size > 1 && heads * 2 >= uses,
  )
  const learned = (term: Term) => mean(term.key.split(' ').map((stem) => words.exposure(stem) - words.outcome(stem)))
  const usual = mean(common.map(learned))
  const titled = mean(common.map(titledShare))
  const role = (term: Term) =>
    weights.slots * slotBalance(term) +
    weights.learned * (learned(term) - usual) +
    weights.titled * (titledShare(term) - titled) +
    weights.cues * (term.cues / (term.uses + 2)) +
    weights.compared * (at(term, 'comparator') > 1 ? 1 : 0)
  const line = common.length < fewTerms ? 0 : Math.min(0, quantile(common.map(role), leastDone))
  return (term) => role(term) - line
}

/** Share of the terms, from the top, that are done or compared at least: where texts are unlike those that words were learned from, the order holds and the middle does not. */
const leastDone = 0.4

/** Terms below which a share of them says nothing. */
const fewTerms = 12

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => b - a)[Math.floor(share * values.length)] ?? 0
}

const at = ({ places }: Term, place: Parameters<Term['places']['get']>[0]) => places.get(place) ?? 0

/** From -1, always an outcome, to 1, always done or compared; one unknown case pulls towards the middle. */
function slotBalance(term: Term): number {
  const [done, measured] = [at(term, 'exposure') + at(term, 'comparator'), at(term, 'outcome')]
  return (done - measured) / (done + measured + 2)
}

function titledShare({ titles, papers }: Term): number {
  return titles.size / papers.size
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
