import { escapeInline, escapeMarkdown } from '../../../core/text/escape-markdown.ts'
import { shown } from '../../content/shown.ts'
import type { StandingView } from '../../paper/standing.ts'
import { partsOf } from '../../rich.ts'

/** A text of others within Markdown: nothing in it is markup. */
export function plain(text: string): string {
  return escapeMarkdown(shown(text))
}

const inline = (text: string) => escapeInline(shown(text))

/** Prints links of a page: whatever leads within the site becomes a whole address. */
export class Links {
  readonly page: string

  /** `path` is that of the page, base path included. */
  constructor(site: string, path: string) {
    this.page = new URL(path, site).href
  }

  /** A text that leads somewhere. */
  to(text: string, href: string): string {
    return `[${plain(text)}](${this.url(href)})`
  }

  /** An address that is its own text. */
  bare(href: string): string {
    return `<${this.url(href)}>`
  }

  /** Our own words, with what `rich.ts` marks in them. */
  words(words: string): string {
    const print = {
      text: inline,
      bold: (text: string) => `**${inline(text)}**`,
      code: (text: string) => `\`${text}\``,
    }
    return partsOf(words)
      .map(({ text, as, href }) => (as === 'link' ? this.to(text, href) : print[as](text)))
      .join('')
  }

  private url(href: string): string {
    return new URL(href, this.page).href.replace(/[()|<>\\]/g, percent).replace(/&(?=#?\w+;)/g, '&amp;')
  }
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A title that may be struck, as that of a retracted paper is. */
export function titled(title: string, struck = false): string {
  return struck ? `~~${plain(title)}~~` : plain(title)
}

/** What is to be known of a paper's standing, with the notice that says so. */
export function standingMarkdown({ words, notice }: StandingView, links: Links): string {
  return `**${plain(words)}**${notice ? ` (${links.to(notice.text, notice.url)})` : ''}.`
}

/** What is there of the parts of a row, set apart as on a page. */
export function row(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}

/** A list, with lines below a row indented under it. */
export function items(rows: readonly (string | readonly (string | null | false)[])[], mark = '-'): string {
  const indent = `\n${' '.repeat(mark.length + 1)}- `
  const item = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(indent)
  return rows.map((one) => `${mark} ${typeof one === 'string' ? one : item(one)}`).join('\n')
}

/** A table; columns are headed by our own words, cells are Markdown. None where there is no row. */
export function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(columns.map(plain)), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A code span of a text of others, however many backticks it holds (https://spec.commonmark.org/0.31.2/#code-spans). */
export function code(text: string): string {
  const clean = shown(text).replace(/\s+/g, ' ').trim()
  const fence = '`'.repeat(Math.max(0, ...(clean.match(/`+/g) ?? []).map(({ length }) => length)) + 1)
  const pad = /^`|`$/.test(clean) ? ' ' : ''
  return clean ? `${fence}${pad}${clean}${pad}${fence}` : ''
}

/** A heading with what stands below it; none where nothing does. */
export function section(heading: string, blocks: readonly string[], level = 2): string[] {
  return blocks.some((block) => block.trim() !== '') ? [`${'#'.repeat(level)} ${plain(heading)}`, ...blocks] : []
}

/** Blocks as one text. */
export function joined(blocks: readonly (string | null | false)[]): string {
  return `${blocks.filter((one): one is string => Boolean(one && one.trim() !== '')).join('\n\n')}\n`
}
