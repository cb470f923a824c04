import { clausesOf } from '../../frames/clauses.ts'
import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, turnsOf } from '../../frames/turns.ts'
import { type BoundTurn, boundTurns } from './outcome-turns.ts'
import type { HoldReading } from './reading.ts'

/** Share of the words for an outcome that a sentence must have to be about it. */
const leastShared = 0.6
/** Likelihood from which on a sentence states a result; what was believed before tells no way. */
const leastStated = 0.2

/**
 * Place of a sentence of the source that finds no difference in what a sentence tells the way of, where no other one there tells a way
 * of that; null where there is none.
 */
export function noDifferenceAt(
  { claim, sentences, states }: Pick<HoldReading, 'claim' | 'sentences' | 'states'>,
  language: Language,
): number | null {
  const mine = marksOf(claim.text, language)
  if (mine.some((mark, at) => isIn('alike', mark) || deniesDifference(mine, at))) return null
  const [turn, another] = boundTurns(mine)
  if (!turn || another) return null
  const outcome = outcomeOf(mine, turn)
  if (outcome.length < 2) return null
  const stands = (others: readonly Mark[]) => (one: Mark) =>
    others.some((two) => one.stem === two.stem || language.alike(one.lemma, two.lemma))
  const has = (others: readonly Mark[]) => outcome.filter(stands(others)).length / outcome.length
  const read = sentences.map((sentence) => marksOf(sentence, language))
  const tells = (marks: readonly Mark[], at: number) =>
    states[at]! >= leastStated &&
    boundTurns(marks).some(({ word, of }) => !isIn('base', { word, lemma: word }) && has(of) >= leastShared)
  if (read.some(tells)) return null
  const findsNone = (marks: readonly Mark[]) =>
    turnsOf(marks).every(({ at }) => isIn('base', marks[at]!)) &&
    marks.some((_, place) => deniesDifference(marks, place) || areAlike(marks, place)) &&
    has(marks) >= leastShared
  const at = read.findIndex(
    (marks, place) =>
      findsNone(marks) || clausesOf(sentences[place]!).some((clause) => findsNone(marksOf(clause, language))),
  )
  return at < 0 ? null : at
}

/** The words for what went a way, with what "of" and "for" bind to them: "the need for rescue". */
function outcomeOf(marks: readonly Mark[], { of }: BoundTurn): readonly Mark[] {
  const last = marks.indexOf(of.at(-1)!)
  if (!/^(?:of|for)$/.test(marks[last + 1]?.word ?? '')) return of
  const behind = marks.slice(last + 2)
  const end = behind.findIndex((mark) => mark.pause || !(isNominal(mark) || mark.pos === 'DET'))
  return [...of, ...behind.slice(0, end < 0 ? behind.length : end).filter(isNominal)]
}

/** "No significant difference", "did not differ", "did not vary". */
function deniesDifference(marks: readonly Mark[], at: number): boolean {
  if (!isIn('deny', marks[at]!)) return false
  return marks
    .slice(at + 1, at + 5)
    .some(({ lemma }) => /^(?:differ|difference|different|differently|vary)$/.test(lemma))
}

/** "Was similar between groups", "were comparable in both arms": told, not said beside. */
function areAlike(marks: readonly Mark[], at: number): boolean {
  if (!isIn('alike', marks[at]!) || marks[at - 1]?.pos !== 'AUX') return false
  return marks.slice(at + 1, at + 5).some(({ word }) => /^(?:between|both|groups|arms)$/.test(word))
}
