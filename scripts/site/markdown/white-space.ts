import type { Element, ElementContent, Root } from 'hast'

/** Elements of pages that begin and end lines: https://html.spec.whatwg.org/multipage/rendering.html */
const blocks =
  /^(?:address|article|aside|blockquote|br|caption|col|colgroup|d[dlt]|div|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)|wbr)$/

/**
 * Leaves of white space what a browser shows: one space between words, none at the ends of lines. The same as
 * `hast-util-minify-whitespace` for elements that pages have, which looks each of them up in a list time and again.
 * Returns whether what follows needs no space of its own.
 */
export function tidied(parent: Root | Element, before = true, after = true): boolean {
  let isBehind = before
  const kept: ElementContent[] = []
  for (const [at, child] of (parent.children as ElementContent[]).entries()) {
    if (child.type === 'text') {
      const ends = child.value.replace(/[\t\n\v\f\r ]+/g, ' ')
      const value = isBehind && ends.startsWith(' ') ? ends.slice(1) : ends
      const isSpaced = value.endsWith(' ')
      const isLast = isSpaced && lineEnds(parent.children as ElementContent[], at, after)
      child.value = isLast ? value.slice(0, -1) : value
      if (child.value === '') continue
      isBehind = isSpaced && !isLast
    } else if (child.type === 'element') {
      if (child.tagName === 'pre') isBehind = true
      else if (blocks.test(child.tagName)) isBehind = tidied(child)
      else isBehind = tidied(child, isBehind, lineEnds(parent.children as ElementContent[], at, after))
    }
    kept.push(child)
  }
  parent.children = kept
  return isBehind || after
}

/** Whether a line ends behind a node before any further word. */
function lineEnds(nodes: readonly ElementContent[], at: number, after: boolean): boolean {
  return beginsLine(nodes, at + 1) ?? after
}

/** Whether a line begins at nodes before any word; undefined where they hold neither. */
function beginsLine(nodes: readonly ElementContent[], from: number): boolean | undefined {
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'text' && /[^ \t\n\f\r]/.test(node.value)) return false
    if (node.type !== 'element') continue
    const begins = blocks.test(node.tagName) || beginsLine(node.children, 0)
    if (begins !== undefined) return begins
  }
  return undefined
}
