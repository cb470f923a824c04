import type { Frame } from './frame.ts'
import { frameOf } from './frame-of.ts'
import type { Language } from './language.ts'

/** Reads frames and remembers them, since a sentence is compared many times. */
export interface FrameReader {
  language: Language
  read(sentence: string): Frame
}

const limit = 50_000

/** A reader of frames with a language. */
export function frameReader(language: Language): FrameReader {
  return { language, read: remembered((sentence) => frameOf(sentence, language)) }
}

function remembered<T>(make: (sentence: string) => T): (sentence: string) => T {
  const known = new Map<string, T>()
  return (sentence) => {
    const found = known.get(sentence)
    if (found !== undefined) return found
    if (known.size >= limit) known.clear()
    const made = make(sentence)
    known.set(sentence, made)
    return made
  }
}
