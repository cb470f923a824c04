import { type Change, claims, describeSteps, faults, from, paperAt, papers } from '../../../../tests/helpers/panel.ts'
import type { Ledger } from '../../../schemas/ledger.ts'

type Query = Partial<Ledger['queries'][number]>

/** Sound claims and what was asked besides the library. */
const asked =
  (...more: Query[]): Change =>
  ({ ledger }) => ({
    claims: claims(2, 2),
    ledger: {
      ...ledger!,
      queries: [...ledger!.queries, ...more.map((query) => ({ ...ledger!.queries[0]!, ...query }))],
    },
  })

/** A claim of each paper, so many of which are held as reading notes. */
const noted =
  (count: number, notes: number): Change =>
  () => ({
    claims: claims(0, count, (claim, at) => from(claim, paperAt(at))),
    papers: papers(count).map((paper, at) =>
      at < notes ? { ...paper, text: { ...paper.text!, kind: 'note' } } : paper,
    ),
  })

/** Claims of which so many quotes stand one character beside their place. */
const shifted =
  (count: number, lost: number): Change =>
  () => ({
    claims: claims(0, count, ({ sources: [source] }, at) => ({
      sources: [{ ...source!, start: source!.start + (at < lost ? 1 : 0) }],
    })),
  })

const faulty =
  (weight: number, ledger: null | undefined): Change =>
  (input) => ({
    claims: claims(0, 4),
    ledger: ledger === null ? null : input.ledger,
    faults: faults('reproducibility', weight),
  })

describeSteps('reproducibility', [
  [10, 'two databases were searched and answered', asked({ source: 'crossref' }, { source: 'pubmed' })],
  [9, 'one database was searched twice', asked({ source: 'crossref' }, { source: 'crossref', text: 'tea AND waking' })],
  [8, 'nothing but the library was searched', asked({ text: 'tea AND waking' })],
  [8, 'the database did not answer', asked({ source: 'crossref', status: 'unreachable' })],
  [8, 'one text in twenty is a note', noted(20, 1)],
  [8, 'one text in nineteen is a note', noted(19, 1)],
  [8, 'half of the texts are notes', noted(4, 2)],
  [7, 'more than half of the texts are notes', noted(5, 3)],
  [6, 'one quote in twenty is lost', shifted(20, 1)],
  [5, 'one quote in nineteen is lost', shifted(19, 1)],
  [5, 'half of the quotes are lost', shifted(4, 2)],
  [4, 'more than half of the quotes are lost', shifted(5, 3)],
  [5, 'no query is on record', (input) => ({ claims: claims(2, 2), ledger: { ...input.ledger!, queries: [] } })],
  [
    5,
    'an engine has no version',
    ({ draft }) => ({
      claims: claims(2, 2),
      draft: { ...draft, engines: draft.engines.map((engine) => ({ ...engine, version: ' ' })) },
    }),
  ],
  [5, 'the way of working is doubtful but quotes and rows are stored', faulty(0.5, undefined)],
  [4, 'there is no ledger', faulty(0, null)],
  [4, 'the ledger has no rows', (input) => ({ claims: claims(2, 2), ledger: { ...input.ledger!, records: [] } })],
  [3, 'there is no ledger and the way of working is told in part', faulty(0.5, null)],
  [2, 'there is no ledger and the way of working is not told', faulty(1, null)],
  [2, 'there are two faults in the way of working', faulty(2, null)],
  [1, 'there are more than two faults in the way of working', faulty(2.5, null)],
  [1, 'there are no claims', () => ({ claims: [] })],
])
