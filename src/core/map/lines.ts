import type { Language } from '../frames/language.ts'
import { contraryStems, synonymStems } from '../frames/lists.ts'
import type { Term } from './terms.ts'

/** A thing that may become a row or a column: a concept of the question, or terms that mean the same; and who names it. */
export interface Candidate {
  /** Place among the concepts of the question; null where the papers bring it. */
  facet: number | null
  /** Asked in general, as whether something works: told only where nothing more telling is named. */
  broad: boolean
  label: string
  names: string[]
  /** Stems of each name. */
  keys: ReadonlySet<string>
  /** Claims that name it themselves, and their papers. */
  claims: ReadonlySet<string>
  papers: ReadonlySet<string>
  /** From 0: how sure it is that this is a row, or a column. */
  fit: number
}

/** Share of a shorter name's papers from which a longer one stands for it. */
const standsFor = 0.6
/** The same of its claims. */
const standsForClaims = 0.4
/** Share of claims that two candidates must have in common to be two names of one thing, where they share a word. */
const sameThing = 0.6
/** How much a paper counts that another line tells as well. */
const repeated = 0.35
/** Share of the papers that a term must stand in, as gain, below which a further line tells too little. */
const leastGain = 0.66
/** How many letters two words must share to be forms of one where the dictionary knows both as alike. */
const sameBeginning = 5

/** Joins terms that are forms of one name: word by word alike, or contraries of one outcome. */
export function joinedTerms(terms: readonly Term[], language: Language): Term[][] {
  const groups: Term[][] = []
  for (const term of terms.toSorted(byUse)) {
    const group = groups.find(([first]) => isOneName(first!, term, language))
    if (group) group.push(term)
    else groups.push([term])
  }
  return groups
}

/** The most used first, then the longer, then by name. */
export function byUse(a: Term, b: Term): number {
  return b.papers.size - a.papers.size || b.lemmas.length - a.lemmas.length || (a.key < b.key ? -1 : 1)
}

function isOneName(one: Term, other: Term, language: Language): boolean {
  if (one.lemmas.length !== other.lemmas.length) return false
  const [a, b] = [one.key.split(' '), other.key.split(' ')]
  return one.lemmas.every((lemma, at) => isOneWord([a[at]!, lemma], [b[at]!, other.lemmas[at]!], a.length, language))
}

function isOneWord([a, one]: [string, string], [b, other]: [string, string], of: number, language: Language): boolean {
  if (a === b || contraryStems.get(a)?.has(b) || synonymStems.get(a)?.has(b)) return true
  if (/[#\d]/.test(a + b) || !language.alike(one, other)) return false
  return of > 1 || one.slice(0, sameBeginning) === other.slice(0, sameBeginning)
}

/** Leaves out the pieces of longer names, and longer names that add nothing to a shorter one. */
export function withoutPieces(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (one) =>
      one.facet !== null ||
      !candidates.some(
        (other) =>
          other !== one &&
          isPiece(one, other) &&
          other.papers.size >= standsFor * one.papers.size &&
          other.claims.size >= standsForClaims * one.claims.size,
      ),
  )
}

/** Whether a name of the first is a stretch of a longer name of the second. */
export function isPiece(one: Candidate, other: Candidate): boolean {
  return [...one.keys].some((key) => [...other.keys].some((long) => long !== key && ` ${long} `.includes(` ${key} `)))
}

/**
 * Chooses lines: what is asked for by name, however few papers tell it, then one by one, each time the one that brings most papers that no
 * chosen line tells, until one brings too little.
 */
export function chooseLines(
  candidates: readonly Candidate[],
  most: number,
  enough: number,
  isAsked: (one: Candidate) => boolean = () => false,
): Candidate[] {
  const asked = candidates.filter(isAsked)
  const chosen = asked.filter((one, at) => !asked.slice(0, at).some((other) => isSame(one, other))).slice(0, most)
  const told = new Set(chosen.flatMap(({ papers }) => [...papers]))
  while (chosen.length < most) {
    const free = candidates.filter((one) => !chosen.some((other) => other === one || isSame(one, other)))
    const scored = free
      .map((one) => ({ one, gain: gainOf(one, told) }))
      .filter(({ gain }) => gain >= leastGain * enough)
    const best = scored.toSorted((a, b) => b.gain - a.gain || (a.one.label < b.one.label ? -1 : 1))[0]
    if (!best) break
    chosen.push(best.one)
    for (const paper of best.one.papers) told.add(paper)
  }
  return chosen
}

/** What the question asks for counts double. */
function gainOf({ papers, fit, facet }: Candidate, told: ReadonlySet<string>): number {
  const fresh = [...papers].filter((paper) => !told.has(paper)).length
  const asked = facet === null ? 1 : 2
  return asked * (fresh + repeated * (papers.size - fresh)) * Math.min(1.5, 0.5 + fit)
}

/** Two names for what the same claims speak of. */
function isSame(one: Candidate, other: Candidate): boolean {
  const both = [...one.claims].filter((claim) => other.claims.has(claim)).length
  return sharesWord(one, other) && both >= sameThing * Math.min(one.claims.size, other.claims.size)
}

function sharesWord(one: Candidate, other: Candidate): boolean {
  const own = new Set([...one.keys].flatMap((key) => key.split(' ')))
  return [...other.keys].some((key) => key.split(' ').some((stem) => own.has(stem)))
}
