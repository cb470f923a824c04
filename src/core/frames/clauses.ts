const seam =
  /;\s+|:\s+(?=[a-z])|,?\s+(?:but|whereas|while|although|though)\s+|,\s+(?:and|with|which|accompanied by|including)\s+|\s+and\s+(?=(?:was|were|is|are|had|has|did|does)\s)/gi
const leastWords = 4
const longestRemark = 9

/** Stretches of a sentence that may state something on their own: "A fell, but B rose" has two; none where it cannot be parted. */
export function clausesOf(sentence: string): string[] {
  const plain = sentence.replace(/\([^()]*\)|\[[^[\]]*\]/g, (found) => '·'.repeat(found.length))
  const cuts = [...plain.matchAll(seam)]
    .map((match) => [match.index, match.index + match[0].length] as const)
    .filter(([, end]) => !qualifies(plain.slice(end)))
  if (cuts.length === 0) return []
  const starts = [0, ...cuts.map(([, end]) => end)]
  const ends = [...cuts.map(([start]) => start), sentence.length]
  const parts = starts.map((start, at) => sentence.slice(start, ends[at]))
  return parts.filter((part) => part.split(/\s+/).length >= leastWords)
}

/** "…, but this was not significant" is part of what stands before it. */
function qualifies(rest: string): boolean {
  const part = rest.split(/[;.]/)[0]!
  return /\bsignifican|\btrend\b/i.test(part) && part.trim().split(/\s+/).length <= longestRemark
}
