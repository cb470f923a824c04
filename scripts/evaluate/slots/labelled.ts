import { resolve } from 'node:path'
import { slotLabels } from '../../../src/core/frames/tagger/spans.ts'
import { sha256 } from '../../../src/core/hash.ts'
import { type CorpusText, corpusText, corpusTexts, tableRows } from '../corpora.ts'

/** A sentence of an abstract with the stretches that a careful reader found to fill its slots. */
export interface LabelledSentence {
  /** Corpus and document. */
  document: string
  title: string
  text: string
  /** Which way the finding goes, in the reader's words; `aim` for titles, aims and methods; null where nothing fills a slot. */
  direction: string | null
  spans: readonly { label: number; start: number; end: number }[]
}

const letters = ['', 'e', 'c', 'o', 'p', 't']
/** Every so manieth document is held out to measure with, told by its name alone: it stays held out when others are added. */
const heldOut = 6

/**
 * Sentences that were labelled by hand for this project, in `labels.tsv` by their places in the abstracts of the shared corpora; parted by
 * document into those to learn from and those to measure with.
 * @throws TouchstoneError `file-missing` where a corpus has no such document
 */
export function labelledSentences(folder: string): { learned: LabelledSentence[]; heldOut: LabelledSentence[] } {
  const texts = corpusTexts(folder)
  const rows = tableRows(resolve(import.meta.dirname, 'labels.tsv'))
  const sentences = rows.map((row) => sentenceOf(row, texts))
  const isHeld = ({ document }: LabelledSentence) => Number.parseInt(sha256(document).slice(0, 8), 16) % heldOut === 0
  return { learned: sentences.filter((one) => !isHeld(one)), heldOut: sentences.filter(isHeld) }
}

function sentenceOf(row: string, texts: ReadonlyMap<string, CorpusText>): LabelledSentence {
  const [source, id, start, end, direction, spans] = row.split('\t') as [string, string, string, string, string, string]
  const document = `${source} ${id}`
  const found = corpusText(texts, document, 'scripts/evaluate/slots/labels.tsv')
  return {
    document,
    title: found.title,
    text: start === 'title' ? found.title : found.text.slice(Number(start), Number(end)),
    direction: direction === '-' ? null : direction,
    spans: spans.split(' ').filter(Boolean).map(spanOf),
  }
}

function spanOf(written: string): LabelledSentence['spans'][number] {
  const [start, end] = written.slice(1).split('-').map(Number) as [number, number]
  return { label: letters.indexOf(written[0]!), start, end }
}

/** Label of each word by the stretches that a reader marked; where they overlap, exposure and outcome go before. */
export function labelsOfWords(marks: readonly { start: number; end: number }[], { spans }: LabelledSentence): number[] {
  const order = ['time', 'population', 'outcome', 'comparator', 'exposure'] as const
  const labels = marks.map(() => 0)
  for (const name of order)
    for (const { label, start, end } of spans)
      if (slotLabels[label] === name)
        for (const [at, mark] of marks.entries()) if (mark.start < end && mark.end > start) labels[at] = label
  return labels
}
