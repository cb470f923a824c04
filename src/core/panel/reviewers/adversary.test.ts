import { claims, describeSteps, faults, from, paperAt, papers } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

const unfaithful = { faithful: false, checks: [{ check: 'digits', ok: false, detail: '12, not 21' }] } as never

/** Claims of which so many are misread. */
const misread =
  (count: number, struck: number, hunted = count) =>
  () => ({
    claims: claims(count, 0, (_, at) => ({
      ...(at < struck ? { faithfulness: unfaithful } : {}),
      ...(at < hunted ? {} : { hunt: null }),
    })),
  })

/** Claims over papers of which the first states so many, and each other one a single claim. */
const led = (count: number, byFirst: number) => () => ({
  claims: claims(count, 0, (claim, at) => from(claim, paperAt(Math.max(0, at - byFirst + 1)))),
  papers: papers(count),
})

const changed = (count: number, struck: number, change: (claim: Claim) => Partial<Claim>) => () => ({
  claims: claims(count, 0, (claim, at) => (at < struck ? change(claim) : {})),
})
/** On no facet, and of a paper that does not speak to the question. */
const off = () => ({ facet: null, sources: [] })
const refuted = (claim: Claim) => ({ evidence: [{ ...claim.evidence[0]!, stance: 'refutes' as const }] })
const causal = (design: string) => (claim: Claim) => ({ design, text: `${claim.id} says that tea causes waking.` })

describeSteps('adversary', [
  [10, 'thirty papers state one claim each', led(30, 1)],
  [10, 'one of 33 papers states a fifth of the claims', led(40, 8)],
  [9, 'one of 32 papers states more than a fifth of the claims', led(40, 9)],
  [9, 'there are 29 papers', led(30, 2)],
  [9, 'ten papers state one claim each', led(10, 1)],
  [9, 'one of thirteen papers states two in five claims', led(20, 8)],
  [8, 'one of twelve papers states more than two in five claims', led(20, 9)],
  [8, 'there are nine papers', led(10, 2)],
  [
    8,
    'nobody looked for evidence against one of thirty claims',
    () => ({
      ...led(30, 1)(),
      claims: led(30, 1)().claims.map((claim, at) => (at ? claim : { ...claim, hunt: null })),
    }),
  ],
  [8, 'one claim in fifty is misread', misread(50, 1)],
  [7, 'one claim in 49 is misread', misread(49, 1)],
  [8, 'evidence against half of the claims was looked for', misread(50, 0, 25)],
  [6, 'evidence against less than half of the claims was looked for', misread(50, 0, 24)],
  [7, 'one claim in twenty is cut', changed(20, 1, () => ({ text: 'Green tea delays sleep more than' }))],
  [6, 'one claim in nineteen is cut', changed(19, 1, () => ({ text: 'Green tea delays sleep more than' }))],
  [6, 'one claim in ten is off the question', changed(10, 1, off)],
  [4, 'one claim in nine is off the question', changed(9, 1, off)],
  [6, 'one claim in ten is misread and one was hunted', misread(10, 1, 1)],
  [5, 'one claim in ten is misread and none was hunted', misread(10, 1, 0)],
  [4, 'two claims in ten are misread and none was hunted', misread(10, 2, 0)],
  [4, 'one in five is called supported against a refutation', changed(5, 1, refuted)],
  [3, 'one in four is called supported against a refutation', changed(4, 1, refuted)],
  [
    8,
    'the refutation is of the same group',
    changed(4, 1, (claim) => ({ evidence: [{ ...refuted(claim).evidence[0]!, excluded: 'same-group' }] })),
  ],
  [4, 'two cohorts in five speak of causes, which counts half', changed(5, 2, causal('retrospective cohort'))],
  [3, 'three cohorts in five speak of causes', changed(5, 3, causal('retrospective cohort'))],
  [8, 'trials speak of causes', changed(5, 3, causal('randomized trial'))],
  [4, 'the method has one doubtful point', () => ({ claims: claims(4, 0), faults: faults('adversary', 0.5) })],
  [3, 'the method has a grave fault', () => ({ claims: claims(4, 0), faults: faults('adversary', 1) })],
  [
    2,
    'the method has a grave fault and a doubtful point',
    () => ({ claims: claims(4, 0), faults: faults('adversary', 1.5) }),
  ],
  [3, 'two claims in five are misread', misread(5, 2)],
  [2, 'half of the claims are misread', misread(4, 2)],
  [2, 'the method has three grave faults', () => ({ claims: claims(4, 0), faults: faults('adversary', 3) })],
  [
    1,
    'the method has more than three grave faults',
    () => ({ claims: claims(4, 0), faults: faults('adversary', 3.5) }),
  ],
  [1, 'there are no claims', () => ({ claims: [] })],
])
