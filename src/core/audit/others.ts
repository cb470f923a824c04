import type { Paper } from '../../schemas/paper.ts'
import { isExtra } from '../papers/question-text.ts'
import { type Audit, type Family, paperFile, passagesOf } from './family.ts'

/** Most characters of a full text that may be kept, enough for quoted spans. */
const mostOfFullText = 20_000
/** Words in a row of somebody's abstract that are no short quotation any more. */
const longRun = 80

/** Principle 8: texts of others are kept and shown only as far as agreed. */
export const others: Family = (audit) => {
  const { content, add } = audit
  for (const [key, paper] of content.papers) {
    const length = paper.text?.sections.reduce((sum, section) => sum + section.text.length, 0) ?? 0
    if (paper.text?.kind === 'fulltext' && (!paper.text.excerptOf || length > mostOfFullText))
      add(
        'fulltext-kept',
        paperFile(key),
        'text',
        `${length} characters of a full text are kept: keep quoted spans only`,
      )
    if (!content.site.keepAbstracts && paper.text && holdsAbstract(paper.text))
      add(
        'abstract-kept',
        paperFile(key),
        'text',
        'an abstract is kept although keepAbstracts is off: run generate again',
      )
  }
  pasted(audit)
}

/** Whether a whole abstract is there, as the first text or as one that some questions read. */
function holdsAbstract({ kind, excerptOf, sections }: NonNullable<Paper['text']>): boolean {
  return sections.some((section) =>
    isExtra(section) ? (section.kind ?? kind) === 'abstract' && !section.excerptOf : kind === 'abstract' && !excerptOf,
  )
}

/** Finds long runs of words of stored abstracts in the text of generated reports. */
function pasted({ content, add }: Audit): void {
  const starts = new Map<string, { id: string; words: string[]; at: number }>()
  for (const paper of content.papers.values()) {
    if (paper.text?.kind === 'note') continue
    for (const section of paper.text?.sections ?? []) {
      const words = wordsOf(section.text)
      for (let at = 0; at + longRun <= words.length; at += longRun / 2)
        starts.set(words.slice(at, at + longRun / 2).join(' '), { id: paper.id, words, at })
    }
  }
  if (starts.size === 0) return
  for (const { file, field, text } of passagesOf(content)) {
    const words = wordsOf(text)
    for (let at = 0; at + longRun <= words.length; at++) {
      const hit = starts.get(words.slice(at, at + longRun / 2).join(' '))
      if (!hit || words.slice(at, at + longRun).join(' ') !== hit.words.slice(hit.at, hit.at + longRun).join(' '))
        continue
      add('long-quotation', file, field, `repeats ${longRun} words or more of ${hit.id}: quote less`)
      break
    }
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
