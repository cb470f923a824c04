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
  const known = new Map<string, Frame>()
  return {
    language,
    read(sentence) {
      const found = known.get(sentence)
      if (found) return found
      if (known.size >= limit) known.clear()
      const made = frameOf(sentence, language)
      known.set(sentence, made)
      return made
    },
  }
}
