import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { tagWords } from '../../src/core/text/pos.ts'
import { writeAtomic } from '../io/files.ts'
import { loadWordNet } from '../io/language.ts'

const corpora = ['scifact_corpus', 'Bannach-Brown_2019', 'Kitchenham_2010', 'Nagtegaal_2019']
/** Times that a word must be read to be kept. */
const least = 12
const out = resolve(import.meta.dirname, '../../src/core/text/resources/verb-shares.json')

interface Row {
  title: string
  abstract?: string | string[] | null
}

/** Counts how often words that can be a noun or a verb are verbs in scholarly abstracts, in any form, and writes `src/core/text/resources/verb-shares.json`. */
export async function writeVerbShares(data: string, date: string): Promise<string> {
  const texts = corpora
    .flatMap((name) =>
      readFileSync(join(data, `corpus/${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map((line) => bodyOf(JSON.parse(line) as Row))
  const counts = countVerbs(texts)
  const rows: string[][] = Array.from({ length: 11 }, () => [])
  for (const [word, { verbs, all }] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (all >= least) rows[Math.round((10 * verbs) / all)]!.push(word)
  const provenance = `${texts.length} abstracts: the SciFact corpus and three screening sets, tagged by wink-nlp. Learned by scripts/train/verb-shares.ts on ${date}.`
  await writeAtomic(
    out,
    `${JSON.stringify({ provenance, step: 0.1, rows: rows.map((row) => row.join(' ')) }, null, 1)}\n`,
  )
  return provenance
}

function countVerbs(texts: readonly string[]): Map<string, { verbs: number; all: number }> {
  const net = loadWordNet()
  const either = new Map<string, boolean>()
  const isEither = (word: string) => {
    if (!either.has(word))
      either.set(
        word,
        /^[a-z]+$/.test(word) && ['noun', 'verb'].every((part) => net.frequency(word, part as 'noun') > 0),
      )
    return either.get(word)!
  }
  const counts = new Map<string, { verbs: number; all: number }>()
  for (const text of texts)
    for (const { lemma, pos } of tagWords(text)) {
      if (!['NOUN', 'VERB', 'ADJ'].includes(pos) || !isEither(lemma)) continue
      const count = counts.get(lemma) ?? { verbs: 0, all: 0 }
      counts.set(lemma, { verbs: count.verbs + (pos === 'VERB' ? 1 : 0), all: count.all + 1 })
    }
  return counts
}

function bodyOf({ title, abstract }: Row): string {
  return [title, ...(Array.isArray(abstract) ? abstract : [abstract ?? ''])].join('. ')
}
