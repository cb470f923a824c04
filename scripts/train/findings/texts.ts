import { readdirSync } from 'node:fs'
import { fold } from '../../../src/core/text/fold.ts'
import { jsonLines, trialAbstracts } from '../../evaluate/corpora.ts'
import { readLabelledRecords } from '../../evaluate/labelled-folder.ts'

/** An abstract to learn words from. */
export interface Text {
  title: string
  text: string
}

/** Abstracts of the shared folder to learn general words from, without those of the libraries of findings. */
export function backgroundTexts(folder: string): Text[] {
  const held = heldTitles(folder)
  const texts: Text[] = jsonLines<{ title: string; abstract: string[] }>(`${folder}/corpus/scifact_corpus.jsonl`).map(
    ({ title, abstract }) => ({ title, text: abstract.join(' ') }),
  )
  for (const { title, sections } of trialAbstracts(folder))
    texts.push({ title, text: sections.map(({ text }) => text).join(' ') })
  for (const name of ['Kitchenham_2010', 'Nagtegaal_2019', 'Bannach-Brown_2019'])
    for (const row of jsonLines<{ title?: string; abstract?: string }>(`${folder}/corpus/${name}.jsonl`))
      if (row.abstract) texts.push({ title: row.title ?? '', text: row.abstract })
  for (const { sentences } of jsonLines<{ sentences: string[] }>(`${folder}/roles/csabstruct_train.jsonl`))
    texts.push({ title: '', text: sentences.join(' ') })
  return texts.filter(({ title, text }) => !held.has(fold(title)) && !held.has(opening(text)))
}

const opening = (text: string) => `text ${fold(text).slice(0, 120)}`

function heldTitles(folder: string): Set<string> {
  const titles = new Set<string>()
  for (const name of readdirSync(`${folder}/findings`)) {
    for (const item of readLabelledRecords(`${folder}/findings/${name}`).records) {
      titles.add(fold(item.title))
      titles.add(opening(item.abstract ?? ''))
    }
  }
  titles.delete('')
  titles.delete('text ')
  return titles
}
