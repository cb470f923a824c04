import { extractText, getDocumentProxy } from 'unpdf'
import { tidy } from '../../src/core/text/plain-text.ts'
import type { PaperText } from '../../src/schemas/paper.ts'

const mostPages = 80
const headings =
  /^(?:\d+(?:\.\d+)*\.?\s+|[IVX]+\.\s+)?(abstract|introduction|background|methods?|materials and methods|methodology|results?|results and discussion|findings|evaluation|experiments?|discussion|conclusions?|limitations|related work|references|bibliography|acknowledge?ments?)\s*:?$/i

/**
 * The sections of a PDF, by heading and page: `Results, page 4`. Words parted at the end of a line are joined where the
 * next line goes on with a small letter; digits never are. What follows the list of references is left out.
 * @throws Error where the bytes are no PDF that can be read
 */
export async function pdfSections(bytes: Uint8Array): Promise<PaperText['sections']> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  try {
    const { text } = await extractText(pdf, { mergePages: false })
    return sectionsOf(text.slice(0, mostPages))
  } finally {
    await pdf.cleanup()
  }
}

/** Sections of the lines of pages. */
export function sectionsOf(pages: readonly string[]): PaperText['sections'] {
  const parts = new Map<string, string[]>()
  let heading = ''
  for (const [at, page] of pages.entries()) {
    for (const line of page.split(/\r?\n/)) {
      const found = headings.exec(line.trim())?.[1]
      if (found) heading = found[0]!.toUpperCase() + found.slice(1).toLowerCase()
      else if (!/^(?:References|Bibliography|Acknowledge?ments?)$/.test(heading)) {
        const name = heading === '' ? `Page ${at + 1}` : `${heading}, page ${at + 1}`
        parts.set(name, [...(parts.get(name) ?? []), line])
      }
    }
  }
  return [...parts].map(([name, lines]) => ({ name, text: tidy(joined(lines)) })).filter(({ text }) => text !== '')
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').replace(/(\p{Ll})-\n\s*(\p{Ll})/gu, '$1$2')
}
