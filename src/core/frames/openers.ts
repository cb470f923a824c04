import type { Mark } from './marks.ts'

const prepositions = new Set(
  'in on at by with without after before during following under among amongst between for from to against within over through throughout across via upon when where while whereas if because despite into towards toward about around per until since near below above behind inside regarding'.split(
    ' ',
  ),
)

/** Words that begin a relative clause. */
export const relative: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whose'])

/** Whether a mark opens a new stretch of its sentence. */
export function opensRegion({ word, bound }: Pick<Mark, 'word' | 'bound'>): boolean {
  return !bound && prepositions.has(word)
}

/** Whether a mark opens what something is compared with. */
export function opensComparison({ word, bound }: Pick<Mark, 'word' | 'bound'>): boolean {
  return !bound && /^(?:than|versus|vs|unlike)$/.test(word)
}
