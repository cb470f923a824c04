import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import { TouchstoneError } from '../../src/core/errors.ts'
import { name, type Paper } from '../../src/schemas/paper.ts'

const papersFile = z.object({
  question: z.string(),
  papers: z.array(z.object({ id: z.string(), title: z.string(), sentences: z.array(z.string()) })),
})
const span = z.object({ s: z.string(), stance: z.string().default(''), fit: z.string().default('') })
const goldFile = z.object({
  findings: z.array(z.object({ id: z.string().default(''), text: z.string().default(''), spans: z.array(span) })),
  singles: z.array(z.string()).default([]),
})
const libraryFile = z.array(
  z.looseObject({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    abstract: z.string().nullish(),
    author: z.array(name).optional(),
  }),
)

/** A library that careful readers labelled: its question, its papers with numbered sentences, and what they found. */
export interface LabelledFolder {
  name: string
  question: string
  papers: z.infer<typeof papersFile>['papers']
  /** Findings that two or more papers share; each span names a sentence as `sentenceKey` does. */
  findings: z.infer<typeof goldFile>['findings']
  /** Sentences of findings that stand alone. */
  singles: string[]
}

/** Records of a labelled folder in CSL-JSON, as an import reads them. */
export type LabelledRecord = z.infer<typeof libraryFile>[number]

/**
 * Reads `papers.json` and `gold.json` of a labelled folder.
 * @throws TouchstoneError `file-missing`, `file-unreadable`
 */
export function readLabelledFolder(folder: string): LabelledFolder {
  const { question, papers } = readForm(folder, 'papers.json', papersFile)
  return { name: basename(resolve(folder)), question, papers, ...readForm(folder, 'gold.json', goldFile) }
}

/**
 * Reads the question and `library.json` of a labelled folder.
 * @throws TouchstoneError `file-missing`, `file-unreadable`
 */
export function readLabelledRecords(folder: string): { name: string; question: string; records: LabelledRecord[] } {
  const { question } = readForm(folder, 'papers.json', papersFile.pick({ question: true }))
  return { name: basename(resolve(folder)), question, records: readForm(folder, 'library.json', libraryFile) }
}

/** What labels call a sentence of a paper, the first of which stands at 0: `P07.03`. */
export function sentenceKey(paper: string, at: number): string {
  return `${paper}.${String(at + 1).padStart(2, '0')}`
}

/** A paper of nothing but a title and an abstract in sections. */
export function labelledPaper(id: string, title: string, sections: { name: string; text: string }[]): Paper {
  return {
    schema: 1,
    id,
    aliases: [],
    csl: { id, type: 'article-journal', title, author: [] },
    ids: {},
    text: sections.length === 0 ? null : { kind: 'abstract', sections },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  }
}

function readForm<T>(folder: string, name: string, form: z.ZodType<T>): T {
  const where = join(folder, name)
  try {
    return form.parse(JSON.parse(readFileSync(where, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new TouchstoneError('file-missing', 'there is no such file', { where, next, cause })
    throw new TouchstoneError('file-unreadable', 'not of the form of a labelled folder', { where, next, cause })
  }
}

const next =
  'A labelled folder holds papers.json {question, papers: [{id, title, sentences}]}, gold.json {findings: [{spans: [{s}]}], singles} and library.json in CSL-JSON.'
