import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

import { noteMark, noteText, withFootnotes } from './html-footnotes.ts'

type Root = import('hast').Root
type Element = import('hast').Element

/** What of a page is never part of its text. */
const around = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'script',
  'style',
  'noscript',
  'form',
  'button',
  'svg',
  'template',
  'iframe',
])

/**
 * A page of HTML as Markdown, with raised text kept as `<sup>`. Where it has one main part or article, only that is read;
 * menus and scripts never are.
 */
export function htmlMarkdown(html: string): string {
  const processor = unified()
    .use(rehypeParse)
    .use(() => (tree: Root) => withFootnotes(mainOf(tree)))
    .use(rehypeRemark, {
      handlers: {
        [noteMark]: (_, { properties: { label } }: Element) =>
          ({ type: 'footnoteReference', identifier: String(label), label: String(label) }) as never,
        [noteText]: (state, node: Element) =>
          ({
            type: 'footnoteDefinition',
            identifier: String(node.properties.label),
            label: String(node.properties.label),
            children: state.toFlow(state.all(node)),
          }) as never,
        sup: (state, node: Element) =>
          [{ type: 'html', value: '<sup>' }, ...state.all(node), { type: 'html', value: '</sup>' }] as never,
      },
    })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', rule: '-' })
  return String(processor.processSync(html))
}

function mainOf(tree: Root): Root {
  const found: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName === 'main' || node.tagName === 'article') found.push(node)
  })
  const root: Root = found.length === 1 || found[0]?.tagName === 'main' ? { type: 'root', children: [found[0]!] } : tree
  visit(root, 'element', (node, at, parent) => {
    if (!parent || at === undefined || !around.has(node.tagName)) return
    if (node.tagName === 'header' && root !== tree) return
    parent.children.splice(at, 1)
    return at
  })
  return root
}
