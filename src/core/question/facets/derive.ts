import type { Facet } from '../../../schemas/question.ts'
import { lightStem, words } from '../../text/light-stem.ts'
import { otherNames } from './synonyms.ts'
import { aspectRows, bareWords, breakWords, generalWords, knownPhrases, namedTools } from './words.ts'

/** A noun phrase of the question. `place` counts phrases from 0. */
interface Phrase {
  words: string[]
  raw: string
  place: number
  aside: boolean
}

/**
 * Facets from the question's own words, with a small table of synonyms: one subject, made of the most specific thing that
 * the question names, and aspects for what is asked of it. Meant as a first protocol that a person edits.
 */
export function deriveFacets(questionText: string): Facet[] {
  const phrases = nounPhrases(questionText)
  const subject = subjectOf(phrases)
  const asked = aspectRows.filter(({ asks }) => asks.test(questionText.toLowerCase()))
  const aspects: Facet[] = asked.map(({ id, label, terms }) => ({ id, label, role: 'aspect', terms: [...terms] }))
  const rest = phrases.flatMap((phrase) => (phrase === subject.phrase ? subject.rest : [phrase]))
  for (const phrase of rest) {
    const facet = phraseFacet(phrase)
    const covered = asked.some(({ asks }) => {
      const left = phrase.words.filter((word) => !asks.test(word))
      return left.length < phrase.words.length && left.every((word) => generalWords.has(word))
    })
    if (
      !covered &&
      !phrase.words.every((word) => bareWords.has(word)) &&
      !aspects.some(({ terms }) => sameTerms(terms, facet.terms))
    )
      aspects.push(facet)
  }
  const others = unique([subject.facet, ...aspects]).slice(1, 10)
  return [subject.facet, ...(others.length > 0 ? others : [findings])]
}

const findings: Facet = {
  id: 'findings',
  label: 'Findings',
  role: 'aspect',
  terms: ['effect*', 'associat*', 'result*', 'increas*', 'reduc*', 'improv*', 'differ*'],
}

function nounPhrases(text: string): Phrase[] {
  const phrases: Phrase[] = []
  for (const [piece, aside] of pieces(text)) {
    let current: string[] = []
    const flush = () => {
      const kept = current.map((word) => word.replace(/[’']s$/, ''))
      if (kept.length > 0)
        phrases.push({
          words: kept.flatMap(words),
          raw: kept.join(' ').replaceAll(joint, ' '),
          place: phrases.length,
          aside,
        })
      current = []
    }
    for (const token of piece.split(/[ \t\r\n]+/).filter(Boolean)) {
      const bare = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, '')
      const low = bare.toLowerCase()
      const letter = /^[A-Z]$/.test(bare) && current.length > 0
      if (bare === '' || (breakWords.has(low) && !letter && !(low === 'type' && /type \d/i.test(piece)))) flush()
      else current.push(bare)
      if (/[,;:?!]$/.test(token)) flush()
    }
    flush()
  }
  return phrases.filter((phrase) => phrase.words.some((word) => word.length > 1 && !/^\d+$/.test(word)))
}

/** The text by main clause and what stands in brackets. */
function pieces(text: string): [string, boolean][] {
  return joined(text)
    .split(/[()[\]]/)
    .map((piece, at) => [piece.replace(/[/]/g, ' / ').replace(/\b(?:e\.g|i\.e|vs)\./g, ','), at % 2 === 1])
}

const joint = '\u00a0'
const knownPattern = new RegExp(`\\b(?:${knownPhrases.join('|')})s?\\b`, 'gi')

/** The text with the words of known phrases joined, so that none of them parts a phrase. */
function joined(text: string): string {
  return text.replace(knownPattern, (phrase) => phrase.replaceAll(' ', joint))
}

function specificity(phrase: Phrase): number {
  const score = Math.max(knownPattern.test(phrase.raw) ? 0.8 : 0, ...phrase.words.map(wordSpecificity))
  knownPattern.lastIndex = 0
  return score - (phrase.aside ? 3 : 0) - phrase.place * 0.08
}

function wordSpecificity(word: string): number {
  if (word.length < 2 || generalWords.has(word) || breakWords.has(word) || generalWords.has(lightStem(word))) return 0
  if (isTool(word)) return 1
  if (/^\d+$/.test(word) || aspectRows.some(({ asks }) => asks.test(word))) return 0
  const named =
    /(?:quine|mab|nib|vir|cillin|mycin|statin|pril|sartan|azole|formin|gliptin|glutide|oxacin|vaccine)s?$/.test(word)
      ? 1
      : 0
  return 2 + named + (/\d/.test(word) && /[a-z]/.test(word) ? 0.5 : 0)
}

function isTool(word: string): boolean {
  return namedTools.has(word) || namedTools.has(word.replace(/\d+[a-z]?$/, ''))
}

function subjectOf(phrases: readonly Phrase[]): { facet: Facet; phrase: Phrase | null; rest: Phrase[] } {
  const best = phrases.toSorted((a, b) => specificity(b) - specificity(a) || a.place - b.place)[0]
  if (!best)
    return {
      facet: { id: 'subject', label: 'Subject', role: 'subject', terms: ['study', 'studies', 'research'] },
      phrase: null,
      rest: [],
    }
  const known = knownPhrases.some(
    (phrase) => words(phrase).map(lightStem).join(' ') === best.words.map(lightStem).join(' '),
  )
  const specific = best.words.filter((word) => wordSpecificity(word) > 0)
  const general = best.words.filter((word) => wordSpecificity(word) === 0)
  const headIsGeneral = best.words.at(-1)!.length > 1 && wordSpecificity(best.words.at(-1)!) === 0
  const parts = !known && specific.length > 0 && general.length > 0 && headIsGeneral
  const core = parts ? specific : best.words
  const facet = phraseFacet({ ...best, words: core, raw: parts ? specific.join(' ') : best.raw }, 'subject')
  const rest = parts ? [{ ...best, words: [best.words.at(-1)!], raw: best.words.at(-1)! }] : []
  return { facet, phrase: best, rest }
}

const adjective = /(?:ent|ant|ive|al|ic|ous|ed|ing|ary|able|ible|ful|less|ory|ern|ese|ish|y)$|-/
function phraseFacet(phrase: Phrase, role: Facet['role'] = 'aspect'): Facet {
  const head = phrase.words.at(-1)!
  const terms = [phrase.raw]
  const known = phrase.raw.match(knownPattern) ?? []
  const apart = /\s\w$/.test(phrase.raw)
    ? []
    : phrase.raw.replace(knownPattern, ' ').toLowerCase().split(/\s+/).filter(Boolean)
  terms.push(...known)
  if (phrase.words.length > 1)
    for (const word of apart)
      if (wordSpecificity(word) > 0 && (word === head || !adjective.test(word))) terms.push(word)
  terms.push(...otherNames(phrase.words))
  const label = phrase.raw.charAt(0).toUpperCase() + phrase.raw.slice(1)
  const id =
    phrase.words
      .join('-')
      .replace(/[^a-z0-9-]/g, '')
      .replace(/^-+|-+$/g, '')
      .replace(/-{2,}/g, '-')
      .slice(0, 60)
      .replace(/-$/, '') || 'subject'
  const seen = new Set<string>()
  return {
    id,
    label: label.slice(0, 120),
    role,
    terms: terms
      .filter((term) => term.length > 1 && !seen.has(term.toLowerCase()) && seen.add(term.toLowerCase()))
      .map((term) => term.slice(0, 120)),
  }
}

const sameTerms = (a: readonly string[], b: readonly string[]) =>
  b.every((term) => a.some((other) => other.toLowerCase() === term.toLowerCase()))

function unique(facets: readonly Facet[]): Facet[] {
  const ids = new Set<string>()
  return facets.filter(({ id }) => !ids.has(id) && ids.add(id))
}
