import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, signOf } from '../../frames/turns.ts'

const exception = /^(.+?),?\s+(?:but|and|though)\s+not\s+(?:in|for|with|among|by|of|on|at)\s+(.+)$/i

/** Share of the words of a statement that a sentence must have to be of the same. */
const leastShared = 0.5

/**
 * Whom a sentence excepts although its source says it of just these: "fell with oats but not with rye" where rye made it fall. Null where it
 * excepts nobody, or the source names the others beside them.
 */
export function exceptedIn(claim: string, sentences: readonly string[], language: Language): string | null {
  const [, said, excepted] = exception.exec(claim) ?? []
  if (!said || !excepted) return null
  const [mine, but] = [marksOf(said, language), marksOf(excepted, language).filter(isNominal)]
  const turn = mine.find((mark) => signOf(mark) !== 0)
  if (!turn || but.length === 0) return null
  const names = mine.filter((mark) => isNominal(mark) && !but.some(({ stem }) => stem === mark.stem))
  for (const sentence of sentences) {
    const marks = marksOf(sentence, language)
    const has = ({ stem }: Mark) => marks.some((mark) => mark.stem === stem)
    const along = marks.some((mark) => signOf(mark) === signOf(turn))
    if (!along || marks.some((mark) => isIn('deny', mark) || isIn('alike', mark)) || !but.every(has)) continue
    const shared = names.filter(has).length
    if (shared < names.length && shared >= leastShared * names.length) return but.map(({ word }) => word).join(' ')
  }
  return null
}
