import type { Language } from '../../frames/language.ts'
import type { Mark } from '../../frames/marks.ts'
import { areContraries } from '../../text/contraries.ts'

/**
 * A word of a sentence in whose place the source has one that excludes it, before the same word: deciduous trees where the source
 * has evergreen trees. The source may have the word elsewhere, but not in the sentence that comes nearest.
 */
export function rivalModifier(
  claim: readonly Mark[],
  nearest: readonly Mark[],
  shown: readonly Mark[],
  language: Language,
): { claim: string; source: string } | null {
  const { alike, apart } = language
  const same = (one: Mark, other: Mark) => one.stem === other.stem || alike(one.lemma, other.lemma)
  const lacks = (marks: readonly Mark[], mark: Mark) => !marks.some((other) => same(mark, other))
  for (const [at, mark] of claim.entries()) {
    const next = claim[at + 1]
    if (!next || mark.stop || next.stop || next.pause || !lacks(nearest, mark)) continue
    const rival = nearest.find((other, place) => {
      const after = nearest[place + 1]
      return after && !other.stop && same(next, after) && lacks(claim, other) && excludes(mark, other, apart)
    })
    if (rival && !sideBySide(shown, mark, next, same)) return { claim: mark.word, source: rival.word }
  }
  return null
}

const isModifier = ({ pos }: Mark) => /^(?:NOUN|PROPN|ADJ)$/.test(pos)

function excludes(one: Mark, other: Mark, apart: Language['apart']): boolean {
  return areContraries(one, other) || (isModifier(one) && isModifier(other) && apart(one.lemma, other.lemma))
}

/** Whether the sentences shown have the word before that same next one after all. */
function sideBySide(
  shown: readonly Mark[],
  mark: Mark,
  next: Mark,
  same: (one: Mark, other: Mark) => boolean,
): boolean {
  return shown.some((other, at) => same(mark, other) && shown[at + 1] !== undefined && same(next, shown[at + 1]!))
}
