import type { Language } from './language.ts'

const seam =
  /;\s+|:\s+(?=[a-z])|,?\s+(?:but|whereas|while|although|though)\s+|,\s+(?:and|with|which|accompanied by|including)\s+|\s+and\s+(?=(?:was|were|is|are|had|has|did|does)\s)/gi
const least = 4
const longestRemark = 9

/** Statements of a sentence that stand on their own, the sentence itself first: "A fell, but B rose" has two beside the whole. */
export function clausesOf(sentence: string, language: Language): string[] {
  const plain = sentence.replace(/\([^()]*\)|\[[^[\]]*\]/g, (found) => '·'.repeat(found.length))
  const cuts = [...plain.matchAll(seam)]
    .map((match) => [match.index, match.index + match[0].length] as const)
    .filter(([, end]) => !qualifies(plain.slice(end)))
  if (cuts.length === 0) return [sentence]
  const starts = [0, ...cuts.map(([, end]) => end)]
  const ends = [...cuts.map(([start]) => start), sentence.length]
  const parts = starts.map((start, at) => sentence.slice(start, ends[at])).filter((part) => states(part, language))
  const rest = sentence.slice(0, ends[0])
  return [...new Set([sentence, rest, ...parts])].filter((part) => part === sentence || states(part, language))
}

/** "…, but this was not significant" is part of what stands before it. */
function qualifies(rest: string): boolean {
  const part = rest.split(/[;.]/)[0]!
  return /\bsignifican|\btrend\b/i.test(part) && part.trim().split(/\s+/).length <= longestRemark
}

function states(part: string, language: Language): boolean {
  if (part.split(/\s+/).length < least) return false
  const words = language.tag(part)
  return (
    words.some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
    words.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')
  )
}
