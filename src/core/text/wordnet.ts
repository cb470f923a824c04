import { remembered } from '../remembered.ts'

/** Parts of speech that WordNet has files for. */
export const wordNetParts = ['noun', 'verb', 'adj', 'adv'] as const
export type WordNetPart = (typeof wordNetParts)[number]

/** The texts of WordNet's files `index.*` and `data.*` (https://wordnet.princeton.edu/documentation/wndb5wn). */
export interface WordNetFiles {
  index: Readonly<Record<WordNetPart, string>>
  data: Readonly<Record<WordNetPart, string>>
  /** The file `index.sense`, which tells how often each sense was met (https://wordnet.princeton.edu/documentation/senseidx5wn). */
  senses: string
}

/** A set of words that mean the same. */
export interface Synset {
  /** Offset in the data file: its name within its part of speech. */
  id: number
  part: WordNetPart
  /** Number of the lexicographer's file: 18 holds persons, 6 artefacts, 26 states (https://wordnet.princeton.edu/documentation/lexnames5wn). */
  file: number
  /** Words as they are written, with spaces. */
  words: string[]
  gloss: string
  pointers: readonly Pointer[]
}

/** A relation of a synset: `@` hypernym, `~` hyponym, `!` antonym, `+` derived form and others of WordNet's manual. */
export interface Pointer {
  symbol: string
  id: number
  part: WordNetPart
  /** Number of the word that it starts from and of the one that it leads to, from 1; 0 for the synset as a whole. */
  from: number
  to: number
}

/** WordNet, read where it is asked: nothing is parsed before. */
export interface WordNet {
  /** Synsets of a word or phrase in the form that the dictionary has, the most frequent sense first; plurals of nouns are found. */
  synsets(word: string, part: WordNetPart): readonly Synset[]
  /** The synset that a pointer leads to. */
  at(pointer: Pick<Pointer, 'id' | 'part'>): Synset
  /** Single words of the dictionary that begin like this, in code-unit order. */
  beginning(prefix: string, part: WordNetPart): string[]
  /** How often a word in the form of the dictionary was met as this part in tagged texts; half a time for each sense that was not met, 0 where it is none. */
  frequency(word: string, part: WordNetPart): number
  /** How many of its words end like this. */
  endingLike(tail: string): number
}

const partOf: Readonly<Record<string, WordNetPart>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }

/** Endings of nouns and what stands for them in the dictionary (https://wordnet.princeton.edu/documentation/morphy7wn). */
const nounEndings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/men$/, 'man'],
  [/children$/, 'child'],
  [/mice$/, 'mouse'],
  [/s$/, ''],
]

/** Synsets, and words with their synsets, that are remembered of each part of speech: a text of any length uses fewer. */
const mostKnown = 30_000

/** A dictionary over the texts of WordNet's files. */
export function wordNet(files: WordNetFiles): WordNet {
  const read = eachPart((part) => remembered((id: number) => readSynset(files.data[part], id, part), mostKnown))
  const asked = eachPart((part) =>
    remembered((word: string) => {
      const key = word.trim().toLowerCase().replace(/\s+/g, '_')
      const forms = part === 'noun' ? [key, ...singulars(key)] : [key]
      const ids = forms.map((form) => offsetsOf(files.index[part], form)).find(({ length }) => length > 0) ?? []
      return ids.map((id) => read[part](id))
    }, mostKnown),
  )
  return {
    at: ({ id, part }) => read[part](id),
    endingLike: (tail) => wordNetParts.reduce((sum, part) => sum + files.index[part].split(`${tail} `).length - 1, 0),
    frequency: (word, part) => frequencyIn(files.senses, word.toLowerCase(), part),
    beginning: (prefix, part) => lemmasFrom(files.index[part], prefix.toLowerCase()),
    synsets: (word, part) => asked[part](word),
  }
}

function eachPart<T>(make: (part: WordNetPart) => T): Record<WordNetPart, T> {
  return { noun: make('noun'), verb: make('verb'), adj: make('adj'), adv: make('adv') }
}

/** Numbers of the parts of speech in keys of senses. */
const senseTypes: Readonly<Record<WordNetPart, string>> = { noun: '1', verb: '2', adj: '35', adv: '4' }

function frequencyIn(senses: string, word: string, part: WordNetPart): number {
  const key = `${word}%`
  let met = 0
  for (let at = firstLine(senses, key); ; ) {
    const line = lineAt(senses, at)
    if (!line.startsWith(key)) return met
    if (senseTypes[part].includes(line[key.length]!)) met += Math.max(0.5, Number(line.slice(line.lastIndexOf(' '))))
    at += line.length + 1
  }
}

/** Synsets one step along pointers of a kind, as `@` from the narrower to the wider. */
export function related(net: WordNet, synset: Synset, symbol: string): Synset[] {
  return synset.pointers.filter((pointer) => pointer.symbol === symbol).map((pointer) => net.at(pointer))
}

function singulars(key: string): string[] {
  return nounEndings.filter(([ending]) => ending.test(key)).map(([ending, stead]) => key.replace(ending, stead))
}

/** Offsets in the line of a lemma; none for no lemma: lines that begin with a space are the licence. */
function offsetsOf(index: string, lemma: string): number[] {
  if (lemma === '') return []
  const line = lineAt(index, firstLine(index, `${lemma} `))
  return line.startsWith(`${lemma} `) ? readOffsets(line) : []
}

/** Lemmas of one word from a prefix on. */
function lemmasFrom(index: string, prefix: string): string[] {
  const found: string[] = []
  for (let at = firstLine(index, prefix); ; ) {
    const line = lineAt(index, at)
    if (line === '' || !line.startsWith(prefix)) return found
    const lemma = line.slice(0, line.indexOf(' '))
    if (/^[a-z]+$/.test(lemma)) found.push(lemma)
    at += line.length + 1
  }
}

/** Where the first line stands that is not before `wanted`; the index is sorted by code units, so that halving finds it. */
function firstLine(index: string, wanted: string): number {
  let low = 0
  let high = index.length
  while (low < high) {
    const start = index.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1
    const line = lineAt(index, start)
    if (line < wanted) low = Math.min(start + line.length + 1, index.length)
    else high = start
  }
  return low
}

function lineAt(index: string, start: number): string {
  const end = index.indexOf('\n', start)
  return index.slice(start, end === -1 ? index.length : end)
}

function readOffsets(line: string): number[] {
  const fields = line.trim().split(' ')
  const count = Number(fields[2])
  return fields.slice(-count).map(Number)
}

function readSynset(data: string, id: number, part: WordNetPart): Synset {
  const [head = '', gloss = ''] = data.slice(id, data.indexOf('\n', id)).split(' | ')
  const fields = head.trim().split(' ')
  const count = Number.parseInt(fields[3]!, 16)
  const words = Array.from({ length: count }, (_, place) =>
    fields[4 + 2 * place]!.replace(/\(\w+\)$/, '').replaceAll('_', ' '),
  )
  const first = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[first]) }, (_, place) => {
    const at = first + 1 + 4 * place
    const ends = Number.parseInt(fields[at + 3]!, 16)
    return {
      symbol: fields[at]!,
      id: Number(fields[at + 1]),
      part: partOf[fields[at + 2]!]!,
      from: ends >> 8,
      to: ends & 255,
    }
  })
  return { id, part, file: Number(fields[1]), words, gloss: gloss.trim(), pointers }
}
