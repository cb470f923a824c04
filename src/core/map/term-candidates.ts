import type { Facet } from '../../schemas/question.ts'
import type { Language } from '../frames/language.ts'
import { isIn } from '../frames/lists.ts'
import { scoreMeasures } from '../quantities/measures.ts'
import lists from '../text/lists/map-words.json' with { type: 'json' }
import { stem } from '../text/stem.ts'
import { stemSet } from '../text/word-list.ts'
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

/** How far what papers speak of may be from what is surely a row: tried in this order, while there are few. */
export const rowMeasures = ['sure', 'likely', 'titled'] as const
export type RowMeasure = (typeof rowMeasures)[number]

/** Role down to which a term is likely a row where the words beside it say that it is used, and a title names it. */
const likelyRole = -0.3

/** Fit of what is a row by the weaker signs alone: a paper counts as one. */
const even = 0.5

/** What several papers speak of, on the side on which it belongs; rows also by a weaker measure. */
export function termCandidates(
  axis: Axis,
  { terms, role, rarity, language, facets }: CandidateInput,
  enough: number,
  measure: RowMeasure = 'sure',
): Candidate[] {
  const sign = axis === 'rows' ? 1 : -1
  const belongs = (term: Term) =>
    (isSpokenOf(axis, term) && papersOf(axis, term).size >= enough && sign * role(term) > 0) ||
    (axis === 'rows' && measure !== 'sure' && !isMeasured(term) && isLikely(term, role(term))) ||
    (axis === 'rows' && measure === 'titled' && !isMeasured(term) && isTitled(term, role(term)))
  const tells = (term: Term) =>
    term.key.split(' ').reduce((sum, one) => sum + rarity(one.replace(/#.*/, '')), 0) >= leastRarity[axis]
  const names = otherNames(facets)
  const outcomes = new Set(facets.flatMap((one) => (one.part === 'outcome' ? one.terms.flatMap(stemsOf) : [])))
  const isMeasured = ({ key }: Term) => key.split(' ').some((one) => outcomes.has(one))
  const used = [...terms.terms.values()].filter(
    (term) =>
      belongs(term) &&
      !isAdjective(term, language) &&
      term.heads >= leastHead * term.uses &&
      tells(term) &&
      !isShort(term) &&
      !isCut(axis, term, language) &&
      !isSetting(term) &&
      !language.setting(term.lemmas.join(' ')) &&
      !names.some((name) => ` ${name} `.includes(` ${term.key} `)) &&
      (axis === 'rows'
        ? !isWay(term, language) &&
          !isTurned(term) &&
          !isCondition(term, language) &&
          !isVague(term, language) &&
          !isSpan(term, language)
        : !isProperName(term) && (!isDone(term) || isScore(term))),
  )
  return joinedTerms(used, language).map((group) =>
    candidateOf(axis, group, Math.max(measure === 'sure' ? 0 : even, sign * role(group[0]!)), language),
  )
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

const stemsOf = (name: string) => keyOf(name).split(' ')

/** Named by two papers and a title, claimed, and used at least as often as measured. */
function isLikely({ claims, titles, texts, papers, used, measured }: Term, role: number): boolean {
  const about = new Set([...papers, ...texts.keys()]).size
  return role > likelyRole && titles.size > 0 && claims.size > 0 && about > 1 && used > 0 && used >= measured
}

/** Named by the title of one paper and by several of its claims, in more than one word: what that paper is about. */
function isTitled({ claims, titles, lemmas, used, measured, within }: Term, role: number): boolean {
  return (
    titles.size > 0 && claims.size > 1 && lemmas.length > 1 && within === 0 && role > likelyRole && used >= measured
  )
}

/** One word that is an adjective, cut off from its noun: nowhere written in the plural, nor with the noun behind it. */
function isAdjective({ lemmas, forms }: Term, language: Language): boolean {
  const [word] = lemmas
  if (lemmas.length > 1 || !word || !language.adjective(word)) return false
  return ![...forms.keys()].some((form) => form.toLowerCase() === `${word}s` || form.includes(' '))
}

/** Uses in texts of all kinds from which a word is an everyday one: "view", "demand", "theory"; "audit" and "replay" are none. */
const everyday = 20

/** A word of every day alone says what a study did only where the titles of several papers name it. */
const isVague = ({ lemmas, titles }: Term, language: Language) =>
  lemmas.length === 1 && titles.size < 2 && language.common(lemmas[0]!) >= everyday

/** Counted in time, as "antibiotic days": a measure. */
function isSpan(term: Term, language: Language): boolean {
  const word = nameOf(term, language).toLowerCase().split(' ').at(-1)!
  return [word, word.replace(/s$/, '')].some((lemma) => isIn('times', { word, lemma }))
}

const isScore = ({ forms }: Term) =>
  [...forms.keys()].some((form) => scoreMeasures.some(({ pattern }) => new RegExp(pattern.source, 'i').test(form)))

const isShort = ({ key }: Term) => key.length < 3

/** Share of a word's uses as a head that a longer name, or what it is of, may tell before the word alone names nothing. */
const leastBare = 0.5
/** Files of the dictionary for acts, events and processes, and for quantities, shapes and times: what they are of names them. */
const happenings: ReadonlySet<number | null> = new Set([4, 11, 14, 22])
const amounts: ReadonlySet<number | null> = new Set([23, 25, 28])

/**
 * One word that is mostly a piece of what is named: "depletion" of "depletion of ozone", "messaging" of "text messaging". What is measured may be
 * of something, as "safety of"; an amount, an act or an event that is of something is told by that alone.
 */
function isCut(
  axis: Axis,
  { lemmas: [word, ...more], name, heads, bare, of, compound }: Term,
  language: Language,
): boolean {
  if (more.length > 0 || name) return false
  const kind = language.kind(word!)
  if (axis === 'rows') return amounts.has(kind) || bare < leastBare * heads
  const told = compound + (happenings.has(kind) || amounts.has(kind) ? of : 0)
  return told > (1 - leastBare) * heads
}

const giving = stemSet(lists.giving)
/** Places of the medical headings for ways in which drugs are given, and for forms of them. */
const ways = /^(?:E02\.319\.267|D26\.255)/

/** A way or form of giving something that does not say what: "injections", "slow infusion"; "iron tablets" say it. */
function isWay({ lemmas }: Term, language: Language): boolean {
  const isGiving = (word: string) =>
    giving.has(stem(word)) || [word, `${word}s`].some((name) => language.places(name).some((place) => ways.test(place)))
  return isGiving(lemmas.at(-1)!) && lemmas.every((word) => isGiving(word) || language.adjective(word))
}

/** Said of whom or where it was found more often than of what was done or measured. */
function isSetting({ places, name, within, uses }: Term): boolean {
  if (name && within * 3 >= uses) return true
  const at = (place: 'population' | 'exposure' | 'comparator' | 'outcome') => places.get(place) ?? 0
  return at('population') > at('exposure') + at('comparator') + at('outcome')
}

/** Named by frames as what is done or compared more often than as what is measured, and seldom turned: an exposure. */
function isDone({ places, measured, used }: Term): boolean {
  const at = (place: 'exposure' | 'comparator' | 'outcome') => places.get(place) ?? 0
  return at('exposure') + at('comparator') > at('outcome') && used >= measured
}

/** Turned more often than used, and oftener than frames name it as what is done or compared: an outcome. */
function isTurned({ places, measured, used }: Term): boolean {
  return measured > used && (places.get('exposure') ?? 0) + (places.get('comparator') ?? 0) < measured
}

/** A disease, or a kind of one, or what is bad or good where it happens: whom a study is made in or what it finds, not what it does. */
function isCondition({ lemmas, forms }: Term, language: Language): boolean {
  const ends = lemmas.map((_, from) => lemmas.slice(from).join(' '))
  const head = lemmas.at(-1)!
  return (
    (['bad', 'good'] as const).some((list) => isIn(list, { word: head, lemma: head })) ||
    [...ends, ...forms.keys()].some((name) => language.disease(name.toLowerCase()))
  )
}

/** A name by its shape that is no measure of performance: a data set, a trial, an organism. */
const isProperName = (term: Term) => term.name && !isScore(term)

function candidateOf(axis: Axis, group: readonly Term[], fit: number, language: Language): Candidate {
  const names = group.map((term) => nameOf(term, language))
  return {
    ...{ facet: null, broad: false, fit },
    label: names[0]!,
    names: names.slice(1),
    keys: new Set(group.map(({ key }) => key)),
    claims: union(group.map(({ claims }) => claims)),
    papers: union(group.map((term) => papersOf(axis, term))),
  }
}

/** The form in which most write it, in small letters unless it is a name by its shape; of an adjective one with the noun behind it. */
function nameOf({ forms, lemmas }: Term, language: Language): string {
  const isBare = lemmas.length === 1 && language.adjective(lemmas[0]!)
  const whole = [...forms].filter(([form]) => !isBare || form.includes(' '))
  const small = new Map<string, number>()
  for (const [form, count] of whole.length > 0 ? whole : forms) {
    const plain = form.replace(/(?<![\p{L}])\p{Lu}[\p{Ll}-]+(?![\p{L}])/gu, (word) => word.toLowerCase())
    small.set(plain, (small.get(plain) ?? 0) + count)
  }
  return [...small].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]![0]
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  return new Set(sets.flatMap((set) => [...set]))
}
