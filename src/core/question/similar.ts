import { lightStem, words } from '../text/light-stem.ts'
import { stopWords } from '../text/stop-words.ts'

/** Words in which questions on the same subject differ without asking anything else. */
const asking = new Set(
  'effect impact influence affect effective effectiveness efficacy efficacious evidence help work people study research know say role'
    .split(' ')
    .map(lightStem),
)

/**
 * How much two questions ask the same, 0 to 1: the share of their telling words that both have.
 */
export function questionSimilarity(one: string, other: string): number {
  const [a, b] = [telling(one), telling(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** The questions that ask the same as a new one or nearly so, the nearest first. */
export function similarQuestions<T extends { question: string }>(asked: string, known: readonly T[]): T[] {
  return known
    .map((entry) => ({ entry, near: questionSimilarity(asked, entry.question) }))
    .filter(({ near }) => near >= leastSimilar)
    .sort((a, b) => b.near - a.near)
    .map(({ entry }) => entry)
}

/** Share of telling words from which on a person is asked to look whether the question is there already. */
const leastSimilar = 0.6

function telling(text: string): Set<string> {
  const kept = words(text)
    .filter((word) => !stopWords.has(word))
    .map(lightStem)
    .filter((stem) => !asking.has(stem))
  return new Set(kept)
}
