import { stemmer } from 'stemmer'
import { remembered } from '../remembered.ts'

/** Porter stem of a lower-case word, remembered. */
export const stem: (word: string) => string = remembered(stemmer, 200_000)
