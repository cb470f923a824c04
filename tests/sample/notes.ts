import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** An item of a file of reading notes: CSL-JSON with our note under `custom`. */
export interface NoteItem {
  id: string
  type: string
  title: string
  author?: { family?: string; given?: string; literal?: string }[]
  issued: { 'date-parts': number[][] }
  'container-title': string
  DOI: string
  URL: string
  custom?: { 'reading-note'?: { section: string; text: string }[]; 'read-at'?: string[]; 'article-doi'?: string }
}

/** A record of a library in the shared data, reduced to what the notes are checked against. */
export interface SourceText {
  dois: string[]
  title: string
  abstract: string
  authors: string[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
export const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
export const hasSharedData = existsSync(sharedData)
export const libraries = ['code-vulnerability', 'copper', 'tafenoquine'] as const

/** The path of a file of the project. */
export function projectFile(path: string): string {
  return `${root}${path}`
}

/** The reading notes of one question. Throws where the file is no JSON. */
export function readNotes(slug: string): NoteItem[] {
  return JSON.parse(readFileSync(projectFile(`content/library/${slug}/reading-notes.json`), 'utf8'))
}

/** The sections of a note; none where the item has no note. */
export function sections(item: NoteItem): { section: string; text: string }[] {
  return item.custom?.['reading-note'] ?? []
}

/** The records of a RIS file of the shared data. */
export function readRis(name: string): SourceText[] {
  const text = readFileSync(`${sharedData}library/${name}.ris`, 'utf8')
  return text.split(/^ER {2}-.*$/m).map((entry) => {
    const fields = [...entry.matchAll(/^([A-Z][A-Z0-9]) {2}- (.*(?:\n(?![A-Z][A-Z0-9] {2}-).*)*)/gm)]
    const all = (...tags: string[]) =>
      fields.filter((field) => tags.includes(field[1]!)).map((field) => field[2]!.trim())
    return {
      dois: all('DO').map((doi) => doi.toLowerCase()),
      title: all('TI', 'T1').join(' '),
      abstract: all('AB', 'N2').join(' '),
      authors: all('AU', 'A1'),
    }
  })
}

/** A paper of the fact file of the first question. */
export interface FactPaper {
  id: string
  title: string
  authors: { family: string; given: string }[]
  doi: string
  publishedVersionDoi: string | null
  onQuestion: boolean
  findings: { statement: string; where: string; check: string; sourceKind: string }[]
}

/** The fact file of the first question. */
export function readFacts(): FactPaper[] {
  return JSON.parse(readFileSync(`${sharedData}facts/code-vulnerability.json`, 'utf8'))
}
