import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import { type Mark, marksOf } from '../../frames/marks.ts'
import { isNominal, type Turn, turnsOf } from '../../frames/turns.ts'
import { isTimed } from './outcome-turns.ts'

/** Two that a statement sets against each other, by the words that only the one or only the other side has, and which way they differ. */
interface Comparison {
  /** Stems of what is compared, with what it is compared in, and of what it is compared with. */
  left: ReadonlySet<string>
  right: ReadonlySet<string>
  sign: 1 | -1
  /** It praises or blames, as better and worse do, or says when. */
  valued: boolean
  timed: boolean
  /** What is named on the left side before the word that says which way; nothing where that is told of "it". */
  opening: ReadonlySet<string>
  /** The word that says which way. */
  word: string
}

/** How a source compares the two that a sentence compares: as it does, or the other way; and where. */
export interface ArmsVerdict {
  along: boolean
  /** Each names another of the two first, and the sentence says nothing else of a way. */
  mirrored: boolean
  at: number
  claim: string
  source: string
}

/** Share of what a sentence says of its two that a sentence of the source must have. */
const leastShared = 0.6

/** Share of what a sentence names first that the statement must have, unless it is told of "it". */
const leastOpening = 0.5

/** How much less words of one statement weigh than those of its whole sentence, which says what "it" is. */
const finer = 100

/**
 * What the source says of the same two that a sentence compares, whichever is named first: "A was lower than B" is "B was higher
 * than A". The statement that shares most words decides; null where none compares the two, or those that do disagree.
 */
export function comparedArms(claim: string, sentences: readonly string[], language: Language): ArmsVerdict | null {
  const own = marksOf(claim, language)
  const [mine, another] = comparisonsIn(own)
  if (!mine || another) return null
  const found = sentences.flatMap((sentence, at) => {
    const marks = marksOf(sentence, language)
    const stems = new Set(marks.map(({ stem }) => stem))
    const share = shareOf(mine.left, stems)
    if (share < leastShared) return []
    return comparisonsIn(marks).flatMap((theirs) => {
      const order = orderOf(mine, theirs)
      if (order === 0 || theirs.valued !== mine.valued || theirs.timed !== mine.timed) return []
      const words = new Set([...theirs.left, ...theirs.right])
      if (theirs.opening.size > 0 && shareOf(mine.opening, words) < leastOpening) return []
      const along = mine.sign * theirs.sign * order > 0
      return [{ at, theirs, order, along, shared: share + shareOf(mine.left, words) / finer }]
    })
  })
  const most = Math.max(...found.map(({ shared }) => shared))
  const [first, ...others] = found.filter(({ shared }) => shared === most)
  if (!first || others.some(({ along }) => along !== first.along)) return null
  const mirrored = first.order < 0 && turnsOf(own).length === 1
  return { along: first.along, mirrored, at: first.at, claim: mine.word, source: first.theirs.word }
}

/** 1 where both name the two in the same order, -1 where in the other one, 0 where they do not compare the same two. */
function orderOf(mine: Comparison, theirs: Comparison): 1 | 0 | -1 {
  const meet = (one: 'left' | 'right', other: 'left' | 'right') => sharedOf(mine[one], theirs[other]).length > 0
  const [kept, turned] = [
    meet('right', 'right') && meet('left', 'left'),
    meet('right', 'left') && meet('left', 'right'),
  ]
  if (kept === turned) return 0
  return kept ? 1 : -1
}

const sharedOf = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].filter((stem) => others.has(stem))
const shareOf = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  some.size === 0 ? 0 : sharedOf(some, others).length / some.size

/** "Than", "versus", "compared with", "superior to", but not "we compared". */
function isMiddle(marks: readonly Mark[], at: number): boolean {
  const { word } = marks[at]!
  if (word === 'to') return /^(?:superior|inferior)$/.test(marks[at - 1]?.word ?? '')
  return /^(?:than|versus|vs)$/.test(word) || (word === 'compared' && /^(?:with|to)$/.test(marks[at + 1]?.word ?? ''))
}

const ending = /^(?:and|but|while|whereas|which|who|although|when)$/

/** Two sides of a comparison and the words of direction in what is said of them. */
export interface Sides {
  left: ReadonlySet<string>
  right: ReadonlySet<string>
  turns: readonly Turn[]
  /** Marks of what is said. */
  said: readonly Mark[]
}

/** The statements of a sentence that set one thing against another. */
export function sidesIn(marks: readonly Mark[]): Sides[] {
  const turns = turnsOf(marks)
  const found: Sides[] = []
  let start = 0
  for (const at of marks.keys()) {
    if (at < start || !isMiddle(marks, at)) continue
    const end = endOf(marks, at)
    // "Compared with water, milk …": what is compared follows.
    const opens = at - start < 2
    const next = marks.findIndex((_, place) => place >= end && isMiddle(marks, place))
    const [from, to] = opens ? [end, next < 0 ? marks.length : next] : [start, at]
    start = opens ? to : end
    const names = (first: number, last: number) =>
      marks.slice(first, last).flatMap((one, i) => {
        const isTurn = turns.some((turn) => turn.at === first + i)
        return !isTurn && (isNominal(one) || one.name) ? [one.stem] : []
      })
    const [left, right] = [names(from, to), names(at + 1, end)]
    found.push({
      left: new Set(left.filter((stem) => !right.includes(stem))),
      right: new Set(right.filter((stem) => !left.includes(stem))),
      turns: turns.filter((turn) => turn.at >= from && turn.at < to),
      said: marks.slice(from, to),
    })
  }
  return found
}

/** The comparisons of a sentence whose direction is plain. */
function comparisonsIn(marks: readonly Mark[]): Comparison[] {
  return sidesIn(marks).flatMap(({ left, right, turns, said }) => {
    const sign = signOf(turns)
    const [first] = turns
    if (!first || sign === 0 || turns.some(({ valued }) => valued !== first.valued)) return []
    if (said.some((one) => isIn('deny', one) || isIn('alike', one))) return []
    const opening = said.filter(({ start, stem }) => start < marks[first.at]!.start && left.has(stem))
    return [
      {
        left,
        right,
        sign,
        opening: new Set(opening.map(({ stem }) => stem)),
        valued: first.valued,
        timed: isTimed(marks[first.at]!),
        word: marks[first.at]!.word,
      },
    ]
  })
}

/** The way that all words of direction go; 0 where they part. */
function signOf(turns: readonly Turn[]): 1 | 0 | -1 {
  const [first, ...others] = waysOf(turns)
  return first !== undefined && others.every((way) => way === first) ? first : 0
}

/** The ways that words of direction go, two side by side as one: "greater reduction", "less frequent"; 0 for "decreased less", which may be more. */
export function waysOf(turns: readonly Turn[]): (1 | 0 | -1)[] {
  const ways: (1 | 0 | -1)[] = []
  for (const [i, { at, sign }] of turns.entries()) {
    const before = turns[i - 1]
    if (!before || at - before.at > besides) ways.push(sign)
    else ways.push(ways.pop()! < 0 && sign < 0 ? 0 : before.sign > 0 ? sign : -1)
  }
  return ways
}

/** Words within which a word of direction turns the one before it. */
const besides = 2

/** Where what something is compared with ends. */
function endOf(marks: readonly Mark[], middleAt: number): number {
  const end = marks.findIndex(
    ({ word, pause }, at) => at > middleAt + 1 && (pause || ending.test(word) || isMiddle(marks, at)),
  )
  return end < 0 ? marks.length : end
}
