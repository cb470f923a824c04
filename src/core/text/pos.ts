import model from 'wink-eng-lite-web-model'
import winkNLP, { type WinkMethods } from 'wink-nlp'

/** Universal part of speech, as in `NOUN`, `VERB`, `ADJ`, `PUNCT` (https://universaldependencies.org/u/pos/). */
export type PartOfSpeech = string

/** A word, number or sign of a text with its part of speech. Offsets are UTF-16 code units into the text, the end exclusive. */
export interface TaggedWord {
  text: string
  /** Dictionary form in small letters: `compared` and `compares` are `compare`. */
  lemma: string
  pos: PartOfSpeech
  start: number
  end: number
}

let reader: WinkMethods | undefined

/**
 * Words of an English text in their order with parts of speech and lemmas, by wink-nlp and its language model. The model reads a whole
 * sentence best; it is loaded at the first call and tags some 15,000 words a second.
 */
export function tagWords(text: string): TaggedWord[] {
  reader ??= winkNLP(model, ['sbd', 'pos'])
  const { its } = reader
  const tokens = reader.readDoc(text).tokens()
  const forms = tokens.out()
  const lemmas = tokens.out(its.lemma as typeof its.pos)
  const tags = tokens.out(its.pos)
  let at = 0
  return forms.flatMap((form, place) => {
    const start = text.indexOf(form, at)
    if (start === -1) return []
    at = start + form.length
    return [{ text: form, lemma: String(lemmas[place]).toLowerCase(), pos: String(tags[place]), start, end: at }]
  })
}
