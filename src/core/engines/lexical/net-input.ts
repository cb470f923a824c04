import { spreadHash } from '../../hash.ts'
import type { Analysis, Token } from '../../text/analyse.ts'
import { isCiting, isQuestion } from '../kind.ts'
import type { Features } from './features.ts'
import type { NetInput, NetText } from './net.ts'

/** Marks that each word carries into the network. */
const markCount = 14
const claimLimit = 28
const evidenceLimit = 72
const nearest = 4
const rareRows = 256
const stopRows = 64

/** How the network reads a pair. */
export interface NetReader {
  /** Rows of the table of word vectors, marks per word, outputs kept apart. */
  sizes: { words: number; marks: number; heads: number }
  /** The features of the pair are given as they are, to be brought to one measure by who knows it. */
  read(claimText: string, features: Features): NetInput
}

/** Builds the reader. Words beyond those with a vector of their own share vectors by a hash of the stem. */
export function netReader(vocabulary: readonly string[]): NetReader {
  const own = new Map(vocabulary.map((stem, at) => [stem, at]))
  const idOf = ({ stop, stem, word, number }: Token) => {
    if (number) return vocabulary.length
    if (stop) return vocabulary.length + 1 + (spreadHash(word) % stopRows)
    return own.get(stem) ?? vocabulary.length + 1 + stopRows + (spreadHash(stem) % rareRows)
  }
  return {
    sizes: {
      words: vocabulary.length + 1 + stopRows + rareRows,
      marks: markCount,
      heads: 3,
    },
    read(claimText, features) {
      const { claim, sentences, order } = features
      const best = sentences[order[0]!]!
      const chosen = chosenSentences(order, sentences.length)
      const mine = claim.tokens.filter(telling).slice(0, claimLimit)
      const theirs = chosen
        .flatMap(({ at, rank }) => sentences[at]!.tokens.filter(telling).map((token) => ({ token, at, rank })))
        .slice(0, evidenceLimit)
      const same = new Uint8Array(mine.length * theirs.length)
      for (let i = 0; i < mine.length; i++)
        for (let j = 0; j < theirs.length; j++)
          if (mine[i]!.stem === theirs[j]!.token.stem) same[i * theirs.length + j] = 1
      return {
        claim: textOf(mine, idOf, (at) => marksOf(mine[at]!, claim, best, [0, 0, 0])),
        evidence: textOf(
          theirs.map(({ token }) => token),
          idOf,
          (place) => {
            const { token, at, rank } = theirs[place]!
            return marksOf(token, sentences[at]!, claim, [1, 1 / (1 + rank), at === sentences.length - 1 ? 1 : 0])
          },
        ),
        same,
        features: features.row,
        head: headOf(claimText),
      }
    },
  }
}

function headOf(claim: string): number {
  if (isCiting(claim)) return 1
  return isQuestion(claim) ? 2 : 0
}

function telling(token: Token): boolean {
  return !token.stop || token.cue || token.direction !== 0 || token.hedge
}

/** The nearest sentences and the last, in the order of the text. */
function chosenSentences(order: readonly number[], sentences: number): { at: number; rank: number }[] {
  const kept = order.slice(0, nearest).map((at, rank) => ({ at, rank }))
  if (!kept.some(({ at }) => at === sentences - 1)) kept[kept.length - 1] = { at: sentences - 1, rank: kept.length - 1 }
  return kept.sort((a, b) => a.at - b.at)
}

function marksOf(token: Token, own: Analysis, other: Analysis, place: readonly [number, number, number]): number[] {
  const like = other.stems.get(token.stem)
  const mine = own.polarity.get(token.stem) ?? 0
  const theirs = like ? (other.polarity.get(token.stem) ?? 0) : 0
  return [
    token.weight / 8,
    token.negated ? 1 : 0,
    token.cue ? 1 : 0,
    token.direction,
    token.hedge ? 1 : 0,
    token.name ? 1 : 0,
    token.number ? 1 : 0,
    mine,
    like ? 1 : 0,
    mine * theirs,
    like && like.negated !== token.negated ? 1 : 0,
    ...place,
  ]
}

/** The words of a text with the marks of each by its place; a text without words is one empty word. */
function textOf(
  words: readonly Token[],
  idOf: (token: Token) => number,
  marksAt: (place: number) => readonly number[],
): NetText {
  const count = Math.max(1, words.length)
  const text = {
    ids: new Int32Array(count),
    marks: new Float64Array(count * markCount),
    weights: new Float64Array(count),
  }
  for (let at = 0; at < words.length; at++) {
    text.ids[at] = idOf(words[at]!)
    text.marks.set(marksAt(at), at * markCount)
    text.weights[at] = words[at]!.weight / 8
  }
  return text
}
