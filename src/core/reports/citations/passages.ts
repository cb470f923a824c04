import type { Nodes } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { type Flat, flatten, joinFlat, sliceFlat } from './inline.ts'
import { isListHeading } from './list-headings.ts'
import { hangingLines, headedParts, linesOf, plainLines, trimFlat } from './printed-lines.ts'

/** What a passage is: `line` is one line of a paragraph that begins anew like an entry of a list. */
export type PassageKind = 'heading' | 'paragraph' | 'line' | 'item' | 'row' | 'head' | 'footnote' | 'definition'

/** A passage of a report in reading order. */
export interface Passage extends Flat {
  kind: PassageKind
  /** Line of its first character, from 1. */
  line: number
  lastLine: number
  /** Depth of a heading, of an item in nested lists; 0 elsewhere. */
  depth: number
  /** The number or label in front of an item, footnote or definition. */
  label: string | null
  /** Passages of one list, table or paragraph share it. */
  block: number
}

const parser = remark().use(remarkGfm)

/** The passages of a report. Positions are those of the text given, which has one kind of line end. */
export function readPassages(text: string): Passage[] {
  const reader = new Reader(text)
  reader.walk(parser.parse(text), 0)
  return reader.found
}

type Of<T extends Nodes['type']> = Extract<Nodes, { type: T }>
type Handlers = { [T in Nodes['type']]?: (node: Of<T>, depth: number) => void }

class Reader {
  readonly found: Passage[] = []
  #block = 0
  readonly #text: string
  readonly #handlers: Handlers = {
    heading: (node) => this.#push('heading', flatten(node.children, lineOf(node)), node, { depth: node.depth }),
    paragraph: (node) => this.#paragraph(node),
    list: (node, depth) => this.#list(node, depth),
    table: (node) => this.#table(node),
    footnoteDefinition: (node) => this.#footnote(node),
    definition: (node) => this.#definition(node),
    code: (node) => this.#code(node),
    html: () => {},
  }

  constructor(text: string) {
    this.#text = text
  }

  walk(node: Nodes, depth: number): void {
    const handle = this.#handlers[node.type] as ((node: Nodes, depth: number) => void) | undefined
    if (node.type !== 'definition') this.#block++
    if (handle) handle(node, depth)
    else if ('children' in node) for (const child of node.children) this.walk(child, depth)
  }

  #push(kind: PassageKind, flat: Flat, node: Nodes, rest: Partial<Passage> = {}): void {
    const trimmed = trimFlat(withoutAttributes(flat))
    if (trimmed.text === '') return
    const line = trimmed.lines[0] ?? lineOf(node)
    const lastLine = trimmed.lines.at(-1) ?? line
    this.found.push({ kind, depth: 0, label: null, block: this.#block, line, lastLine, ...trimmed, ...rest })
  }

  #paragraph(node: Of<'paragraph'>): void {
    const flat = flatten(node.children, lineOf(node))
    if (boldHeading(node, flat)) {
      this.#push('heading', flat, node, { depth: 6 })
      return
    }
    const [label, rest] = leadIn(node, flat)
    if (label) this.#push('heading', label, node, { depth: 6 })
    for (const part of headedParts(rest)) this.#part(part, node)
  }

  /** Running text, or the lines of a list that Markdown took for a paragraph. */
  #part(flat: Flat, node: Nodes): void {
    const lines = isListHeading(flat.text) ? null : (linesOf(flat) ?? hangingLines(flat, this.#text))
    if (lines) for (const one of lines) this.#push('line', one, node)
    else this.#push('paragraph', flat, node)
  }

  #list(node: Of<'list'>, depth: number): void {
    const own = this.#block
    for (const [at, item] of node.children.entries()) {
      let label = node.ordered ? (typed(this.#text, item) ?? String((node.start ?? 1) + at)) : null
      let kind: PassageKind = 'item'
      for (const child of item.children) {
        if (child.type !== 'paragraph') {
          this.walk(child, depth + 1)
          continue
        }
        const block = this.#block
        this.#block = own
        this.#push(kind, flatten(child.children, lineOf(child)), child, { depth, label })
        this.#block = block
        label = null
        kind = 'paragraph'
      }
    }
  }

  #table(node: Of<'table'>): void {
    for (const [at, row] of node.children.entries()) {
      const cells = row.children.map((cell) => trimFlat(flatten(cell.children, lineOf(row))))
      if (cells.some((cell) => cell.text !== '')) this.#push(at === 0 ? 'head' : 'row', joinFlat(cells, ' | '), row)
    }
  }

  #footnote(node: Of<'footnoteDefinition'>): void {
    const inner = node.children.map((child) =>
      flatten('children' in child ? (child.children as Nodes[]) : [child], lineOf(node)),
    )
    this.#push('footnote', joinFlat(inner, ' '), node, { label: node.label ?? node.identifier })
  }

  #definition(node: Of<'definition'>): void {
    const text = [node.title, node.url].filter(Boolean).join(' ')
    const start = text.length - node.url.length
    const spans = [{ start, end: text.length, kind: 'link' as const, target: node.url, bare: true }]
    const lines = Array.from({ length: text.length }, () => lineOf(node))
    this.#push('definition', { text, lines, spans }, node, { label: node.label ?? node.identifier })
  }

  /** An indented line of plain text is no program; a fenced block is left alone. */
  #code(node: Of<'code'>): void {
    if (node.lang || /^\s*(?:```|~~~)/.test(this.#text.slice(node.position?.start.offset ?? 0))) return
    for (const one of plainLines(node.value, lineOf(node))) this.#push('line', one, node)
  }
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

/** The number in front of an item as it was typed. */
function typed(text: string, item: Nodes): string | null {
  return (
    /^\s*(\d{1,9})[.)]/.exec(
      text.slice(item.position?.start.offset ?? 0, (item.position?.start.offset ?? 0) + 20),
    )?.[1] ?? null
  )
}

function boldHeading(node: Extract<Nodes, { type: 'paragraph' }>, flat: Flat): boolean {
  const [only] = node.children
  const bold = node.children.length === 1 && only?.type === 'strong'
  return bold && flat.text.length <= 120 && !/[.!?;,]$/.test(flat.text.trim()) && new Set(flat.lines).size === 1
}

/** A bold label alone on its first line, as in `**Providers:**`, and what follows it. */
function leadIn(node: Extract<Nodes, { type: 'paragraph' }>, flat: Flat): [Flat | null, Flat] {
  const length = node.children[0]?.type === 'strong' ? flatten([node.children[0]], 1).text.length : 0
  const alone = length > 0 && flat.lines[length] !== undefined && flat.lines[length] !== flat.lines[length - 1]
  if (!alone || !/[:：]\s*$/.test(flat.text.slice(0, length))) return [null, flat]
  return [sliceFlat(flat, 0, length), sliceFlat(flat, length, flat.text.length)]
}

/** Attributes that pandoc writes behind a heading or a figure: `{#fig:one .wide}`. */
const braces = /\{([^{}]{1,300})\}\s*$/

function withoutAttributes(flat: Flat): Flat {
  const found = braces.exec(flat.text)
  const parts = (found?.[1] ?? '')
    .replace(/"[^"]*"/g, 'v')
    .trim()
    .split(/\s+/)
  return found && parts.every((part) => /^(?:[#.][\w:.-]+|-|[\w-]+=\S+)$/.test(part))
    ? sliceFlat(flat, 0, flat.text.slice(0, found.index).trimEnd().length)
    : flat
}
