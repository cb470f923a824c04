import type { FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'

const longest = 6
/** Letters and spaces that may stand between two words of one phrase: "quality of life", "walking-distance". */
const within = /^[\s-]*(?:(?:of|the|and|for|in|on|to)\s)*$/

/**
 * The words of a text, in their order, that one word of another text is short for: by the letters they begin with, "CKD" of "chronic kidney
 * disease", by the dictionary, "CO2" of "carbon dioxide", or as the genus of a species, "E." of "Escherichia coli"; empty where there are none.
 */
export function writtenOut(
  short: FrameWord,
  next: FrameWord | undefined,
  words: readonly FrameWord[],
  text: string,
  language: Language,
): readonly FrameWord[] {
  if (/^\p{L}\.$/u.test(short.word))
    return words.filter(
      (word, at) => word.word[0] === short.word[0] && next?.stem === words[at + 1]?.stem && word.word.length > 3,
    )
  if (!short.name || short.stem.includes('#')) return []
  const letters = short.word.replace(/s$/, '')
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 2; to <= Math.min(words.length, from + longest); to++) {
      const run = words.slice(from, to)
      if (!within.test(text.slice(words[to - 2]!.end, words[to - 1]!.start))) break
      const initials = run.map(({ word }) => word[0]).join('')
      if (initials === letters || language.alike(short.word, run.map(({ word }) => word).join(' '))) return run
    }
  }
  return []
}
