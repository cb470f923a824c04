import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Language } from '../frames/language.ts'
import { abbreviationsOf } from '../papers/abbreviations.ts'
import { splitSentences } from '../text/sentences.ts'
import { isGeneral, type Phrase, type PhraseWord, phrasesOf } from './phrases.ts'

/** Slots of a frame that tell what a term is to a claim. */
export const termPlaces = ['exposure', 'comparator', 'outcome', 'population', 'dose', 'time'] as const
export type TermPlace = (typeof termPlaces)[number] | 'title' | 'none'

/** A phrase that claims and titles use, under all forms that have the same stems. */
export interface Term {
  /** Stems in order, parted by spaces. */
  key: string
  /** Dictionary forms, in order, of how most write it. */
  lemmas: readonly string[]
  /** How it is written, with how often. */
  forms: Map<string, number>
  /** Dictionary forms with how often each is written. */
  written: Map<string, number>
  papers: Set<string>
  /** Claims that name it themselves. */
  claims: Set<string>
  /** Papers whose title names it. */
  titles: Set<string>
  places: Map<TermPlace, number>
  /** How often it is used, and how often at the end of its phrase. */
  uses: number
  heads: number
  /** How often it is the whole of its phrase and of nothing, how often "of" stands behind it, and how often a noun before it. */
  bare: number
  of: number
  compound: number
  /** How often the words beside it say that it is used, and how often that it is measured. */
  used: number
  measured: number
  /** Papers by the number of sentences of their text that name it, claims aside. */
  texts: Map<string, number>
  /** How often it is what something was tried on. */
  within: number
  /** One word that is a name by its shape, with capitals or digits inside. */
  name: boolean
}

/** What a claim names. */
export interface Named {
  claim: Claim
  paper: string
  terms: ReadonlySet<string>
}

/** The terms of a library. */
export interface Terms {
  terms: ReadonlyMap<string, Term>
  claims: readonly Named[]
  /** Terms of each paper's title. */
  titles: ReadonlyMap<string, ReadonlySet<string>>
}

const longest = 4
/** Sentences of a paper's text that are read: an abstract, and the beginning of anything longer. */
const mostSentences = 40

/** Every phrase of up to four words that the claims and the titles of their papers use. */
export function readTerms(claims: readonly Claim[], papers: readonly Paper[], language: Language): Terms {
  const terms = new Map<string, Term>()
  const long = abbreviationsOf(papers)
  const byId = new Map(papers.map((paper) => [paper.id, paper]))
  const read = (text: string, paper: string, place: (at: number) => TermPlace, claim?: Claim) => {
    const found = new Set<string>()
    for (const part of partsOf(phrasesOf(text, language))) {
      const { words } = part
      const term = termOf(terms, words)
      use(term, part)
      if (part.within) term.within += 1
      found.add(term.key)
      count(term, text, words, place)
      term.papers.add(paper)
      if (claim) term.claims.add(claim.id)
      else term.titles.add(paper)
    }
    return found
  }
  const titles = new Map<string, ReadonlySet<string>>()
  const named = claims.flatMap((claim): Named[] => {
    const paper = claim.sources[0]?.paper
    const stored = paper === undefined ? undefined : byId.get(paper)
    if (paper === undefined || !stored) return []
    const written = (text: string) => writtenLong(text, long(stored))
    if (!titles.has(paper))
      titles.set(
        paper,
        read(written(stored.csl.title), paper, () => 'title'),
      )
    return [{ claim, paper, terms: read(written(claim.text), paper, placeIn(claim, written(claim.text)), claim) }]
  })
  const told = Map.groupBy(named, ({ paper }) => paper)
  for (const [id, own] of told) readText(byId.get(id)!, own, terms, language, long(byId.get(id)!))
  for (const term of terms.values()) term.lemmas = mostWritten(term)
  return { terms, claims: named, titles }
}

/** "Formal" and "formality" have one stem: what a term is, the form tells in which most write it. */
function mostWritten({ lemmas, written }: Term): readonly string[] {
  const [most] = [...written].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
  return most ? most[0].split(' ') : lemmas
}

/** Counts what the rest of a paper's text names, beside its claims: how often it is used or measured there. */
function readText(
  paper: Paper,
  claims: readonly Named[],
  terms: Map<string, Term>,
  language: Language,
  long: ReadonlyMap<string, string>,
): void {
  const quotes = claims.flatMap(({ claim }) => claim.sources.map(({ quote }) => quote)).join('\n')
  const sentences = (paper.text?.sections ?? []).flatMap(({ text }) => splitSentences(text))
  for (const { text } of sentences.slice(0, mostSentences)) {
    const found = new Set<Term>()
    for (const part of partsOf(phrasesOf(writtenLong(text, long), language))) {
      const term = termOf(terms, part.words)
      found.add(term)
      if (!quotes.includes(text)) use(term, part)
    }
    for (const term of found) term.texts.set(paper.id, (term.texts.get(paper.id) ?? 0) + 1)
  }
}

/** A text with abbreviations in their long form; what explains one in brackets goes with it. */
function writtenLong(text: string, long: ReadonlyMap<string, string>): string {
  return text.replace(/(?<![\p{L}\d-])[A-Z][A-Za-z\d-]*[A-Za-z\d]/gu, (word) => {
    const whole =
      long.get(word) ?? long.get(`${word}s`) ?? (word.endsWith('s') ? long.get(word.slice(0, -1)) : undefined)
    return whole ?? word
  })
}

/** A stretch of a phrase. */
interface Part extends Phrase {
  /** It ends its phrase, with a noun of it before. */
  head: boolean
  compound: boolean
  whole: boolean
}

/** Whether a word is part of a name with the one before: a hyphen joins them, or it tells which kind of that it is, as in "vitamin D". */
const belongs = (word: PhraseWord | undefined) => word !== undefined && (word.joined || word.stem.includes('#'))

/** The stretches of phrases, none of which begins or ends inside a name of several words. */
function* partsOf(phrases: readonly Phrase[]): Generator<Part> {
  for (const { words: phrase, ...said } of phrases)
    for (let from = 0; from < phrase.length; from++)
      for (let to = from + 1; to <= Math.min(phrase.length, from + longest); to++) {
        if ((from > 0 && belongs(phrase[from])) || belongs(phrase[to])) continue
        const words = phrase.slice(from, to)
        const head = to === phrase.length
        if (phrase[to - 1]!.heads && !words.every(({ lemma }) => isGeneral(lemma)))
          yield {
            ...{ ...said, words, head, whole: head && from === 0 },
            compound: head && from > 0 && phrase[from - 1]!.pos !== 'ADJ',
          }
      }
}

/** Counts how a term is used, and what the words beside it say of it. */
function use(term: Term, { head, compound, whole, of, cue }: Part): void {
  term.uses += 1
  if (head) term.heads += 1
  if (compound) term.compound += 1
  if (head && of) term.of += 1
  if (whole && !of) term.bare += 1
  if (cue > 0) term.used += 1
  if (cue < 0) term.measured += 1
}

function termOf(terms: Map<string, Term>, words: readonly PhraseWord[]): Term {
  const key = words.map(({ stem }) => stem).join(' ')
  const known = terms.get(key)
  if (known) return known
  const made: Term = {
    key,
    lemmas: words.map(({ lemma }) => lemma),
    forms: new Map(),
    written: new Map(),
    papers: new Set(),
    claims: new Set(),
    titles: new Set(),
    places: new Map(),
    texts: new Map(),
    ...{ uses: 0, heads: 0, bare: 0, of: 0, compound: 0 },
    ...{ used: 0, measured: 0, within: 0, name: words.length === 1 && words[0]!.name },
  }
  terms.set(key, made)
  return made
}

function count(term: Term, text: string, words: readonly PhraseWord[], place: (at: number) => TermPlace): void {
  const form = text.slice(words[0]!.lead, words.at(-1)!.tail)
  term.forms.set(form, (term.forms.get(form) ?? 0) + 1)
  const lemmas = words.map(({ lemma }) => lemma).join(' ')
  term.written.set(lemmas, (term.written.get(lemmas) ?? 0) + 1)
  const where = place(words.at(-1)!.start)
  term.places.set(where, (term.places.get(where) ?? 0) + 1)
}

/** The slot of a place in a claim's text; offsets hold as long as no abbreviation was written out before it. */
function placeIn({ frame, text }: Claim, written: string): (at: number) => TermPlace {
  const shift = written.length - text.length
  return (at) => {
    const holds = (offset: number) =>
      termPlaces.find((place) =>
        (frame?.[place] ?? []).some(({ start, end }) => start !== undefined && start <= offset && end! > offset),
      )
    return (frame && (holds(at) ?? holds(at - shift))) || 'none'
  }
}
