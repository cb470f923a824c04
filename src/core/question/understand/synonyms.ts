import { lightStem, words } from '../../text/light-stem.ts'
import innStems from '../../text/resources/inn-stems.json' with { type: 'json' }
import { related, type Synset, type WordNet } from '../../text/wordnet.ts'
import type { Dictionaries } from './dictionaries.ts'

/** Another name of a concept with where it comes from, as people read it. */
export interface Name {
  term: string
  source: string
}

/** Senses that a word may have for its synonyms and narrower words to be trusted without more. */
const fewSenses = 2
/** Narrower names that are taken from one entry, at most. */
const mostNarrower = 12
/** WordNet's file of persons. */
const personFile = 18
/** The same where persons are named: kinds of professionals are many, and each is one. */
const mostPersons = 40

/** Other names of a phrase by WordNet: synonyms of its first sense, and narrower words where it has one sense only. */
export function wordNetNames(
  phrase: string,
  { net }: Dictionaries,
  withNarrower = true,
  persons = mostPersons,
): Name[] {
  const senses = inDictionary(phrase, net).filter((sense) => !isPlace(phrase, sense))
  const [first] = senses
  if (first === undefined || senses.length > fewSenses) return []
  const narrower =
    senses.length > 1 || !withNarrower
      ? []
      : few(related(net, first, '~'), first.file === personFile ? persons : mostNarrower)
  return [
    ...named(first.words, phrase, 'WordNet'),
    ...narrower.flatMap((each: Synset) => named(each.words, phrase, `WordNet, a kind of ${first.words[0]}`)),
  ]
}

/** Letters that stand for a single thing are mostly another's: CT is no state where a scanner is meant. */
function isPlace(phrase: string, sense: Synset): boolean {
  return /^\p{Lu}{2,5}$/u.test(phrase) && sense.pointers.some(({ symbol }) => symbol === '@i')
}

/** Senses of a phrase, of the phrase with its compounds parted, or without what stands between its first and its last word. */
function inDictionary(phrase: string, net: WordNet): readonly Synset[] {
  const parted = phrase.split(' ').flatMap((word) => compound(word.toLowerCase(), net))
  const forms = [phrase, parted.join(' '), ...(parted.length > 2 ? [`${parted[0]} ${parted.at(-1)}`] : [])]
  return forms.map((form) => net.synsets(form, 'noun')).find((senses) => senses.length > 0) ?? []
}

/** "healthcare" is "health care": a word that the dictionary also writes as two. */
function compound(word: string, net: WordNet): string[] {
  const apart = net
    .synsets(word, 'noun')
    .flatMap((sense) => sense.words.find((other) => other !== word && other.replace(/[ -]/g, '') === word) ?? [])
  return apart[0]?.split(/[ -]/) ?? [word]
}

/** The medical heading of a phrase as it is said, and the headings under it. */
export function meshNames(phrase: string, { mesh }: Dictionaries): Name[] {
  const heading = mesh.heading(phrase)
  if (heading === null) return []
  const below = mesh.under(heading)
  const under = below.length <= mostNarrower ? below : few(mesh.children(heading), mostNarrower)
  return [
    ...named([said(heading.name)], phrase, 'MeSH'),
    ...under.flatMap(({ name }) => named([said(name)], phrase, `MeSH, under ${heading.name}`)),
  ]
}

/** Endings of the medicines of a kind, by the stems of nonproprietary names: "ACE inhibitors" gives `*pril`. */
export function stemNames(phrase: string): Name[] {
  const asked = keyOf(phrase)
  return innStems.stems
    .filter(({ kinds, stem }) => kinds.some((kind) => endsWith(asked, keyOf(kind))) || endsWith(asked, lightStem(stem)))
    .flatMap(({ stem, kinds }) => [
      { term: `*${stem}`, source: `INN stem -${stem}` },
      ...named(kinds, phrase, `INN stem -${stem}`),
    ])
}

/** All of a list, or none where it is so long that the name above is a general one. */
function few<T>(list: readonly T[], most: number): readonly T[] {
  return list.length > most ? [] : list
}

/** "roasted coffee bean" ends with "coffee bean", word by word. */
function endsWith(asked: string, kind: string): boolean {
  return asked === kind || asked.endsWith(` ${kind}`)
}

function named(terms: readonly string[], phrase: string, source: string): Name[] {
  return terms.filter((term) => keyOf(term) !== keyOf(phrase)).map((term) => ({ term, source }))
}

/** An inverted heading in the order in which it is said: "Dermatitis, Atopic" is "Atopic Dermatitis". */
function said(name: string): string {
  const parts = name.split(', ')
  return parts.length === 2 ? parts.toReversed().join(' ') : name
}

function keyOf(text: string): string {
  return words(text).map(lightStem).join(' ')
}
