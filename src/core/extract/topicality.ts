import { withoutAccents } from '../text/accents.ts'
import { rarityOf } from '../text/rarity.ts'
import table from '../text/resources/word-rarity.json' with { type: 'json' }
import { stem } from '../text/stem.ts'
import { stopWords } from '../text/stop-words.ts'

const rarity = rarityOf(table)

/** A paper as far as its topic shows: its title and its sentences. */
export interface TopicText {
  title: string
  sentences: readonly string[]
}

/** How near a paper and its sentences are to the question, all values 0 to 1. */
export interface Topicality {
  /** Share of the question's words that the paper names. */
  asked: number
  /** The same, less the share that the library's middle paper names; 0 for a paper that names as much or more. */
  behind: number
  /** Likeness to the papers of the library that are nearest to the question, as a share of the likeness of the middle paper; 1 at most. Where no other paper is like it: 1 if it names a word of the question, else 0. */
  akin: number
  sentences: readonly { asked: number; titled: number; akin: number }[]
}

type Bag = ReadonlyMap<string, number>

/** How near each paper of a library is to the question, by the question's words and by what the nearest papers speak of. */
export function topicalities(question: string, papers: readonly TopicText[]): Topicality[] {
  const wanted = new Set(contentStems(question))
  const bags = papers.map(({ title, sentences }) => count([title, ...sentences].flatMap(contentStems)))
  const asked = bags.map((bag) => share(wanted, bag))
  const weigh = weightIn(bags)
  const vectors = bags.map((bag) => unit(bag, weigh))
  const middle = median(asked)
  const kernel = kernelOf(vectors.map((vector, at) => [vector, asked[at]! ** 2] as const))
  const akin = vectors.map((vector, at) => likenessWithout(vector, kernel, asked[at]! ** 2))
  const usual = median(akin)
  return papers.map(({ title, sentences }, at) => {
    const named = new Set(contentStems(title))
    return {
      asked: asked[at]!,
      behind: Math.max(0, middle - asked[at]!),
      akin: usual > 0 ? Math.min(1, akin[at]! / usual) : Math.sign(asked[at]!),
      sentences: sentences.map((sentence) => {
        const bag = count(contentStems(sentence))
        return {
          asked: share(wanted, bag),
          titled: share(named, bag),
          akin: likeness(unit(bag, weigh), kernel),
        }
      }),
    }
  })
}

/** Stems of the words that say something, numbers left out. */
export function contentStems(text: string): string[] {
  const plain = withoutAccents(text).toLowerCase()
  return (plain.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stopWords.has(word)).map(stem)
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function share(wanted: ReadonlySet<string>, bag: Bag): number {
  if (wanted.size === 0) return 1
  return [...wanted].filter((word) => bag.has(word)).length / wanted.size
}

/** Words that are rare both in the library and elsewhere say most of what a paper is about. */
function weightIn(bags: readonly Bag[]): (word: string) => number {
  const holders = count(bags.flatMap((bag) => [...bag.keys()]))
  const here = (word: string) => Math.log((bags.length + 1) / ((holders.get(word) ?? 0) + 0.5))
  return (word) => Math.sqrt(Math.max(0.05, here(word)) * rarity(word))
}

function unit(bag: Bag, weigh: (word: string) => number): Map<string, number> {
  const weighed = [...bag].map(([word, times]) => [word, (1 + Math.log(times)) * weigh(word)] as const)
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return new Map(weighed.map(([word, weight]) => [word, weight / length]))
}

/** What the papers nearest to the question speak of, and the square of its length. */
interface Kernel {
  words: Bag
  square: number
}

function kernelOf(parts: readonly (readonly [Bag, number])[]): Kernel {
  const words = new Map<string, number>()
  for (const [bag, scale] of parts)
    for (const [word, weight] of bag) words.set(word, (words.get(word) ?? 0) + weight * scale)
  let square = 0
  for (const weight of words.values()) square += weight * weight
  return { words, square }
}

function product(vector: Bag, { words }: Kernel): number {
  let sum = 0
  for (const [word, weight] of vector) sum += weight * (words.get(word) ?? 0)
  return sum
}

const likeness = (vector: Bag, kernel: Kernel) =>
  kernel.square > 0 ? product(vector, kernel) / Math.sqrt(kernel.square) : 0

/** Likeness of a unit vector to the rest of a kernel of which it is a part with this weight. */
function likenessWithout(vector: Bag, kernel: Kernel, scale: number): number {
  if (vector.size === 0) return 0
  const whole = product(vector, kernel)
  const square = kernel.square - 2 * scale * whole + scale * scale
  return square > 1e-9 ? Math.max(0, (whole - scale) / Math.sqrt(square)) : 0
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
