import type { Term } from './terms.ts'

/** Probability, by its neighbours in this library, that a word is part of what was done, and of what was measured. */
export interface WordRoles {
  exposure: (stem: string) => number
  outcome: (stem: string) => number
}

/** What a term is to the claims: positive where it is done or compared, negative where it is measured. */
export type RoleOf = (term: Term) => number

/** How much each sign weighs. */
const weights = { slots: 1, learned: 1.5, titled: 0.6, compared: 0.5, cues: 1.5 }
/** Correlation with what grammar says from which the learned roles count whole; below 0 they count nothing. */
const agreeing = 0.3

/**
 * The role of terms. Slots of frames and the words beside a term speak for themselves, and titles name what is done more often than what
 * is measured. The learned roles of words hold where texts are like those that they were learned from: they count as far as they agree with
 * grammar over the terms that several papers use.
 */
export function rolesOf(terms: Iterable<Term>, words: WordRoles): RoleOf {
  const common = [...terms].filter(
    ({ papers, claims, uses, heads }) => papers.size > 2 && claims.size > 1 && heads * 2 >= uses,
  )
  const learned = centred(common, (term) =>
    mean(term.key.split(' ').map((stem) => words.exposure(stem) - words.outcome(stem))),
  )
  const titled = centred(common, titledShare)
  const said = (term: Term) => weights.slots * slotBalance(term) + weights.cues * cueBalance(term)
  const ofLearned = weights.learned * trustIn(learned, said, common)
  const role = (term: Term) =>
    said(term) +
    ofLearned * learned(term) +
    weights.titled * titled(term) +
    weights.compared * (at(term, 'comparator') > 1 ? 1 : 0)
  const line = common.length < fewTerms ? 0 : Math.min(0, quantile(common.map(role), leastDone))
  return (term) => role(term) - line
}

/** How far a sign agrees with what grammar says, 0 to 1. */
function trustIn(sign: RoleOf, said: RoleOf, common: readonly Term[]): number {
  return Math.min(1, Math.max(0, correlation(common.map(sign), common.map(said)) / agreeing))
}

/** A measure of terms against its mean over the common ones. */
function centred(common: readonly Term[], of: RoleOf): RoleOf {
  const usual = mean(common.map(of))
  return (term) => of(term) - usual
}

/** Pearson's correlation; 0 where either does not vary. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)]
  const product = mean(one.map((value, at) => (value - a) * (other[at]! - b)))
  const spread = Math.sqrt(mean(one.map((value) => (value - a) ** 2)) * mean(other.map((value) => (value - b) ** 2)))
  return spread === 0 ? 0 : product / spread
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

/** From -1, always turned by something, to 1, always used for something. */
function cueBalance({ used, measured }: Term): number {
  return (used - measured) / (used + measured + 4)
}

function titledShare({ titles, papers }: Term): number {
  return papers.size === 0 ? 0 : titles.size / papers.size
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
