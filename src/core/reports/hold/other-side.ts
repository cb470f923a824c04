import { clausesOf } from '../../frames/clauses.ts'
import type { Language } from '../../frames/language.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, turnsOf } from '../../frames/turns.ts'
import { sidesIn, waysOf } from './compared-arms.ts'

/**
 * The one of two that a source tells to be ahead where a sentence says it of the other: "B was better" in a sentence that names both, for "A
 * was better than B". Null where it does not.
 */
export function otherSide(claim: string, sentences: readonly string[], language: Language): string | null {
  const own = marksOf(claim, language)
  const [sides, another] = sidesIn(own)
  const [way, more] = sides ? waysOf(sides.turns) : []
  const than = own.findIndex(({ word }) => word === 'than')
  const rival = own.slice(than + 1).find(isNominal)
  if (!sides || another || !way || more !== undefined || than < 0 || !rival || !sides.right.has(rival.stem)) return null
  for (const sentence of sentences) {
    const names = (marks: readonly Mark[]) => marks.some(({ stem }) => sides.left.has(stem))
    if (!names(marksOf(sentence, language))) continue
    const ahead = clausesOf(sentence)
      .map((clause) => marksOf(clause, language))
      .find((marks) => {
        const ways = waysOf(turnsOf(marks))
        const subject = marks.find(isNominal)
        return (
          subject?.stem === rival.stem &&
          !names(marks) &&
          ways.length === 1 &&
          ways[0] === way &&
          sidesIn(marks).length === 0
        )
      })
    if (ahead) return rival.word
  }
  return null
}
