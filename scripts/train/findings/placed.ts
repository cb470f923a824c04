import { resolve } from 'node:path'
import { fold } from '../../../src/core/text/fold.ts'
import { type CorpusText, corpusText, corpusTexts, tableRows } from '../../evaluate/corpora.ts'
import { labelledPaper } from '../../evaluate/labelled-folder.ts'
import type { LabelledLibrary } from './gold.ts'

/** A sentence of a library with the findings that it says (`3+`) or denies (`3-`), or `single`; without a place where a paper has none. */
interface Row {
  library: string
  document: string
  start: string
  end: string
  findings: string[]
}

/**
 * Libraries that were labelled by hand for this project, in `libraries.tsv` by the places of their sentences in the abstracts of the shared
 * corpora.
 * @throws TouchstoneError `file-missing` where a corpus has no such document
 */
export function placedLibraries(folder: string): LabelledLibrary[] {
  const texts = corpusTexts(folder)
  const rows = tableRows(resolve(import.meta.dirname, 'libraries.tsv'))
  return [...Map.groupBy(rows.map(rowOf), ({ library }) => library)].map(([name, own]) => libraryOf(name, own, texts))
}

function rowOf(row: string): Row {
  const [library, source, id, start, end, findings = ''] = row.split('\t') as [string, string, string, string, string]
  return { library, document: `${source} ${id}`, start, end, findings: findings.split(' ').filter(Boolean) }
}

function libraryOf(name: string, rows: readonly Row[], texts: ReadonlyMap<string, CorpusText>): LabelledLibrary {
  const documents = [...Map.groupBy(rows, ({ document }) => document)].map(([id, own]) => {
    const text = corpusText(texts, id, 'scripts/train/findings/libraries.tsv')
    return { id, ...text, rows: own.filter(({ start }) => start !== '') }
  })
  const said = rows.flatMap((row) => row.findings.map((finding) => ({ s: keyOf(row), finding })))
  const findings = Map.groupBy(
    said.filter(({ finding }) => finding !== 'single'),
    ({ finding }) => finding.slice(0, -1),
  )
  return {
    name,
    question: '',
    papers: documents.map(({ id, title, text }) => labelledPaper(id, title, [{ name: '0', text }])),
    keys: documents.map(
      ({ rows: own, text }) =>
        new Map(own.map((row) => [keyOf(row), fold(text.slice(Number(row.start), Number(row.end)))])),
    ),
    findings: [...findings].map(([id, spans]) => ({
      ...{ id, text: '' },
      spans: spans.map(({ s, finding }) => ({ s, stance: finding.endsWith('+') ? 'supports' : 'refutes', fit: '' })),
    })),
    singles: new Set(said.filter(({ finding }) => finding === 'single').map(({ s }) => s)),
  }
}

function keyOf({ document, start }: Row): string {
  return `${document} ${start}`
}
