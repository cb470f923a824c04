import type { VerbShare } from '../../text/verb-share.ts'
import { grammar, isBare, isInList, isNominal } from './grammar.ts'
import { isInRelative, type Relative } from './relatives.ts'
import type { Word } from './word.ts'

/** Words that lead a clause inside another, whose verb is not the main one. */
const leadsClause = /^(?:what|how|why|when|if|because|while|although|though|unless)$/

/** A score from which the first verb that reaches it is taken; else the best one. */
const surely = 2

/**
 * The main verb of "Do A, B and C change D": whatever stands between the auxiliary and it is the subject, whatever a tagger makes of "walks" or
 * "drinks". It is a bare form that is often a verb, mostly behind a plural and before an object.
 */
export function mainVerb(
  words: readonly Word[],
  opener: number,
  to: number,
  share: VerbShare,
  relatives: readonly Relative[],
): number {
  const end = words.findIndex(
    (word, at) =>
      at > opener + 1 && at < to && !isInRelative(relatives, at) && (word.pos === 'AUX' || leadsClause.test(word.text)),
  )
  const scored: Scored[] = []
  for (let at = opener + 2; at < (end === -1 ? to : end); at++) {
    const score = isInRelative(relatives, at) ? 0 : verbScore(words, opener, at, share)
    if (score > 0) scored.push({ at, score, second: words[at - 1]!.pos === 'CCONJ' })
  }
  const open = scored.filter(({ at }) => !scored.some((other) => isObjectOf(words, other.at, at)))
  const first = open.filter(({ second }) => !second)
  const among = first.some(({ score }) => score > 0.15) ? first : open
  const best = among.find(({ score }) => score >= surely) ?? among.toSorted((a, b) => b.score - a.score)[0]
  if (best) return (grammar.helping.has(words[best.at]!.lemma) ? undefined : behindNouns(words, best, among)) ?? best.at
  if (words[end]?.lemma === 'have' && (isNominal(words[end + 1]) || words[end + 1]?.pos === 'DET')) return end
  const behind = words.findIndex(({ pos }, at) => at > end && at < to && pos === 'VERB')
  return words[end]?.pos === 'AUX' && behind !== -1 ? behind : to
}

/** Whether a word stands inside the object of a verb before it: "pay" in "narrow the gender pay gap". */
function isObjectOf(words: readonly Word[], verb: number, at: number): boolean {
  const inside = words.slice(verb + 2, at)
  return at > verb + 2 && words[verb + 1]!.pos === 'DET' && inside.every(isNominal) && isNominal(words[at + 1])
}

/** A likelier verb with nothing but nouns between: in "Do calcium channel blockers compare" the first may be "channel". */
function behindNouns(words: readonly Word[], best: Scored, among: readonly Scored[]): number | undefined {
  const later = among.filter(({ at, score }) => at > best.at + 1 && score > best.score)
  return later.find(({ at }) => words.slice(best.at + 1, at).every(isInList))?.at
}

function verbScore(words: readonly Word[], opener: number, at: number, share: VerbShare): number {
  const [before, word, next] = [words[at - 1]!, words[at]!, words[at + 1]]
  if (!/^[\p{L}-]+$/u.test(word.text) || ['ADP', 'DET', 'PART'].includes(before.pos)) return 0
  const isPhrasal = share(`${word.text} ${next?.text ?? ''}`) > 0
  const chance = isPhrasal ? 0.9 : Math.min(0.98, share(word.text))
  const behind = isPhrasal
    ? 2
    : next !== undefined && (isNominal(next) || ['DET', 'PRON', 'VERB'].includes(next.pos))
      ? 2
      : 0.5
  const governs = next?.pos === 'DET' && isInList(before) ? 3 : 1
  const yields = next !== undefined && isBare(next) && share(next.text) >= 0.8 ? 0.1 : 1
  const plural = /[^s]s$/.test(before.text) && words[opener]!.text.toLowerCase() === 'do' ? 3 : 1
  return (chance / (1 - chance)) * behind * governs * yields * plural
}

/** A word that may be the main verb; `second` behind a conjunction. */
interface Scored {
  at: number
  score: number
  second: boolean
}
