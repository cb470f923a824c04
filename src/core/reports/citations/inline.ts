import type { Nodes, PhrasingContent } from 'mdast'

/** A stretch of flattened text that Markdown itself marks: a link, a footnote reference, a raised number. Offsets are of the text. */
export interface InlineSpan {
  start: number
  end: number
  kind: 'link' | 'definition' | 'footnote' | 'raised'
  /** Address of a link, label of a footnote or definition, empty for raised text. */
  target: string
  /** A link whose text is its own address. */
  bare: boolean
}

/** Inline content as plain text, with the line of each character and the stretches that are marked. */
export interface Flat {
  text: string
  lines: number[]
  spans: InlineSpan[]
}

/** Stands for a link without a text, which some exports use as a mark. */
export const emptyLink = '[]'

/** Flattens inline content. Line breaks become spaces; images are left out. */
export function flatten(nodes: readonly Nodes[], firstLine: number): Flat {
  const flattener = new Flattener(firstLine)
  for (const node of nodes) flattener.walk(node)
  return flattener.flat
}

class Flattener {
  readonly flat: Flat = { text: '', lines: [], spans: [] }
  #raisedFrom = -1
  readonly #firstLine: number

  constructor(firstLine: number) {
    this.#firstLine = firstLine
  }

  walk(node: Nodes): void {
    const start = this.flat.text.length
    if (node.type === 'text' || node.type === 'inlineCode') this.#add(node.value, node)
    else if (node.type === 'break') this.#add(' ', node)
    else if (node.type === 'html') this.#html(node.value, node)
    else if (node.type === 'footnoteReference') {
      this.#add(`[^${node.label ?? node.identifier}]`, node)
      this.#span(start, 'footnote', node.label ?? node.identifier)
    } else if (node.type !== 'image' && node.type !== 'imageReference' && 'children' in node) {
      for (const child of node.children as PhrasingContent[]) this.walk(child)
      if (node.type === 'link' && this.flat.text.length === start) this.#add(emptyLink, node)
      if (node.type === 'link') this.#span(start, 'link', node.url, isBare(this.flat.text.slice(start), node.url))
      if (node.type === 'linkReference') this.#span(start, 'definition', node.label ?? node.identifier)
    }
  }

  #add(value: string, node: Nodes): void {
    let line = node.position?.start.line ?? this.#firstLine
    for (const char of value) {
      if (char === '\n') line++
      for (let unit = 0; unit < char.length; unit++) this.flat.lines.push(line)
    }
    this.flat.text += value.replace(/\n/g, ' ')
  }

  #span(start: number, kind: InlineSpan['kind'], target: string, bare = false): void {
    this.flat.spans.push({ start, end: this.flat.text.length, kind, target, bare })
  }

  #html(value: string, node: Nodes): void {
    if (/^<sup\b/i.test(value)) this.#raisedFrom = this.flat.text.length
    else if (/^<\/sup/i.test(value) && this.#raisedFrom >= 0) {
      raise(this.flat, this.#raisedFrom)
      this.#raisedFrom = -1
    } else if (/^<br\b/i.test(value)) this.#add(' ', node)
  }
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A raised number on a number is a power and keeps its height, unless it leads somewhere; any other is a stretch of its own. */
function raise(flat: Flat, from: number): void {
  const inside = flat.text.slice(from)
  const leads = flat.spans.some(({ start }) => start >= from)
  if (!leads && /\d$/.test(flat.text.slice(0, from)) && /^[-−]?\d+$/.test(inside))
    flat.text =
      flat.text.slice(0, from) + inside.replace(/\d/g, (digit) => raisedDigits[Number(digit)]!).replace(/[-−]/, '⁻')
  else flat.spans.push({ start: from, end: flat.text.length, kind: 'raised', target: '', bare: false })
}

function isBare(text: string, url: string): boolean {
  const plain = (value: string) => value.replace(/^(?:https?:\/\/)?(?:www\.)?|\/$/g, '')
  if (text === emptyLink) return true
  return plain(text) === plain(url) || /^https?:\/\/\S+$/.test(text.trim())
}

/** Joins flattened texts with a separator, as the cells of a row. */
export function joinFlat(parts: readonly Flat[], separator: string): Flat {
  const all: Flat = { text: '', lines: [], spans: [] }
  for (const [at, part] of parts.entries()) {
    if (at > 0) {
      all.lines.push(...Array.from(separator, () => all.lines.at(-1) ?? part.lines[0] ?? 1))
      all.text += separator
    }
    const shift = all.text.length
    all.text += part.text
    all.lines.push(...part.lines)
    all.spans.push(...part.spans.map((one) => ({ ...one, start: one.start + shift, end: one.end + shift })))
  }
  return all
}

/** A part of a flattened text. Spans that reach over its ends are cut. */
export function sliceFlat(flat: Flat, start: number, end: number): Flat {
  return {
    text: flat.text.slice(start, end),
    lines: flat.lines.slice(start, end),
    spans: flat.spans
      .filter((one) => one.end > start && one.start < end)
      .map((one) => ({ ...one, start: Math.max(0, one.start - start), end: Math.min(end, one.end) - start })),
  }
}
