import { share } from './facts.ts'

/** A share in words and the score that it allows; several reviewers measure theirs by it. */
export interface Level {
  score: number
  words: string
  reached: (part: number, whole: number) => boolean
}

/** From 10 down; what reaches none of them allows 5. The steps are those of speech: most, a quarter, a tenth, some. */
export const levels: readonly Level[] = [
  { score: 10, words: 'three in four', reached: (part, whole) => share(part, whole) >= 0.75 },
  { score: 9, words: 'half', reached: (part, whole) => share(part, whole) >= 0.5 },
  { score: 8, words: 'a quarter', reached: (part, whole) => share(part, whole) >= 0.25 },
  { score: 7, words: 'a tenth', reached: (part, whole) => part >= 3 && share(part, whole) >= 0.1 },
  { score: 6, words: 'some, three or more', reached: (part) => part >= 3 },
]

/** The score that a part of a whole allows, 5 to 10. */
export function levelOf(part: number, whole: number): number {
  return levels.find(({ reached }) => reached(part, whole))?.score ?? 5
}
