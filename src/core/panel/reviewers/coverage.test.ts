import { type Change, claims, describeSteps, faults, from, paperAt, papers } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

const facets = ['latency', 'quality', 'waking', 'harms']

/** A claim on each of so many facets, the first ones supported, and the share of papers of which no text was read. */
const answered =
  (supported: number, reported: number, unread = 0, assessed = 100): Change =>
  ({ draft }) => ({
    claims: claims(supported, reported, (_, at) => ({ facet: facets[at]! })),
    draft: {
      ...draft,
      counts: {
        ...draft.counts,
        withoutText: { ...draft.counts.withoutText!, value: unread },
        assessed: { ...draft.counts.assessed!, value: assessed },
      },
    },
  })

const fifth: Change = (input) => ({
  ...answered(3, 1)(input),
  claims: claims(3, 2, (_, at) => ({ facet: [...facets, 'cost'][at]! })),
  question: {
    ...input.question!,
    facets: [...input.question!.facets, { ...input.question!.facets.at(-1)!, id: 'cost', label: 'Cost' }],
  },
})

/** Reported claims on the first of four facets in turn, over so many papers. */
const unsupported =
  (count: number, over: number): Change =>
  () => ({
    claims: claims(0, count, (claim, at) => ({ ...from(claim, paperAt(at)), facet: facets[at % over]! })),
    papers: papers(count),
  })

/** Claims on one facet of which the first one is changed. */
const one =
  (count: number, change: Partial<Claim>, weight = 0): Change =>
  () => ({ claims: claims(count, 0, (_, at) => (at ? {} : change)), faults: faults('coverage', weight) })
const cut = { text: 'Green tea delays sleep in adults by' }

describeSteps('coverage', [
  [10, 'every facet has a supported finding and every paper was read', answered(4, 0)],
  [9, 'one paper in a hundred was left unread', answered(4, 0, 1)],
  [9, 'three of four facets have a supported finding', answered(3, 1)],
  [8, 'three of five facets have a supported finding', fifth],
  [8, 'two of four facets have a supported finding', answered(2, 2)],
  [9, 'nine papers in a hundred were left unread', answered(4, 0, 9)],
  [8, 'one paper in ten was left unread', answered(4, 0, 10)],
  [8, '24 papers in a hundred were left unread', answered(4, 0, 24)],
  [7, 'one of three facets with findings has a supported one', answered(2, 2, 25)],
  [6, 'one of four facets has a supported finding', answered(1, 3)],
  [5, 'no finding is supported, over ten papers', unsupported(10, 2)],
  [4, 'no finding is supported, over nine papers', unsupported(9, 2)],
  [4, 'one of four facets has findings, none supported', unsupported(10, 1)],
  [7, 'one paper in four was left unread', answered(4, 0, 25)],
  [7, 'three of four facets have findings', answered(3, 0)],
  [6, 'two of four facets have findings', answered(2, 0)],
  [7, '49 papers in a hundred were left unread', answered(4, 0, 49)],
  [6, 'half of the papers were left unread', answered(4, 0, 50)],
  [
    4,
    'the question has no facets',
    (input) => ({ ...answered(4, 0)(input), question: { ...input.question!, facets: [] } }),
  ],
  [4, 'one of four facets has findings', answered(1, 0)],
  [4, 'one sentence in fifty is cut', one(50, cut)],
  [3, 'one sentence in 49 is cut', one(49, cut)],
  [4, 'one thing is doubtful', one(4, {}, 0.5)],
  [4, 'one thing keeps from understanding', one(4, {}, 1)],
  [3, 'more than one thing keeps from understanding', one(4, {}, 1.5)],
  [3, 'findings are on no facet', one(1, { facet: null })],
  [3, 'one sentence in nineteen is cut', one(19, cut)],
  [3, 'one sentence in ten is cut', one(10, cut)],
  [2, 'one sentence in nine is cut', one(9, cut)],
  [3, 'two things keep from understanding', one(4, {}, 2)],
  [2, 'more than two things keep from understanding', one(4, {}, 2.5)],
  [2, 'four things keep from understanding', one(4, {}, 4)],
  [1, 'more than four things keep from understanding', one(4, {}, 4.5)],
  [1, 'there are no claims', () => ({ claims: [] })],
])
