import { type TaggedWord, tagWords } from '../../text/pos.ts'
import type { WordNet } from '../../text/wordnet.ts'

/** A word of a question; what hyphens or strokes join is one word, and the main verb is told from the nouns before it. */
export type Word = TaggedWord

const nominal = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'])
/** Auxiliaries that open a question and leave the main verb in its bare form. */
const openers = new Set(['do', 'can', 'could', 'will', 'would', 'should', 'may', 'might', 'must'])

/** Words of a question with parts of speech that hold for its grammar as a question. */
export function questionWords(text: string, net: WordNet): Word[] {
  return nounsAgain(withMainVerb(joined(tagWords(text), text), net), net)
}

const latin = /^(?:e\.g|i\.e|etc|cf|vs)\.?$/i

/** What follows an adjective or noun and can be a noun is one, if it is neither the main verb nor a participle: "back pain", "older antipsychotics". */
function nounsAgain(words: readonly Word[], net: WordNet): Word[] {
  const main = words.findIndex(({ pos }) => pos === 'VERB')
  return words.map((word, at) => {
    if (latin.test(word.text)) return { ...word, pos: 'PUNCT' }
    const before = words[at - 1]
    const led = before !== undefined && (nominal.has(before.pos) || before.pos === 'VERB') && at - 1 !== main
    const noun = net.synsets(word.text, 'noun').length > 0 || /ing$/.test(word.text)
    if (word.pos === 'VERB' && at !== main && led && before.pos !== 'VERB' && noun && !/ed$/.test(word.text))
      return { ...word, pos: 'NOUN' }
    if (word.pos === 'ADJ' && /[^s]s$/.test(word.text) && net.synsets(word.text, 'noun').length > 0)
      return { ...word, pos: 'NOUN' }
    return word
  })
}

/** Words that a hyphen, a stroke or an ampersand joins without a space become one, tagged like the last. */
function joined(tagged: readonly TaggedWord[], text: string): Word[] {
  const out: Word[] = []
  for (const word of tagged) {
    const before = out.at(-1)
    const touches = before !== undefined && before.end === word.start
    const links = touches && (/^[-‐‑&+#/]+$/.test(word.text) || /[-‐‑&/]$/.test(before.text))
    if (!links || /^[?.!,;:()]/.test(word.text)) {
      out.push({ ...word })
      continue
    }
    before.end = word.end
    before.text = text.slice(before.start, before.end)
    before.lemma = before.text.toLowerCase()
    if (/\p{L}/u.test(word.text)) before.pos = word.pos === 'VERB' ? 'ADJ' : word.pos
  }
  return out
}

/**
 * In "Do A, B and C change D" whatever stands between the auxiliary and the main verb is the subject, whatever a tagger makes
 * of "walks" or "drinks". The main verb is the bare form that is a verb in most of its senses.
 */
function withMainVerb(words: Word[], net: WordNet): Word[] {
  const opener = words.findIndex(({ pos, lemma }) => pos === 'AUX' && openers.has(lemma))
  if (opener === -1) return words
  const stop = words.findIndex(({ text }, at) => at > opener && /^[?;:]$/.test(text))
  const end = stop === -1 ? words.length : stop
  let main = -1
  let most = 0
  for (let at = opener + 2; at < end; at++) {
    const share = verbShare(words[at]!, net)
    if (words[at]!.pos === 'AUX') break
    if (share > most) [main, most] = [at, share]
    if (main !== -1 && ['ADP', 'DET', 'PRON'].includes(words[at]!.pos)) break
  }
  if (main === -1) return words
  return words.map((word, at) => {
    if (at === main) return { ...word, pos: 'VERB' }
    if (at > main && word.pos === 'VERB' && bare(word)) return { ...word, pos: 'NOUN' }
    return at > opener && at < main && word.pos === 'VERB' ? { ...word, pos: 'NOUN' } : word
  })
}

function bare({ text, lemma }: Pick<Word, 'text' | 'lemma'>): boolean {
  return text.toLowerCase() === lemma
}

/** Share of a bare form's senses that are verbs; 0 for an inflected form. */
function verbShare({ text, lemma, pos }: Word, net: WordNet): number {
  if (!bare({ text, lemma }) || !(pos === 'VERB' || nominal.has(pos))) return 0
  const [verbs, nouns] = [net.synsets(lemma, 'verb').length, net.synsets(lemma, 'noun').length]
  const adjectives = net.synsets(lemma, 'adj').length
  return verbs / (verbs + nouns + adjectives || 1)
}
