import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark, { type Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { EXIT, visit } from 'unist-util-visit'
import { isCitation, shaped } from './shape.ts'

/** The Markdown of a page: its whole address, and its text. */
export interface Twin {
  href: string
  text: string
}

const reader = unified().use(rehypeParse)

const handlers: Options['handlers'] = {
  span: (state, element) =>
    isCitation(element) ? { type: 'html', value: wordsOf(element) } : (state.all(element) as never),
}

const writer = unified()
  .use(rehypeRemark, { handlers })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-' })

const wordsOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/**
 * What stands in the main part of a page as Markdown, under the address that the head of the page gives for it; null where
 * it gives none. Nothing of others in it is markup.
 */
export function twinOf(html: string): Twin | null {
  const page = reader.parse(html)
  const link = find(page, ({ tagName, properties }) => tagName === 'link' && properties.type === 'text/markdown')
  const main = find(page, ({ tagName }) => tagName === 'main')
  if (!link || !main) return null
  const href = String(link.properties.href)
  const tree = shaped(main, new URL('.', href))
  return { href, text: writer.stringify(writer.runSync(tree) as never) }
}

function find(tree: Root, fits: (element: Element) => boolean): Element | null {
  let found: Element | null = null
  visit(tree, 'element', (element) => {
    if (!fits(element)) return undefined
    found = element
    return EXIT
  })
  return found
}
