import { counted } from '../../text/counts.ts'
import { share } from '../facts.ts'
import { levelOf } from '../levels.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether the report says how sure it is, and no surer. */
export const uncertainty = reviewer({
  id: 'uncertainty',
  label: 'Uncertainty',
  duty: 'Asks whether the report tells how sure each verdict is, where papers disagree, and what limits it.',
  dimensions: ['uncertainty disclosure'],
  measure: (facts) => {
    const judged = facts.claims.filter((claim) => claim.verdict !== 'unverified')
    const rated = judged.filter((claim) => claim.confidence !== null)
    return {
      claims: facts.claims.length,
      judged: judged.length,
      rated: share(rated.length, judged.length),
      calibrated: share(rated.filter((claim) => claim.calibration !== undefined).length, rated.length),
      unsure: facts.supported.filter((claim) => claim.confidence !== null && claim.confidence < 0.5),
      limitations:
        facts.draft.limitations.length +
        (facts.imported && /limitation/i.test(facts.draft.sections.map((section) => section.heading).join(' '))
          ? 2
          : 0),
      grounded: facts.draft.limitations.every((limitation) => limitation.rests.trim() !== ''),
      ground: levelOf(facts.carried.length + facts.disputed.length, facts.statements.length),
      misread: share(facts.misread.length, facts.claims.length),
      mostly: facts.disputed.length > facts.statements.length / 2 ? facts.disputed : [],
      contested: facts.contested,
      told: facts.contested.filter((claim) => facts.draft.facets.some((facet) => facet.claims.includes(claim.id)))
        .length,
      theirs: facts.claims.filter((claim) => claim.imported?.confidence != null),
      faults: faultWeight('uncertainty', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Every verdict has a calibrated confidence, three in four of them rest on what other papers say, disagreement is shown, and five or more limitations each name what shows them.',
      holds: (m) =>
        honest(m) &&
        m.rated === 1 &&
        m.calibrated === 1 &&
        m.limitations >= 5 &&
        m.unsure.length === 0 &&
        m.contested.length > 0 &&
        m.ground >= 10,
    },
    {
      score: 9,
      words:
        'Nearly every verdict has a calibrated confidence, half of them rest on what other papers say, and four or more limitations each name what shows them.',
      holds: (m) => honest(m) && m.rated >= 0.9 && m.calibrated >= 0.9 && m.limitations >= 4 && m.ground >= 9,
    },
    {
      score: 8,
      words:
        'Nearly every verdict has a confidence, a quarter of them rest on what other papers say, and three or more limitations are named.',
      holds: (m) => honest(m) && m.rated >= 0.9 && m.limitations >= 3 && m.ground >= 8,
    },
    {
      score: 7,
      words:
        'Most verdicts have a confidence, a tenth of them rest on what other papers say, and limitations are named.',
      holds: (m) => honest(m) && m.rated >= 0.5 && m.limitations >= 2 && m.ground >= 7,
    },
    {
      score: 6,
      words: 'Verdicts have a confidence, some rest on what other papers say, and limitations are named.',
      holds: (m) => honest(m) && m.rated > 0 && m.limitations >= 1 && m.ground >= 6,
    },
    {
      score: 5,
      words: 'Confidences or limitations are given, but hardly a confidence tells more than that one paper says so.',
      holds: (m) => m.claims > 0 && m.faults === 0 && m.misread < 0.05 && (m.limitations > 0 || m.theirs.length > 0),
    },
    {
      score: 4,
      words: 'Little is said of how sure the findings are.',
      holds: (m) => m.claims > 0 && m.faults === 0 && m.misread < 0.2,
    },
    {
      score: 3,
      words: 'The report is surer in one respect than its own figures or papers allow.',
      holds: (m) => m.claims > 0 && m.faults <= 0.5 && m.misread < 0.5,
    },
    {
      score: 2,
      words: 'The report calls certain what its own figures or papers call doubtful.',
      holds: (m) => m.claims > 0 && m.faults <= 2 && m.misread < 0.9,
    },
    { score: 1, words: 'Nothing true is said of how sure the report is.', holds: () => true },
  ],
  findings: (m, facts) => [
    ...(m.mostly.length
      ? [
          finding(
            'mostly-disputed',
            'minor',
            `Most findings are disputed: papers disagree about ${m.mostly.length} of ${counted(facts.statements.length, 'finding')}.`,
            { claims: m.mostly.flatMap(({ claims }) => claims) },
          ),
        ]
      : []),
    ...(m.unsure.length
      ? [
          finding(
            'supported-unsure',
            'minor',
            `${counted(m.unsure.length, 'supported claim has', 'supported claims have')} a confidence below 0.5.`,
            { claims: m.unsure },
          ),
        ]
      : []),
    ...(m.contested.length
      ? [
          finding(
            'disagreement-shown',
            'praise',
            `Disagreement is shown for ${counted(m.contested.length, 'claim')} and not averaged away.`,
            { claims: m.contested },
          ),
        ]
      : []),
    ...(m.judged > 0 && m.rated < 1
      ? [
          finding(
            'no-confidence',
            'note',
            `${Math.round((1 - m.rated) * 100)} % of the verdicts carry no confidence.`,
            { counts: ['claims'] },
          ),
        ]
      : []),
    ...(m.limitations === 0
      ? [finding('no-limitations', 'major', 'The report names no limitation.', { counts: ['limitations'] })]
      : []),
  ],
})

function honest(m: {
  judged: number
  faults: number
  grounded: boolean
  contested: readonly unknown[]
  told: number
}): boolean {
  return m.judged > 0 && m.faults === 0 && m.grounded && m.told === m.contested.length
}
