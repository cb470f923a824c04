/** A thing, an act or a quality that a question names. */
export interface Phrase {
  text: string
  /** Words in small letters. */
  words: string[]
  kind: 'noun' | 'verb' | 'adjective'
  /** The noun that it is about, which may be cut from it: "use" of "police use". */
  head: string
  /** Places of its words among those of the question, the end exclusive. */
  from: number
  to: number
  /** Stands in brackets. */
  aside: boolean
}

/** Lemmas that ask and name nothing, among verbs and among all other words. */
export interface Empty {
  verbs: ReadonlySet<string>
  names: ReadonlySet<string>
  /** Whether a verb only says that its object becomes more, less, better or worse. */
  turns(lemma: string): boolean
}

/** Parts of speech in noun phrases, and of their heads. */
export const inNoun = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'INTJ'])
export const heads = new Set(['NOUN', 'PROPN', 'X'])

/** A phrase before it is known whether it stands in brackets. */
export type Found = Omit<Phrase, 'aside'>
