import type { Element, ElementContent, Root } from 'hast'
import type { Nodes as MdastNodes, Root as MdastRoot } from 'mdast'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { shown } from '../content/shown.ts'

const tags = [
  'a',
  'blockquote',
  'br',
  'code',
  'del',
  'div',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'pre',
  'section',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
]
const schema = {
  ...defaultSchema,
  tagNames: tags,
  clobberPrefix: '',
  attributes: { a: ['href'], ol: ['start'], th: ['scope'], '*': [] },
  protocols: { href: ['http', 'https', 'mailto'] },
}

const toTree = remark().use(remarkGfm)
const toHtmlTree = unified().use(remarkRehype).use(rehypeSanitize, schema)

/**
 * Markdown of anybody as a tree of harmless elements: HTML in it is shown as text, pictures as their description,
 * headings begin below `level` and leave out none. No element keeps an id or a class.
 */
export function markdownTree(markdown: string, level = 3): Root {
  if (citationsOnly.test(markdown)) return paragraph(markdown)
  const mdast = toTree.parse(shown(markdown)) as MdastRoot
  visit(mdast, plain)
  const tree = toHtmlTree.runSync(mdast) as Root
  const open: number[] = []
  visit(tree, 'element', (node) => settle(node, level, open))
  return tree
}

/** Most passages are the citations of a claim and nothing else: no parser is needed for them. */
const citationsOnly = /^\[@[a-z0-9]+(?:; @[a-z0-9]+)*\]$/

function paragraph(value: string): Root {
  const text = { type: 'text' as const, value }
  return { type: 'root', children: [{ type: 'element', tagName: 'p', properties: {}, children: [text] }] }
}

function plain(node: MdastNodes): void {
  const loose = node as unknown as { type: string; value?: string; alt?: string; children?: unknown[] }
  if (loose.type === 'image' || loose.type === 'imageReference') {
    loose.type = 'text'
    loose.value = loose.alt ?? ''
  }
  if (loose.type === 'html') {
    loose.type = 'text'
  }
  if (loose.type === 'footnoteReference' || loose.type === 'footnoteDefinition') {
    loose.type = loose.children ? 'blockquote' : 'text'
    loose.value = ''
  }
}

function settle(node: Element, level: number, open: number[]): void {
  const heading = /^h([1-6])$/.exec(node.tagName)
  if (heading) node.tagName = `h${Math.min(6, level + depthIn(open, Number(heading[1])))}`
  if (node.tagName === 'th') node.properties.scope = 'col'
  if (node.tagName === 'a') node.properties.rel = ['nofollow', 'noopener']
  if (node.tagName === 'pre') node.properties.tabIndex = 0
}

/** How deep a heading stands below the headings around it, from 1: a level that was left out in the text is not left out on the page. */
export function depthIn(open: number[], own: number): number {
  while (open.length > 0 && open.at(-1)! >= own) open.pop()
  return open.push(own)
}

/** The text of a tree. */
export function textOf(node: Root | ElementContent): string {
  if ('value' in node) return node.type === 'text' ? node.value : ''
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : ''
}
