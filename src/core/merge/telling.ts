import { distance } from 'fastest-levenshtein'
import { titleContraries } from '../text/contraries.ts'
import lists from '../text/lists/telling-words.json' with { type: 'json' }
import { numberOfWord } from '../text/number-words.ts'
import { stem } from '../text/stem.ts'
import { wordSet } from '../text/word-list.ts'
import type { Fingerprint } from './keys.ts'

/** Words that one of two titles has and the other one lacks, slips of the pen, spellings and small words apart. */
export interface TitleDifference {
  left: string[]
  right: string[]
}

const small = new Set(
  'a an the of in on for to and or by with from at as is are be versus vs v et al its their this that into among amongst between through via during under over up nd st de la le les des der die das und y en el los las del du do da e o il un une using use used study article paper'.split(
    ' ',
  ),
)
const telling = wordSet(lists.words)
/** Shorter words differ by more than a slip where one letter differs. */
const slipLength = 6

/** The words in which two titles differ. */
export function titleDifference(a: Fingerprint, b: Fingerprint): TitleDifference {
  const [left, right] = leftovers(a.words, b.words)
  pairOff(left, right)
  joinUp(left, right)
  joinUp(right, left)
  return { left: left.filter(isContent), right: right.filter(isContent) }
}

/** Whether a difference is one of works: each title says something in the place of what the other one says, or one alone says "update", "part 2". */
export function tellsApart({ left, right }: TitleDifference): boolean {
  if (left.length > 0 && right.length > 0) return true
  return [...left, ...right].some(isTelling)
}

/** Whether a word alone tells a work from another one of the same words. */
export function isTelling(word: string): boolean {
  return telling.has(word) || numberOfWord(word) !== null
}

function leftovers(a: readonly string[], b: readonly string[]): [string[], string[]] {
  const rest = [...b]
  const left = a.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [left, rest]
}

/** Takes away the words that are two spellings of one. */
function pairOff(left: string[], right: string[]): void {
  for (let at = left.length - 1; at >= 0; at--) {
    const found = right.findIndex((word) => sameWord(left[at]!, word))
    if (found < 0) continue
    left.splice(at, 1)
    right.splice(found, 1)
  }
}

/** Takes away a run of words that the other title writes as one, or as one with other gaps: "post operative", "postoperative". */
function joinUp(left: string[], right: string[]): void {
  for (let from = 0; from < left.length; from++) {
    for (let count = 2; count <= 3 && from + count <= left.length; count++) {
      const joined = left.slice(from, from + count).join('')
      const found = right.findIndex((word) => word === joined || sameWord(joined, word))
      if (found < 0) continue
      left.splice(from, count)
      right.splice(found, 1)
      from -= 1
      break
    }
  }
}

function isContent(word: string): boolean {
  return !small.has(word) && (word.length > 1 || /\d/.test(word))
}

function sameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (titleContraries.get(a)?.includes(b)) return false
  const [one, two] = [numberOfWord(a), numberOfWord(b)]
  if (one !== null || two !== null) return one === two
  if (/\d/.test(a) || /\d/.test(b)) return false
  if (spelling(a) === spelling(b) || stem(a) === stem(b)) return true
  if (Math.min(a.length, b.length) < slipLength) return false
  return distance(a, b) <= 1 || ([...a].sort().join('') === [...b].sort().join('') && distance(a, b) <= 2)
}

function spelling(word: string): string {
  return word
    .replace(/z/g, 's')
    .replace(/[ao]e/g, 'e')
    .replace(/our/g, 'or')
    .replace(/re$/, 'er')
    .replace(/ll/g, 'l')
    .replace(/ph/g, 'f')
}
