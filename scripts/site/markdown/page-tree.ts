import type { Element, Root, Text } from 'hast'
import { Parser } from 'htmlparser2'

/** The attributes that Markdown is made of, under the names that trees of HTML have for them: https://github.com/syntax-tree/hast#properties */
const kept: Readonly<Record<string, string>> = {
  ...{ href: 'href', id: 'id', title: 'title', alt: 'alt', src: 'src', align: 'align', start: 'start', type: 'type' },
  ...{ hidden: 'hidden', colspan: 'colSpan', rowspan: 'rowSpan', class: 'className' },
  ...{ 'data-refs': 'dataRefs', 'data-drawn': 'dataDrawn', 'aria-hidden': 'ariaHidden' },
}

/** What a page of the site has under elements that its Markdown is made of. */
export interface PageTree {
  /** The `link` to the page's Markdown, as the head has it. */
  href: string | null
  main: Element | null
}

/**
 * Reads a page that the site has made: its main part, and the address of its Markdown. Neither the head nor what stands
 * around the main part becomes a tree, and no element is told where it stood: both would cost more than the Markdown.
 */
export function pageTree(html: string): PageTree {
  const page: PageTree = { href: null, main: null }
  const open: (Element | Root)[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'link' && attributes.type === 'text/markdown') page.href ??= attributes.href ?? null
        if (open.length === 0 && (name !== 'main' || page.main)) return
        const element: Element = { type: 'element', tagName: name, properties: properties(attributes), children: [] }
        open.at(-1)?.children.push(element)
        page.main ??= element
        open.push(element)
      },
      ontext(value) {
        const last = open.at(-1)
        if (!last) return
        const before = last.children.at(-1)
        if (before?.type === 'text') before.value += value
        else last.children.push({ type: 'text', value } satisfies Text)
      },
      onclosetag() {
        open.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return page
}

function properties(attributes: Record<string, string>): Element['properties'] {
  const made: Element['properties'] = {}
  for (const [name, value] of Object.entries(attributes)) {
    const known = kept[name]
    if (known === 'className') made.className = value.split(/\s+/).filter(Boolean)
    else if (known) made[known] = known === 'hidden' ? true : value
  }
  return made
}
