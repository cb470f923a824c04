import { grouped } from '../../core/text/counts.ts'

/** Whether the size of a paper of this design counts studies, as that of a review does, and not people. */
export const countsStudies = (design: string | undefined): boolean => /\breview\b/.test(design ?? '')

/** The size of a paper in a few words: "n = 308" of people, "148 studies" of a review. */
export function sizeWords(design: string | undefined, size: number | undefined): string | undefined {
  if (size === undefined) return undefined
  return countsStudies(design) ? `${grouped(size)} studies` : `n = ${grouped(size)}`
}
