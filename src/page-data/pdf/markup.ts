import { Parser } from 'htmlparser2'

/** A text as Typst markup that prints exactly it, whatever it holds (https://typst.app/docs/reference/foundations/str/). */
export function words(text: string): string {
  return text === '' ? '' : `#${literal(text)}`
}

/** A text as a Typst string. */
export function literal(text: string): string {
  const safe = text.replace(/\p{Cc}/gu, ' ').replace(/[\\"]/g, '\\$&')
  return `"${safe}"`
}

/** A link to an address; only http and https are linked. */
export function link(url: string, content: string): string {
  return /^https?:\/\//.test(url) ? `#link(${literal(url)})[${content}]` : content
}

/** A link to a reference of the same document. */
export function toReference(key: string, content: string): string {
  return `#link(<ref-${key}>)[${content}]`
}

type Tag = (content: string, attributes: Record<string, string>) => string

/** How each element of our own HTML is printed; any other is printed as its content. */
const tags: Readonly<Record<string, Tag>> = {
  p: (content) => `\n\n${content}\n\n`,
  em: (content) => `#emph[${content}]`,
  i: (content) => `#emph[${content}]`,
  strong: (content) => `#strong[${content}]`,
  b: (content) => `#strong[${content}]`,
  sup: (content) => `#super[${content}]`,
  sub: (content) => `#sub[${content}]`,
  s: (content) => `#strike[${content}]`,
  del: (content) => `#strike[${content}]`,
  li: (content) => `\n#list.item[${content.trim()}]\n`,
  ul: (content) => `\n\n${content}\n\n`,
  ol: (content) => `\n\n${content}\n\n`,
  blockquote: (content) => `\n\n#quote(block: true)[${content.trim()}]\n\n`,
  br: () => '#linebreak()',
  td: (content) => `${content}#h(1em)`,
  th: (content) => `#strong[${content}]#h(1em)`,
  tr: (content) => `\n\n${content}`,
  a: (content, { href = '' }) => (href.startsWith('#ref-') ? toReference(href.slice(5), content) : link(href, content)),
  ...Object.fromEntries(
    [2, 3, 4, 5, 6].map((level) => [`h${level}`, (content: string) => `\n\n#strong[${content}]\n\n`]),
  ),
}

/** Elements between whose parts white space says nothing. */
const blocks = new Set(['', 'ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'blockquote'])

/** The HTML of our own passages as Typst markup. */
export function markup(html: string): string {
  const open: { name: string; attributes: Record<string, string>; content: string }[] = [
    { name: '', attributes: {}, content: '' },
  ]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open.push({ name, attributes, content: '' }),
      ontext: (text) => {
        const { name, content } = open.at(-1)!
        const between = text.trim() === '' && (blocks.has(name) || content.endsWith('\n'))
        if (!between) open.at(-1)!.content += words(text.replace(/\s+/g, ' '))
      },
      onclosetag: () => {
        const { name, attributes, content } = open.pop()!
        open.at(-1)!.content += tags[name]?.(content, attributes) ?? content
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return open[0]!.content.trim()
}
