import type { SourceText } from '../../src/core/reports/hold/reading.ts'
import { writtenContraries } from '../../src/core/text/contraries.ts'
import { type NumberMention, readNumbers, sameUnit, sameValue } from '../../src/core/text/number-mentions.ts'
import { wordNetParts } from '../../src/core/text/wordnet.ts'
import { loadWordNet } from '../io/language.ts'

/** The text with two of its figures in each other's place; null where it has no two of one unit. */
export function exchangeFigures(text: string, random: () => number): string | null {
  const numbers = readNumbers(text).filter(tells)
  const pairs = numbers.flatMap((one, at) =>
    numbers
      .slice(at + 1)
      .filter((two) => sameUnit(one, two) && !sameValue(one, two) && !joined.test(text.slice(one.end, two.start)))
      .map((two) => [one, two] as const),
  )
  const chosen = pick(pairs, random)
  if (!chosen) return null
  const [one, two] = chosen
  const [a, b] = [digitsOf(one), digitsOf(two)]
  return `${text.slice(0, one.start)}${b}${text.slice(one.start + a.length, two.start)}${a}${text.slice(two.start + b.length)}`
}

/** The text with one of its figures replaced by another of the same unit that stands in another sentence of the source. */
export function borrowFigure(text: string, source: SourceText, random: () => number): string | null {
  const read = source.sentences.map((sentence) => readNumbers(sentence))
  const own = readNumbers(text)
  const places = own.filter(tells).flatMap((number) => {
    const others = read
      .filter((all) => !all.some((other) => sameValue(other, number)))
      .flat()
      .filter(
        (other) =>
          tells(other) &&
          sameUnit(other, number) &&
          alikeInKind(other, number) &&
          !own.some((one) => sameValue(one, other)),
      )
    return others.length > 0 && read.flat().some((other) => sameValue(other, number)) ? [{ number, others }] : []
  })
  const chosen = pick(places, random)
  const other = chosen && pick(chosen.others, random)
  if (!chosen || !other) return null
  const { start } = chosen.number
  return text.slice(0, start) + digitsOf(other) + text.slice(start + digitsOf(chosen.number).length)
}

/** The text with the two that it compares in each other's place: `A is higher than B` as `B is higher than A`. */
export function exchangeArms(text: string): string | null {
  const behind =
    /(?<=\b(?<prep>in|with|for|among|after|under|by|on)\s)(?<one>(?:\p{L}[\p{L}-]*\s){0,2}\p{L}[\p{L}-]*)(?<middle>\s[^.;]*?\b(?:than|versus|vs|compared (?:with|to))\s(?:\k<prep>\s))(?<two>(?:\p{L}[\p{L}-]*\s)?\p{L}[\p{L}-]*)(?=[.,;()]|\s(?:in|at|after|for|and|but|with)\b|$)/u
  const subject =
    /(?<=^(?:(?:The|In|A|An)\s)?)(?<one>(?:\p{L}[\p{L}\d-]*\s){0,3}\p{L}[\p{L}\d-]*)(?<middle>\s(?:is|are|was|were|has|have|had|gave|produced|led to|showed)\s[^.;]*?\bthan\s)(?<two>(?:\p{L}[\p{L}\d-]*\s){0,2}\p{L}[\p{L}\d-]*)(?=[.,;()]|$)/u
  for (const form of [behind, subject]) {
    const found = form.exec(text)
    const { one, middle, two } = found?.groups ?? {}
    if (found && one && middle && two && one !== two)
      return text.slice(0, found.index) + two + middle + one + text.slice(found.index + found[0].length)
  }
  return null
}

/** The text with a word replaced by the one that the dictionary has as its contrary, words of direction left alone. */
export function contraryWord(text: string, random: () => number): string | null {
  const net = loadWordNet()
  const places = [...text.matchAll(/(?<![\p{L}-])\p{Ll}{4,}(?![\p{L}-])/gu)].flatMap((found) => {
    const [word] = found
    if (writtenContraries.has(word)) return []
    const others = wordNetParts
      .filter((part) => part !== 'verb')
      .flatMap((part) => net.synsets(word, part).slice(0, 2))
      .flatMap(({ words, pointers }) =>
        pointers.flatMap(({ symbol, from, to, id, part }) =>
          symbol === '!' && words[from - 1]?.toLowerCase() === word ? [net.at({ id, part }).words[to - 1]!] : [],
        ),
      )
    return others.length > 0 ? [{ found, others }] : []
  })
  const chosen = pick(places, random)
  const other = chosen && pick(chosen.others, random)
  if (!chosen || !other) return null
  const { index, 0: word } = chosen.found
  return text.slice(0, index) + other + text.slice(index + word.length)
}

/** Between the ends of a range, and between a part and its whole. */
const joined = /^\s?(?:[-–,;]|to|of(?: the)?|out of)\s?$/

function tells({ unit, value, label, text }: NumberMention): boolean {
  if (['p', 'n', 'ci'].includes(label) || !/^\d/.test(text)) return false
  return unit !== '' || (value >= 10 && !/^(?:19|20)\d\d$/.test(text)) || !Number.isInteger(value)
}

const digitsOf = ({ text }: NumberMention) => /^[\d.,·]*\d/.exec(text)![0]

function pick<T>(all: readonly T[], random: () => number): T | undefined {
  return all[Math.floor(random() * all.length)]
}

const alikeInKind = (one: NumberMention, other: NumberMention) =>
  Number.isInteger(one.value) === Number.isInteger(other.value)
