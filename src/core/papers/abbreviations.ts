import type { Paper } from '../../schemas/paper.ts'
import { remembered } from '../remembered.ts'
import { lightStem } from '../text/light-stem.ts'
import lists from '../text/lists/stop-words.json' with { type: 'json' }
import { wordSet } from '../text/word-list.ts'
import { wholeText } from './whole-text.ts'

/** Long forms by abbreviation, as texts define them: "magnetic resonance imaging (MRI)". */
export type Abbreviations = ReadonlyMap<string, string>

/** So common that readers take them for words, or that the long form would hide what is meant. */
const kept = new Set(
  'CI OR RR HR IRR SD SE IQR AUC ROC F1 RCT RCTs ITT DNA RNA HIV AIDS ICU USA UK EU UN WHO FDA EMA CDC PCR ELISA MRI CT ECG EEG BMI IQ AI ML NLP LLM LLMs CPU GPU'.split(
    ' ',
  ),
)
const functionWords = wordSet(lists.everywhere)
const word = String.raw`[\p{L}\d](?:[\p{L}\d-]|['’](?=[\p{L}\d-]))*`
const short = String.raw`\(([A-Z][A-Za-z\d-]{1,7})`
/** What may close a definition, "(TQ, 300 mg)"; behind a comma a second abbreviation makes it a list of things. */
const close = String.raw`(?=\)|[;,](?! \p{L}*\p{Lu}\p{L}*\p{Lu}))`
const bracketed = new RegExp(short + close, 'gu')
/** The bracket first: looking back from it reads no more than the words before. */
const definition = new RegExp(String.raw` (?=\()(?<=((?:${word}[ /]){0,9}${word}) )${short}${close}`, 'gu')

/** Abbreviations that a text defines, each with the words just before it that it stands for. */
export function definedIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, before, short] of text.matchAll(definition)) {
    if (kept.has(short!) || found.has(short!) || !/[A-Z].*[A-Z]/.test(short!)) continue
    const long = longForm(before!, short!)
    if (long) found.set(short!, long)
  }
  return found
}

/**
 * The end of the words before that the letters stand for, a noun phrase (no function word heads it). Of several the one that leaves
 * fewest words without a letter, and of these the shortest; with none, what a function word heads where each word gives its first letter,
 * "in vitro fertilization".
 */
function longForm(before: string, short: string): string | null {
  const words = before.split(' ')
  const letters = short.toLowerCase().replace(/-/g, '')
  const ends = words.slice(-mostWords(letters.length)).map((_, at, last) => last.slice(at))
  const found = ends
    .filter(([head]) => !functionWords.has(head!.toLowerCase()))
    .map((end) => ({ long: end.join(' '), idle: idleWords(end.join(' '), letters) }))
    .filter(({ long, idle }) => idle !== null && long.length > short.length + 2)
  return (
    found.toReversed().toSorted((a, b) => a.idle! - b.idle!)[0]?.long ??
    ends.find((end) => end[0]!.length > 1 && initials(end) === letters)?.join(' ') ??
    null
  )
}

const initials = (words: readonly string[]) =>
  words
    .join(' ')
    .toLowerCase()
    .split(/[ /-]/)
    .map((word) => word.charAt(0))
    .join('')

/** Words that a long form may have at most: Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions, 2003. */
const mostWords = (letters: number) => Math.min(letters + 5, letters * 2)

/**
 * How few words of content have no letter at their head where the first letter heads the phrase and each other follows in order. Null
 * where that cannot be, or where most words have none.
 */
function idleWords(long: string, letters: string): number | null {
  const words = long.toLowerCase().split(/[ /-]/).filter(Boolean)
  const content = words.filter((word) => !functionWords.has(word))
  const from: (at: number) => (letter: number) => number = remembered((at) =>
    remembered((letter: number) => {
      const word = words[at]
      if (word === undefined) return letter === letters.length ? 0 : Number.POSITIVE_INFINITY
      const isHeaded = letter < letters.length && word.startsWith(letters[letter]!)
      if (at === 0 && !isHeaded) return Number.POSITIVE_INFINITY
      const costs = Array.from({ length: lettersIn(word, letters.slice(letter)) + 1 }, (_, taken) => {
        const isIdle = !(isHeaded && taken > 0) && !functionWords.has(word)
        return Number(isIdle) + from(at + 1)(letter + taken)
      })
      return Math.min(...costs.slice(at === 0 ? 1 : 0))
    }),
  )
  const idle = from(0)(0)
  return 2 * idle > content.length ? null : idle
}

/** How many of the letters stand in a word, in order. */
function lettersIn(word: string, letters: string): number {
  let at = 0
  for (const char of word) if (char === letters[at]) at++
  return at
}

/**
 * Abbreviations of each paper: its own, and those that two or more papers define in the same way and no other differently. What a
 * paper has in brackets itself is explained there, in words of its own, "nicotine patch (NRT)", and takes no other's.
 */
export function abbreviationsOf(papers: readonly Paper[]): (paper: Paper) => Abbreviations {
  const own = new Map(papers.map((paper) => [paper.id, definitionsOf(paper)]))
  const shared = new Map<string, { long: string; papers: number } | null>()
  for (const forms of own.values())
    for (const [short, long] of forms) {
      const known = shared.get(short)
      if (known === undefined) shared.set(short, { long, papers: 1 })
      else if (known)
        shared.set(
          short,
          known.long.toLowerCase() === long.toLowerCase() ? { ...known, papers: known.papers + 1 } : null,
        )
    }
  const agreed = [...shared].flatMap(([short, entry]): [string, string][] =>
    entry && entry.papers >= 2 ? [[short, entry.long]] : [],
  )
  return (paper) => {
    const explained = new Set(Array.from(wholeText(paper).matchAll(bracketed), ([, one]) => one!))
    const borrowed = agreed.filter(([one]) => !explained.has(one))
    return new Map([...borrowed, ...(own.get(paper.id) ?? [])])
  }
}

const read = new WeakMap<Paper, Abbreviations>()

/** Abbreviations that a paper defines in title and text; read once. */
export function definitionsOf(paper: Paper): Abbreviations {
  const found = read.get(paper) ?? definedIn(wholeText(paper))
  read.set(paper, found)
  return found
}

/** A statement with its abbreviations explained at their first use, "body mass index (BMI)"; where it gives the long form itself, it stays as it is. */
export function writtenOut(statement: string, abbreviations: Abbreviations): string {
  let text = statement
  for (const [short, long] of abbreviations) {
    if (!text.includes(short) || text.toLowerCase().includes(long.toLowerCase())) continue
    const match = alone(short).exec(text)
    const before = match ? text.slice(0, match.index) : '('
    if (before.split('(').length > before.split(')').length) continue
    const behind = text.slice(before.length + short.length)
    const own = repeatsLast(long, behind) ? withoutLast(long) : long
    const name = before === '' ? own.charAt(0).toUpperCase() + own.slice(1) : decapital(own)
    text = `${before}${name} (${short})${behind}`
  }
  return text
}

/** Whether a text goes on with the last word of a long form: "ES cells", where ES are embryonic stem cells. */
function repeatsLast(long: string, behind: string): boolean {
  const [next, last] = [/^ ([\p{L}-]+)/u.exec(behind)?.[1], long.split(' ').at(-1)!]
  return next !== undefined && long.includes(' ') && lightStem(next.toLowerCase()) === lightStem(last.toLowerCase())
}

const withoutLast = (long: string) => long.slice(0, Math.max(0, long.lastIndexOf(' ')))

/** An abbreviation that is no part of another one: "NRT+" names something else. */
const alone = (short: string) => new RegExp(`(?<![\\p{L}\\d-])${short}(?![\\p{L}\\d+-])`, 'u')

/**
 * A statement with its abbreviations as its quote has them: undoes what {@link writtenOut} did, and what says of an abbreviation of the
 * quote word for word what its paper does.
 */
export function asQuoted(statement: string, quote: string, abbreviations: Abbreviations): string {
  let text = statement
  for (const [short, long] of abbreviations) {
    const told = [long, withoutLast(long)].find(
      (form) => form && text.toLowerCase().includes(`${form} (${short})`.toLowerCase()),
    )
    if (!told || !alone(short).test(quote) || quote.toLowerCase().includes(long.toLowerCase())) continue
    const at = text.toLowerCase().indexOf(`${told} (${short})`.toLowerCase())
    text = text.slice(0, at) + short + text.slice(at + told.length + short.length + 3)
  }
  return text
}

/** A long form for the middle of a sentence: "Insulin" becomes "insulin", names of several capitals stay. */
function decapital(long: string): string {
  return /^[A-Z][a-z]+(?:-[a-z]+)*(?: [a-z-]+)*$/.test(long) ? long.charAt(0).toLowerCase() + long.slice(1) : long
}
