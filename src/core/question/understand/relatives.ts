import type { VerbShare } from '../../text/verb-share.ts'
import { isHead } from './grammar.ts'
import type { Word } from './word.ts'

/** A clause that tells more of the noun before it: "who work at night". Places are among the words of the question. */
export interface Relative {
  /** Place of its pronoun. */
  from: number
  /** Place of its verb. */
  verb: number
}

const pronoun = /^(?:who|which|that)$/i

/** The relative clauses between two places. */
export function relativesIn(words: readonly Word[], from: number, to: number, share: VerbShare): Relative[] {
  const found: Relative[] = []
  for (let at = from + 1; at < to - 1; at++) {
    if (!opensRelative(words, at)) continue
    const verb = verbBehind(words, at, to)
    if (verb < to && isVerbal(words[verb]!, share)) found.push({ from: at, verb })
  }
  return found
}

/** Whether a place lies between the pronoun of a relative clause and its verb. */
export function isInRelative(relatives: readonly Relative[], at: number): boolean {
  return relatives.some(({ from, verb }) => at >= from && at <= verb)
}

/** Whether a word is the verb of a relative clause. */
export function isRelativeVerb(words: readonly Word[], at: number): boolean {
  const before = words.slice(0, at).findLastIndex(({ pos }) => pos !== 'AUX' && pos !== 'ADV')
  return before > 0 && opensRelative(words, before)
}

/** Whether a relative clause follows a place. */
export function hasRelative(words: readonly Word[], to: number): boolean {
  return opensRelative(words, to)
}

function opensRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  const isSubject = before?.pos === 'VERB' && words[at - 2]?.pos === 'AUX'
  const leads = isHead(before) || isSubject || /^(?:those|ones|people|persons)$/i.test(before?.text ?? '')
  return pronoun.test(words[at]?.text ?? '') && leads
}

function verbBehind(words: readonly Word[], at: number, to: number): number {
  let verb = at + 1
  while (verb < to - 1 && (words[verb]!.pos === 'ADV' || (words[verb]!.pos === 'AUX' && isVerbNext(words, verb))))
    verb += 1
  return verb
}

const isVerbNext = (words: readonly Word[], at: number) => /^(?:VERB|ADV|AUX)$/.test(words[at + 1]?.pos ?? '')

function isVerbal({ pos, text }: Word, share: VerbShare): boolean {
  return pos === 'VERB' || pos === 'AUX' || share(text) > 0
}
