import { directions } from '../../text/lexicon.ts'
import { stem } from '../../text/stem.ts'
import type { VerbShare } from '../../text/verb-share.ts'
import type { WordNet } from '../../text/wordnet.ts'
import type { Clause } from './clauses.ts'
import { grammar, isBare, isHead, isNominal } from './grammar.ts'
import type { Word } from './word.ts'

/** Times that a form in -ing was met as a noun, at least, to be one before another noun: "learning loss". */
const leastMet = 3
/** Times that a verb was met, at least, to be meant by a form in -ing that is hardly met as a quality: "in controlling hypertension". */
const leastDone = 5
const latin = /^(?:e\.g|i\.e|etc|cf|vs)\.?$/i

/**
 * Words with the parts of speech that their clauses leave them: a clause has one main verb, so that what a tagger took for others are
 * nouns or qualities unless "to" or "and" leads them.
 */
export function retagged(words: readonly Word[], clauses: readonly Clause[], net: WordNet, share: VerbShare): Word[] {
  const out = words.map((word) => ({ ...word }))
  for (const clause of clauses) {
    if ((clause.kind === 'do' || clause.kind === 'told') && out[clause.main]?.pos !== 'AUX' && clause.main < clause.to)
      out[clause.main]!.pos = 'VERB'
    for (let at = clause.to - 1; at >= clause.from; at--)
      if (clause.relatives.some(({ verb }) => verb === at)) {
        if (out[at]!.pos !== 'AUX') out[at]!.pos = 'VERB'
      } else if (at !== clause.main || clause.kind === 'be') out[at]!.pos = posOf(out, at, clause, net, share)
  }
  return out
}

function posOf(words: readonly Word[], at: number, clause: Clause, net: WordNet, share: VerbShare): string {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  const low = word.text.toLowerCase()
  const has = (part: 'noun' | 'adj') => net.synsets(low, part).length > 0
  if (latin.test(word.text)) return 'PUNCT'
  if (
    isHead(word) &&
    isHead(before) &&
    next !== undefined &&
    isObject(next) &&
    net.synsets(word.lemma, 'verb').length > 0
  )
    return 'VERB'
  if (word.pos === 'VERB') return verbal(words, at, clause, net, share)
  if (headsByPlace(words, at, clause, net)) return 'NOUN'
  if (
    word.pos === 'ADV' &&
    isNominal(next) &&
    !/ly$/.test(low) &&
    !grammar.degrees.has(low) &&
    (has('adj') || has('noun'))
  )
    return 'ADJ'
  if (word.pos === 'NOUN' && /^[a-z]+-[a-z-]+$/.test(low) && isHead(next) && !has('noun')) return 'ADJ'
  if (word.pos === 'NOUN' && !isNominal(next) && isBare(word) && !/ing$/.test(low) && has('adj')) {
    const asQuality = net.frequency(low, 'adj') + net.frequency(low, 'adv')
    const isComplement = isPlural(before) && asQuality > net.frequency(low, 'noun')
    if (!has('noun') || isComplement) return 'ADJ'
  }
  if (word.pos !== 'ADJ' || isNominal(next)) return word.pos
  const isThings = /[^s]s$/.test(low) && has('noun')
  const isGroup = before?.pos === 'DET' && has('noun')
  return isThings || isGroup ? 'NOUN' : 'ADJ'
}

/** A quality that could be a noun, where its phrase would have none: "Does bright light improve …", "the effect of dry cold on …". */
function headsByPlace(words: readonly Word[], at: number, clause: Clause, net: WordNet): boolean {
  const [lead, before, word, next] = [words[at - 2], words[at - 1], words[at]!, words[at + 1]]
  const low = word.text.toLowerCase()
  if (!['ADJ', 'ADV'].includes(word.pos) || /ly$/.test(low) || net.frequency(low, 'noun') < leastMet) return false
  const closes =
    next?.pos === 'CCONJ' ? !isNominal(words[at + 2]) || isHead(words[at + 2]) : closing.has(next?.pos ?? 'PUNCT')
  const isOwn =
    before !== undefined &&
    net.synsets(before.text.toLowerCase(), 'adj').length > 0 &&
    !grammar.degrees.has(before.text.toLowerCase())
  const isSubject = clause.kind === 'do' && at < clause.main && (at === clause.subject || isOwn)
  return closes && (isSubject || (isOwn && lead?.pos === 'ADP'))
}

const closing: ReadonlySet<string> = new Set(['VERB', 'AUX', 'ADP', 'PUNCT'])

/** A pronoun that only stands behind its verb: "makes doctors counsel them". */
function isObject({ text }: Word): boolean {
  return /^(?:them|him|us|me)$/i.test(text)
}

/** What a word is that a tagger took for a verb and that is not the main one. */
function verbal(words: readonly Word[], at: number, clause: Clause, net: WordNet, share: VerbShare): string {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  const low = word.text.toLowerCase()
  const isTo = before?.pos === 'PART' && before.text.toLowerCase() === 'to'
  if (isTo && !/ed$/.test(low) && !grammar.against.has(words[at - 2]?.text.toLowerCase() ?? '')) return 'VERB'
  if (/ing$/.test(low)) return gerund(words, at, clause, net)
  const bare = isBare(word) && !/ed$/.test(low)
  if (bare && clause.kind === 'do' && at === clause.subject && at < clause.main) return 'NOUN'
  if (!bare && !(/s$/.test(low) && net.synsets(low, 'noun').length > 0))
    return isNominal(next) && at !== clause.main ? 'ADJ' : 'VERB'
  const second = before?.pos === 'CCONJ' && share(word.lemma) >= 0.6
  const behindObject = isHead(before) && /s$/.test(before!.text) && share(word.lemma) >= 0.8
  if (at > clause.main && (second || behindObject)) return 'VERB'
  return net.synsets(low, 'noun').length > 0 ? 'NOUN' : word.pos
}

/** A form in -ing is a verb before its own object ("for diagnosing appendicitis"), a quality before a noun ("dying patients"), and else a noun. */
function gerund(words: readonly Word[], at: number, clause: Clause, net: WordNet): string {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  const low = word.text.toLowerCase()
  const turns = directions.has(stem(low))
  if (low.includes('-')) return isNominal(next) ? 'ADJ' : 'NOUN'
  const isAct = before?.pos === 'ADP' && net.frequency(low, 'adj') < 1 && net.frequency(word.lemma, 'verb') >= leastDone
  if (isNominal(next) && !turns && !isAct && net.synsets(low, 'adj').length > 0 && before?.text.toLowerCase() !== 'by')
    return 'ADJ'
  const isThing = !turns && net.frequency(low, 'noun') >= leastMet
  if (isNominal(next) && isThing) return 'NOUN'
  if (isPlural(before) && ['ADP', 'DET', 'PART'].includes(next?.pos ?? '')) return 'VERB'
  if (isNominal(before) || before?.pos === 'DET') return 'NOUN'
  const other = next?.pos === 'CCONJ' && words[at + 2]?.pos === 'VERB' && /ing$/.test(words[at + 2]!.text)
  const hasObject = isNominal(next) || next?.pos === 'DET' || next?.pos === 'PRON' || other
  const isLed = before !== undefined && ['ADP', 'SCONJ', 'ADV', 'CCONJ'].includes(before.pos)
  const opens = at === clause.subject && net.synsets(`${low} ${next?.text ?? ''}`, 'noun').length === 0
  return hasObject && (isLed || opens) ? 'VERB' : 'NOUN'
}

function isPlural(word: Word | undefined): boolean {
  return isHead(word) && /(?:[^s]s|people|children|men)$/.test(word!.text)
}
