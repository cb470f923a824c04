import type { Mesh } from '../../text/mesh.ts'
import type { VerbShare } from '../../text/verb-share.ts'
import type { WordNet } from '../../text/wordnet.ts'

/** A key that no word has: its rarity is that of a word which no abstract holds. */
export const noWord = ' '

/** Dictionaries that understanding looks things up in. */
export interface Dictionaries {
  mesh: Mesh
  net: WordNet
  /** How rare a Porter stem is in scholarly abstracts: 0.75 for "effect", 7 for the name of a drug. */
  rarity: (stem: string) => number
  verbShare: VerbShare
}
