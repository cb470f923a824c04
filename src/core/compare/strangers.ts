import { type Analysis, analyse, type Token } from '../text/analyse.ts'

/** Words that stand for the authors or their work where the paper says "we" or "this", and that join what is compared. */
const speakers = new Set(['authors', 'author', 'work', 'paper', 'compared', 'versus', 'among'])

/**
 * Words of the claim that its passage does not have and its paper has nowhere. A claim may name what the passage points
 * at or writes short, but only as the paper names it.
 * @param paper all that the paper says
 */
export function strangerDifferences(claim: Analysis, quote: Analysis, paper: string): string[] {
  const missing = claim.content.filter((token) => isWord(token) && !known(token, quote))
  const whole = missing.length > 0 ? analyse(paper) : quote
  const nowhere = missing.filter((token) => !known(token, whole))
  const borrowed = nowhere.length > 0 ? borrowedWords(claim.text, paper) : new Set<string>()
  const strangers = nowhere.filter(({ word }) => !borrowed.has(word))
  return strangers.slice(0, 1).map(({ word }) => `the claim says "${word}", which its paper nowhere says`)
}

/** Words that write an abbreviation out which the paper uses and nowhere explains: other papers gave them. */
function borrowedWords(claim: string, paper: string): Set<string> {
  const words = new Set<string>()
  for (const { 1: short, index } of claim.matchAll(/\((\p{Lu}[\p{L}\p{N}-]{1,9})\)/gu)) {
    const bare = short!.replace(/s$/, '')
    if (!paper.includes(bare) || isExplained(bare, paper)) continue
    const before =
      claim
        .slice(0, index)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:-\d+)?/gu) ?? []
    for (const word of before.slice(-2 * bare.length)) words.add(word)
  }
  return words
}

/** Whether a text writes an abbreviation out, before it or after it. */
function isExplained(short: string, text: string): boolean {
  if (!text.includes(` (${short}`) && !text.includes(`${short} (`)) return false
  const initial = short[0]!
  const either = `[${initial}${initial.toLowerCase()}]`
  const words = String.raw`${either}[\p{L}\p{N}-]*(?:[\s-][\p{L}\p{N}-]+){1,${short.length + 1}}`
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words} \(${short}|${short} \(${words})`, 'u').test(text)
}

function isWord({ number, hedge, word }: Token): boolean {
  return number === null && !hedge && word.length > 2 && !speakers.has(word)
}

/** The word itself, torn in two by the source, or another form or spelling of it. */
function known(token: Token, text: Analysis): boolean {
  return (
    text.stems.has(token.stem) ||
    text.tokens.some(
      (other, at) =>
        plain(other.word) === plain(token.word) ||
        kin(other.word, token.word) ||
        (other.name && other.stem.replace(/\d.*$/, '') === token.word) ||
        other.word + (text.tokens[at + 1]?.word ?? '') === token.word,
    )
  )
}

const plain = (word: string) =>
  word.replace(/[-‐‑]/g, '').replace(/ae|oe/g, 'e').replace(/our/g, 'or').replace(/s$/, '')

/** Forms of one word, as cure and curing: they begin alike and differ by no more than an ending. */
function kin(one: string, other: string): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const rest = Math.max(one.length, other.length) - same
  return same >= 4 && rest <= 4 && same > rest
}
