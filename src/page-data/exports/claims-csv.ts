import type { Claim } from '../../schemas/claim.ts'
import { withMeaning } from '../claim/frame.ts'
import { csv } from './csv.ts'

const header = [
  'id',
  'claim',
  'verdict',
  'confidence',
  'facet',
  'design',
  'source',
  'section',
  'start',
  'end',
  'quote',
  'supports',
  'refutes',
  'neutral',
  'exposure',
  'comparator',
  'outcome',
  'direction',
  'population',
]

/** The claims of a question, one row a claim, with the place of its first quote. Papers are named by their ids. */
export function claimsCsv(claims: readonly Claim[]): string {
  return csv(
    header,
    claims.map((claim) => {
      const [source] = claim.sources
      const papers = (stance: string) =>
        [
          ...new Set(claim.evidence.filter((one) => one.stance === stance && !one.excluded).map(({ paper }) => paper)),
        ].join(' ')
      const place = source
        ? [source.paper, source.section, source.start, source.end, source.quote]
        : ['', '', '', '', '']
      const { id, text, verdict, confidence, facet, design } = claim
      return [
        id,
        text,
        verdict,
        confidence,
        facet,
        design ?? '',
        ...place,
        papers('supports'),
        papers('refutes'),
        papers('neutral'),
        ...frameCells(claim.frame),
      ]
    }),
  )
}

/** What a claim states; what is taken from its paper stands in square brackets, what a label stands for in round ones. */
function frameCells(frame: Claim['frame']): string[] {
  const cell = (slot: 'exposure' | 'comparator' | 'outcome' | 'population') =>
    (frame?.[slot] ?? []).map((span) => (span.inherited ? `[${withMeaning(span)}]` : withMeaning(span))).join('; ')
  return [cell('exposure'), cell('comparator'), cell('outcome'), frame?.direction?.value ?? '', cell('population')]
}
