import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { paper as paperSchema } from '../../schemas/paper.ts'
import { exactOf } from '../engines/exact.ts'
import { frameReader } from '../frames/reader.ts'
import { candidatePairs } from './candidates.ts'
import { closeFeatureNames, closely } from './close-features.ts'
import { linkFeatureNames, linkFeatures } from './link-features.ts'
import { linkPapers } from './links.ts'
import { pairFeatureNames, pairFeatures } from './pair-features.ts'
import { ownReader } from './reader.ts'
import { statementFeatureNames, statementFeatures } from './statement-features.ts'

const exact = exactOf(frameReader(openLanguage()))
const texts = [
  'Terraces were built. Terraced slopes lost less soil than bare slopes.',
  'Erosion was weighed. Soil loss was lower on slopes with terraces.',
  'Lamps were dimmed. Moths gathered less often at dimmed lamps.',
]
const papers = texts.map((text, at) =>
  paperSchema.parse({
    id: `work_f${at}`,
    ids: {},
    standing: { state: 'unchecked' },
    text: { kind: 'abstract', sections: [{ name: 'Abstract', text }] },
    csl: { id: `work_f${at}`, type: 'article-journal', title: text.split('. ')[0]!, author: [] },
  }),
)

describe('what is measured of statements and pairs', () => {
  const { library } = linkPapers(papers, ownReader(), exact)
  const pairs = candidatePairs(library)
  const measure = pairFeatures(library)
  const rows = Array.from(pairs.first, (first, at) => measure(first, pairs.second[at]!))
  const scores = { result: library.statements.map(() => 0), shared: library.statements.map(() => 0) }

  const links = linkFeatures(library, pairs, rows, scores)
  const look = closely(library, pairs, rows, exact)

  it.each([
    ['pair', rows, pairFeatureNames],
    ['statement', statementFeatures(library, pairs, rows), statementFeatureNames],
    ['link', links, linkFeatureNames],
    ['close', links.flatMap((link, at) => look(at, link)?.features ?? []), closeFeatureNames],
  ] as const)('is a number for each name, of each %s', (_, measured, names) => {
    expect(measured.length).toBeGreaterThan(0)
    for (const features of measured) {
      expect(features).toHaveLength(names.length)
      expect([...features].every(Number.isFinite)).toBe(true)
    }
  })
})
