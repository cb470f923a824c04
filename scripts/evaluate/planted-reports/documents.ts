import { strToU8, zipSync } from 'fflate'
import type { Part } from './draft.ts'
import { pdfOf } from './pdf.ts'

/** Formats that a finished report may have, each as its ending and its writer. */
export const formats: Readonly<Record<string, (parts: readonly Part[]) => Uint8Array>> = {
  md: (parts) => strToU8(markdown(parts)),
  txt: (parts) => strToU8(plain(parts)),
  html: (parts) => strToU8(html(parts)),
  docx,
  pdf: pdfOf,
}

function markdown(parts: readonly Part[]): string {
  return `${parts
    .map((part) => {
      if (part.kind === 'title') return `# ${part.text}`
      if (part.kind === 'heading') return `## ${part.text}`
      return part.kind === 'entry' ? `${part.number}. ${part.text}` : part.text
    })
    .join('\n\n')}\n`
}

function plain(parts: readonly Part[]): string {
  return `${parts
    .map((part) => {
      if (part.kind === 'heading') return `\n${part.text.toUpperCase()}\n`
      return part.kind === 'entry' ? `[${part.number}] ${part.text}` : `${part.text}\n`
    })
    .join('\n')}\n`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function html(parts: readonly Part[]): string {
  const entries = parts.filter((part) => part.kind === 'entry')
  const body = parts.flatMap((part) => {
    if (part.kind === 'title') return `<h1>${escaped(part.text)}</h1>`
    if (part.kind === 'heading') return `<h2>${escaped(part.text)}</h2>`
    return part.kind === 'paragraph' ? `<p>${raised(part.text)}</p>` : []
  })
  const list = entries.map(({ text, number }) => `<li id="ref${number}">${escaped(text)}</li>`).join('\n')
  return `<!doctype html>\n<html lang="en"><head><title>Report</title></head><body><main>\n${body.join('\n')}\n${list && `<ol>\n${list}\n</ol>`}\n</main></body></html>\n`
}

/** Marks as raised links, as pages have them. */
function raised(text: string): string {
  return escaped(text).replace(/ ?\[(\d+)\]/g, '<sup><a href="#ref$1">$1</a></sup>')
}

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'

/** A Word document of the least parts that the format has (ECMA-376). */
function docx(parts: readonly Part[]): Uint8Array {
  const run = (text: string, raise = false) =>
    `<w:r>${raise ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const runs = (text: string) =>
    text
      .split(/ ?((?:\[\d+\])+)/)
      .map((piece, at) => (at % 2 === 1 ? run(piece.slice(1, -1).replace(/\]\[/g, ','), true) : run(piece)))
  const paragraphs = parts.map((part) => {
    if (part.kind === 'title' || part.kind === 'heading')
      return `<w:p><w:pPr><w:pStyle w:val="${part.kind === 'title' ? 'Title' : 'Heading1'}"/></w:pPr>${run(part.text)}</w:p>`
    return part.kind === 'entry'
      ? `<w:p>${run(`${part.number}. ${part.text}`)}</w:p>`
      : `<w:p>${runs(part.text).join('')}</w:p>`
  })
  const styles = [
    ['Title', 'Title'],
    ['Heading1', 'heading 1'],
  ].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${officeTypes}/${type}" Target="${target}"/>`
  const relations = (all: string) =>
    `<?xml version="1.0"?><Relationships xmlns="${packageTypes}/relationships">${all}</Relationships>`
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(relation('s1', 'styles', 'styles.xml')),
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${space}>${styles.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${space}><w:body>${paragraphs.join('')}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
