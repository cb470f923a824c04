import type { Element, Root as HastRoot } from 'hast'
import type { Root, Text } from 'mdast'
import { defaultHandlers, type Handlers, type SafeConfig } from 'mdast-util-to-markdown'
import rehypeRemark, { type Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { pageTree } from './page-tree.ts'
import { isCitation, shaped } from './shape.ts'
import { tidied } from './white-space.ts'

/** The Markdown of a page: its whole address, and its text. */
export interface Twin {
  href: string
  text: string
}

const handlers: Options['handlers'] = {
  span: (state, element) =>
    isCitation(element) ? { type: 'html', value: wordsOf(element) } : (state.all(element) as never),
}

/** Signs that mean nothing in Markdown, whatever stands around them, and where a text may begin behind the end of a line. */
const harmless = /^(?:[^\r\n\t!#&*<[\\\]_`~|:@Ww]|&(?![#A-Za-z]|$)|(?<![ps]):(?!$)|[Ww](?!\.(?:[-.\w]|$)))+$/u
const beginning = /^(?:[\p{L}“‘"'(–—…]|\d+(?![\d.)]))/u

/**
 * Whether no sign of a text can mean anything in Markdown (https://spec.commonmark.org/0.31.2/#backslash-escapes and those
 * of GitHub's tables, strikes and bare links) between its neighbours. Most text is so, and looking for each sign in each
 * place costs more than all else.
 */
const isHarmless = (text: string, { before, after }: SafeConfig): boolean =>
  harmless.test(text) &&
  (/^[^\r\n]/.test(before) ? !/^\(/.test(text) || before !== ']' : beginning.test(text)) &&
  !(text.endsWith(' ') && /^[\r\n]?$/.test(after))

const printing: Partial<Handlers> = {
  text: (node: Text, parent, state, info) =>
    isHarmless(node.value, info) ? node.value : defaultHandlers.text(node, parent, state, info),
}

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', handlers: printing })

/** A tree as one of Markdown. It is ours and tidied, so that nothing has to be copied: an empty element goes in for it. */
function markdownOf(tree: HastRoot): Root {
  const page: Options['handlers'] = { page: (state) => state.all(tree) as never }
  const convert = rehypeRemark({ handlers: { ...handlers, ...page } }) as (standIn: HastRoot) => Root
  return convert({ type: 'root', children: [{ type: 'element', tagName: 'page', properties: {}, children: [] }] })
}

const wordsOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/**
 * What stands in the main part of a page as Markdown, under the address that the head of the page gives for it; null where
 * it gives none. Nothing of others in it is markup.
 */
export function twinOf(html: string): Twin | null {
  const { href, main } = pageTree(html)
  if (href === null || !main) return null
  const tree = shaped(main, new URL('.', href))
  tidied(tree)
  return { href, text: writer.stringify(markdownOf(tree)) }
}
