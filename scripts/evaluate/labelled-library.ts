import type { Paper } from '../../src/schemas/paper.ts'
import { labelledPaper, readLabelledFolder, sentenceKey } from './labelled-folder.ts'

/** A library that readers labelled: its papers, and which of their sentences, as `P07.03`, state a finding that papers share or that stands alone. */
export interface LabelledLibrary {
  name: string
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
export function readLabelledLibrary(folder: string): LabelledLibrary {
  const { name, question, papers, findings, singles } = readLabelledFolder(folder)
  const shared = new Set(findings.flatMap(({ spans }) => spans.map(({ s }) => s)))
  return {
    name,
    question,
    papers: papers.map(({ id, title, sentences }) => paperOf(id, title, sentences)),
    shared,
    labelled: new Set([...shared, ...singles]),
    spans: new Map(papers.map(({ id, sentences }) => [id, spansOf(id, sentences)])),
  }
}

function paperOf(id: string, title: string, sentences: readonly string[]): Paper {
  return labelledPaper(id, title, sentences.length === 0 ? [] : [{ name: 'abstract', text: sentences.join(' ') }])
}

function spansOf(id: string, sentences: readonly string[]) {
  let start = 0
  return sentences.map((sentence, at) => {
    const span = { name: sentenceKey(id, at), start, end: start + sentence.length }
    start = span.end + 1
    return span
  })
}
