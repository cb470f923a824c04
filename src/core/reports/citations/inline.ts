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

/** Flattens inline content. Line breaks become spaces; images give their description. */
export function flatten(nodes: readonly Nodes[], firstLine: number): Flat {
  const flat: Flat = { text: '', lines: [], spans: [] }
  let raisedFrom = -1
  const add = (value: string, line: number) => {
    let at = line
    for (const char of value) {
      if (char === '\n') at++
      for (let unit = 0; unit < char.length; unit++) flat.lines.push(at)
    }
    flat.text += value.replace(/\n/g, ' ')
  }
  const span = (start: number, kind: InlineSpan['kind'], target: string, bare = false) =>
    flat.spans.push({ start, end: flat.text.length, kind, target, bare })
  const walk = (node: Nodes): void => {
    const line = node.position?.start.line ?? firstLine
    const start = flat.text.length
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return add(node.value, line)
      case 'break':
        return add(' ', line)
      case 'html': {
        if (/^<sup\b/i.test(node.value)) raisedFrom = start
        else if (/^<\/sup/i.test(node.value) && raisedFrom >= 0) {
          raise(flat, raisedFrom)
          raisedFrom = -1
        } else if (/^<br\b/i.test(node.value)) add(' ', line)
        return
      }
      case 'link': {
        for (const child of node.children) walk(child)
        const text = flat.text.slice(start)
        return void span(start, 'link', node.url, isBare(text, node.url))
      }
      case 'linkReference': {
        for (const child of node.children) walk(child)
        return void span(start, 'definition', node.label ?? node.identifier)
      }
      case 'footnoteReference':
        add(`[^${node.label ?? node.identifier}]`, line)
        return void span(start, 'footnote', node.label ?? node.identifier)
      case 'image':
      case 'imageReference':
        return
      default:
        if ('children' in node) for (const child of node.children as PhrasingContent[]) walk(child)
    }
  }
  for (const node of nodes) walk(node)
  return flat
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** A raised number on a number is a power and keeps its height; any other is a stretch of its own. */
function raise(flat: Flat, from: number): void {
  const inside = flat.text.slice(from)
  if (/\d$/.test(flat.text.slice(0, from)) && /^[-−]?\d+$/.test(inside))
    flat.text =
      flat.text.slice(0, from) + inside.replace(/\d/g, (digit) => raisedDigits[Number(digit)]!).replace(/[-−]/, '⁻')
  else flat.spans.push({ start: from, end: flat.text.length, kind: 'raised', target: '', bare: false })
}

function isBare(text: string, url: string): boolean {
  const plain = (value: string) => value.replace(/^(?:https?:\/\/)?(?:www\.)?|\/$/g, '')
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
