import { rarityOf } from '../text/rarity.ts'
import { stem } from '../text/stem.ts'
import { stopWords } from '../text/stop-words.ts'
import table from '../text/word-rarity.json' with { type: 'json' }

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
  const kernel = sumOf(vectors.map((vector, at) => [vector, asked[at]! ** 2] as const))
  const akin = vectors.map((vector, at) => likeness(vector, minus(kernel, vector, asked[at]! ** 2)))
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
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
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
  const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
  return new Map(weighed.map(([word, weight]) => [word, weight / length]))
}

function sumOf(parts: readonly (readonly [Bag, number])[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const [bag, scale] of parts)
    for (const [word, weight] of bag) sum.set(word, (sum.get(word) ?? 0) + weight * scale)
  return sum
}

function minus(whole: Bag, part: Bag, scale: number): Map<string, number> {
  const left = new Map(whole)
  for (const [word, weight] of part) left.set(word, left.get(word)! - weight * scale)
  return left
}

function likeness(vector: Bag, dense: Bag): number {
  const length = Math.hypot(...dense.values())
  if (length === 0) return 0
  let sum = 0
  for (const [word, weight] of vector) sum += weight * (dense.get(word) ?? 0)
  return sum / length
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
