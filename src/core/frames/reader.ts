import { remembered } from '../remembered.ts'
import type { Frame } from './frame.ts'
import { frameOf } from './frame-of.ts'
import type { Language } from './language.ts'

/** Reads frames and remembers them, since a sentence is compared many times. */
export interface FrameReader {
  language: Language
  read(sentence: string): Frame
}

/** A reader of frames with a language. */
export function frameReader(language: Language): FrameReader {
  return { language, read: remembered((sentence) => frameOf(sentence, language)) }
}
