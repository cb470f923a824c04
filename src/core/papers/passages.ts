import type { Span } from '../../schemas/common.ts'

/** Blank line between two passages: no sentence goes across it. */
const gap = '\n\n'

/** A section reduced to its quoted passages, with where each passage went. */
export interface Cut {
  text: string
  moved: { start: number; end: number; to: number }[]
}

/** Reduces a section to what spans quote, behind the passages of `old` that are kept already. */
export function cut(section: { text: string }, spans: readonly Span[], old: string): Cut {
  let text = old
  const passages = union(spans).map(({ start, end }) => {
    const passage = section.text.slice(start, end)
    let to = text.indexOf(passage)
    if (to === -1) {
      to = text === '' ? 0 : text.length + gap.length
      text = text === '' ? passage : `${text}${gap}${passage}`
    }
    return { start, end, to }
  })
  return { text, moved: passages }
}

/** The spans as passages that do not touch, in order. */
function union(spans: readonly Pick<Span, 'start' | 'end'>[]): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = passages.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else passages.push({ start, end })
  }
  return passages
}

/** A span of the whole section where it stands in the reduced one. */
export function moved(span: Span, cutOf: Cut | undefined): Span {
  const { paper, section, quote } = span
  const passage = cutOf?.moved.find(({ start, end }) => span.start >= start && span.end <= end)
  const by = passage ? passage.to - passage.start : 0
  return { paper, section, quote, start: span.start + by, end: span.end + by }
}
