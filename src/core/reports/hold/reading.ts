import { coverage } from '../../compare/align.ts'
import { roleProbabilities } from '../../extract/roles.ts'
import { type GroupLabels, groupLabelsIn, withGroupsNamed } from '../../papers/group-labels.ts'
import { viewsOf } from '../../papers/headings.ts'
import { Analysis, analyse } from '../../text/analyse.ts'
import { checkFigures, type FigureCheck } from './figures.ts'

/** The text of a source: its title and its sentences in order. */
export interface SourceText {
  title: string
  sentences: readonly string[]
}

/** A sentence and the text of the source that it cites, read once for all comparisons. */
export interface HoldReading {
  /** The sentence without what it says of where it comes from. */
  claim: Analysis
  /** Title of the source. */
  title: string
  /** Its words without its figures. */
  words: Analysis
  /** The sentences of the source that are not empty, as printed; with what its groups got for their labels; and read. */
  printed: readonly string[]
  sentences: readonly string[]
  read: readonly Analysis[]
  /** Share of the words of the claim that each sentence has, 0 to 1. */
  scores: readonly number[]
  /** How likely each sentence states a result or a conclusion, 0 to 1. */
  states: readonly number[]
  /** Place of the closest sentence; one that states a result is preferred to one that says what was asked or done. */
  best: number
  /** The closest sentence with its neighbours: results often part what is measured from the figure. */
  passage: Analysis
  /** Share of the words of the claim that the passage has, 0 to 1. */
  here: number
  whole: Analysis
  figures: FigureCheck
}

/** Reads a sentence beside the text of its source; null where the source has no text. */
export function readHolding(sentence: string, source: SourceText): HoldReading | null {
  const printed = source.sentences.filter((one) => one.trim() !== '')
  if (printed.length === 0) return null
  const labels = labelsOf(source)
  const sentences = printed.map((one) => withGroupsNamed(one, labels))
  const claim = analyse(withGroupsNamed(withoutLead(sentence), labels))
  const words = withoutNumbers(claim)
  const read = sentences.map((one) => analyse(one))
  const whole = analyse([source.title, ...sentences].join('\n'))
  const scores = read.map((one) => coverage(words, one))
  const states = roleProbabilities(viewsOf(printed)).map(({ result, conclusion }) => result + conclusion)
  const [best] = ranked(scores, states) as [number]
  const passage = analyse(sentences.slice(Math.max(0, best - 1), best + 2).join(' '))
  return {
    claim,
    title: source.title,
    words,
    printed,
    sentences,
    read,
    scores,
    states,
    best,
    passage,
    here: coverage(words, passage),
    whole,
    figures: checkFigures(claim, passage, whole),
  }
}

const labelled = new WeakMap<SourceText, GroupLabels>()

/** What the labels of a source's groups stand for. */
function labelsOf(source: SourceText): GroupLabels {
  const known = labelled.get(source) ?? groupLabelsIn([source.title, ...source.sentences].join(' '))
  labelled.set(source, known)
  return known
}

/** Places of the closest sentences, the closest first. */
export function closest({ scores, states }: HoldReading, count: number): number[] {
  return ranked(scores, states).slice(0, count)
}

/** Share of its nearness that a sentence keeps which states nothing. */
const silent = 0.3

function ranked(scores: readonly number[], states: readonly number[]): number[] {
  const near = scores.map((score, at) => score * (silent + (1 - silent) * states[at]!))
  return [...near.keys()].sort((a, b) => near[b]! - near[a]! || a - b)
}

/** What a sentence says of where it comes from, in front of what it says. */
export function withoutLead(sentence: string): string {
  return sentence
    .replace(/^[^:]{2,40}:\s+(?=\p{Lu}|\d)/u, '')
    .replace(
      /^(?:(?:in|according to|as)\b[^,]{3,80},\s+)?(?:(?:an?|the|one|this|their|his|her|our)\s+)?(?:[\p{L}\d’'().,&-]+\s+){0,8}?(?:found|showed|reported|concluded|demonstrated|observed|noted|suggest(?:s|ed)?|shows?|finds?|indicate[sd]?)\s+that\s+/iu,
      '',
    )
}

function withoutNumbers(text: Analysis): Analysis {
  return new Analysis(
    text.text,
    text.tokens.filter((token) => !token.number),
  )
}
