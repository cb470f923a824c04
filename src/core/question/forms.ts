import { past, progressive, third } from '../text/inflect.ts'
import { words as wordsIn } from '../text/light-stem.ts'
import endings from '../text/lists/word-endings.json' with { type: 'json' }
import { wordsOf } from '../text/word-list.ts'
import { type WordNet, wordNetParts } from '../text/wordnet.ts'
import type { Query } from './query.ts'

/** Most forms of an open word that stands alone, and of one that ends a phrase. */
const most = { word: 24, phrase: 16 }
/** Letters of an ending that a dictionary must know at least, so that what stands before it may be a prefix ("photo-synthe"). */
const shortestTail = 5
/** Words of the dictionary that must end like a stem so that the stem may be a word itself. */
const wordsOfTail = 3
const general = wordsOf(endings.any, endings.general)
const afterE = wordsOf(endings.any, endings.afterE)
const common = new Set([...general, ...afterE, ''])

/** What open terms are completed from. */
export interface FormSources {
  net: WordNet
  /** Words of the medical subject headings, in lower case. */
  headings: ReadonlySet<string>
  /** How often each word of the user's own library occurs in it; empty where there is none. */
  library: ReadonlyMap<string, number>
}

/** The query with the real forms of every open term, for databases that know no endings. */
export function withForms(query: Query, sources: FormSources): Query {
  const terms = [...query.all.flatMap((concept) => concept.any), ...query.not].filter((term) => term.endsWith('*'))
  return { ...query, forms: Object.fromEntries(terms.map((term) => [term, formsOf(term, sources)])) }
}

/** How often each word occurs in texts, in lower case. */
export function countWords(texts: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * Real forms of a term with an open end, as it may be written in a text: `language model*` gives "language model", "language
 * models" and so on. The library's own words come first, the commonest before the others, then those of the dictionary with
 * their inflections, regular endings before others; where neither knows any, regular endings alone. The bare stem is a form only where it is
 * a word, or may be one; where a phrase or a hyphenated word ends in it, its inflections alone are meant.
 */
export function formsOf(term: string, { net, headings, library }: FormSources): string[] {
  const whole = term.replace(/\*$/, '')
  const [, before = '', stem = ''] = /^(.*[\s-])?(.*)$/u.exec(whole)!
  const key = stem.toLowerCase()
  const own = [...library]
    .filter(([word]) => word.startsWith(key) && (!/\d$/.test(key) || !/^\d/.test(word.slice(key.length))))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word)
  const known = /\p{Lu}.*\p{Lu}/u.test(stem) ? [key, `${key}s`] : dictionaryForms(key, net, headings)
  const isPart = before !== '' && (known.includes(key) || own.includes(key))
  const forms = [...new Set([...own.slice(0, most.word / 2), ...known, ...own])].filter(
    (form) => !isPart || isInflection(key, form),
  )
  const cut = forms.slice(0, before.includes(' ') ? most.phrase : most.word)
  return cut.map((form) => before + stem + form.slice(key.length))
}

function dictionaryForms(stem: string, net: WordNet, headings: ReadonlySet<string>): string[] {
  const named = stem.length < 4 ? [] : [...headings].filter((word) => word.startsWith(stem))
  const known = [...inflected(stem, net), ...named]
  if (known.length > 0) return ordered(stem, [...known, ...(mayBeWord(stem, net) ? [stem] : [])])
  for (let cut = 1; cut <= stem.length - shortestTail; cut++) {
    const tail = inflected(stem.slice(cut), net)
    if (tail.length > 0) return ordered(stem, [...tail.map((form) => stem.slice(0, cut) + form)])
  }
  return regular(stem, net)
}

/** Words of the dictionary from a stem on, with their plurals and the forms of verbs. */
function inflected(stem: string, net: WordNet): string[] {
  if (stem.length < 3 || !/^[a-z]+$/.test(stem)) return []
  const forms = wordNetParts.flatMap((part) =>
    net
      .beginning(stem, part)
      .flatMap((word) =>
        part === 'noun'
          ? [word, plural(word)]
          : part === 'verb'
            ? [word, third(word), past(word), progressive(word)]
            : word,
      ),
  )
  return [...new Set(forms)].filter((form) => form.startsWith(stem))
}

/** Words and endings of a stem that nobody knows. */
function regular(stem: string, net: WordNet): string[] {
  const bare = mayBeWord(stem, net) ? [stem] : []
  if (/[^a-z]/.test(stem) || stem.length < 3) return [stem, ...(/[a-z]$/.test(stem) ? [`${stem}s`] : [])]
  return [...bare, ...(stem.endsWith('e') ? afterE : general).map((ending) => stem + ending)]
}

/** Whether words of English end like this. */
function mayBeWord(stem: string, net: WordNet): boolean {
  if (!/^[a-z]+$/.test(stem)) return true
  if (wordNetParts.some((part) => net.beginning(stem, part)[0] === stem)) return true
  if (inflected(stem, net).length > 0) return false
  return net.endingLike(stem.slice(stem.length > 6 ? -4 : -3)) >= wordsOfTail
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/sis$/.test(noun)) return `${noun.slice(0, -2)}es`
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "models", "modelled" of "model". */
function isInflection(stem: string, form: string): boolean {
  const ending = form.slice(stem.length)
  return common.has(ending) || (ending[0] === stem.at(-1) && common.has(ending.slice(1)))
}

/** Regular endings before others, then the shorter before the longer. */
function ordered(stem: string, forms: readonly string[]): string[] {
  const rank = (form: string) => (common.has(form.slice(stem.length)) ? 0 : 1)
  return [...new Set(forms)].sort((a, b) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1))
}
