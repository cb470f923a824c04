import { readFileSync } from 'node:fs'
import { TouchstoneError } from '../../src/core/errors.ts'

/** Rows of a file of JSON lines. */
export function jsonLines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

/** Rows of a table with a head, parted by tabs. */
export function tableRows(path: string): string[] {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)
}

interface TrialAbstract {
  pmcid: string
  title: string
  sections: { name: string; text: string }[]
}

export function trialAbstracts(folder: string): TrialAbstract[] {
  return jsonLines(`${folder}/ico/abstracts_train.jsonl`)
}

/** A document of the shared corpora. */
export interface CorpusText {
  title: string
  text: string
}

/** Documents of the shared corpora that labels name, by source and id. */
export function corpusTexts(folder: string): Map<string, CorpusText> {
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

/**
 * A document that labels name.
 * @param where the file of the labels
 * @throws TouchstoneError `file-missing` where no corpus has it
 */
export function corpusText(texts: ReadonlyMap<string, CorpusText>, document: string, where: string): CorpusText {
  const found = texts.get(document)
  if (found) return found
  throw new TouchstoneError('file-missing', `no corpus has the document ${document}`, {
    where,
    next: 'Name the folder of the shared corpora with --data.',
  })
}
