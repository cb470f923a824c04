import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { isIn } from '../frames/lists.ts'
import { scoreMeasures } from '../quantities/measures.ts'
import { type Axis, type CandidateInput, isList, keyOf } from './candidate-input.ts'
import { type Candidate, joinedTerms } from './lines.ts'
import type { Term } from './terms.ts'

/** Rarity, summed over its words, below which a term tells too little to be a row or a column. */
const leastRarity = { rows: 3.6, columns: 2.9 }
/** Share of the papers, and their number, below which a term is left to the rest. */
const least = { share: 0.07, papers: 2, claims: 2 }
/** Share of a term's occurrences that must stand at the end of their phrase: "channel" of "channel blockers" names nothing. */
const leastHead = 0.5

/** Papers that a term must stand in at least, where the axis fills without going lower. */
export function enoughPapers({ terms }: CandidateInput): number {
  const papers = new Set(terms.claims.map(({ paper }) => paper)).size
  return Math.max(least.papers, Math.ceil(least.share * papers))
}

/** What several papers speak of, on the side on which it belongs. */
export function termCandidates(
  axis: Axis,
  { terms, role, rarity, language, facets }: CandidateInput,
  enough: number,
): Candidate[] {
  const sign = axis === 'rows' ? 1 : -1
  const tells = (term: Term) =>
    term.key.split(' ').reduce((sum, one) => sum + rarity(one.replace(/#.*/, '')), 0) >= leastRarity[axis]
  const names = otherNames(facets)
  const used = [...terms.terms.values()].filter(
    (term) =>
      papersOf(axis, term).size >= enough &&
      isSpokenOf(axis, term) &&
      sign * role(term) > 0 &&
      term.heads >= leastHead * term.uses &&
      tells(term) &&
      !isShort(term) &&
      !isSetting(term) &&
      !language.setting(term.lemmas.join(' ')) &&
      !names.some((name) => ` ${name} `.includes(` ${term.key} `)) &&
      (axis === 'rows' ? !isCondition(term, language) : !isProperName(term)),
  )
  return joinedTerms(used, language).map((group) => candidateOf(axis, group, sign * role(group[0]!)))
}

/**
 * Names of a concept that are but other words for it: those of whom and where, and of a subject that no part is given; of what is done,
 * those that share a word with its heading. Members of a class do not.
 */
function otherNames(facets: readonly Facet[]): string[] {
  return facets.flatMap(({ label, terms, part, role }) => {
    const own = new Set(keyOf(label).split(' '))
    const all = part === 'population' || (role === 'subject' && part === undefined)
    if (role !== 'subject' && (part === undefined || part === 'outcome')) return []
    const listed = isList(label)
    return terms.map(keyOf).filter((key) => all || (!listed && key.split(' ').some((stem) => own.has(stem))))
  })
}

/** Sentences of a paper's text from which it is about what they name, whether or not its claims say so. */
export const aboutFrom = 2

/** Papers that a term is for: of what is done, those too whose text is about it; their claims often leave it unsaid. */
function papersOf(axis: Axis, { papers, texts }: Term): ReadonlySet<string> {
  if (axis === 'columns') return papers
  return new Set([...papers, ...[...texts].flatMap(([paper, sentences]) => (sentences >= aboutFrom ? [paper] : []))])
}

/**
 * Whether papers speak of a term as of what is done, or what is measured: a word alone is done where titles or texts are about it, and
 * measured where something turns it at least once, or where it is a score.
 */
function isSpokenOf(axis: Axis, term: Term): boolean {
  const { claims, titles, texts, used, measured, lemmas } = term
  if (axis === 'columns') return claims.size >= least.claims && (measured > 0 || isScore(term))
  const about = [...texts.values()].filter((sentences) => sentences >= aboutFrom).length
  if (claims.size === 0 || claims.size + about < least.claims) return false
  return titles.size > 1 || (lemmas.length > 1 ? used > 0 || titles.size > 0 : used > 0 && about > 1)
}

const isScore = ({ forms }: Term) =>
  [...forms.keys()].some((form) => scoreMeasures.some(({ pattern }) => new RegExp(pattern.source, 'i').test(form)))

const isShort = ({ key }: Term) => key.length < 3

/** Said of whom or where it was found more often than of what was done or measured. */
function isSetting({ places, name, within, uses }: Term): boolean {
  if (name && within * 3 >= uses) return true
  const at = (place: 'population' | 'exposure' | 'comparator' | 'outcome') => places.get(place) ?? 0
  return at('population') > at('exposure') + at('comparator') + at('outcome')
}

/** A disease, or a kind of one: whom a study is made in, not what it does. */
function isCondition({ lemmas, forms }: Term, language: Language): boolean {
  const ends = lemmas.map((_, from) => lemmas.slice(from).join(' '))
  const head = lemmas.at(-1)!
  return (
    isIn('bad', { word: head, lemma: head }) ||
    [...ends, ...forms.keys()].some((name) => language.disease(name.toLowerCase()))
  )
}

/** A name by its shape that is no measure of performance: a data set, a trial, an organism. */
const isProperName = (term: Term) => term.name && !isScore(term)

function candidateOf(axis: Axis, group: readonly Term[], fit: number): Candidate {
  const names = group.map(nameOf)
  return {
    ...{ facet: null, broad: false, fit },
    label: names[0]!,
    names: names.slice(1),
    keys: new Set(group.map(({ key }) => key)),
    claims: union(group.map(({ claims }) => claims)),
    papers: union(group.map((term) => papersOf(axis, term))),
  }
}

/** The form in which most write it, in small letters unless it is a name by its shape. */
function nameOf({ forms }: Term): string {
  const small = new Map<string, number>()
  for (const [form, count] of forms) {
    const plain = form.replace(/(?<![\p{L}])\p{Lu}[\p{Ll}-]+(?![\p{L}])/gu, (word) => word.toLowerCase())
    small.set(plain, (small.get(plain) ?? 0) + count)
  }
  return [...small].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]![0]
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]))
}
