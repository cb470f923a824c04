import { type TaggedWord, tagWords } from '../../text/pos.ts'
import type { VerbShare } from '../../text/verb-share.ts'
import type { WordNet } from '../../text/wordnet.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { retagged } from './retag.ts'
import type { Word } from './word.ts'

/** A question as words with parts of speech that hold for its grammar, and its clauses. */
export interface Read {
  words: Word[]
  clauses: Clause[]
}

/** Reads a question by its grammar. */
export function readQuestion(text: string, net: WordNet, share: VerbShare): Read {
  const plain = withSmallFirst(text.replace(/’/g, "'"), net)
  const words = eponyms(suspended(joined(tagWords(plain), plain)), net)
  const clauses = clausesOf(words, share)
  return { words: retagged(words, clauses, net, share), clauses }
}

/** The capital with which a text begins is no name where the dictionary has the word: "Effects of noise". */
function withSmallFirst(text: string, net: WordNet): string {
  const [first = ''] = /^\p{Lu}[\p{Ll}]+(?![\p{L}-])/u.exec(text) ?? []
  const small = first.toLowerCase()
  const senses = first === '' ? [] : net.synsets(small, 'noun')
  return senses[0]?.words.some((word) => word === small || `${word}s` === small)
    ? small + text.slice(small.length)
    : text
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
    if (/\p{L}/u.test(word.text)) before.pos = posOfJoined(word)
  }
  return out
}

/** What joined words are by their last: "body-worn" is a quality, "fine-tuning" an act, "CBT-I" a name. */
function posOfJoined({ text, pos }: Word): string {
  if (pos === 'VERB') return /ing$/.test(text) ? 'VERB' : 'ADJ'
  return ['NOUN', 'PROPN', 'ADJ', 'NUM', 'X'].includes(pos) ? pos : 'NOUN'
}

/** "Huntington's disease" is one name where the dictionary has it. */
function eponyms(words: readonly Word[], net: WordNet): Word[] {
  const out: Word[] = []
  for (const word of words) {
    const [owner, mark] = [out.at(-2), out.at(-1)]
    const text = `${owner?.text}'s ${word.text}`
    if (mark?.text === "'s" && owner && net.synsets(text.toLowerCase(), 'noun').length > 0) {
      out.length -= 2
      out.push({ text, lemma: text.toLowerCase(), pos: 'NOUN', start: owner.start, end: word.end })
    } else out.push({ ...word })
  }
  return out
}

/** "low- and middle-income" is one quality. */
function suspended(words: readonly Word[]): Word[] {
  const out: Word[] = []
  for (const word of words) {
    const [open, joins] = [out.at(-2), out.at(-1)]
    if (
      open &&
      joins &&
      /\p{L}[-‐‑]$/u.test(open.text) &&
      /^(?:and|or|to)$/i.test(joins.text) &&
      /[-‐‑]/.test(word.text)
    ) {
      out.length -= 2
      const text = `${open.text} ${joins.text} ${word.text}`
      out.push({ text, lemma: text.toLowerCase(), pos: 'ADJ', start: open.start, end: word.end })
    } else out.push({ ...word })
  }
  return out
}
