import { doiUrl } from '../../core/papers/doi.ts'
import type { Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import { dayWords } from '../words.ts'

/** What readers must know of a paper's standing. */
export interface StandingView {
  state: Paper['standing']['state']
  /** One sentence without its final stop where a notice follows. */
  words: string
  notice: { text: string; url: string } | null
  /** Whether the paper supports nothing and is struck. */
  struck: boolean
}

const sentences: Partial<Record<Paper['standing']['state'], string>> = {
  retracted: 'Retracted: it supports nothing here',
  concern: 'An expression of concern has been published',
  corrected: 'A correction has been published',
  superseded: 'A preprint; its article is',
}

/** The standing of a paper where there is something to say, else null. */
export function standingView({ standing }: Pick<Paper, 'standing'>): StandingView | null {
  const words = sentences[standing.state]
  if (!words) return null
  const { notice } = standing
  return {
    state: standing.state,
    words: standing.state === 'superseded' && !notice ? 'A preprint whose article has appeared' : words,
    notice: notice ? { text: shown(notice), url: doiUrl(notice) } : null,
    struck: standing.state === 'retracted',
  }
}

/** Whether and when somebody was asked about a paper's standing. */
export function checkedWords({ standing }: Pick<Paper, 'standing'>): string {
  const by = standing.source ? ` (${shown(standing.source)})` : ''
  if (standing.checked) return `Standing checked on ${dayWords(standing.checked)}${by}.`
  if (standing.state !== 'unchecked')
    return `Standing as the ${standing.record ? `library's record ${shown(standing.record)}` : 'library file'} says${by}; no registry was asked.`
  return 'Nobody was asked whether it has been corrected or retracted.'
}
