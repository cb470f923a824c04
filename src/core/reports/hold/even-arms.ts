import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { sidesIn, waysOf } from './compared-arms.ts'

/** Share of what a sentence names on its one side that the source's must have. */
const leastShared = 0.6

/** Words for both of two, whatever they are called. */
const both = /^(?:both|two|groups|arms|between)$/

/**
 * The word by which one of some sentences of a source puts two on a level that a sentence sets apart: "equally effective", "no difference",
 * "no better than"; null where it has none, or compares other things.
 */
export function evenArms(claim: string, shown: readonly string[], language: Language): string | null {
  const own = marksOf(claim, language)
  if (own.some((mark) => isIn('deny', mark) || isIn('alike', mark))) return null
  const [sides, another] = sidesIn(own)
  if (!sides || another || waysOf(sides.turns).length === 0) return null
  for (const sentence of shown) {
    const marks = marksOf(sentence, language)
    const has = (stems: ReadonlySet<string>) =>
      [...stems].filter((stem) => marks.some((mark) => mark.stem === stem)).length
    const names = has(sides.right) > 0 || marks.some(({ word }) => both.test(word))
    if (!names || has(sides.left) < leastShared * sides.left.size) continue
    const found = marks.find((_, at) => isEven(marks, at))
    if (found) return found.word
  }
  return null
}

/** "Equally", "similar"; "no" and "not" before a comparison or a difference. */
function isEven(marks: readonly Mark[], at: number): boolean {
  const mark = marks[at]!
  if (isIn('alike', mark)) return true
  if (!isIn('deny', mark)) return false
  return marks
    .slice(at + 1, at + 5)
    .some((one) => /^(?:differ|difference|different|superior|better|more|less)$/.test(one.lemma))
}
