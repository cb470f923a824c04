import { type Change, claims, describeSteps, faults } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

interface Told {
  limitations: number
  rests?: string
  /** The disputed claim stands under a facet of the report. */
  shown?: boolean
  weight?: number
}

/** Supported claims after one disputed, each changed, in a report of so many limitations. */
const rated =
  (
    count: number,
    { limitations, rests = 'the ledger', shown = true, weight = 0 }: Told,
    change: (at: number) => Partial<Claim>,
  ): Change =>
  ({ draft }) => {
    const made = claims(count, 0, (_, at) => ({ ...(at ? {} : { verdict: 'disputed' }), ...change(at) }))
    return {
      claims: made,
      draft: {
        ...draft,
        limitations: Array.from({ length: limitations }, () => ({ ...draft.limitations[0]!, rests })),
        facets: draft.facets.map((facet) => ({ ...facet, claims: shown ? made.map(({ id }) => id) : [] })),
      },
      faults: faults('uncertainty', weight),
    }
  }

const none = () => ({})
/** The last claims, so many of them, without this. */
const without = (field: 'confidence' | 'calibration', from: number) => (at: number) =>
  at < from ? {} : field === 'confidence' ? { confidence: null } : { calibration: undefined as never }

describeSteps('uncertainty', [
  [10, 'all is calibrated, disagreement is shown and five limits are named', rated(4, { limitations: 5 }, none)],
  [9, 'four limits are named', rated(4, { limitations: 4 }, none)],
  [9, 'nothing is contested', rated(4, { limitations: 5 }, () => ({ verdict: 'supported' }))],
  [
    10,
    'a supported claim has a confidence of one half',
    rated(4, { limitations: 5 }, (at) => (at === 3 ? { confidence: 0.5 } : {})),
  ],
  [
    9,
    'a supported claim has a confidence below one half',
    rated(4, { limitations: 5 }, (at) => (at === 3 ? { confidence: 0.49 } : {})),
  ],
  [9, 'one confidence in ten is missing', rated(10, { limitations: 5 }, without('confidence', 9))],
  [7, 'one confidence in nine is missing', rated(9, { limitations: 5 }, without('confidence', 8))],
  [9, 'one confidence in ten is not calibrated', rated(10, { limitations: 5 }, without('calibration', 9))],
  [8, 'one confidence in nine is not calibrated', rated(9, { limitations: 5 }, without('calibration', 8))],
  [8, 'three limits are named', rated(4, { limitations: 3 }, none)],
  [7, 'two limits are named', rated(4, { limitations: 2 }, none)],
  [7, 'half of the verdicts have a confidence', rated(10, { limitations: 2 }, without('confidence', 5))],
  [6, 'less than half of the verdicts have a confidence', rated(9, { limitations: 2 }, without('confidence', 4))],
  [6, 'one limit is named', rated(4, { limitations: 1 }, none)],
  [6, 'one verdict in ten has a confidence', rated(10, { limitations: 5 }, without('confidence', 1))],
  [5, 'no verdict has a confidence', rated(10, { limitations: 5 }, without('confidence', 0))],
  [5, 'the limits rest on nothing', rated(4, { limitations: 5, rests: ' ' }, none)],
  [5, 'the disagreement is not shown', rated(4, { limitations: 5, shown: false }, none)],
  [5, 'nothing was judged', rated(4, { limitations: 5 }, () => ({ verdict: 'unverified' }))],
  [4, 'no limit is named', rated(4, { limitations: 0 }, none)],
  [
    5,
    'no limit is named and the imported claims say how sure they are',
    rated(4, { limitations: 0 }, () => ({ imported: { confidence: 0.8 } as never })),
  ],
  [3, 'it is surer in one respect than its figures', rated(4, { limitations: 5, weight: 0.5 }, none)],
  [2, 'it calls certain what its figures call doubtful', rated(4, { limitations: 5, weight: 1 }, none)],
  [2, 'it does so twice', rated(4, { limitations: 5, weight: 2 }, none)],
  [1, 'it does so more than twice', rated(4, { limitations: 5, weight: 2.5 }, none)],
  [1, 'there are no claims', () => ({ claims: [] })],
])
