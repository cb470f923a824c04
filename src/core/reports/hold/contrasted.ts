import { type Analysis, analyse, type Token } from '../../text/analyse.ts'

/** Words between two statements that are set against each other, each with a subject of its own. */
const seam = /,?\s+(?:while|whereas)\s+(?=(?:\p{L}|\d)[^,;]*\s)/iu
const opening = /^(?:while|whereas)\s+([^,]+(?:,[^,]+)?),\s+(.+)$/i

/** The statements of a sentence that are set against each other, in order; none where it sets nothing against anything. */
export function contrastedParts(sentence: string): string[] {
  const opened = opening.exec(sentence)
  const parts = opened ? [opened[1]!, opened[2]!] : sentence.split(seam)
  return parts.length > 1 && parts.every((part) => part.split(/\s+/).length >= leastWords) ? parts : []
}

const leastWords = 4

/**
 * A word that a sentence takes from one of two statements that its source sets against each other, while it takes the rest from the
 * other: what was found in one place told of the other one. Null where the sentence sets them against each other itself.
 */
export function mixedContrast(claim: Analysis, sentence: string): string | null {
  if (contrastedParts(claim.text).length > 0 || /\b(?:but|although|though|yet)\b|;/i.test(claim.text)) return null
  const parts = contrastedParts(sentence).map((part) => analyse(part))
  if (parts.length !== 2) return null
  const [one, two] = parts as [Analysis, Analysis]
  const only = (here: Analysis, there: Analysis) =>
    claim.content.filter(({ stem, number }) => !number && here.stems.has(stem) && !there.stems.has(stem))
  const [first, second] = [only(one, two), only(two, one)]
  if (first.length === 0 || second.length === 0) return null
  const weighs = (tokens: readonly Token[]) => tokens.reduce((sum, { weight }) => sum + weight, 0)
  const fewer = weighs(first) < weighs(second) ? first : second
  return fewer[0]!.word
}
