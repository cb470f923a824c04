import type { Element } from 'hast'
import type { Text } from 'mdast'
import { defaultHandlers, type Handlers } from 'mdast-util-to-markdown'
import rehypeRemark, { type Options } from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { pageTree } from './page-tree.ts'
import { isCitation, shaped } from './shape.ts'

/** The Markdown of a page: its whole address, and its text. */
export interface Twin {
  href: string
  text: string
}

const handlers: Options['handlers'] = {
  span: (state, element) =>
    isCitation(element) ? { type: 'html', value: wordsOf(element) } : (state.all(element) as never),
}

/**
 * Whether no sign of a text can mean anything in Markdown, whatever stands around it: it begins with a letter, holds none of
 * the signs that do (https://spec.commonmark.org/0.31.2/#backslash-escapes and those of GitHub's tables, strikes and bare
 * links), and ends in no space. Most text is so, and looking for each sign in each place costs more than all else.
 */
const isHarmless = (text: string): boolean => /^\p{L}[^\r\n\t!#&*<[\\\]_`~|:@]*$/u.test(text) && !/[Ww]\.| $/.test(text)

const printing: Partial<Handlers> = {
  text: (node: Text, parent, state, info) =>
    isHarmless(node.value) ? node.value : defaultHandlers.text(node, parent, state, info),
}

const writer = unified()
  .use(rehypeRemark, { handlers })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-', handlers: printing })

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
  return { href, text: writer.stringify(writer.runSync(tree) as never) }
}
