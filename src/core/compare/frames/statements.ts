import { clausesOf } from '../../frames/clauses.ts'
import type { Frame } from '../../frames/frame.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { remembered } from '../../remembered.ts'
import { compareFrames } from './compare-frames.ts'
import type { FrameComparison } from './comparison.ts'

/** Begins where a subject should stand: "did not change B", "not B". */
const bare = /^(?:did|does|do|was|were|is|are|had|has|have|could|can|would|not|no|neither)\b/i
const denying = /^(?:not|no)\b/i
const pronoun = /^(?:it|they|this|these)\s+(?=\w)/i
const shortTail = /^(.{8,}?),?\s+but\s+((?:not|no)\s(?!\w*\s?(?:signific|statistic|always|necessarily)).+)$/i
const joining =
  /^[\s,;:]*(?:(?:but|whereas|while|although|though|and|with|which)\s+)?|[\s,;:]*(?:\s(?:but|whereas|while|although|though|and))?\s*$/gi

const known = new WeakMap<FrameReader, (sentence: string) => readonly Frame[]>()

/**
 * The statements of a sentence, each a frame of its own: "X lowered A but not B" makes two, and what the second leaves unsaid it takes
 * from the first. A sentence that cannot be parted makes one.
 */
export function statementsOf(sentence: string, reader: FrameReader): readonly Frame[] {
  const found = known.get(reader)
  if (found) return found(sentence)
  const read = remembered((one: string) => readStatements(one, reader))
  known.set(reader, read)
  return read(sentence)
}

function readStatements(sentence: string, reader: FrameReader): Frame[] {
  const found: Frame[] = []
  for (const clause of stretchesOf(sentence, reader)) {
    const before = found.at(-1)
    found.push(reader.read(before ? completed(clause, before, reader) : clause))
  }
  return found.length > 0 ? found : [reader.read(sentence)]
}

/** Clauses, and what stands before, between and behind them where it states something though it is short. */
function stretchesOf(sentence: string, reader: FrameReader): string[] {
  const found: string[] = []
  const addShort = (text: string) => {
    const short = text.replace(joining, '')
    if (denying.test(short) ? /\s/.test(short) : /\s\S+\s/.test(short) && reader.read(short).direction !== null)
      found.push(short)
  }
  let from = 0
  for (const clause of clausesOf(sentence)) {
    const at = sentence.indexOf(clause, from)
    addShort(sentence.slice(from, at))
    found.push(clause)
    from = at + clause.length
  }
  if (from > 0) addShort(sentence.slice(from))
  else if (shortTail.test(sentence)) {
    const [, first, last] = shortTail.exec(sentence)!
    found.push(first!, last!)
  }
  return found
}

/** A clause with the subject, and behind "not" with the verb, of the one before it. */
function completed(clause: string, before: Frame, reader: FrameReader): string {
  const subject = before.slots.exposure[0]
  const { direction } = before
  if (subject?.inherited !== undefined || !subject || !direction || subject.start >= direction.start) return clause
  if (denying.test(clause)) return `${before.text.slice(0, direction.end)} ${clause}`
  const named = before.text.slice(0, subject.end)
  if (pronoun.test(clause)) return clause.replace(pronoun, `${named} `)
  return bare.test(clause) || reader.read(clause).direction?.start === 0 ? `${named} ${clause}` : clause
}

/** How two statements compare, and how they do the other way round. */
export interface Beside {
  there: FrameComparison
  back: () => FrameComparison
}

/** The statements of two sentences beside one another, those that share most of each other first. */
export function statementPairs(one: readonly Frame[], other: readonly Frame[], { language }: FrameReader): Beside[] {
  const pairs = one.flatMap((a) =>
    other.map((b) => ({ there: compareFrames(a, b, language), back: () => compareFrames(b, a, language) })),
  )
  return pairs.sort((a, b) => nearness(b) - nearness(a))
}

/** Share that two statements have of each other, of the two shares the smaller. */
export function nearness({ there }: Beside): number {
  return Math.min(there.there, there.back)
}
