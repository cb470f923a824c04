import { type Library, readLibrary } from '../../../src/core/findings/library.ts'
import type { Mixture } from '../../../src/core/findings/mixture.ts'
import type { GeneralModels } from '../../../src/core/findings/models.ts'
import { outcomeRow, pairFeatures } from '../../../src/core/findings/pair-features.ts'
import type { WordTable } from '../../../src/core/findings/word-table.ts'
import { fitMixture } from './fit-mixture.ts'
import { labelledPaper } from './gold.ts'
import { jsonLines, trialAbstracts } from './texts.ts'

/** Trials that are read together, as many as a small library has. */
const batch = 40

interface Trial {
  pmcid: string
  outcome: string
  evidence: string[]
}

/**
 * Learns whether two sentences speak of the same outcome: evidence sentences of one trial that answer the same prompt,
 * against those that answer different ones.
 */
export function learnOutcomes(folder: string, table: WordTable, models: GeneralModels): Mixture {
  const titles = new Map(trialAbstracts(folder).map(({ pmcid, title }) => [pmcid, title]))
  const trials = new Map<string, Map<string, Set<string>>>()
  for (const { pmcid, outcome, evidence } of jsonLines<Trial>(`${folder}/ico/train.jsonl`))
    for (const text of evidence) {
      const words = text.split(/\s+/).length
      if (words < 8 || words > 80) continue
      const sentences = trials.get(pmcid) ?? new Map<string, Set<string>>()
      trials.set(pmcid, sentences)
      sentences.set(text.trim(), (sentences.get(text.trim()) ?? new Set()).add(outcome.toLowerCase().trim()))
    }
  const ids = [...trials.keys()].filter((id) => trials.get(id)!.size >= 2).sort()
  const rows: Float64Array[] = []
  const truth: boolean[] = []
  for (let from = 0; from < ids.length; from += batch) {
    const chosen = ids.slice(from, from + batch)
    const papers = chosen.map((id) =>
      labelledPaper(id, titles.get(id) ?? '', [...trials.get(id)!.keys()]),
    )
    const library = readLibrary(papers, '', table, models)
    const compare = pairFeatures(library)
    for (const [a, b, same] of pairsOf(library, chosen, trials)) {
      rows.push(outcomeRow(compare(a, b)))
      truth.push(same)
    }
  }
  const settings = { rounds: 90, depth: 3, rate: 0.1, rows: 0.7, features: 0.5, minWeight: 2, ridge: 5 }
  return fitMixture({ rows, truth, weights: truth.map(() => 1) }, 10, settings, 1)
}

/** Pairs of sentences of one trial, and whether they answer the same prompt. */
function pairsOf(library: Library, ids: readonly string[], trials: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>) {
  const outcomes = library.statements.map(({ paper, section }) => [...trials.get(ids[paper]!)!.values()][Number(section)]!)
  const pairs: [number, number, boolean][] = []
  for (const [a, one] of library.statements.entries())
    for (let b = a + 1; library.statements[b]?.paper === one.paper; b++)
      if (library.statements[b]!.section !== one.section)
        pairs.push([a, b, [...outcomes[a]!].some((outcome) => outcomes[b]!.has(outcome))])
  return pairs
}
