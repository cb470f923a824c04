import { type CitedReport, readCitations } from '../citations/index.ts'
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

/** Whether the beginning of a text may be that of a report: it cites, lists sources, or has two sections that reports have. */
export function looksLikeReport(head: string): boolean {
  const text = normaliseLines(head)
  return notReport(text, readCitations(text)) === null
}

/** Why a text is no report, or null where it is one: it has a citation, a list of sources, sections that reports have, or pages of prose. */
export function notReport(text: string, cited: CitedReport): string | null {
  if (cited.sentences.length > 0 || cited.references.length > 0 || sectionsOf(text) >= 2) return null
  if (cited.uncited.length >= 10) return null
  return 'has neither a citation nor a list of sources, and too little text to be a report'
}

function sectionsOf(text: string): number {
  const kinds = parseBlocks(normaliseLines(text)).flatMap((block) => {
    const kind = block.kind === 'heading' ? sectionKind(block.text) : null
    return kind !== null && telling.has(kind) ? [kind] : []
  })
  return new Set(kinds).size
}
