import type { Analysis } from '../text/analyse.ts'
import type { Alignment } from './align.ts'

const scope = 6
const benignAfter = new Set(['only', 'less', 'fewer', 'more', 'later', 'earlier', 'just', 'merely', 'necessarily'])

interface Cue {
  at: number
  word: string
  reach: Set<number>
}

/** Negations of one text that the other lacks although it says the negated words too. */
export function negationDifferences(claim: Analysis, other: Analysis, alignment: Alignment): string[] {
  const mine = cues(claim)
  const theirs = cues(other)
  const content = alignment.pairs.filter(([i]) => !claim.tokens[i]!.stop)
  const bound = (cue: Cue, rival: Cue) =>
    alignment.pairs.some(([i, j]) => i === cue.at && j === rival.at) ||
    content.some(([i, j]) => cue.reach.has(i) && rival.reach.has(j))
  const added = mine.filter(
    (cue) => content.some(([i]) => cue.reach.has(i)) && !theirs.some((rival) => bound(cue, rival)),
  )
  const lost = theirs.filter(
    (rival) => content.some(([, j]) => rival.reach.has(j)) && !mine.some((cue) => bound(cue, rival)),
  )
  if (added.length > 0 && lost.length > 0 && added.length === lost.length) return []
  return [
    ...added.map((cue) => `the claim says "${cue.word}", the quote does not`),
    ...lost.map((cue) => `the quote says "${cue.word}", the claim does not`),
  ]
}

function cues(text: Analysis): Cue[] {
  return text.tokens.flatMap((token, at) => {
    if (!token.cue || benignAfter.has(text.tokens[at + 1]?.word ?? '')) return []
    if (token.word === 'rather' || (token.word === 'not' && text.tokens[at - 1]?.word === 'or')) return []
    const reach = new Set<number>()
    for (let i = at + 1; i <= at + (token.word === 'non' ? 1 : scope) && i < text.tokens.length; i++) {
      if (text.tokens[i]!.clause !== token.clause) break
      reach.add(i)
    }
    return [{ at, word: token.word, reach }]
  })
}
