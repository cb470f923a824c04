import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, turnsOf } from '../../frames/turns.ts'
import { type BoundTurn, boundTurns } from './outcome-turns.ts'

/** Share of the words for an outcome that a sentence must have to be about it. */
const leastShared = 0.6

/**
 * Place of a sentence of the source that finds no difference in what a sentence tells the way of, where no other one there tells a way
 * of that; null where there is none.
 */
export function noDifferenceAt(claim: string, sentences: readonly string[], language: Language): number | null {
  const mine = marksOf(claim, language)
  if (mine.some((mark, at) => isIn('alike', mark) || deniesDifference(mine, at))) return null
  const [turn, another] = boundTurns(mine)
  if (!turn || another) return null
  const outcome = outcomeOf(mine, turn)
  if (outcome.length < 2) return null
  const stands = (others: readonly Mark[]) => (one: Mark) =>
    others.some((two) => one.stem === two.stem || language.alike(one.lemma, two.lemma))
  const has = (others: readonly Mark[]) => outcome.filter(stands(others)).length / outcome.length
  const read = sentences.map((sentence) => marksOf(sentence, language))
  if (read.some((marks) => boundTurns(marks).some((other) => has(other.of) >= leastShared))) return null
  const at = read.findIndex(
    (marks) =>
      turnsOf(marks).length === 0 &&
      marks.some((_, place) => deniesDifference(marks, place)) &&
      has(marks) >= leastShared,
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

/** "No significant difference", "did not differ". */
function deniesDifference(marks: readonly Mark[], at: number): boolean {
  if (!isIn('deny', marks[at]!)) return false
  return marks.slice(at + 1, at + 5).some(({ lemma }) => /^(?:differ|difference|different|differently)$/.test(lemma))
}
