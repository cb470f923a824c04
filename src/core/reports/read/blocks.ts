import { toString as plain } from 'mdast-util-to-string'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { headingInLine, runInHeading, sectionKind } from './headings.ts'

/** One item of a list: its text, its line (from 1), and the state of its box in a task list. */
export interface Item {
  text: string
  line: number
  checked: boolean | null
  /** Addresses that its links lead to. */
  links?: string[]
}

/** A part of a report in reading order. `line` counts from 1; `source` is the Markdown as it was brought. */
export type Block =
  | { kind: 'heading'; text: string; depth: number; line: number; source: string; runIn?: true }
  | { kind: 'paragraph'; text: string; line: number; source: string }
  | { kind: 'list'; items: Item[]; line: number; source: string }
  | { kind: 'table'; rows: { cells: string[]; line: number; links?: string[] }[]; line: number; source: string }

const parser = remark().use(remarkGfm)

type RootContent = ReturnType<typeof parser.parse>['children'][number]
type Of<T extends RootContent['type']> = Extract<RootContent, { type: T }>
type ListItem = Of<'list'>['children'][number]

/** The blocks of a report in Markdown or plain text. Headings are found in any style: see `headings.ts`. */
export function parseBlocks(text: string): Block[] {
  const blocks = parser.parse(text).children.flatMap((node, at, all) => nodeBlocks(node, text, all[at + 1]))
  return joinRows(lowerBold(blocks))
}

/** Bold lines head parts of a section where the report has real headings too. */
function lowerBold(blocks: readonly Block[]): Block[] {
  const bold = (block: Block) => block.kind === 'heading' && /^(?:\*\*|__|\*|_)/.test(block.source)
  const real = blocks.filter((block) => block.kind === 'heading' && !bold(block) && sectionKind(block.text) !== null)
  if (real.length < 2) return [...blocks]
  return blocks.map((block) => (block.kind === 'heading' && bold(block) ? { ...block, depth: 6 } : block))
}

function nodeBlocks(node: RootContent, text: string, next: RootContent | undefined): Block[] {
  const line = node.position?.start.line ?? 1
  const source = text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  switch (node.type) {
    case 'heading':
      return headingBlocks(node, line, source)
    case 'paragraph':
      return paragraphBlocks(node, line, source)
    case 'list': {
      const only = node.children.length === 1 ? plain(node.children[0]).trim() : ''
      if (node.ordered && only && isNumberedHeading(source, next))
        return [{ kind: 'heading', text: source.trim(), depth: 2, line, source }]
      return [{ kind: 'list', items: node.children.flatMap((item) => listItems(item, text)), line, source }]
    }
    case 'table':
      return [{ kind: 'table', rows: tableRows(node, text), line, source }]
    case 'code':
      return linesBlocks(node.value, source.startsWith('`') || source.startsWith('~') ? line + 1 : line)
    case 'html':
      return htmlBlocks(node.value, line)
    case 'blockquote':
      return node.children.flatMap((child, at, all) => nodeBlocks(child, text, all[at + 1]))
    case 'footnoteDefinition':
    case 'definition':
      return [
        {
          kind: 'list',
          items: [{ text: source.replace(/^\[\^?([^\]]+)\]:\s*/, '[$1] '), line, checked: null }],
          line,
          source,
        },
      ]
    default:
      return []
  }
}

/** A setext heading is a paragraph where an underline follows a long text, as when a rule was meant. */
function headingBlocks(node: Of<'heading'>, line: number, source: string): Block[] {
  const text = plain(node).trim()
  if (text === '') return []
  if (!source.startsWith('#') && (text.length > 200 || source.split('\n').length > 3))
    return [{ kind: 'paragraph', text, line, source }]
  return [{ kind: 'heading', text, depth: node.depth, line, source }]
}

/** `1. Introduction` alone in an ordered list: a known section, or a short line without full stop before running text. */
function isNumberedHeading(source: string, next: RootContent | undefined): boolean {
  const text = source.trim()
  if (text.includes('\n')) return false
  if (sectionKind(text) !== null) return true
  return text.length <= 80 && !/[.!?:;,]$/.test(text) && next?.type === 'paragraph' && text.split(/\s+/).length <= 9
}

function paragraphBlocks(node: Of<'paragraph'>, line: number, source: string): Block[] {
  const bold = node.children[0]
  const whole = plain(node).trim()
  if (node.children.length === 1 && (bold?.type === 'strong' || bold?.type === 'emphasis') && !whole.includes('\n')) {
    if (sectionKind(whole) !== null || (bold.type === 'strong' && whole.length <= 120 && !/[.!?]$/.test(whole))) {
      return [{ kind: 'heading', text: whole, depth: 2, line, source }]
    }
  }
  if (bold?.type === 'strong' && sectionKind(plain(bold)) !== null && runInHeading(whole)) {
    const heading = plain(bold).trim()
    const rest = source.replace(/^(\*\*|__).*?\1\s*[.:–—-]?\s*/s, '')
    const body = whole.slice(heading.length).replace(/^\s*[.:–—-]?\s*/, '')
    return [
      { kind: 'heading', text: heading, depth: 2, line, source: heading, runIn: true },
      { kind: 'paragraph', text: body, line, source: rest },
    ]
  }
  return linesBlocks(whole.split('\n').length === source.split('\n').length ? whole : source, line, source)
}

/** Parts a run of lines where a line in it is a heading. `source` has the same lines in Markdown. */
function linesBlocks(text: string, line: number, source = text): Block[] {
  const lines = text.split('\n')
  const sources = source.split('\n')
  const blocks: Block[] = []
  let from = 0
  const flush = (to: number) => {
    const part = lines.slice(from, to).join('\n').trim()
    if (part !== '')
      blocks.push({ kind: 'paragraph', text: part, line: line + from, source: sources.slice(from, to).join('\n') })
    from = to
  }
  lines.forEach((one, at) => {
    const alone = headingInLine(one, lines[at - 1], lines[at + 1])
    const runIn = alone ? null : runInHeading(one)
    if (!alone && !runIn) return
    flush(at)
    blocks.push({
      kind: 'heading',
      text: alone ? one.trim() : runIn!.heading,
      depth: 2 + (/^\s*\d+((?:\.\d+)*)/.exec(one)?.[1]?.split('.').length ?? 1) - 1,
      line: line + at,
      source: sources[at] ?? one,
      ...(runIn ? { runIn: true as const } : {}),
    })
    from = at + 1
    if (runIn) {
      lines[at] = runIn.rest
      sources[at] = runIn.rest
      from = at
    }
  })
  flush(lines.length)
  return blocks
}

function htmlBlocks(html: string, line: number): Block[] {
  const heading = /^\s*<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>\s*$/i.exec(html)
  if (heading)
    return [
      {
        kind: 'heading',
        text: heading[2]!.replace(/<[^>]*>/g, '').trim(),
        depth: Number(heading[1]),
        line,
        source: html,
      },
    ]
  return [{ kind: 'paragraph', text: html, line, source: html }]
}

function listItems(item: ListItem, text: string): Item[] {
  const nested = item.children.filter((child) => child.type === 'list')
  const own = item.children.filter((child) => child.type !== 'list')
  const line = item.position?.start.line ?? 1
  const words = own
    .map((child) => plain(child))
    .join('\n')
    .trim()
  const pairs = nested.flatMap((list) => list.children.map((child) => plain(child).trim()))
  if (nested.length > 0 && pairs.every((pair) => /^[\p{L} ]{2,30}\s*[:=]/u.test(pair))) {
    return [{ text: [words, ...pairs].join('\n'), line, checked: item.checked ?? null, links: linksOf(item) }]
  }
  return [
    { text: words, line, checked: item.checked ?? null, links: own.flatMap(linksOf) },
    ...nested.flatMap((list) => list.children.flatMap((child) => listItems(child, text))),
  ]
}

function tableRows(table: Of<'table'>, text: string): { cells: string[]; line: number; links: string[] }[] {
  return table.children.map((row) => ({
    cells: row.children.map(
      (cell) =>
        plain(cell).trim() || imageText(text.slice(cell.position?.start.offset ?? 0, cell.position?.end.offset ?? 0)),
    ),
    line: row.position?.start.line ?? 1,
    links: linksOf(row),
  }))
}

/** Addresses of the links inside a node. */
function linksOf(node: object): string[] {
  const own = 'type' in node && node.type === 'link' && 'url' in node ? [String(node.url)] : []
  const inside = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(linksOf) : []
  return [...own, ...inside]
}

function imageText(source: string): string {
  return source.replace(/^\|/, '').replace(/\|$/, '').trim()
}

/** Makes tables of paragraphs whose lines are cells between bars or tabs without the rule that Markdown wants. */
function joinRows(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') return block
    const rows = splitRows(block.text, block.line)
    return rows ? { kind: 'table', rows, line: block.line, source: block.source } : block
  })
}

function splitRows(text: string, line: number): { cells: string[]; line: number }[] | null {
  const lines = text.split('\n')
  for (const mark of ['|', '\t', / {3,}/]) {
    const rows = lines
      .map((one, at) => ({
        cells: one
          .replace(/^\s*\|/, '')
          .replace(/\|\s*$/, '')
          .split(mark)
          .map((cell) => cell.trim()),
        line: line + at,
      }))
      .filter(
        (row) =>
          !row.cells.every((cell) => /^:?[-=+]*:?$/.test(cell)) ||
          row.cells.some((cell) => cell === '' && row.cells.length > 2),
      )
    const width = rows[0]?.cells.length ?? 0
    if (rows.length >= 2 && width >= 2 && rows.every((row) => row.cells.length === width)) return rows
  }
  return null
}
