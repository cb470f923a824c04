import { counted } from '../core/text/counts.ts'
import { monthNames } from '../core/text/months.ts'
import type { Verdict } from '../schemas/claim.ts'
import { shown } from './content/shown.ts'

/** How readers see a verdict: its word, its sentence, and what its confidence is about. Never "true". */
export interface VerdictWords {
  word: string
  /** In a count, as in "3 reported once". */
  counted: string
  sentence: string
  /** What the probability is about, behind "94 % sure". */
  about: string
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  supported: {
    word: 'Supported',
    counted: 'supported',
    sentence: 'At least one independent paper says the same, and none here was recognised as saying otherwise.',
    about: 'that the support holds',
  },
  disputed: {
    word: 'Disputed',
    counted: 'disputed',
    sentence: 'Papers here pull in different directions, or one of them may contradict it.',
    about: 'that there is real disagreement',
  },
  contradicted: {
    word: 'Contradicted',
    counted: 'contradicted',
    sentence: 'Independent evidence here says otherwise, and none was recognised as supporting it.',
    about: 'that the contradiction holds',
  },
  reported: {
    word: 'Reported once',
    counted: 'reported once',
    sentence: 'One source says so; no other paper here was recognised as confirming or denying it.',
    about: 'that the source reports it as its own finding, not that it is so',
  },
  unverified: {
    word: 'Unverified',
    counted: 'unverified',
    sentence: 'It is not tied to a sentence of a source, so nothing can be checked.',
    about: '',
  },
}

/** How a question stands as a whole, and when that is said (`questionState` decides). */
export const questionStateWords = {
  settled: {
    word: 'Settled',
    when: 'At least half of the findings are checked, and papers contest less than a quarter of those.',
  },
  disputed: { word: 'Disputed', when: 'Papers contest a quarter or more of the findings that are checked.' },
  thin: { word: 'Thin', when: 'Most findings rest on one paper, or fewer than five are checked.' },
} as const
export const stanceWords = { supports: 'Supports', refutes: 'Refutes', neutral: 'Takes no side' } as const
export const stanceVerdict = { supports: 'supported', refutes: 'contradicted', neutral: 'reported' } as const
/** Colour, shape and words of what a paper does to a finding in the matrix. */
export const marks = {
  supports: { colour: 'supported', shape: 'supported', words: 'says it' },
  'no-difference': { colour: 'disputed', shape: 'none', words: 'finds no difference' },
  refutes: { colour: 'contradicted', shape: 'contradicted', words: 'says otherwise' },
  possible: { colour: 'disputed', shape: 'disputed', words: 'possible conflict' },
} as const
export const fitWords = {
  same: 'same subject and conditions',
  narrower: 'narrower than the claim',
  broader: 'broader than the claim',
  related: 'related, not the same',
} as const
export const excludedWords = {
  retracted: 'not counted: retracted',
  'own-source': 'not counted: the claim’s own source',
  'same-group': 'not counted again: shares authors, cohort or data with another paper here',
  superseded: 'not counted: a preprint whose article is here',
} as const
/** Why a row is not counted again where its paper reports a study that the claim's source reports too. */
export const sameStudyWords = (studies: readonly string[]) =>
  `not counted again: reports ${studies.join(' and ')}, as the claim’s own source does`
export const kindWords = {
  note: 'our reading note, not the paper’s abstract',
  snippet: 'a search engine’s snippet, no abstract',
  abstract: 'abstract',
  fulltext: 'full text',
} as const
/** What a list says of a paper's standing; nothing of one that stands. */
export const standingTags = {
  retracted: 'Retracted',
  concern: 'Expression of concern',
  corrected: 'Corrected',
  superseded: 'Superseded by its article',
  current: '',
  unchecked: '',
} as const
export const stateWords = {
  duplicate: 'Duplicate',
  excluded: 'Excluded',
  'no-text': 'No text found',
  'no-claim': 'No claim on the question',
  included: 'Included',
} as const
export const basisWords = {
  number: 'Compared by numbers.',
  rule: 'Compared by a rule.',
  lexical: 'Compared by words.',
  nli: 'Compared by a language-inference model.',
  llm: 'Compared by a language model.',
  stated: 'It is itself a source of the claim.',
  person: 'Decided by a person.',
} as const

/** Kinds of publications whose names in CSL are no English. */
const typeNames: Readonly<Record<string, string>> = {
  'article-journal': 'journal article',
  'article-magazine': 'magazine article',
  'article-newspaper': 'newspaper article',
  'paper-conference': 'conference paper',
  'entry-dictionary': 'dictionary entry',
  'entry-encyclopedia': 'encyclopedia entry',
  'post-weblog': 'blog post',
}

/** A kind of publication in words. */
export const typeWords = (type: string): string => typeNames[type] ?? type.replace(/[-_]/g, ' ')

/** A day as readers write it: 23 November 2026. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthNames[(month ?? 1) - 1]} ${year}`
}

/** A probability in whole percent, with a narrow no-break space; never 100 and never 0, which would claim too much. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))}\u202f%`
}

/** A score as it is printed: one decimal where it has one. */
export function scoreWords(score: number): string {
  return String(Math.round(score * 10) / 10)
}

/** Words as a sentence: a capital first, a stop last. */
export function sentence(words: string): string {
  const text = shown(words).trim()
  const first = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.!?…]["”’)]?$/.test(first) || first === '' ? first : `${first}.`
}

/** How many claims rest on a paper. */
export function restingWords(claims: number): string {
  return claims === 0 ? 'no claim rests on it' : counted(claims, 'claim')
}
