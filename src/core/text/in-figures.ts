import { numberOfWord, scales } from './number-words.ts'

const figures = /^\d{1,9}$/
const ordinal = /(?:th|first|second|third)$/
const ending = /^(\d+)(?:st|nd|rd)$/

/**
 * Words with every number that is written out in figures: "one hundred and five years" as "105 years", "twenty first" and
 * "21st" alike as "21th", "part xii" as "part 12". Others stay.
 */
export function inFigures(words: readonly string[]): string[] {
  const out: string[] = []
  for (let at = 0; at < words.length; ) {
    const read = numberFrom(words, at) ?? romanAt(words, at)
    out.push(read ? `${read.value}${read.isOrdinal ? 'th' : ''}` : words[at]!.replace(ending, '$1th'))
    at += read?.count ?? 1
  }
  return out
}

const numbered = /^(?:part|parts|phase|type|types|class|grade|stage|section|book|volume|chapter|study|experiment)$/
const roman = /^(x{0,3})(ix|iv|v?i{0,3})$/

/** A Roman numeral to thirty-nine behind a word that is numbered. */
function romanAt(words: readonly string[], at: number): Read | null {
  if (!numbered.test(words[at - 1] ?? '') || words[at] === '') return null
  const [, tens, ones] = roman.exec(words[at]!) ?? []
  if (tens === undefined || ones === undefined) return null
  const value = 10 * tens.length + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(ones)
  return { value, count: 1, isOrdinal: false }
}

/** A number in words: its value, and how many words it takes. */
export interface Read {
  value: number
  count: number
  isOrdinal: boolean
}

/** The number that begins at a word, all in small letters: groups below a thousand, each with what it is multiplied by, the larger first. */
export function numberFrom(words: readonly string[], at: number): Read | null {
  let value = 0
  let count = 0
  let least = Number.POSITIVE_INFINITY
  for (;;) {
    const joint = count > 0 && words[at + count] === 'and' ? 1 : 0
    const group = belowThousand(words, at + count + joint, count > 0)
    if (!group || (joint === 1 && least === Number.POSITIVE_INFINITY)) break
    const by = scaleAt(words, at + count + joint + group.count)
    const times = group.isOrdinal ? 1 : (by ?? 1)
    if (count > 0 && group.value * times >= least) break
    value += group.value * times
    count += joint + group.count + (times > 1 ? 1 : 0)
    if (group.isOrdinal) return { value, count, isOrdinal: true }
    if (times === 1) break
    least = times
  }
  return count === 0 ? null : { value, count, isOrdinal: false }
}

/** A scale from a thousand on. */
function scaleAt(words: readonly string[], at: number): number | undefined {
  const by = scales.get(words[at] ?? '')
  return by !== undefined && by >= 1000 ? by : undefined
}

/** "five", "twenty five", "two hundred and five"; figures only where they begin a number, as in "5 million". */
function belowThousand(words: readonly string[], at: number, isInside: boolean): Read | null {
  const first = words[at] ?? ''
  if (figures.test(first))
    return isInside || !(first.length <= 3 && scaleAt(words, at + 1))
      ? null
      : { value: Number(first), count: 1, isOrdinal: false }
  const small = belowHundred(words, at)
  if (!small || small.isOrdinal) return small
  const isHundreds = small.value === 100 || (small.value < 100 && words[at + small.count] === 'hundred')
  if (!isHundreds) return small
  const hundreds = small.value === 100 ? small : { ...small, value: small.value * 100, count: small.count + 1 }
  const joint = words[at + hundreds.count] === 'and' ? 1 : 0
  const rest = belowHundred(words, at + hundreds.count + joint)
  if (!rest || rest.value >= 100) return hundreds
  return { value: hundreds.value + rest.value, count: hundreds.count + joint + rest.count, isOrdinal: rest.isOrdinal }
}

function belowHundred(words: readonly string[], at: number): Read | null {
  const [first = '', second = ''] = [words[at], words[at + 1]]
  const value = /\d/.test(first) ? null : numberOfWord(first)
  if (value === null || ['once', 'twice', 'thrice'].includes(first)) return null
  const one = /\d/.test(second) ? null : numberOfWord(second)
  const isTens = value >= 20 && value < 100 && !ordinal.test(first)
  if (isTens && one !== null && one > 0 && one < 10 && !['once', 'twice', 'thrice'].includes(second))
    return { value: value + one, count: 2, isOrdinal: ordinal.test(second) }
  return { value, count: 1, isOrdinal: ordinal.test(first) }
}
