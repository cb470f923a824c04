import type { Claim } from '../../../schemas/claim.ts'
import { counted } from '../../text/counts.ts'
import { type PanelFacts, share } from '../facts.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether results are comparable and whether the report adds to what its sources say. */
export const benchmarks = reviewer({
  id: 'benchmarks',
  label: 'Comparability and novelty',
  duty: 'Asks whether results say against what, on what and with which measure, and whether papers are set against each other.',
  dimensions: ['benchmark validity', 'novelty'],
  measure: (facts) => {
    const read = facts.claims.filter((claim) => !facts.misread.includes(claim))
    const measured = read.filter((claim) => claim.quantities.some((one) => kinds.has(one.kind)))
    const placed = measured.filter(compared)
    const sound = new Set(read)
    const crossed = facts.statements.filter(
      ({ claims }) => claims.every((one) => sound.has(one)) && papersOf(claims).size >= 2,
    )
    return {
      claims: facts.claims.length,
      measured,
      vague: measured.filter((claim) => !placed.includes(claim)),
      placed: share(placed.length, measured.length),
      crossed: crossed.map(({ claims }) => claims[0]!),
      crossedShare: share(crossed.length, facts.statements.length),
      misread: 1 - share(read.length, facts.claims.length),
      contested: facts.contested.length,
      recent: recent(facts),
      duplicates: duplicates(facts.claims),
      faults: faultWeight('benchmarks', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'At least four in five results name what they are compared with, half of the findings set papers against each other, and disagreement is found.',
      holds: (m) => sound(m) && m.measured.length >= 5 && m.placed >= 0.8 && m.crossedShare >= 0.5 && m.contested > 0,
    },
    {
      score: 9,
      words:
        'At least three in five results name what they are compared with, and a third of the findings set papers against each other.',
      holds: (m) => sound(m) && m.measured.length >= 5 && m.placed >= 0.6 && m.crossedShare >= 0.33,
    },
    {
      score: 8,
      words:
        'At least two in five results name what they are compared with, and a quarter of the findings set papers against each other.',
      holds: (m) => sound(m) && m.measured.length >= 3 && m.placed >= 0.4 && m.crossedShare >= 0.25,
    },
    {
      score: 7,
      words: 'There are results with numbers, and one finding in six or more sets papers against each other.',
      holds: (m) => sound(m) && m.measured.length >= 1 && m.crossedShare >= 0.16,
    },
    {
      score: 6,
      words: 'Papers are set against each other, but few results can be compared.',
      holds: (m) => sound(m) && m.crossed.length >= 3,
    },
    {
      score: 5,
      words: 'Results stand beside each other without being compared.',
      holds: (m) => sound(m) && m.misread < 0.05,
    },
    {
      score: 4,
      words: 'Results stand beside each other, and a few are repeated or are not those of their papers.',
      holds: (m) => m.claims > 0 && m.faults === 0 && m.misread < 0.2,
    },
    {
      score: 3,
      words: 'The results say little that a reader could compare.',
      holds: (m) => m.claims > 0 && m.faults <= 0.5 && m.misread < 0.5,
    },
    {
      score: 2,
      words: 'What should be results is something else.',
      holds: (m) => m.claims > 0 && m.faults <= 2 && m.misread < 0.9,
    },
    { score: 1, words: 'There are no results.', holds: () => true },
  ],
  findings: (m) => [
    ...(m.vague.length
      ? [
          finding(
            'no-comparator',
            m.placed < 0.4 ? 'minor' : 'note',
            `${counted(m.vague.length, 'result does', 'results do')} not say in the same sentence what it is compared with or measured on.`,
            { claims: m.vague },
          ),
        ]
      : []),
    ...(m.crossed.length
      ? [
          finding(
            'papers-compared',
            'praise',
            `Two or more papers are set against each other on ${counted(m.crossed.length, 'finding')}.`,
            { claims: m.crossed },
          ),
        ]
      : []),
    ...(m.duplicates.length
      ? [
          finding(
            'repeated',
            'minor',
            `${counted(m.duplicates.length, 'claim repeats', 'claims repeat')} another one.`,
            { claims: m.duplicates },
          ),
        ]
      : []),
    ...(m.recent.length
      ? [
          finding(
            'recent-work',
            'note',
            `${counted(m.recent.length, 'paper is', 'papers are')} from the newest two years among those included.`,
            { papers: m.recent },
          ),
        ]
      : []),
  ],
})

const kinds: ReadonlySet<string> = new Set([
  'percentage',
  'ratio',
  'difference',
  'fraction',
  'score',
  'measure',
  'interval',
])
const comparing =
  /\b(than|versus|vs\.?|compar(?:ed|ing|ison|isons|able|ably)|against|relative to|over|under|before|after|with and without|baseline|placebo|controls?|from|between|respectively)\b/i

function compared(claim: Claim): boolean {
  return (
    comparing.test(claim.text) ||
    (claim.frame?.comparator ?? []).length > 0 ||
    claim.quantities.some((one) => one.comparator || one.dataset || one.task)
  )
}

function papersOf(claims: readonly Claim[]): Set<string> {
  const speaking = claims.flatMap(({ evidence }) => evidence.filter((one) => one.stance !== 'neutral'))
  return new Set([...claims.flatMap(({ sources }) => sources), ...speaking].map((span) => span.paper))
}

function sound(m: { claims: number; faults: number; duplicates: readonly unknown[] }): boolean {
  return m.claims > 0 && m.faults === 0 && m.duplicates.length === 0
}

function duplicates(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>()
  return claims.filter((claim) => {
    const text = claim.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
      .trim()
    return seen.size === seen.add(text).size
  })
}

/** Papers of the newest two years among those that claims rest on. */
function recent(facts: PanelFacts): { id: string }[] {
  const year = (paper: PanelFacts['sources'][number]) => paper.csl.issued?.['date-parts'][0][0] ?? 0
  const newest = facts.sources.reduce((latest, paper) => Math.max(latest, year(paper)), 0)
  return newest === 0 ? [] : facts.sources.filter((paper) => year(paper) >= newest - 1)
}
