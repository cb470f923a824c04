import type { Paper } from '../../schemas/paper.ts'
import { placeGrams, sentenceGrams, wordGrams } from './grams.ts'
import { placesOf } from './hashed.ts'
import type { GeneralModels } from './models.ts'
import { readSentences, type Sentence } from './reading.ts'
import { unit, type WordTable } from './word-table.ts'

/** Words of a sentence with one weight each, by ascending id. */
export interface Weighted {
  ids: Int32Array
  weights: Float64Array
  /** Length of the weights as a vector. */
  norm: number
}

/** A sentence with what the comparison of two needs of it, worked out once. */
export interface Statement extends Sentence {
  /** All words by how rare they are anywhere, and by how rare they are here too. */
  plain: Weighted
  local: Weighted
  /** What was measured, as far as the neighbours of each word tell. */
  outcome: Weighted
  /** What was done or compared; the title's words stand in for what the sentence leaves unsaid. */
  exposure: Weighted
  /** Mean vector of its words, and of those of its outcome. */
  meaning: Float32Array
  outcomeMeaning: Float32Array
  bigrams: ReadonlySet<string>
  numbers: ReadonlySet<string>
  /** Log-odds: a result or conclusion; finds no difference; finds less. */
  role: number
  none: number
  down: number
  /** Share of its weight that stands in its own title. */
  entitled: number
}

/** A word as this library uses it. */
export interface Vocabulary {
  stems: string[]
  ids: ReadonlyMap<string, number>
  rarity: Float64Array
  /** Papers, and sentences, that have it. */
  papers: Float64Array
  sentences: Float64Array
  /** Share of its papers that have it in their title. */
  titled: Float64Array
  /** Mean probability that it is an outcome, or an exposure. */
  outcome: Float64Array
  exposure: Float64Array
  vectors: (Float32Array | null)[]
}

export interface Library {
  papers: readonly Paper[]
  statements: Statement[]
  vocabulary: Vocabulary
  /** Words of each title. */
  titles: Weighted[]
  /** Words of each paper, weighted by how rare they are here. */
  contents: Weighted[]
}

/** Reads papers into statements that can be compared. */
export function readLibrary(papers: readonly Paper[], table: WordTable, models: GeneralModels): Library {
  const { sentences, tags, titleStems, vocabulary } = readVocabulary(papers, table, models)
  const score = scorers(models)
  const titleWords = titleStems.map((stems) => weighted(idsOf(stems, vocabulary), (id) => vocabulary.rarity[id]!))
  const statements = sentences.map((sentence, at) =>
    statementOf(sentence, tags[at]!, titleWords[sentence.paper]!, vocabulary, score),
  )
  return {
    papers,
    statements,
    vocabulary,
    titles: titleWords,
    contents: contentsOf(statements, titleWords, vocabulary, papers.length),
  }
}

/** Reads the words of papers, as these use them, with the sentences that they stand in. */
export function readVocabulary(papers: readonly Paper[], table: WordTable, models: GeneralModels) {
  const { sentences, titles } = readSentences(papers)
  const tags = sentences.map((sentence) => tagWords(sentence, models))
  const titleStems = titles.map((title) => [...title.stems].flatMap(([stem, token]) => (token.number ? [] : [stem])))
  return { sentences, tags, titleStems, vocabulary: vocabularyOf(sentences, titleStems, papers.length, tags, table) }
}

type Tags = Map<string, { outcome: number; exposure: number }>

function tagWords({ analysis }: Sentence, { outcome, exposure }: GeneralModels): Tags {
  const tags: Tags = new Map()
  for (const [at, token] of analysis.tokens.entries()) {
    if (token.stop || token.number) continue
    const places = placesOf(wordGrams(analysis.tokens, at), outcome.places)
    const [o, e] = [chance(outcome.score(places)), chance(exposure.score(places))]
    const known = tags.get(token.stem)
    tags.set(token.stem, { outcome: Math.max(o, known?.outcome ?? 0), exposure: Math.max(e, known?.exposure ?? 0) })
  }
  return tags
}

/** Probability of log-odds. */
export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

function vocabularyOf(
  sentences: readonly Sentence[],
  titles: readonly (readonly string[])[],
  paperCount: number,
  tags: readonly Tags[],
  table: WordTable,
): Vocabulary {
  const stems = [...new Set([...titles.flat(), ...tags.flatMap((one) => [...one.keys()])])].sort()
  const ids = new Map(stems.map((stem, at) => [stem, at]))
  const sum = () => new Float64Array(stems.length)
  const [papers, counts, titled, outcome, exposure] = [sum(), sum(), sum(), sum(), sum()]
  const seen = Array.from({ length: paperCount }, () => new Set<string>())
  for (const [at, sentence] of sentences.entries())
    for (const [stem, tag] of tags[at]!) {
      const id = ids.get(stem)!
      counts[id]! += 1
      outcome[id]! += tag.outcome
      exposure[id]! += tag.exposure
      seen[sentence.paper]!.add(stem)
    }
  for (const [at, title] of titles.entries())
    for (const stem of title) {
      seen[at]!.add(stem)
      titled[ids.get(stem)!]! += 1
    }
  for (const one of seen) for (const stem of one) papers[ids.get(stem)!]! += 1
  for (let id = 0; id < stems.length; id++) {
    outcome[id]! /= Math.max(1, counts[id]!)
    exposure[id]! /= Math.max(1, counts[id]!)
    titled[id]! /= Math.max(1, papers[id]!)
  }
  const rarity = Float64Array.from(stems, (stem) => table.rarity(stem))
  return {
    stems,
    ids,
    rarity,
    papers,
    sentences: counts,
    titled,
    outcome,
    exposure,
    vectors: stems.map((stem) => table.vector(stem)),
  }
}

function idsOf(stems: Iterable<string>, { ids }: Vocabulary): Int32Array {
  return Int32Array.from([...new Set(stems)].map((stem) => ids.get(stem)!)).sort()
}

/** Words with a weight each; those of no weight are left out. */
export function weighted(ids: Iterable<number>, weigh: (id: number) => number): Weighted {
  const kept = [...ids].map((id) => [id, weigh(id)] as const).filter(([, weight]) => weight > 0)
  const weights = Float64Array.from(kept, ([, weight]) => weight)
  return {
    ids: Int32Array.from(kept, ([id]) => id),
    weights,
    norm: Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0)),
  }
}

interface Scorers {
  role: (sentence: Sentence, grams: readonly string[]) => number
  none: (grams: readonly string[]) => number
  down: (grams: readonly string[]) => number
}

function scorers({ role, none, down }: GeneralModels): Scorers {
  return {
    role: (sentence, grams) =>
      role.score(placesOf([...grams, ...placeGrams(sentence.place, sentence.of, sentence.heading)], role.places)),
    none: (grams) => none.score(placesOf(grams, none.places)),
    down: (grams) => down.score(placesOf(grams, down.places)),
  }
}

/** Weight of a word that stands in so many of the sentences: nothing special here where most have it. */
const localMost = 5
const localUsual = 3

function statementOf(
  sentence: Sentence,
  tags: Tags,
  title: Weighted,
  vocabulary: Vocabulary,
  score: Scorers,
): Statement {
  const { rarity, sentences, titled, outcome, exposure, stems } = vocabulary
  const { analysis } = sentence
  const total = sentences.length
  const ids = idsOf(tags.keys(), vocabulary)
  const local = (id: number) =>
    (rarity[id]! * Math.min(localMost, Math.log((total + 1) / (sentences[id]! + 0.5)))) / localUsual
  const turns = new Set(analysis.tokens.filter(({ direction }) => direction !== 0).map(({ stem }) => stem))
  const measured = (id: number) =>
    turns.has(stems[id]!) ? 0 : 0.5 * tags.get(stems[id]!)!.outcome + 0.5 * outcome[id]!
  const done = (id: number) =>
    0.5 * (tags.get(stems[id]!)?.exposure ?? 0) + 0.5 * exposure[id]! + 0.3 * titled[id]! * (outcome[id]! < 0.4 ? 1 : 0)
  const own = new Set(ids)
  const plain = weighted(ids, (id) => rarity[id]!)
  const outcomeWords = weighted(ids, (id) => measured(id) * local(id))
  const grams = sentenceGrams(analysis)
  const mass = plain.weights.reduce((sum, value) => sum + value, 0) || 1
  const inTitle = new Set(title.ids)
  const share = (has: (id: number) => boolean) =>
    plain.ids.reduce((sum, id, at) => sum + (has(id) ? plain.weights[at]! : 0), 0) / mass
  return {
    ...sentence,
    plain,
    local: weighted(ids, local),
    outcome: outcomeWords,
    exposure: weighted(
      [...new Set([...ids, ...title.ids])].sort((a, b) => a - b),
      (id) => (own.has(id) ? done(id) * rarity[id]! : 0.6 * (exposure[id]! + 0.3 * titled[id]!) * rarity[id]!),
    ),
    meaning: meaningOf(plain, vocabulary),
    outcomeMeaning: meaningOf(outcomeWords, vocabulary),
    bigrams: analysis.bigrams,
    numbers: new Set(analysis.numbers.map(({ value }) => String(value)).filter((value) => /\.|\d{3}/.test(value))),
    role: score.role(sentence, grams),
    none: score.none(grams),
    down: score.down(grams),
    entitled: share((id) => inTitle.has(id)),
  }
}

function meaningOf({ ids, weights }: Weighted, { vectors }: Vocabulary): Float32Array {
  const width = vectors.find((vector) => vector !== null)?.length ?? 1
  const sum = new Float32Array(width)
  for (const [at, id] of ids.entries()) {
    const vector = vectors[id]
    if (vector) for (let k = 0; k < width; k++) sum[k]! += weights[at]! * vector[k]!
  }
  return unit(sum)
}

function contentsOf(
  statements: readonly Statement[],
  titles: readonly Weighted[],
  vocabulary: Vocabulary,
  count: number,
): Weighted[] {
  const times = titles.map((title) => new Map([...title.ids].map((id) => [id, 2])))
  for (const { paper, plain } of statements)
    for (const id of plain.ids) if (!times[paper]!.has(id)) times[paper]!.set(id, 1)
  return times.map((one) =>
    weighted(
      [...one.keys()].sort((a, b) => a - b),
      (id) => one.get(id)! * vocabulary.rarity[id]! * Math.log((count + 1) / (vocabulary.papers[id]! + 0.5)),
    ),
  )
}

/** Cosine of two lists of weighted words, 0 to 1. */
export function cosine(one: Weighted, other: Weighted): number {
  if (one.norm === 0 || other.norm === 0) return 0
  let sum = 0
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length; ) {
    const [a, b] = [one.ids[i]!, other.ids[j]!]
    if (a === b) sum += one.weights[i++]! * other.weights[j++]!
    else if (a < b) i++
    else j++
  }
  return sum / (one.norm * other.norm)
}
