import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { SKIP, visit } from 'unist-util-visit'
import { depthIn } from '../../citations/markdown.ts'
import { shown } from '../../content/shown.ts'
import { plain } from './texts.ts'

const reader = remark().use(remarkGfm)

/** Text that stands in the place of a part of the source. */
interface Edit {
  from: number
  to: number
  by: string
}

/**
 * Markdown of anybody as it may stand in ours: what a page shows as text is text here too (HTML, pictures, links that lead
 * neither to the web nor to a mailbox), headings stand below `level`. The rest is left as it was written.
 */
export function harmless(markdown: string, level: number): string {
  const text = shown(markdown)
  const edits: Edit[] = []
  const open: number[] = []
  visit(reader.parse(text) as Nodes, (node) => {
    const by = replacement(node)
    if (by === null) edits.push(...marksOf(node, level, open))
    else edits.push({ from: start(node), to: end(node), by })
    return by === null ? undefined : SKIP
  })
  edits.sort((a, b) => a.from - b.from)
  return edits.reduceRight((kept, { from, to, by }) => kept.slice(0, from) + by + kept.slice(to), text).trim()
}

/** What stands in the place of a node, or null where it stays. */
function replacement(node: Nodes): string | null {
  if (node.type === 'html') return plain(node.value)
  if (node.type === 'image' || node.type === 'imageReference') return plain(node.alt ?? '')
  if (node.type === 'link') return leads(node.url) ? null : plain(textOf(node))
  if (node.type === 'definition') return leads(node.url) ? null : ''
  return node.type === 'footnoteReference' ? '' : null
}

/** A heading's marks at its new depth; a footnote's text as a quotation, as on the page. */
function marksOf(node: Nodes, level: number, open: number[]): Edit[] {
  if (node.type !== 'heading' && node.type !== 'footnoteDefinition') return []
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (!first || !last) return [{ from: start(node), to: end(node), by: '' }]
  if (node.type === 'footnoteDefinition') return [{ from: start(node), to: start(first), by: '> ' }]
  return [
    { from: start(node), to: start(first), by: `${'#'.repeat(Math.min(6, level + depthIn(open, node.depth)))} ` },
    { from: end(last), to: end(node), by: '' },
  ]
}

const start = (node: Nodes): number => node.position!.start.offset!
const end = (node: Nodes): number => node.position!.end.offset!

function leads(url: string): boolean {
  return /^(?:https?:|mailto:)/i.test(url)
}
