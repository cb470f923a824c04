import type { Exact } from '../../../src/core/engines/engine.ts'
import { linkPapers, type Reader, type Scale } from '../../../src/core/findings/links.ts'
import { reportedIn } from '../../../src/core/findings/near.ts'
import { locatorOf, readGold } from '../../evaluate/findings/gold.ts'
import { reportOf } from '../../evaluate/findings/report-of.ts'
import { type Scored, scaleOf } from './learn-lines.ts'

const asLearned: Scale = { slope: 1, offset: 0 }

/**
 * Claims that the pipeline makes of a labelled library, by a model that had not seen it: the log-odds that its paper reports each as a
 * result, and whether readers found it to be one.
 */
export async function claimsReported(
  folder: string,
  { model, ...known }: Omit<Reader, 'model'> & { model: Omit<Reader['model'], 'reported'> },
  exact: Exact,
): Promise<Scored[]> {
  const reader: Reader = { ...known, model: { ...model, reported: asLearned } }
  const gold = readGold(folder)
  const { claims, papers } = await reportOf(gold, `${folder}/library.json`, reader, {})
  const probability = reportedIn(linkPapers(papers, reader, exact))
  const { locate } = locatorOf(gold, papers)
  const labelled = new Set([...gold.findings.flatMap(({ spans }) => spans.map(({ s }) => s)), ...gold.singles])
  return claims.claims.flatMap(({ sources }): Scored[] => {
    const p = probability(sources)
    if (p === null) return []
    const right = sources.some(({ paper, quote }) => locate(paper, quote).some((one) => labelled.has(one)))
    return [{ odds: Math.log(p / (1 - p)), right }]
  })
}

/** The scale for all libraries, and for each one that had no part in it. */
export function reportedScales(sets: ReadonlyMap<string, readonly Scored[]>): {
  all: Scale
  without: (name: string) => Scale
} {
  return {
    all: scaleOf([...sets.values()]),
    without: (name) => scaleOf([...sets].filter(([one]) => one !== name).map(([, set]) => set)),
  }
}
