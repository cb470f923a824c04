import { type Analysis, analyse, type Weigh } from '../../text/analyse.ts'
import { isCiting, isQuestion } from '../kind.ts'
import { type PairName, pairFeatures, pairIndex, pairNames } from './pair-features.ts'
import { readSignals, type Signals } from './signals.ts'

const strongest: readonly PairName[] = [
  'cov',
  'f1',
  'bigrams',
  'run',
  'numberAgree',
  'nameShared',
  'polarityAgree',
  'polarityDiffer',
  'parity',
  'scopeDiffers',
  'contrary',
]
const weakest: readonly PairName[] = ['missMost', 'numberMiss', 'nameMissing', 'missCount']
const last: readonly PairName[] = ['cov', 'cueSentence', 'polarityAgree', 'polarityDiffer', 'parity', 'hedgeSentence']
const titled: readonly PairName[] = ['cov', 'prec', 'polarityAgree', 'polarityDiffer', 'parity']
const whole = [
  'covTwo',
  'covAll',
  'missAll',
  'covGap',
  'bestPlace',
  'sentences',
  'words',
  'weightedCue',
  'weightedPolarity',
  'weightedParity',
  'hasTitle',
  'claimLength',
  'claimCue',
  'claimHedge',
  'claimUp',
  'claimDown',
  'claimNumbers',
  'claimNames',
  'claimNone',
  'claimMass',
  'question',
  'citing',
  'asksIs',
  'asksDo',
  'asksCan',
  'asksLink',
  'asksDifference',
  'asksColon',
  'signRatio',
  'signLastRatio',
] as const
type WholeName = (typeof whole)[number]
const signals = ['none', 'some', 'small', 'large', 'clear', 'crossing'] as const

/** Names of the features of a claim and a paper, in the order of the numbers. */
export const featureNames: readonly string[] = [
  ...pairNames.map((name) => `best.${name}`),
  ...pairNames.map((name) => `top.${name}`),
  ...strongest.map((name) => `most.${name}`),
  ...weakest.map((name) => `least.${name}`),
  ...last.map((name) => `last.${name}`),
  ...titled.map((name) => `title.${name}`),
  ...(['best', 'last', 'sum', 'near'] as const).flatMap((part) => signals.map((name) => `${part}.${name}`)),
  ...whole,
]
const wholeStart = featureNames.indexOf('covTwo')
const wholeIndex = Object.fromEntries(whole.map((name, at) => [name, wholeStart + at])) as Record<WholeName, number>

/** The numbers of a claim and a paper, with the order in which its sentences bear on the claim. */
export interface Features {
  row: Float64Array
  /** Indices of the sentences, the nearest first. */
  order: number[]
  claim: Analysis
  sentences: Analysis[]
  /** Share of the claim in the nearest sentence. */
  coverage: number
}

/** A text read once, for every claim that it is held against. */
interface ReadText {
  analysis: Analysis
  signals: Signals
}

/** Texts that are remembered: those of some seven hundred abstracts. */
const mostTexts = 10_000

/** Reads texts by the weights of words, and remembers them. */
export function textReader(weigh: Weigh): (text: string) => ReadText {
  const known = new Map<string, ReadText>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    const read = { analysis: analyse(text, weigh), signals: readSignals(text) }
    if (known.size >= mostTexts) known.clear()
    known.set(text, read)
    return read
  }
}

/** Works out the features. Same text, same numbers. */
export function readFeatures(
  claimText: string,
  title: string,
  sentenceTexts: readonly string[],
  readText: (text: string) => ReadText,
): Features {
  const { analysis: claim, signals: claimSignals } = readText(claimText)
  const texts = sentenceTexts.map(readText)
  const sentences = texts.map(({ analysis }) => analysis)
  const pairs = sentences.map((sentence) => pairFeatures(claim, sentence))
  const nearness = pairs.map(
    (row, at) =>
      row[pairIndex.cov]! +
      0.15 * row[pairIndex.bigrams]! +
      0.05 * row[pairIndex.f1]! +
      (at === pairs.length - 1 ? 0.02 : 0),
  )
  const order = pairs.map((_, at) => at).sort((a, b) => nearness[b]! - nearness[a]! || a - b)
  const row = new Float64Array(featureNames.length)
  const writer = { row, at: 0 }
  const best = pairs[order[0]!]!
  push(writer, best)
  push(writer, topMean(pairs, nearness, order.slice(0, 3)))
  push(
    writer,
    strongest.map((name) => Math.max(...pairs.map((pair) => pair[pairIndex[name]]!))),
  )
  push(
    writer,
    weakest.map((name) => Math.min(...pairs.map((pair) => pair[pairIndex[name]]!))),
  )
  push(
    writer,
    last.map((name) => pairs.at(-1)![pairIndex[name]]!),
  )
  const titlePair = title ? pairFeatures(claim, readText(title).analysis) : null
  push(
    writer,
    titled.map((name) => titlePair?.[pairIndex[name]] ?? 0),
  )
  const read = texts.map(({ signals }) => signals)
  push(writer, signalFeatures(read, pairs, order[0]!))
  fillWhole(row, claim, claimText, claimSignals.none, sentences, pairs, order, title, read)
  return { row, order, claim, sentences, coverage: best[pairIndex.cov]! }
}

function push(writer: { row: Float64Array; at: number }, values: ArrayLike<number>): void {
  writer.row.set(values, writer.at)
  writer.at += values.length
}

function topMean(pairs: readonly Float64Array[], nearness: readonly number[], top: readonly number[]): Float64Array {
  const mean = new Float64Array(pairNames.length)
  const total = top.reduce((sum, at) => sum + nearness[at]! + 1e-6, 0)
  for (const at of top) {
    const share = (nearness[at]! + 1e-6) / total
    for (let i = 0; i < mean.length; i++) mean[i]! += pairs[at]![i]! * share
  }
  return mean
}

function signalFeatures(read: readonly Signals[], pairs: readonly Float64Array[], best: number): number[] {
  const capped = (one: Signals) => signals.map((name) => Math.min(4, one[name]))
  const sum = signals.map((name) => Math.log1p(read.reduce((total, one) => total + one[name], 0)))
  const near = signals.map((name) => read.reduce((total, one, at) => total + one[name] * pairs[at]![pairIndex.cov]!, 0))
  return [...capped(read[best]!), ...capped(read.at(-1)!), ...sum, ...near]
}

function fillWhole(
  row: Float64Array,
  claim: Analysis,
  text: string,
  none: number,
  sentences: readonly Analysis[],
  pairs: readonly Float64Array[],
  order: readonly number[],
  title: string,
  read: readonly Signals[],
): void {
  const put = (name: WholeName, value: number) => {
    row[wholeIndex[name]] = value
  }
  const best = sentences[order[0]!]!
  let all = 0
  let missing = 0
  for (const [key, token] of claim.stems) {
    if (sentences.some((sentence) => sentence.stems.has(key))) all += token.weight
    else missing = Math.max(missing, token.weight)
  }
  const covAll = claim.mass ? all / claim.mass : 0
  put('covTwo', claim.mass ? Math.max(...sentences.map((other) => together(claim, best, other))) / claim.mass : 0)
  put('covAll', covAll)
  put('missAll', missing / 10)
  put('covGap', covAll - pairs[order[0]!]![pairIndex.cov]!)
  put('bestPlace', sentences.length > 1 ? order[0]! / (sentences.length - 1) : 0.5)
  put('sentences', Math.log(sentences.length))
  put('words', Math.log(1 + sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0)))
  const weighted = (value: (pair: Float64Array) => number) => pairs.reduce((sum, pair) => sum + value(pair), 0)
  put(
    'weightedCue',
    weighted((pair) => pair[pairIndex.cueDiffers]! * pair[pairIndex.cov]! ** 2),
  )
  put(
    'weightedPolarity',
    weighted((pair) => pair[pairIndex.polarityAgree]! - pair[pairIndex.polarityDiffer]!),
  )
  put(
    'weightedParity',
    weighted((pair) => pair[pairIndex.parity]! * pair[pairIndex.cov]! ** 2),
  )
  put('hasTitle', title ? 1 : 0)
  fillClaim(put, claim, text, none)
  const total = read.reduce((sum, one) => [sum[0]! + positive(one), sum[1]! + negative(one)], [0, 0])
  put('signRatio', (total[0]! + 1) / (total[0]! + total[1]! + 2))
  const end = read.at(-1)!
  put('signLastRatio', (positive(end) + 1) / (positive(end) + negative(end) + 2))
}

function fillClaim(put: (name: WholeName, value: number) => void, claim: Analysis, text: string, none: number): void {
  const lower = text.toLowerCase()
  const has = (pattern: RegExp) => (pattern.test(lower) ? 1 : 0)
  put('claimLength', Math.log(1 + claim.content.length))
  put('claimCue', Math.min(2, claim.cues))
  put('claimHedge', Math.min(2, claim.hedgeCount))
  put('claimUp', Math.min(3, claim.tokens.filter((token) => token.direction > 0).length))
  put('claimDown', Math.min(3, claim.tokens.filter((token) => token.direction < 0).length))
  put('claimNumbers', Math.min(3, claim.numbers.length))
  put('claimNames', Math.min(4, claim.names.size))
  put('claimNone', Math.min(2, none))
  put('claimMass', claim.mass / 50)
  put('question', isQuestion(text) ? 1 : 0)
  put('citing', isCiting(text) ? 1 : 0)
  put('asksIs', has(/^(?:is|are|was|were)\b/))
  put('asksDo', has(/^(?:do|does|did)\b/))
  put('asksCan', has(/^(?:can|could|may|should|will)\b/))
  put('asksLink', has(/associat|relat|predict|correlat/))
  put('asksDifference', has(/differ|better|superior|improve|affect|effect|influence|impact/))
  put('asksColon', has(/:/))
}

function together(claim: Analysis, one: Analysis, other: Analysis): number {
  let sum = 0
  for (const [key, token] of claim.stems) if (one.stems.has(key) || other.stems.has(key)) sum += token.weight
  return sum
}

function positive(one: Signals): number {
  return one.small + one.some + one.clear
}

function negative(one: Signals): number {
  return one.large + one.none + one.crossing
}
