import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { isIn } from '../frames/lists.ts'
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
export function candidatesOf(axis: Axis, input: CandidateInput): Candidate[] {
  return [...facetCandidates(axis, input), ...termCandidates(axis, input)]
}

function termCandidates(axis: Axis, { terms, role, rarity, language }: CandidateInput): Candidate[] {
  const sign = axis === 'rows' ? 1 : -1
  const papers = new Set(terms.claims.map(({ paper }) => paper)).size
  const enough = Math.max(least.papers, Math.ceil(least.share * papers))
  const tells = (term: Term) =>
    term.key.split(' ').reduce((sum, one) => sum + rarity(one.replace(/#.*/, '')), 0) >= leastRarity[axis]
  const used = [...terms.terms.values()].filter(
    (term) =>
      term.papers.size >= enough &&
      term.claims.size >= least.claims &&
      sign * role(term) > 0 &&
      term.heads >= leastHead * term.uses &&
      tells(term) &&
      (axis === 'columns' || !language.disease(term.lemmas.join(' '))),
  )
  return joinedTerms(used, language).map((group) => candidateOf(group, sign * role(group[0]!)))
}

function candidateOf(group: readonly Term[], fit: number): Candidate {
  const names = group.map(nameOf)
  return {
    facet: null,
    label: names[0]!,
    names: names.slice(1),
    keys: new Set(group.map(({ key }) => key)),
    claims: union(group.map(({ claims }) => claims)),
    papers: union(group.map(({ papers }) => papers)),
    fit,
  }
}

/** The form in which most write it, in small letters unless it is a name by its shape. */
function nameOf({ forms }: Term): string {
  const small = new Map<string, number>()
  for (const [form, count] of forms) {
    const plain = form
      .split(' ')
      .map((word) => (/^\p{Lu}[\p{Ll}-]+$/u.test(word) ? word.toLowerCase() : word))
      .join(' ')
    small.set(plain, (small.get(plain) ?? 0) + count)
  }
  return [...small].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]![0]
}

/** Concepts of the question, and the usual outcomes of studies, with the claims that name them. */
function facetCandidates(axis: Axis, { terms, facets, role, language }: CandidateInput): Candidate[] {
  const known = new Set(facets.map(({ id }) => id))
  const usual = asked.rows.filter(({ id }) => universal.has(id) && !known.has(id))
  const own = facets.map((facet, place) => ({ ...facet, place: place as number | null }))
  const all = [
    ...own,
    ...usual.map((row) => ({ ...row, place: null, role: 'aspect' as const, part: 'outcome' as const })),
  ]
  return all.flatMap(({ id, label, terms: names, part, place }) => {
    if (part === 'population' || !isThing(label, names, language)) return []
    const named = namedBy(terms.claims, { id, label, role: 'aspect', terms: names })
    const fit = fitOf(axis, part, meanRole(named, names, terms, role))
    if (named.length === 0 || fit <= 0) return []
    return [
      {
        ...{ facet: place, label, fit },
        names: names.filter((name) => !name.includes('*') && name.toLowerCase() !== label.toLowerCase()),
        keys: new Set(names.map(keyOf)),
        claims: new Set(named.map(({ claim }) => claim.id)),
        papers: new Set(named.map(({ paper }) => paper)),
      },
    ]
  })
}

/** Outcomes that studies of any field report, whether or not the question asks for them. */
const universal = new Set(['safety', 'mortality', 'cost', 'quality-of-life', 'adherence'])

function fitOf(axis: Axis, part: Facet['part'], mean: number): number {
  if (part === undefined) return axis === 'rows' ? mean : -mean
  const side: Axis = part === 'outcome' ? 'columns' : 'rows'
  return side === axis ? 1 : 0
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
function meanRole(named: readonly Named[], names: readonly string[], { terms }: Terms, role: RoleOf): number {
  const beginnings = names.map((name) => keyOf(name))
  const own = [...terms.values()].filter(({ key }) => beginnings.includes(key)).toSorted(byUse)
  const uses = own.reduce((sum, { papers }) => sum + papers.size, 0)
  if (named.length === 0 || uses === 0) return -0.5
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
