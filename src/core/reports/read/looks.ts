import { parseBlocks } from './blocks.ts'
import { type SectionKind, sectionKind } from './headings.ts'
import { normaliseLines } from './parse.ts'

const telling: ReadonlySet<SectionKind> = new Set([
  'abstract',
  'methods',
  'results',
  'limitations',
  'claims',
  'references',
  'conclusion',
  'introduction',
])

/** Whether the beginning of a text is laid out like a report: at least two sections that reports have. */
export function looksLikeReport(head: string): boolean {
  const kinds = parseBlocks(normaliseLines(head)).flatMap((block) => {
    const kind = block.kind === 'heading' ? sectionKind(block.text) : null
    return kind !== null && telling.has(kind) ? [kind] : []
  })
  return new Set(kinds).size >= 2
}
