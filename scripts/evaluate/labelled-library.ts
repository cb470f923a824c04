import { join } from 'node:path'
import { z } from 'zod'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { readText } from '../io/files.ts'

const papersFile = z.object({
  topic: z.string(),
  question: z.string(),
  papers: z.array(z.object({ id: z.string(), title: z.string(), sentences: z.array(z.string()) })),
})
const goldFile = z.object({
  findings: z.array(z.object({ spans: z.array(z.object({ s: z.string() })) })),
  singles: z.array(z.string()).default([]),
})

/** A library that readers labelled: its papers, and which of their sentences, as `P07.03`, state a finding that papers share or that stands alone. */
export interface LabelledLibrary {
  topic: string
  question: string
  papers: Paper[]
  /** Sentences of findings that two or more papers share. */
  shared: ReadonlySet<string>
  /** Those and the sentences of findings that stand alone. */
  labelled: ReadonlySet<string>
  /** Name of the sentence at an offset of a paper's text, for every sentence: its beginning and end. */
  spans: ReadonlyMap<string, readonly { name: string; start: number; end: number }[]>
}

/**
 * Reads a folder of `papers.json` and `gold.json`.
 * @throws TouchstoneError `file-missing`, `file-unreadable`
 */
export async function readLabelledLibrary(folder: string): Promise<LabelledLibrary> {
  const { topic, question, papers } = await readForm(join(folder, 'papers.json'), papersFile)
  const { findings, singles } = await readForm(join(folder, 'gold.json'), goldFile)
  const shared = new Set(findings.flatMap(({ spans }) => spans.map(({ s }) => s)))
  return {
    topic,
    question,
    papers: papers.map(({ id, title, sentences }) => paperOf(id, title, sentences)),
    shared,
    labelled: new Set([...shared, ...singles]),
    spans: new Map(papers.map(({ id, sentences }) => [id, spansOf(id, sentences)])),
  }
}

async function readForm<T>(path: string, form: z.ZodType<T>): Promise<T> {
  const text = await readText(path)
  if (text === null) throw new TouchstoneError('file-missing', 'there is no such file', { where: path })
  try {
    return form.parse(JSON.parse(text))
  } catch (cause) {
    throw new TouchstoneError('file-unreadable', 'not a labelled library', {
      where: path,
      next: 'papers.json holds {topic, question, papers: [{id, title, sentences}]}, gold.json {findings: [{spans: [{s}]}], singles}.',
      cause,
    })
  }
}

function paperOf(id: string, title: string, sentences: readonly string[]): Paper {
  return {
    schema: 1,
    id,
    aliases: [],
    csl: { id, type: 'article-journal', title, author: [] },
    ids: {},
    text:
      sentences.length === 0 ? null : { kind: 'abstract', sections: [{ name: 'abstract', text: sentences.join(' ') }] },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  }
}

function spansOf(id: string, sentences: readonly string[]) {
  let start = 0
  return sentences.map((sentence, at) => {
    const span = { name: `${id}.${String(at + 1).padStart(2, '0')}`, start, end: start + sentence.length }
    start = span.end + 1
    return span
  })
}
