import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { isIn } from '../frames/lists.ts'
import { compileFacets, facetScores } from '../question/facets/index.ts'
import asked from '../text/resources/asked-aspects.json' with { type: 'json' }
import { type Axis, type CandidateInput, keyOf } from './candidate-input.ts'
import { byUse, type Candidate } from './lines.ts'
import type { Named } from './terms.ts'

/** Concepts of the question, and the usual outcomes of studies, with the claims that name them. */
export function facetCandidates(axis: Axis, input: CandidateInput): Candidate[] {
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
      const isUsual = facet.place === null
      const named = namedBy(isUsual ? terms.claims.map((one) => outcomeOf(one, language)) : terms.claims, facet)
      if (isUsual && new Set(named.map(({ paper }) => paper)).size < fewestUsual) return []
      const fit = fitOf(axis, facet, meanRole(named, facet.terms, input))
      const wanted = facet.place !== null && facet.part === 'outcome'
      return fit <= 0 || (named.length === 0 && !wanted) ? [] : [facetCandidate(facet, named, fit)]
    })
}

/** Papers of which a usual outcome that nobody asked for needs. */
const fewestUsual = 2

/** A claim as far as it tells an outcome, the whole of it where its frame has none, without what the headings know as a process: "cell death". */
function outcomeOf(named: Named, language: Language): Named {
  const slots = named.claim.frame?.outcome.map(({ text }) => text) ?? []
  const words = (slots.length === 0 ? named.claim.text : slots.join(' ; ')).split(' ')
  const text = words.filter((word, at) => at === 0 || !isProcess(`${words[at - 1]} ${word}`, language)).join(' ')
  return { ...named, claim: { ...named.claim, text } }
}

/** Whether a name of two words has a heading only among phenomena and processes (https://meshb.nlm.nih.gov/treeView, G). */
function isProcess(pair: string, language: Language): boolean {
  const places = language.places(pair.toLowerCase().replace(/[^\p{L} -]/gu, ''))
  return places.length > 0 && places.every((place) => place.startsWith('G'))
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

/** A concept and, where its heading lists its names, each of them. */
function partedList(facet: Facet): Facet[] {
  const items = facet.label.toLowerCase().split(/, | and | or /)
  const listed = facet.terms.filter((term) => items.includes(term.toLowerCase()))
  if (listed.length < 2) return [facet]
  return [facet, ...listed.map((term) => ({ ...facet, label: term, terms: [term] }))]
}

/** What questions ask of any subject: outcomes by nature. */
const general = new Set(asked.rows.map(({ id }) => id))

/** Outcomes that studies of any field report, whether or not the question asks for them. */
const universal = new Set(['safety', 'mortality', 'cost', 'quality-of-life', 'adherence'])

/** What questions ask in general, as whether something works: told only where nothing more telling is named. */
const broad: ReadonlySet<string> = new Set(
  asked.rows.flatMap(({ id }) => (universal.has(id) || id === 'robustness' || id === 'learning' ? [] : [id])),
)

/** Mean role from which the papers speak against a concept as what is done; what a question asks for as an outcome is one. */
const against = 0.5

/** Mean role up to which a concept that a question gives no part is what is measured: most of what questions ask is. */
const usual = 0.1

function fitOf(axis: Axis, { id, part, role }: Facet, mean: number | null): number {
  if (part === undefined && general.has(id)) return axis === 'columns' ? 1 : 0
  const done = (mean ?? -0.5) - usual
  const own = axis === 'rows' ? done : -done
  if (role === 'subject' && part !== 'outcome')
    return axis === 'rows' && (part !== undefined || own > 0) ? 1 + Math.max(0, own) : 0
  if (part === undefined) return own
  if (part === 'outcome') return axis === 'columns' ? 1 : 0
  return axis === 'rows' && (mean === null || own > -against) ? 1 : 0
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
  const own = [...terms.terms.values()].filter(({ key, papers }) => keys.has(key) && papers.size > 0).toSorted(byUse)
  const uses = own.reduce((sum, { papers }) => sum + papers.size, 0)
  if (named.length === 0 || uses === 0) return null
  return own.reduce((sum, term) => sum + term.papers.size * role(term), 0) / uses
}

function namedBy(claims: readonly Named[], facet: Facet): Named[] {
  const compiled = compileFacets([facet])
  return claims.filter(({ claim }) => facetScores(compiled, claim.text)[0]!.hits.length > 0)
}
