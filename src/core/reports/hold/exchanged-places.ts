import { align } from '../../compare/align.ts'
import { Analysis } from '../../text/analyse.ts'
import type { NumberMention } from '../../text/number-mentions.ts'
import { speaks } from './crossed-figures.ts'
import type { MisplacedFigure } from './exchanged-figures.ts'
import { agrees } from './figures.ts'

/** Share of the words of a sentence that one of its source must have, all in the same order. */
const leastLined = 0.85

/**
 * Two figures of a sentence that stand in each other's place in a sentence of the source with nearly all of the same words in the
 * same order: "17 % and 31 % with tea and milk, respectively" where the source has "31 % and 17 %".
 */
export function exchangedPlaces(claim: Analysis, other: Analysis): MisplacedFigure | null {
  const [mine, theirs] = [placedFigures(claim), placedFigures(other)]
  const { pairs } = align(mine.words, theirs.words)
  const content = mine.words.tokens.map((token, at) => ({ token, at })).filter(({ token }) => speaks(token))
  const lined = new Set(pairs.map(([i]) => i))
  const astray = content.filter(({ at }) => !lined.has(at))
  if (content.length === 0 || content.length - astray.length < leastLined * content.length) return null
  // A word that moved may have taken its figure along.
  if (astray.some(({ token }) => theirs.words.stems.has(token.stem))) return null
  const isSame = (one: Placed, two: Placed) =>
    one.nth === two.nth &&
    one.number.unit === two.number.unit &&
    ((one.at < 0 && two.at < 0) || pairs.some(([a, b]) => a === one.at && b === two.at))
  const inPlaceOf = (one: Placed) => theirs.figures.find((two) => isSame(one, two))
  for (const one of mine.figures) {
    const rival = inPlaceOf(one)
    if (!rival || agrees(one.number, rival.number)) continue
    const twin = mine.figures.find((two) => two !== one && agrees(two.number, rival.number))
    const back = twin && inPlaceOf(twin)
    if (back && !agrees(twin.number, back.number) && theirs.figures.some(({ number }) => agrees(one.number, number)))
      return { claim: one.number.text.trim(), source: rival.number.text.trim() }
  }
  return null
}

/** A figure, the place of the word before it among the words, and how many figures stand between the two. */
interface Placed {
  number: NumberMention
  at: number
  nth: number
}

function placedFigures({ text, tokens }: Analysis): { words: Analysis; figures: Placed[] } {
  const words: Analysis['tokens'] = []
  const figures: Placed[] = []
  for (const token of tokens) {
    if (!token.number) words.push(token)
    else {
      const at = words.length - 1
      figures.push({ number: token.number, at, nth: figures.filter((one) => one.at === at).length })
    }
  }
  return { words: new Analysis(text, words), figures }
}
