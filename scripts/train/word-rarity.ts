import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { contentStems } from '../../src/core/extract/topicality.ts'
import { writeAtomic } from '../io/files.ts'
import { learnRarity } from './learn-rarity.ts'

const corpora = ['scifact_corpus', 'Bannach-Brown_2019', 'Kitchenham_2010', 'Nagtegaal_2019']
/** Abstracts in which a stem must stand to be kept. */
const least = 8
const out = resolve(import.meta.dirname, '../../src/core/text/resources/word-rarity.json')

interface Row {
  title: string
  abstract?: string | string[] | null
  sections?: { text: string }[]
}

/** Counts in how many abstracts of many subjects each stem stands, and writes `src/core/text/resources/word-rarity.json`. */
export async function writeWordRarity(data: string, date: string): Promise<string> {
  const files = [...corpora.map((name) => `corpus/${name}.jsonl`), 'ico/abstracts_train.jsonl']
  const texts = files.flatMap((file) =>
    readFileSync(join(data, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => textOf(JSON.parse(line) as Row)),
  )
  const table = learnRarity(texts, least, contentStems)
  const provenance = `${texts.length} abstracts: the SciFact corpus, three screening sets, trials of Evidence Inference. Learned by scripts/train/word-rarity.ts on ${date}.`
  await writeAtomic(out, `${JSON.stringify({ provenance, ...table }, null, 1)}\n`)
  return provenance
}

function textOf({ title, abstract, sections }: Row): string {
  const body = Array.isArray(abstract) ? abstract : [abstract ?? '', ...(sections ?? []).map(({ text }) => text)]
  return [title, ...body].join(' ')
}
