import { type Language, languageOf } from '../../src/core/frames/language.ts'
import { tagWords } from '../../src/core/text/pos.ts'
import { loadMesh, loadWordNet } from './language.ts'

let language: Language | undefined

/** What is known of English words and of names, opened once: parts of speech, the dictionary and the medical headings. */
export function openLanguage(): Language {
  language ??= languageOf(tagWords, loadWordNet(), loadMesh())
  return language
}
