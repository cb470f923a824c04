import type { VerbShare } from '../../text/verb-share.ts'
import { grammar, isBare, isHead, isNominal } from './grammar.ts'
import { mainVerb } from './main-verb.ts'
import { isInRelative, type Relative, relativesIn } from './relatives.ts'
import type { Word } from './word.ts'

/** A part of a question with a verb of its own, or with none. Places are among its words, the end exclusive. */
export interface Clause {
  from: number
  to: number
  /**
   * `do`: "does X reduce Y", the subject between auxiliary and main verb; `be`: "is X better than Y"; `told`: "which X reduce Y",
   * "whether X reduces Y"; `title`: no verb.
   */
  kind: 'do' | 'be' | 'told' | 'title'
  /** Where the subject begins. */
  subject: number
  /** Place of the main verb, or of the predicate behind the subject of "is"; the end where there is none. */
  main: number
  /** Clauses inside it that tell more of a noun. */
  relatives: readonly Relative[]
}

/** The clauses of a question in their order. */
export function clausesOf(words: readonly Word[], share: VerbShare): Clause[] {
  const ends = words.flatMap((_, at) => (endsClause(words, at) ? [at + (beginsNext(words, at) ? 0 : 1)] : []))
  const bounds = [0, ...ends, words.length]
  return bounds.slice(1).flatMap((to, at) => (to > bounds[at]! ? [clauseIn(words, bounds[at]!, to, share)] : []))
}

const splitting = new Set(['what', 'which', 'how', 'why', 'who', 'whether'])

function endsClause(words: readonly Word[], at: number): boolean {
  return /^[?;:!.]$/.test(words[at]!.text) || beginsNext(words, at)
}

/** Whether a new clause begins at a place: "and what", "whether", "evidence that". */
function beginsNext(words: readonly Word[], at: number): boolean {
  if (at === 0) return false
  const [low, before] = [words[at]!.text.toLowerCase(), words[at - 1]!]
  if (low === 'whether') return true
  if (low === 'that') return grammar.telling.has(before.lemma)
  const joins = before.pos === 'CCONJ' || before.text === ','
  return joins && (splitting.has(low) || (words[at]!.pos === 'AUX' && grammar.openers.has(words[at]!.lemma)))
}

function clauseIn(words: readonly Word[], from: number, to: number, share: VerbShare): Clause {
  const opener = openerIn(words, from, to)
  const relatives = relativesIn(words, from, to, share)
  const base = { from, to, relatives }
  if (opener === -1) return { ...base, ...toldIn(words, from, to, share, relatives) }
  if (grammar.openers.has(words[opener]!.lemma)) {
    const next = words[opener + 1]
    const led = opener > from && words[opener]!.lemma !== 'do' && next !== undefined && share(next.text) >= 0.5
    if (led) return { ...base, kind: 'told', subject: from, main: opener + 1 }
    return { ...base, kind: 'do', subject: opener + 1, main: mainVerb(words, opener, to, share, relatives) }
  }
  const next = words[opener + 1]
  const has = words[opener]!.lemma === 'have' && words.slice(opener, to).every(({ pos }) => pos !== 'VERB')
  if (has && hasHead(words, from, opener)) return { ...base, kind: 'told', subject: from, main: opener }
  const run = words.slice(opener + 1, to).findIndex((word) => !isNominal(word) && word.pos !== 'ADV')
  const isQuality = run > 0 && !words.slice(opener + 1, opener + 1 + run).some(isHead)
  const isPredicate = isQuality || (next?.pos === 'VERB' && !isNominal(words[opener + 2]))
  if (opener > from && hasHead(words, from, opener) && isPredicate)
    return { ...base, kind: 'told', subject: from, main: opener + 1 }
  return { ...base, kind: 'be', subject: opener + 1, main: predicate(words, opener, to, relatives) }
}

/** The auxiliary that opens a clause: first in it, or behind words that ask, or behind "In adults, …"; -1 where there is none. */
function openerIn(words: readonly Word[], from: number, to: number): number {
  const at = words.slice(from, to).findIndex(({ pos, lemma }) => pos === 'AUX' || lemma === 'do') + from
  if (at < from || words[at - 1]?.text === 'that') return -1
  const isAsked = grammar.asking.has(words[from]!.text.toLowerCase()) && words[from]!.text.toLowerCase() !== 'whether'
  const isLed = words[at - 1]?.text === ',' || words.slice(from, at).some(({ text }) => grammar.asking.has(text))
  return at === from || isAsked || isLed || words[at - 1]?.pos === 'CCONJ' ? at : -1
}

/**
 * Whether the word behind "what" or "who" is the verb and no plural that asks for a kind of thing: an object with an article follows
 * ("What limits the yield"), or another noun, and what a tagger took for the verb is less often one ("What controls flowering time").
 */
function isAct(words: readonly Word[], from: number, share: VerbShare, other: Word | undefined): boolean {
  const [asks, first, next] = [words[from]!, words[from + 1], words[from + 2]]
  if (!/^wh(?:at|o)$/i.test(asks.text) || first === undefined || isBare(first) || share(first.lemma) === 0) return false
  return next?.pos === 'DET' || (isNominal(next) && share(first.lemma) > (other ? share(other.lemma) : 0))
}

/** Behind "which" and "what" a word is the verb even where a tagger took all for names: "Which ships carry grain". */
function untagged(words: readonly Word[], from: number, to: number, share: VerbShare, relatives: readonly Relative[]) {
  const led = words.findIndex(({ pos }, at) => at > from && at < to && pos === 'ADP')
  const end = led === -1 ? to : led
  const main = mainVerb(words, from, end, share, relatives)
  return main < end ? main : undefined
}

function toldIn(
  words: readonly Word[],
  from: number,
  to: number,
  share: VerbShare,
  relatives: readonly Relative[],
): Pick<Clause, 'kind' | 'subject' | 'main'> {
  const first = words[from]!.text.toLowerCase()
  const asked = grammar.asking.has(first) || first === 'that'
  const isVerb = ({ pos, text }: Word) => (pos === 'VERB' || pos === 'AUX') && !/ing$/.test(text)
  const verbs = words
    .map((_, at) => at)
    .slice(from, to)
    .filter((at) => isVerb(words[at]!) && words[at - 1]?.pos !== 'PART' && !isInRelative(relatives, at))
  const tagged =
    first === 'what' || first === 'who'
      ? verbs[0]
      : (verbs.find((at) => hasHead(words, from, at) && !/(?:ed|en)$/.test(words[at]!.text)) ??
        verbs.find((at) => hasHead(words, from, at)))
  const main = tagged ?? (asked ? untagged(words, from, to, share, relatives) : undefined)
  if (isAct(words, from, share, main === undefined ? undefined : words[main]))
    return { kind: 'told', subject: from, main: from + 1 }
  if (!asked || main === undefined) return { kind: 'title', subject: from, main: to }
  return { kind: 'told', subject: from, main: words[main]!.pos === 'AUX' && main + 1 < to ? main + 1 : main }
}

function hasHead(words: readonly Word[], from: number, to: number): boolean {
  return words
    .slice(from, to)
    .some((word) => isHead(word) || (word.pos === 'VERB' && (isBare(word) || /s$/.test(word.text))))
}

/** The predicate behind the subject of "is" or "has": a quality, a participle, or what the subject is said to be. */
function predicate(words: readonly Word[], opener: number, to: number, relatives: readonly Relative[]): number {
  for (let at = opener + 2; at < to; at++) {
    const [before, word, next] = [words[at - 1]!, words[at]!, words[at + 1]]
    if (isInRelative(relatives, at) || (word.pos === 'ADV' && isInRelative(relatives, at - 1))) continue
    if (!hasHead(words, opener + 1, at) || ['ADP', 'CCONJ', 'DET'].includes(before.pos)) continue
    const participle = word.pos === 'VERB' && !isBare(word) && !/ing$/.test(word.text)
    if ((participle || word.pos === 'ADJ') && !isNominal(next)) return at
    if (word.pos === 'ADV' && grammar.degrees.has(word.text.toLowerCase()) && isHead(before)) return at
    if (word.pos === 'AUX' || (word.pos === 'DET' && isHead(before))) return at
  }
  return to
}
