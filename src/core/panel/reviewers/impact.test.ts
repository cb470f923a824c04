import { type Change, claims, describeSteps, faults, first } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'
import type { Standing } from '../../../schemas/paper.ts'

/** Claims of which so many tell of harms and so many are marked, from a paper that speaks of adverse events. */
const told =
  (count: number, harms: number, marked = count, limits = true): Change =>
  ({ draft }) => ({
    claims: claims(count, 0, (claim, at) => ({
      ...(at < harms ? { text: `Headache was an adverse event in ${claim.id}.` } : {}),
      ...(at < marked ? {} : { verdict: 'unverified' }),
    })),
    draft: limits ? draft : { ...draft, limitations: [], sections: [] },
  })

const one =
  (count: number, change: (claim: Claim) => Partial<Claim>): Change =>
  () => ({ claims: claims(count, 0, (claim, at) => (at ? {} : change(claim))) })
const always = () => ({ text: 'Green tea always delays sleep.' })
const quoted = (claim: Claim) => ({
  ...always(),
  sources: [{ ...claim.sources[0]!, quote: 'Green tea always delayed sleep in the trial.' }],
})

/** Claims of a paper of this standing, with a note on it or without. */
const doubted =
  (state: Standing['state'], note?: string): Change =>
  ({ papers }) => ({
    claims: claims(4, 0, () => (note ? { confidenceNote: note } : {}) as Partial<Claim>),
    papers: papers.map((paper) => (paper.id === first ? { ...paper, standing: { state } } : paper)),
  })
const faulty =
  (weight: number): Change =>
  () => ({ claims: claims(4, 0), faults: faults('impact', weight) })

describeSteps('impact', [
  [10, 'three claims in thirty tell of harms', told(30, 3)],
  [9, 'three claims in 31 tell of harms', told(31, 3)],
  [9, 'two claims in twenty tell of harms', told(20, 2)],
  [9, 'one claim in twenty tells of harms', told(20, 1)],
  [8, 'one claim in 21 tells of harms', told(21, 1)],
  [
    9,
    'the papers speak of no harms',
    (input) => ({
      ...told(4, 0)(input),
      papers: input.papers.map((paper) => ({ ...paper, text: null })),
    }),
  ],
  [8, 'one claim in a hundred tells of harms', told(100, 1)],
  [7, 'no claim tells of harms', told(100, 0)],
  [
    7,
    'a heading warns in the place of limitations',
    (input) => {
      const draft = {
        ...input.draft,
        limitations: [],
        sections: [{ ...input.draft.sections[0]!, heading: 'Cautions' }],
      }
      return { ...told(4, 0)(input), draft }
    },
  ],
  [6, 'all claims are marked and nothing warns', told(30, 3, 30, false)],
  [6, 'one claim is not marked', told(30, 3, 29)],
  [6, 'half of the claims are marked', told(4, 0, 2)],
  [5, 'less than half of the claims are marked', told(5, 0, 2)],
  [4, 'less than half of the claims are marked and nothing warns', told(5, 0, 2, false)],
  [7, 'one claim in twenty is absolute', one(20, always)],
  [3, 'one claim in nineteen is absolute', one(19, always)],
  [7, 'the paper is as absolute as the claim', one(19, quoted)],
  [3, 'one respect misleads', faulty(1)],
  [2, 'more than one respect misleads', faulty(1.5)],
  [2, 'two respects mislead', faulty(2)],
  [1, 'more than two respects mislead', faulty(2.5)],
  [2, 'a claim of a retracted paper bears no mark', doubted('retracted')],
  [2, 'a claim of a paper under concern bears no mark', doubted('concern')],
  [7, 'a claim of a retracted paper bears a mark', doubted('retracted', 'The paper is retracted.')],
  [7, 'the paper was corrected', doubted('corrected')],
  [1, 'there are no claims', () => ({ claims: [] })],
])
