import { align } from '../../compare/align.ts'
import type { Language } from '../../frames/language.ts'
import type { Mark } from '../../frames/marks.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { speaks } from './crossed-figures.ts'
import { hasName, namePool } from './same-name.ts'
import { isProper } from './strange.ts'

/** A sentence of the source beside the sentence that cites it, with the words of both as marks. */
export interface NamedPair {
  claim: Analysis
  other: Analysis
  mine: readonly Mark[]
  theirs: readonly Mark[]
}

/** Share of the other words that must stand in the same order before a name in another's place counts. */
const leastLined = 0.5
/** Most telling words that one place may hold. */
const longest = 3

/**
 * A name in whose place one sentence of the source has another, while the rest stands there in the same order: Slovakia where it says
 * Sweden. The source may have the name elsewhere.
 */
export function rivalName(
  { claim, other, mine, theirs }: NamedPair,
  { alike }: Language,
): { claim: string; source: string } | null {
  const { gaps, pairs } = align(claim, other)
  const paired = new Set(pairs.map(([i]) => claim.tokens[i]))
  const names = { mine: properWords(claim.text, mine), theirs: properWords(other.text, theirs) }
  const pools = { mine: namePool(claim.text), theirs: namePool(other.text) }
  for (const gap of gaps) {
    const [here, there] = [gap.claim.filter(speaks), gap.other.filter(speaks)]
    if (here.length > longest || there.length > longest) continue
    const rest = claim.content.filter((token) => !gap.claim.includes(token))
    if (rest.length < longest || rest.filter((token) => paired.has(token)).length < leastLined * rest.length) continue
    const own = here.filter(({ word }) => names.mine.has(word))
    const rivals = there.filter(({ word }) => names.theirs.has(word))
    if (own.some(({ word }) => hasName(word, pools.theirs)) || rivals.some(({ word }) => hasName(word, pools.mine)))
      continue
    if (own.some((one) => rivals.some((two) => alike(one.word, two.word) || areForms(one, two)))) continue
    if (own[0] && rivals[0]) return { claim: own[0].word, source: rivals[0].word }
  }
  return null
}

/** Sweden and Swedish. */
const areForms = (one: Token, two: Token) => one.word.slice(0, 4) === two.word.slice(0, 4)

/** Words that are names by their shape, or written with a capital within the sentence, in small letters. */
function properWords(text: string, marks: readonly Mark[]): Set<string> {
  return new Set(marks.filter((mark) => isProper(mark, text)).map(({ word }) => word.toLowerCase()))
}
