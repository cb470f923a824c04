import { distance } from 'fastest-levenshtein'
import { past, progressive } from '../../text/inflect.ts'
import { words } from '../../text/light-stem.ts'
import { stem } from '../../text/stem.ts'
import { wordNetParts } from '../../text/wordnet.ts'
import { type Dictionaries, noWord } from './dictionaries.ts'

/** A word of a question that no dictionary knows, and the one that it is read as. */
export interface Typo {
  typed: string
  meant: string
}

/** Letters of a word that is looked at, and letters that may differ: one, and two in a word as long as `long`. */
const [shortest, long] = [6, 8]
/** First letters that must be right. */
const right = 2

/**
 * Words that are most likely misspelt: in no dictionary, in no text of the library, written in small letters, and one or two letters from a single
 * word that the dictionary has and scholarly abstracts use.
 */
export function typosIn(question: string, dictionaries: Dictionaries, texts: readonly string[]): Typo[] {
  const typed = new Set(question.match(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu) ?? [])
  return [...typed]
    .filter((word) => /^[a-z]+$/.test(word) && word.length >= shortest && !isKnown(word, dictionaries))
    .filter((word) => !texts.some((text) => words(text).includes(word)))
    .flatMap((word) => {
      const meant = nearest(word, dictionaries)
      return meant === null ? [] : [{ typed: word, meant }]
    })
}

function isKnown(word: string, { net, mesh, rarity }: Dictionaries): boolean {
  const forms = [word, word.replace(/(?:ed|ing)$/, ''), word.replace(/(?:ed|ing)$/, 'e')]
  return (
    rarity(stem(word)) < rarity(noWord) ||
    mesh.heading(word) !== null ||
    forms.some((form) => wordNetParts.some((part) => net.synsets(form, part).length > 0))
  )
}

/** Whether scholarly abstracts or medical headings have a word: "burnous" is in the dictionary and is meant by nobody. */
function isUsed(word: string, { mesh, rarity }: Dictionaries): boolean {
  return rarity(stem(word)) < rarity(noWord) || mesh.heading(word) !== null
}

/** The one word of the dictionary that is nearest, with the ending of a plural that was typed; null where there is none or more than one. */
function nearest(word: string, dictionaries: Dictionaries): string | null {
  const { net } = dictionaries
  const plural = /[^s]s$/.test(word) ? 's' : ''
  const bare = plural ? word.slice(0, -1) : word
  const most = bare.length >= long ? 2 : 1
  const known = new Set(
    wordNetParts.flatMap((part) =>
      net
        .beginning(bare.slice(0, right), part)
        .flatMap((form) => (part === 'verb' ? [form, past(form), progressive(form)] : [form])),
    ),
  )
  const near = [...known]
    .filter((other) => Math.abs(other.length - bare.length) <= most)
    .map((other) => ({ other, apart: distance(other, bare) }))
    .filter(({ other, apart }) => apart <= most && isUsed(other, dictionaries))
  const least = Math.min(...near.map(({ apart }) => apart))
  const best = near.filter(({ apart }) => apart === least)
  return best.length === 1 ? best[0]!.other + plural : null
}
