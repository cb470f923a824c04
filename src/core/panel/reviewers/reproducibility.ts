import { counted } from '../../text/counts.ts'
import { share } from '../facts.ts'
import { isSlice } from '../faithful.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether somebody else could do it again and get the same. */
export const reproducibility = reviewer({
  id: 'reproducibility',
  label: 'Reproducibility',
  duty: 'Asks whether somebody else could run the search, find every quote and reach the same verdicts.',
  dimensions: ['reproducibility'],
  measure: (facts) => {
    const quotes = facts.claims.flatMap((claim) => [...claim.sources, ...claim.evidence])
    const found = quotes.filter((span) => isSlice(facts.paper.get(span.paper), span))
    return {
      claims: facts.claims.length,
      exact: share(found.length, quotes.length),
      lost: facts.claims.filter((claim) => claim.sources.some((span) => !isSlice(facts.paper.get(span.paper), span))),
      queries: facts.ledger?.queries.length ?? 0,
      down: (facts.ledger?.queries ?? []).filter((query) => query.status === 'unreachable'),
      rows: facts.ledger?.records.length ?? 0,
      engines: facts.draft.engines.length > 0 && facts.draft.engines.every((engine) => engine.version.trim() !== ''),
      public: share(facts.sources.filter((paper) => paper.text?.kind !== 'note').length, facts.sources.length),
      notes: facts.sources.filter((paper) => paper.text?.kind === 'note'),
      several: facts.databases >= 2,
      searched: facts.databases >= 1,
      misread: share(facts.misread.length, facts.claims.length),
      faults: faultWeight('reproducibility', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Every quote is found at its place in a published text, two or more databases were searched and answered, and queries, rows, engines and input hash are stored.',
      holds: (m) => stored(m) && m.exact === 1 && m.public === 1 && m.several && m.down.length === 0,
    },
    {
      score: 9,
      words:
        'Every quote is found at its place in a published text, a database was searched and answered, and queries, rows, engines and input hash are stored.',
      holds: (m) => m.searched && stored(m) && m.exact === 1 && m.public >= 0.95 && m.down.length === 0,
    },
    {
      score: 8,
      words:
        'Every quote is found at its place, most in published texts; what was brought as a library is stored with queries, rows, engines and input hash.',
      holds: (m) => stored(m) && m.exact === 1 && m.public >= 0.5,
    },
    {
      score: 7,
      words:
        'Every quote is found at its place, but mostly in reading notes, which lead to the paper only through the reader.',
      holds: (m) => stored(m) && m.exact === 1,
    },
    {
      score: 6,
      words: 'At least ninety-five in a hundred quotes are found at their place.',
      holds: (m) => stored(m) && m.exact >= 0.95,
    },
    {
      score: 5,
      words: 'At least half of the quotes are found at their place.',
      holds: (m) => m.rows > 0 && m.exact >= 0.5,
    },
    {
      score: 4,
      words: 'The way of working is told, but neither queries nor quotes are there to follow it.',
      holds: (m) => m.claims > 0 && m.faults === 0,
    },
    { score: 3, words: 'The way of working is told in part.', holds: (m) => m.claims > 0 && m.faults <= 0.5 },
    { score: 2, words: 'The way of working cannot be followed.', holds: (m) => m.claims > 0 && m.faults <= 2 },
    { score: 1, words: 'Nothing could be done again.', holds: () => true },
  ],
  findings: (m) => [
    ...(m.lost.length
      ? [
          finding(
            'quote-lost',
            'major',
            `The quote of ${counted(m.lost.length, 'claim is', 'claims is')} not at its place in the stored text.`,
            { claims: m.lost },
          ),
        ]
      : []),
    ...(m.notes.length
      ? [
          finding(
            'reading-notes',
            'note',
            `${counted(m.notes.length, 'paper was', 'papers were')} checked against reading notes, not against the paper.`,
            { papers: m.notes },
          ),
        ]
      : []),
    ...(m.down.length
      ? [
          finding(
            'source-unreachable',
            'minor',
            `Not every source answered: ${[...new Set(m.down.map((query) => query.source))].join(', ')}.`,
            { counts: ['identified'] },
          ),
        ]
      : []),
    ...(m.rows === 0
      ? [
          finding(
            'no-ledger',
            'major',
            'No record of the search is there: neither the queries nor what became of each record.',
            { counts: ['identified'] },
          ),
        ]
      : []),
    ...(stored(m) && m.exact === 1
      ? [
          finding(
            'all-stored',
            'praise',
            'Every quote is found at its offsets, and each record has its row and its reason.',
            { counts: ['identified', 'included'] },
          ),
        ]
      : []),
  ],
})

function stored(m: {
  misread: number
  claims: number
  queries: number
  rows: number
  engines: boolean
  faults: number
}): boolean {
  return m.misread < 0.05 && m.claims > 0 && m.queries > 0 && m.rows > 0 && m.engines && m.faults === 0
}
