import type { Element, ElementContent, Parents, Root, Text } from 'hast'
import { visit } from 'unist-util-visit'

const cluster = /\[([^[\]]*@[^[\]]+)\]/g
const cite = /^(?:[^@]*[\s-])?@([\p{L}\d_][^\s,]*)(?:,\s.*)?$/u

/** A citation cluster found in a text, with the keys it names. */
export interface Found {
  text: string
  keys: string[]
}

/**
 * Puts every `[@key]` of a tree into a span of its own: rehype-citation skips those in emphasis, links and headings,
 * and takes the neighbours of an unknown key along. Brackets that name no known key stay text and are returned as unresolved
 * where they look like a citation. Code is left alone.
 */
export function markClusters(tree: Root, keys: ReadonlySet<string>): { found: Found[]; unresolved: string[] } {
  const found: Found[] = []
  const unresolved: string[] = []
  visit(tree, 'element', (node) => (node.tagName === 'code' || node.tagName === 'pre' ? 'skip' : undefined))
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && (node.tagName === 'code' || node.tagName === 'pre')) return 'skip'
    if (node.type !== 'text' || index === undefined || !parent) return
    const parts = split(node, keys, found, unresolved)
    if (parts.length === 1 && parts[0]!.type === 'text') return
    ;(parent as Parents).children.splice(index, 1, ...parts)
    return index + parts.length
  })
  return { found, unresolved }
}

function split(node: Text, keys: ReadonlySet<string>, found: Found[], unresolved: string[]): (Element | Text)[] {
  const parts: (Element | Text)[] = []
  let from = 0
  for (const match of node.value.matchAll(cluster)) {
    const named = match[1]!.split(';').map((part) => cite.exec(part.trim())?.[1])
    if (named.some((key) => key === undefined)) continue
    const unknown = named.filter((key) => !keys.has(key!))
    if (unknown.length > 0) {
      unresolved.push(...unknown.map(String))
      continue
    }
    if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) })
    const properties = { dataCluster: String(found.length) }
    parts.push({ type: 'element', tagName: 'span', properties, children: [{ type: 'text', value: match[0] }] })
    found.push({ text: match[0], keys: named.map(String) })
    from = match.index + match[0].length
  }
  if (from < node.value.length || parts.length === 0)
    parts.push({ type: 'text', value: from === 0 ? node.value : node.value.slice(from) })
  return parts
}

/** The elements that `markClusters` made, in order. */
export function clusterSpans(tree: Root): Element[] {
  const spans: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.properties?.dataCluster !== undefined) spans.push(node)
  })
  return spans
}

/** A link to a reference. */
export function refLink(key: string, text: string): ElementContent {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `#ref-${key}` },
    children: [{ type: 'text', value: text }],
  }
}
