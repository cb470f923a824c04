import type { Analysis } from '../../text/analyse.ts'
import { opposites } from '../../text/contraries.ts'
import type { Token } from '../../text/tokens.ts'

/** Names of the features of a claim and one sentence, in the order of the numbers. */
export const pairNames = [
  'cov',
  'prec',
  'f1',
  'bigrams',
  'run',
  'numberAgree',
  'numberMiss',
  'numberRival',
  'cueSentence',
  'cueDiffers',
  'scopeDiffers',
  'polarityAgree',
  'polarityDiffer',
  'directionSame',
  'directionOpposite',
  'directionMissing',
  'parity',
  'contrary',
  'missMost',
  'missSecond',
  'missCount',
  'nameShared',
  'nameMissing',
  'nameOther',
  'hedgeSentence',
  'hedgeLost',
  'length',
] as const

export type PairName = (typeof pairNames)[number]

/** Place of each feature in the row. */
export const pairIndex = Object.fromEntries(pairNames.map((name, at) => [name, at])) as Record<PairName, number>

const rarest = 10

/** Measures one claim against one sentence: shared words, numbers, negation, direction, names. */
export function pairFeatures(claim: Analysis, sentence: Analysis): Float64Array {
  const row = new Float64Array(pairNames.length)
  const put = (name: PairName, value: number) => {
    row[pairIndex[name]] = value
  }
  shared(claim, sentence, put)
  numbers(claim, sentence, put)
  negation(claim, sentence, put)
  direction(claim, sentence, put)
  names(claim, sentence, put)
  put('hedgeSentence', Math.min(3, sentence.hedgeCount))
  put('hedgeLost', sentence.hedgeCount > 0 && claim.hedgeCount === 0 ? 1 : 0)
  put('length', Math.log((sentence.content.length + 1) / (claim.content.length + 1)))
  return row
}

type Put = (name: PairName, value: number) => void

function shared(claim: Analysis, sentence: Analysis, put: Put): void {
  let both = 0
  let most = 0
  let second = 0
  let missing = 0
  for (const [key, token] of claim.stems) {
    if (sentence.stems.has(key)) {
      both += token.weight
      continue
    }
    missing++
    if (token.weight > most) {
      second = most
      most = token.weight
    } else if (token.weight > second) second = token.weight
  }
  const cov = claim.mass ? both / claim.mass : 0
  const prec = sentence.mass ? both / sentence.mass : 0
  put('cov', cov)
  put('prec', prec)
  put('f1', cov + prec ? (2 * cov * prec) / (cov + prec) : 0)
  put('missMost', most / rarest)
  put('missSecond', second / rarest)
  put('missCount', missing)
  if (both === 0) return
  let pairs = 0
  for (const bigram of claim.bigrams) if (sentence.bigrams.has(bigram)) pairs++
  put('bigrams', claim.bigrams.size ? pairs / claim.bigrams.size : 0)
  put('run', claim.content.length ? longestRun(claim.content, sentence.content) / claim.content.length : 0)
}

/** Length of the longest stretch of content words both have in the same order without a gap. */
function longestRun(one: readonly Token[], other: readonly Token[]): number {
  const lengths = new Uint8Array(other.length + 1)
  let longest = 0
  for (const token of one) {
    for (let j = other.length; j > 0; j--) {
      lengths[j] = other[j - 1]!.stem === token.stem ? lengths[j - 1]! + 1 : 0
      if (lengths[j]! > longest) longest = lengths[j]!
    }
  }
  return longest
}

function numbers(claim: Analysis, sentence: Analysis, put: Put): void {
  let total = 0
  let agree = 0
  let rival = 0
  for (const token of claim.content) {
    if (!token.number) continue
    total++
    if (sentence.stems.has(token.stem)) agree++
    else if (
      sentence.content.some(
        (other) => other.number && other.number.unit === token.number!.unit && other.number.unit !== '',
      )
    )
      rival++
  }
  if (total === 0) return
  put('numberAgree', agree / total)
  put('numberMiss', 1 - agree / total)
  put('numberRival', Math.min(2, rival))
}

function negation(claim: Analysis, sentence: Analysis, put: Put): void {
  put('cueSentence', Math.min(3, sentence.cues))
  put('cueDiffers', claim.cues > 0 === sentence.cues > 0 ? 0 : 1)
  let weight = 0
  let differs = 0
  let agree = 0
  let against = 0
  for (const [key, token] of claim.stems) {
    const other = sentence.stems.get(key)
    if (!other) continue
    weight += token.weight
    if (token.negated !== other.negated) differs += token.weight
    const mine = claim.polarity.get(key)
    const theirs = mine ? sentence.polarity.get(key) : 0
    if (!mine || !theirs) continue
    if (mine === theirs) agree += token.weight
    else against += token.weight
  }
  put('scopeDiffers', weight ? differs / weight : 0)
  put('polarityAgree', claim.mass ? agree / claim.mass : 0)
  put('polarityDiffer', claim.mass ? against / claim.mass : 0)
}

function direction(claim: Analysis, sentence: Analysis, put: Put): void {
  const [up, down] = [1, -1].map((sign) => sentence.tokens.some((token) => token.direction === sign))
  let same = 0
  let opposite = 0
  let missing = 0
  let contrary = 0
  let sign = 0
  for (const token of claim.tokens) {
    if (token.cue) sign = -(sign || 1)
    if (!token.stop && !sentence.stems.has(token.stem) && hasContrary(token, claim, sentence)) contrary++
    if (!token.direction) continue
    sign = (sign || 1) * token.direction
    if (sentence.stems.has(token.stem)) same++
    else if (token.direction > 0 ? up : down) same += 0.5
    else if (token.direction > 0 ? down : up) opposite++
    else missing++
  }
  put('directionSame', Math.min(3, same))
  put('directionOpposite', Math.min(3, opposite))
  put('directionMissing', Math.min(3, missing))
  put('contrary', Math.min(2, contrary))
  const theirs = sign === 0 ? 0 : parityAround(claim, sentence)
  put('parity', theirs * sign)
}

function hasContrary(token: Token, claim: Analysis, sentence: Analysis): boolean {
  const contraries = opposites.get(token.stem)
  if (!contraries) return false
  for (const key of contraries) if (sentence.stems.has(key) && !claim.stems.has(key)) return true
  return false
}

/** Product of directions and negations in the stretch of the sentence that holds the shared words. */
function parityAround(claim: Analysis, sentence: Analysis): number {
  let low = -1
  let high = -1
  for (let i = 0; i < sentence.tokens.length; i++) {
    const token = sentence.tokens[i]!
    if (token.stop || token.direction || !claim.stems.has(token.stem)) continue
    if (low < 0) low = i
    high = i
  }
  if (low < 0) return 0
  let sign = 1
  let turns = 0
  for (let i = Math.max(0, low - 4); i <= Math.min(sentence.tokens.length - 1, high + 3); i++) {
    const token = sentence.tokens[i]!
    if (token.direction) {
      sign *= token.direction
      turns++
    }
    if (token.cue) sign = -sign
  }
  return turns ? sign : 0
}

function names(claim: Analysis, sentence: Analysis, put: Put): void {
  let total = 0
  let found = 0
  for (const token of claim.stems.values()) {
    if (!token.name) continue
    total++
    if (sentence.stems.has(token.stem)) found++
  }
  let other = 0
  for (const token of sentence.stems.values()) if (token.name && !claim.stems.has(token.stem)) other++
  put('nameShared', total ? found / total : 0)
  put('nameMissing', total - found)
  put('nameOther', Math.min(5, other))
}
