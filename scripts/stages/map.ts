import { readVocabulary } from '../../src/core/findings/library.ts'
import type { Reader } from '../../src/core/findings/links.ts'
import { ownReader } from '../../src/core/findings/reader.ts'
import { evidenceMap } from '../../src/core/map/index.ts'
import type { Claim, Finding } from '../../src/schemas/claim.ts'
import type { EvidenceMap } from '../../src/schemas/evidence-map.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { Question } from '../../src/schemas/question.ts'
import { openLanguage } from '../io/frames.ts'
import { loadRarity } from '../io/language.ts'

/** What the map of a question is made from. */
export interface MapParts {
  claims: readonly Claim[]
  findings: readonly Finding[]
  papers: readonly Paper[]
  question: Question
  /** What words are read with, where it is not the project's own. */
  reader?: Reader
}

/** The evidence map of a question; null where no claim has a source. */
export function mapEvidence({
  claims,
  findings,
  papers,
  question,
  reader = ownReader(),
}: MapParts): EvidenceMap | null {
  const sources = new Set(claims.flatMap((claim) => claim.sources.map(({ paper }) => paper)))
  const read = papers.filter(({ id }) => sources.has(id))
  const { vocabulary } = readVocabulary(read, reader.table, reader.general)
  const of = (values: Float64Array) => (stem: string) => values[vocabulary.ids.get(stem.replace(/#.*/, '')) ?? -1] ?? 0
  return evidenceMap({
    claims,
    findings,
    papers: read,
    facets: question.facets,
    language: openLanguage(),
    rarity: loadRarity(),
    words: { exposure: of(vocabulary.exposure), outcome: of(vocabulary.outcome) },
  })
}
