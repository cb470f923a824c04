import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { slotLabels } from '../../../src/core/frames/tagger/spans.ts'
import { jsonLines, trialAbstracts } from '../corpora.ts'

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
/** Every so manieth document is held out to measure with. */
const heldOut = 6

/**
 * Sentences that were labelled by hand for this project, in `labels.tsv` by their places in the abstracts of the shared corpora; parted by
 * document into those to learn from and those to measure with.
 * @throws TouchstoneError `file-missing` where a corpus has no such document
 */
export function labelledSentences(folder: string): { learned: LabelledSentence[]; heldOut: LabelledSentence[] } {
  const texts = corpusTexts(folder)
  const [, ...rows] = readFileSync(resolve(import.meta.dirname, 'labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  const sentences = rows.map((row) => sentenceOf(row, texts))
  const documents = new Map([...new Set(sentences.map(({ document }) => document))].sort().map((one, at) => [one, at]))
  const isHeld = ({ document }: LabelledSentence) => documents.get(document)! % heldOut === 0
  return { learned: sentences.filter((one) => !isHeld(one)), heldOut: sentences.filter(isHeld) }
}

interface CorpusText {
  title: string
  text: string
}

function sentenceOf(row: string, texts: ReadonlyMap<string, CorpusText>): LabelledSentence {
  const [source, id, start, end, direction, spans] = row.split('\t') as [string, string, string, string, string, string]
  const document = `${source} ${id}`
  const found = texts.get(document)
  if (!found)
    throw new TouchstoneError('file-missing', `no corpus has the document ${document}`, {
      where: 'scripts/evaluate/slots/labels.tsv',
      next: 'Name the folder of the shared corpora with --data.',
    })
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

function corpusTexts(folder: string): Map<string, CorpusText> {
  const texts = new Map<string, CorpusText>()
  for (const { doc_id, title, abstract } of jsonLines<{ doc_id: number; title: string; abstract: string[] }>(
    `${folder}/corpus/scifact_corpus.jsonl`,
  ))
    texts.set(`scifact ${doc_id}`, { title, text: abstract.join(' ') })
  for (const { pmcid, title, sections } of trialAbstracts(folder))
    texts.set(`trials ${pmcid}`, { title, text: sections.map(({ text }) => text).join(' ') })
  for (const name of ['Kitchenham_2010', 'Nagtegaal_2019', 'Bannach-Brown_2019'])
    for (const { id, title, abstract } of jsonLines<{ id: string; title?: string; abstract?: string }>(
      `${folder}/corpus/${name}.jsonl`,
    ))
      if (abstract) texts.set(`${name} ${id}`, { title: title ?? '', text: abstract })
  for (const { id, sentences } of jsonLines<{ id: string; sentences: string[] }>(
    `${folder}/roles/csabstruct_train.jsonl`,
  ))
    texts.set(`cs ${id}`, { title: '', text: sentences.join(' ') })
  return texts
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
