import { href } from './links.ts'

/** A part of our own words: plain, a command, in bold, or a link. */
export interface Part {
  text: string
  as: 'text' | 'code' | 'bold' | 'link'
  /** Where a link leads, base path included; empty of the others. */
  href: string
}

const marked = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g

/**
 * Our own words, in which `` `commands` ``, `**bold**` and `[links](/path/)` are marked as in Markdown, in parts. Pages and
 * their Markdown print the same words from these; paths are below the base path. No words of others are written so.
 */
export function partsOf(words: string): Part[] {
  const parts: Part[] = []
  let from = 0
  const add = (text: string, as: Part['as'] = 'text', to = '') => text && parts.push({ text, as, href: to })
  for (const found of words.matchAll(marked)) {
    const [whole, code, bold, link, to] = found
    add(words.slice(from, found.index))
    if (code) add(code, 'code')
    if (bold) add(bold, 'bold')
    if (link) add(link, 'link', to!.startsWith('/') ? href(to!) : to)
    from = found.index + whole.length
  }
  add(words.slice(from))
  return parts
}

/** The same words without their marks. */
export function unmarked(words: string): string {
  return partsOf(words)
    .map(({ text }) => text)
    .join('')
}
