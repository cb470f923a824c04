import type { Language } from '../../frames/language.ts'
import { isIn } from '../../frames/lists.ts'
import type { Mark } from '../../frames/marks.ts'
import { type Turn, turnsOf } from '../../frames/turns.ts'

/** A word that says which way something went, and the words for what went that way. */
export interface BoundTurn {
  word: string
  sign: 1 | -1
  /** It praises or blames: better, worse. */
  valued: boolean
  of: readonly Mark[]
  /** Those of these that the others tell more of: the biomass of "fish biomass". */
  heads: readonly Mark[]
}

/** How often the outcomes of a sentence go the way that its source has them go, and how often the other way. */
export interface OutcomeTurns {
  along: number
  against: number
  /** The first word that goes the other way, and the source's. */
  shown: { claim: string; source: string } | null
}

/**
 * Reads the direction of each outcome from the word that governs it, in a sentence and in those of its source that stand beside it:
 * in "temperature declined with increasing height" the temperature went down.
 */
export function outcomeTurns(
  claim: readonly Mark[],
  shown: readonly (readonly Mark[])[],
  language: Language,
): OutcomeTurns {
  const theirs = shown.flatMap(boundTurns)
  const found: OutcomeTurns = { along: 0, against: 0, shown: null }
  for (const turn of boundTurns(claim)) {
    const same = theirs
      .filter(({ valued }) => valued === turn.valued)
      .map((other) => ({
        other,
        shared: sharedOf(turn.of, other.of, language) + sharedOf(turn.heads, other.heads, language),
      }))
      .filter(({ shared }) => shared > 0)
    const most = Math.max(0, ...same.map(({ shared }) => shared))
    const [first] = same.filter(({ shared, other }) => shared === most && other.sign === turn.sign)
    if (first) found.along++
    else if (same.length > 0) {
      const [rival] = same.filter(({ shared }) => shared === most)
      found.against++
      found.shown ??= { claim: turn.word, source: rival!.other.word }
    }
  }
  return found
}

function sharedOf(some: readonly Mark[], others: readonly Mark[], { alike }: Language): number {
  return some.filter((one) => others.some((two) => one.stem === two.stem || alike(one.lemma, two.lemma))).length
}

/** Naming words that are looked at on the side of a word of direction that it governs. */
const mostBound = 3
/** Words between a word of direction and the nearest word for what it says something of. */
const farthest = 4
/** Words behind "effect on" among which its outcomes are looked for. */
const farthestEffect = 9

/** The words of direction of a sentence that are not denied, each with the words for what went that way. */
export function boundTurns(marks: readonly Mark[]): BoundTurn[] {
  const turns = turnsOf(marks)
  const bound: BoundTurn[] = []
  let before: readonly Mark[] = []
  for (const turn of turns) {
    const own = governed(marks, turn, turns)
    // "Rose with traffic and fell with distance": one subject.
    const of = isCoordinate(marks, turn.at) ? [...own, ...before] : own
    if (marks[turn.at]!.pos === 'VERB') before = of
    if (of.length > 0 && !isDenied(marks, turn.at) && !isTimed(marks[turn.at]!))
      bound.push({
        word: marks[turn.at]!.word,
        sign: turn.sign,
        valued: turn.valued,
        of,
        heads: headsOf(of, marks, turn.at),
      })
  }
  return bound
}

/** Whether a word says when, which is another matter than how much: what is delayed takes longer to come. */
export function isTimed({ word, lemma }: Mark): boolean {
  return /^(?:earlier|later|sooner|delay)$/.test(lemma) || /^(?:earlier|later|sooner|delay)$/.test(word)
}

/** Nouns of some that end a phrase: in "duration of labour" and "labour duration" what is long or short. */
function headsOf(some: readonly Mark[], marks: readonly Mark[], turn: number): Mark[] {
  const ends = some.filter((one) => {
    const at = marks.indexOf(one)
    const next = marks[at + 1]
    // "An increase in biomass", "a decrease in the share of dreams".
    const binds = /^(?:of|in|for)$/.test(marks[at - 1]?.word ?? '') && at - 2 !== turn
    return isNoun(one) && !binds && (!next || next.pause || !some.includes(next))
  })
  return ends.length > 0 ? ends : some.filter(isNoun)
}

function isCoordinate(marks: readonly Mark[], at: number): boolean {
  return marks[at]!.pos === 'VERB' && /^(?:and|but|or|then)$/.test(marks[at - 1]?.word ?? '')
}

function isDenied(marks: readonly Mark[], at: number): boolean {
  return marks.slice(Math.max(0, at - 4), at).some((mark) => isIn('deny', mark))
}

/** Words for what a word of direction says something of: behind it where a thing follows, else before it. */
function governed(marks: readonly Mark[], turn: Turn, turns: readonly Turn[]): Mark[] {
  const behind = effectBehind(marks, turn.at) ?? phraseBehind(marks, turn.at, turns)
  return behind.length > 0 ? behind : phraseBefore(marks, turn.at, turns)
}

/** Words that an effect is seen on: "positive effects on wages and earnings"; null where the word of direction does not tell an effect. */
function effectBehind(marks: readonly Mark[], at: number): Mark[] | null {
  const [effect, on] = [marks[at + 1], marks[at + 2]]
  if (!effect || !/^(?:effect|impact|influence|association|correlation)$/.test(effect.lemma)) return null
  if (!on || !/^(?:on|with|upon)$/.test(on.word)) return null
  const found: Mark[] = []
  for (const one of marks.slice(at + 3, at + 3 + farthestEffect)) {
    if (isNaming(one)) found.push(one)
    else if (!/^(?:and|or|the|their|both|of)$/.test(one.word) && !/ed$/.test(one.word)) break
  }
  return found
}

const isNaming = ({ pos, stop }: Mark) => !stop && /^(?:NOUN|PROPN|ADJ)$/.test(pos)
const isNoun = ({ pos }: Mark) => /^(?:NOUN|PROPN)$/.test(pos)

function phraseBehind(marks: readonly Mark[], at: number, turns: readonly Turn[]): Mark[] {
  const mark = marks[at]!
  const linked = mark.pos === 'NOUN' ? /^(?:in|of|for)$/ : /^(?:the|a|an|their|its|this|that|these|both|all|mean)$/
  let next = at + 1
  // What is compared stands behind "than"; what is passive has its outcome before it.
  if (marks[next]?.pause || isPassive(marks, at)) return []
  if (mark.pos === 'NOUN' && !linked.test(marks[next]?.word ?? '')) return []
  while (next <= at + farthest && marks[next] && !isNaming(marks[next]!) && joins(marks[next]!, mark)) next++
  const found: Mark[] = []
  for (; marks[next] && found.length < mostBound; next++) {
    const one = marks[next]!
    if (found.length > 0 && (one.pause || !isNaming(one))) break
    if (!isNaming(one)) return []
    if (!turns.some((other) => other.at === next)) found.push(one)
  }
  return found.some(isNoun) ? [...found, ...listedBehind(marks, next, turns)] : []
}

/** The further things of a list: "a decrease in sleep time, sleep efficiency, and the share of dreams". */
function listedBehind(marks: readonly Mark[], from: number, turns: readonly Turn[]): Mark[] {
  const rest = marks.slice(from)
  const end = rest.findIndex(
    (one, at) =>
      !(isNaming(one) || one.pos === 'DET' || /^(?:and|or|of)$/.test(one.word)) ||
      turns.some((turn) => turn.at === from + at),
  )
  const list = rest.slice(0, end < 0 ? rest.length : end)
  // What stands before a verb of its own is its subject.
  const isSubject = /^(?:VERB|AUX)$/.test(rest[list.length]?.pos ?? '')
  const last = isSubject ? list.findLastIndex(({ word, pause }) => pause || word === 'and') : list.length
  return list.slice(0, Math.max(0, last)).filter(isNaming)
}

function joins({ word, pos }: Mark, turn: Mark): boolean {
  return pos === 'DET' || /^(?:their|its|his|her)$/.test(word) || (turn.pos === 'NOUN' && /^(?:in|of|for)$/.test(word))
}

function isPassive(marks: readonly Mark[], at: number): boolean {
  if (marks[at]!.pos !== 'VERB' || !/(?:ed|en|wn)$/.test(marks[at]!.word)) return false
  return marks.slice(Math.max(0, at - 3), at).some(({ pos }) => pos === 'AUX')
}

/** The subject: the naming words from the nearest noun before, over those that "of" and "in" bind to it, to where the clause begins. */
function phraseBefore(marks: readonly Mark[], at: number, turns: readonly Turn[]): Mark[] {
  const found: Mark[] = []
  for (let before = at - 1; before >= 0 && found.length < 2 * mostBound; before--) {
    const one = marks[before]!
    if (turns.some((other) => other.at === before) && one.pos !== 'ADJ') break
    if (isNaming(one)) found.push(one)
    if (one.pause || /^(?:and|but|while|whereas|that|which|than|although)$/.test(one.word)) break
  }
  return found
}
