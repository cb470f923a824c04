import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { isIn } from '../frames/lists.ts'
import { scoreMeasures } from '../quantities/measures.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import { words } from '../text/light-stem.ts'
import asked from '../text/resources/asked-aspects.json' with { type: 'json' }
import { oneSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import { byUse, type Candidate, joinedTerms } from './lines.ts'
import type { RoleOf } from './roles.ts'
import type { Named, Term, Terms } from './terms.ts'

/** The two sides of a map. */
export type Axis = 'rows' | 'columns'

export interface CandidateInput {
  terms: Terms
  facets: readonly Facet[]
  role: RoleOf
  /** How rare a stem is in scholarly abstracts. */
  rarity: (stem: string) => number
  language: Language
}

/** Rarity, summed over its words, below which a term tells too little to be a row or a column. */
const leastRarity = { rows: 3.6, columns: 2.9 }
/** Share of the papers, and their number, below which a term is left to the rest. */
const least = { share: 0.07, papers: 2, claims: 2 }
/** Share of a term's occurrences that must stand at the end of their phrase: "pump" of "pump inhibitors" names nothing. */
const leastHead = 0.5

/** What could be rows, or columns: concepts of the question, and what several papers speak of. */
export function candidatesOf(axis: Axis, input: CandidateInput, enough: number): Candidate[] {
  const asked = facetCandidates(axis, input)
  return [...asked, ...termCandidates(axis, input, enough).filter((one) => !asked.some((other) => isAsked(one, other)))]
}

/** Papers that a term must stand in at least, where the axis fills without going lower. */
export function enoughPapers({ terms }: CandidateInput): number {
  const papers = new Set(terms.claims.map(({ paper }) => paper)).size
  return Math.max(least.papers, Math.ceil(least.share * papers))
}

/** Whether a term is the one name of a concept: one that stands for a class has members beside it. */
function isAsked(one: Candidate, { keys }: Candidate): boolean {
  return keys.size === 1 && [...one.keys].some((key) => keys.has(key))
}

function termCandidates(
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
      term.papers.size >= enough &&
      term.claims.size >= least.claims &&
      sign * role(term) > 0 &&
      term.heads >= leastHead * term.uses &&
      tells(term) &&
      !isShort(term) &&
      !isSetting(term) &&
      !names.some((name) => ` ${name} `.includes(` ${term.key} `)) &&
      (axis === 'rows' ? !isCondition(term, language) : !isProperName(term)),
  )
  return joinedTerms(used, language).map((group) => candidateOf(group, sign * role(group[0]!)))
}

/**
 * Names of a concept that are but other words for it: those of whom and where, and of a subject that no part is given; of what is done,
 * those that share a word with its heading. Members of a class do not.
 */
function otherNames(facets: readonly Facet[]): string[] {
  return facets.flatMap(({ label, terms, part, role }) => {
    const own = new Set(keyOf(label).split(' '))
    const all = part === 'population' || (role === 'subject' && part === undefined)
    const listed = isList(label)
    return terms.map(keyOf).filter((key) => all || (!listed && key.split(' ').some((stem) => own.has(stem))))
  })
}

const isShort = ({ key }: Term) => key.length < 3

/** Said of whom or where it was found more often than of what was done or measured. */
function isSetting({ places, name, within, uses }: Term): boolean {
  if (name && within * 2 >= uses) return true
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
function isProperName({ name, forms }: Term): boolean {
  const measures = [...forms.keys()].some((form) =>
    scoreMeasures.some(({ pattern }) => new RegExp(pattern.source, 'i').test(form)),
  )
  return name && !measures
}

function candidateOf(group: readonly Term[], fit: number): Candidate {
  const names = group.map(nameOf)
  return {
    ...{ facet: null, broad: false, fit },
    label: names[0]!,
    names: names.slice(1),
    keys: new Set(group.map(({ key }) => key)),
    claims: union(group.map(({ claims }) => claims)),
    papers: union(group.map(({ papers }) => papers)),
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

/** Concepts of the question, and the usual outcomes of studies, with the claims that name them. */
function facetCandidates(axis: Axis, input: CandidateInput): Candidate[] {
  const { terms, facets, language } = input
  const known = new Set(facets.map(({ id }) => id))
  const usual = asked.rows.filter(({ id }) => universal.has(id) && !known.has(id))
  const own = facets.flatMap((facet, place) =>
    partedList(facet).map((one) => ({ ...one, place: place as number | null })),
  )
  const all = [
    ...own,
    ...usual.map((row) => ({ ...row, place: null, role: 'aspect' as const, part: 'outcome' as const, whole: true })),
  ]
  return all
    .filter(({ part, label, terms: names }) => part !== 'population' && isThing(label, names, language))
    .filter(({ id }) => axis === 'columns' || !broad.has(id))
    .flatMap((facet) => {
      const named = namedBy(terms.claims, facet)
      const fit = fitOf(axis, facet, meanRole(named, facet.terms, input))
      const wanted = facet.place !== null && facet.part === 'outcome'
      return fit <= 0 || (named.length === 0 && !wanted) ? [] : [facetCandidate(facet, named, fit)]
    })
}

function facetCandidate(
  { id, label, terms, place }: Facet & { place: number | null },
  named: readonly Named[],
  fit: number,
): Candidate {
  return {
    ...{ facet: place, label, fit, broad: broad.has(id) },
    names: terms.filter((name) => !name.includes('*') && name.toLowerCase() !== label.toLowerCase()),
    keys: new Set(terms.map(keyOf)),
    claims: new Set(named.map(({ claim }) => claim.id)),
    papers: new Set(named.map(({ paper }) => paper)),
  }
}

/** "Reminders, alerts and feedback": a heading that lists several things. */
const isList = (label: string) => /, | and | or /.test(label)

/** A concept and, where its heading lists its names, each of them. */
function partedList(facet: Facet): Facet[] {
  const items = facet.label.toLowerCase().split(/, | and | or /)
  const listed = facet.terms.filter((term) => items.includes(term.toLowerCase()))
  if (listed.length < 2) return [facet]
  return [facet, ...listed.map((term) => ({ ...facet, label: term, terms: [term] }))]
}

/** Outcomes that studies of any field report, whether or not the question asks for them. */
const universal = new Set(['safety', 'mortality', 'cost', 'quality-of-life', 'adherence'])

/** What questions ask in general, as whether something works: told only where nothing more telling is named. */
const broad: ReadonlySet<string> = new Set(
  asked.rows.flatMap(({ id }) => (universal.has(id) || id === 'robustness' || id === 'learning' ? [] : [id])),
)

/** Mean role from which the papers speak against the part that a question gives a concept. */
const against = 0.5

function fitOf(axis: Axis, { part, role }: Facet, mean: number | null): number {
  const own = axis === 'rows' ? (mean ?? -0.5) : -(mean ?? -0.5)
  if (role === 'subject' && part !== 'outcome')
    return axis === 'rows' && (part !== undefined || own > 0) ? 1 + Math.max(0, own) : 0
  if (part === undefined) return own
  const side: Axis = part === 'outcome' ? 'columns' : 'rows'
  return side === axis && (mean === null || own > -against) ? 1 : 0
}

/** Whether a concept names a thing: "lower" and "wrong" name none. */
function isThing(label: string, names: readonly string[], language: Language): boolean {
  const turns = names.every((name) => {
    const word = name.replace(/\*/g, '').toLowerCase()
    return (['up', 'down', 'better', 'worse'] as const).some(
      (list) => isIn(list, { word, lemma: word }) || isIn(list, { word: `${word}e`, lemma: `${word}e` }),
    )
  })
  const tagged = language.tag(label.toLowerCase())
  return !turns && tagged.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
}

/** Mean role of the terms that a concept's words are, by use. */
function meanRole(named: readonly Named[], names: readonly string[], { terms, role }: CandidateInput): number | null {
  const keys = new Set(names.map(keyOf))
  const own = [...terms.terms.values()].filter(({ key }) => keys.has(key)).toSorted(byUse)
  const uses = own.reduce((sum, { papers }) => sum + papers.size, 0)
  if (named.length === 0 || uses === 0) return null
  return own.reduce((sum, term) => sum + term.papers.size * role(term), 0) / uses
}

function namedBy(claims: readonly Named[], facet: Facet): Named[] {
  const compiled = compileFacets([facet])
  return claims.filter(({ claim }) => facetScores(compiled, claim.text)[0]!.hits.length > 0)
}

/** Stems of a name, as terms have them. */
export function keyOf(name: string): string {
  return words(name.replace(/\*/g, ''))
    .map((word) => stem(oneSpelling(word)))
    .join(' ')
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]))
}
