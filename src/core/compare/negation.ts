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
    content.some(([i, j]) => cue.reach.has(i) && rival.reach.has(j)) ||
    deniedBy(cue, claim) === (deniedBy(rival, other) ?? '')
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

/** Stem of the first word with content that a negation reaches, where the text says it nowhere else. */
function deniedBy({ reach }: Cue, { tokens }: Analysis): string | undefined {
  const denied = [...reach].map((at) => tokens[at]!).find(({ stop }) => !stop)?.stem
  return tokens.filter(({ stem }) => stem === denied).length === 1 ? denied : undefined
}

/** "Pain-free" and "free of pain" deny as "without pain" does. */
function freeOf({ tokens, text }: Analysis, at: number): Cue[] {
  const [before, next] = [tokens[at - 1]?.word ?? '', tokens[at + 1]?.word ?? '']
  if (new RegExp(`\\b${before}[-‐‑]free\\b`, 'i').test(text))
    return [{ at, word: `${before}-free`, reach: new Set([at - 1]) }]
  return /^(?:of|from)$/.test(next) && tokens[at + 2] ? [{ at, word: 'free', reach: new Set([at + 2]) }] : []
}

function cues(text: Analysis): Cue[] {
  return text.tokens.flatMap((token, at) => {
    if (token.word === 'free') return freeOf(text, at)
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
