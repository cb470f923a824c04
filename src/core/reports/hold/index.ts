import { align, coverage } from '../../compare/align.ts'
import { directionDifferences } from '../../compare/direction.ts'
import { negationDifferences } from '../../compare/negation.ts'
import { wordDifferences } from '../../compare/words.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { Analysis, analyse } from '../../text/analyse.ts'
import { populations } from '../../text/lexicon.ts'
import { checkFigures } from './figures.ts'
import { otherGroup } from './groups.ts'
import { slotConflict } from './slots.ts'

/** What the text of a cited source says of a sentence that cites it. */
export const outcomes = ['says-so', 'says-otherwise', 'not-in-abstract', 'cannot-be-read'] as const
export type Outcome = (typeof outcomes)[number]

/** A sentence held against one source. */
export interface Holding {
  outcome: Outcome
  /** The sentence of the source that says it or says otherwise, and its place among the sentences given; null where none does. */
  quote: string | null
  at: number | null
  /** Share of the words of the sentence that the best passage has, 0 to 1. */
  coverage: number
  /** Which number, direction, unit, name or negation differs, or what agrees, in words. */
  why: string
}

/** The text of a source: its title and its sentences in order. */
export interface SourceText {
  title: string
  sentences: readonly string[]
}

/** Shares of words, chosen on reading notes of one library and one half of SciFact's training claims; tried on those of another and the other half. */
const limits = { says: 0.5, saysWithFigures: 0.34, differs: 0.6, names: 0.75, figures: 0.3, opposed: 0.4, group: 0.4 }

/** Sentences of the source, the closest ones, that are compared slot by slot. */
const compared = 3

/** Holds a sentence against the text of the source that it cites. An empty text cannot be read. */
export function holdSentence(sentence: string, source: SourceText, reader: FrameReader): Holding {
  const sentences = source.sentences.filter((one) => one.trim() !== '')
  if (sentences.length === 0)
    return { outcome: 'cannot-be-read', quote: null, at: null, coverage: 0, why: 'no text of this source is here' }
  const claim = analyse(withoutLead(sentence))
  const words = withoutNumbers(claim)
  const read = sentences.map((one) => analyse(one))
  const whole = analyse([source.title, ...sentences].join('\n'))
  const scores = read.map((one) => coverage(words, one))
  const best = scores.indexOf(Math.max(...scores))
  const passage = analyse(around(sentences, best).join(' '))
  const here = coverage(words, passage)
  const told = (outcome: Outcome, at: number | null, why: string): Holding => ({
    outcome,
    quote: at === null ? null : sentences[at]!,
    at,
    coverage: here,
    why,
  })
  const places = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, compared)
  const slots = slotConflict(sentence, sentences, places, reader)
  const figures = checkFigures(claim, passage, whole)
  if (figures.conflicts.length > 0 && here >= limits.figures && figures.conflicts.length === figures.missing.length) {
    const [{ claim: own, source: other }] = figures.conflicts as [(typeof figures.conflicts)[number]]
    return told(
      'says-otherwise',
      placeOf(read, other.text, best),
      `the source says ${other.text.trim()}, the sentence ${own.text.trim()}`,
    )
  }
  const enough = slots?.turned ? limits.opposed : limits.differs
  const turned = scores[best]! >= enough ? turn(claim, read[best]!, slots?.turned === true) : null
  if (
    turned &&
    !read.some((one, at) => at !== best && scores[at]! >= limits.differs && turn(claim, one, true) === null)
  )
    return told('says-otherwise', best, turned)
  const opposed = turned === null && scores[best]! >= limits.opposed ? opposite(claim, read[best]!) : null
  if (opposed && !read.some((one, at) => at !== best && scores[at]! >= limits.opposed && opposite(claim, one) === null))
    return told('says-otherwise', best, opposed)
  const group = here >= limits.group ? otherGroup(sentence, whole.text) : null
  if (group)
    return told('says-otherwise', best, `the source speaks of ${group.source}, the sentence of ${group.sentence}`)
  const named = scores[best]! >= limits.names ? otherName(claim, read[best]!, whole) : null
  if (named) return told('says-otherwise', best, named)
  if (turned || figures.missing.length > 0)
    return told(
      'not-in-abstract',
      null,
      figures.missing.length > 0
        ? `${figures.missing.map(({ text }) => text.trim()).join(', ')} is not in its abstract`
        : 'its sentences on this differ among themselves',
    )
  if (slots) return told('not-in-abstract', null, `its closest sentence differs in ${slots.why}`)
  const needed = figures.found > 0 ? limits.saysWithFigures : limits.says
  if (Math.max(here, 0.8 * coverage(words, whole)) >= needed)
    return told(
      'says-so',
      best,
      figures.found > 0
        ? `the same ${figures.found === 1 ? 'figure' : 'figures'}, and ${Math.round(here * 100)} % of its words`
        : `${Math.round(here * 100)} % of its words, nothing against it`,
    )
  return told('not-in-abstract', null, 'no sentence of its abstract is close enough')
}

/** What a sentence says of where it comes from, in front of what it says. */
function withoutLead(sentence: string): string {
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

/** A sentence with its neighbours: results often part what is measured from the figure. */
function around(sentences: readonly string[], at: number): string[] {
  return sentences.slice(Math.max(0, at - 1), at + 2)
}

function placeOf(read: readonly Analysis[], figure: string, best: number): number {
  const near = [best, best - 1, best + 1].find((at) => read[at]?.numbers.some(({ text }) => text === figure))
  return near ?? best
}

/** A turned direction or a negation on one side only, in words; null where neither or several, which may undo each other. */
function turn(claim: Analysis, other: Analysis, byNegation: boolean): string | null {
  if (softened.test(claim.text) !== softened.test(other.text)) return null
  const alignment = align(claim, other)
  const negations = negationDifferences(claim, other, alignment)
  const directions = directionDifferences(claim, other, alignment)
  // A word such as "lack" or "not" may belong to another part of the sentence: alone it turns nothing.
  if (!byNegation && directions.length === 0) return null
  const said = [...directions, ...negations]
  return said.length === 1
    ? said[0]!.replaceAll('the quote', 'the source').replaceAll('the claim', 'the sentence')
    : null
}

/** What two sentences share goes up in one and down in the other, throughout; in words, or null. */
function opposite(claim: Analysis, other: Analysis): string | null {
  let [against, along] = [0, 0]
  let shown = ''
  for (const [stem, sign] of claim.polarity) {
    const there = /\d/.test(stem) ? 0 : (other.polarity.get(stem) ?? 0)
    if (sign * there < 0) {
      against++
      shown ||= claim.stems.get(stem)?.word ?? stem
    } else if (sign * there > 0) along++
  }
  return against >= 2 && along === 0 ? `"${shown}" goes the other way in the source` : null
}

const softened =
  /\b(?:not|no) (?:\w+ )?(?:always|necessarily|significant|significantly|statistically|clearly|fully|shown)\b|\b(?:may|might|could|probably|possibly|likely|uncertain|unclear)\b/i

/** A name or group of the sentence that the source never has, where another stands in its place. */
function otherName(claim: Analysis, other: Analysis, whole: Analysis): string | null {
  const strangers = claim.content.filter(
    (token) => (token.name || populations.has(token.stem)) && !whole.stems.has(token.stem),
  )
  if (strangers.length !== 1) return null
  const alignment = align(claim, other)
  const gap = alignment.gaps.find(({ claim: own }) => own.some(({ stem }) => stem === strangers[0]!.stem))
  const rivals = gap?.other.filter((token) => !token.stop && !token.number && !claim.stems.has(token.stem)) ?? []
  if (rivals.length === 0 || rivals.length > 2) return null
  const differs = wordDifferences(claim, other, alignment).length > 0 || rivals.length === 1
  return differs
    ? `the source speaks of "${rivals.map(({ word }) => word).join(' ')}", the sentence of "${strangers[0]!.word}"`
    : null
}
