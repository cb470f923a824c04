import { counted } from '../../text/counts.ts'
import { counting, independentGroups, share } from '../facts.ts'
import { levelOf } from '../levels.ts'
import { finding, reviewer } from '../reviewer.ts'

/** Strength and independence of what the claims rest on. */
export const evidence = reviewer({
  id: 'evidence',
  label: 'Strength of evidence',
  duty: 'Asks whether independent papers carry the findings, and how many of them.',
  dimensions: ['evidence strength'],
  measure: (facts) => {
    const all = facts.claims
    const { carried, misread } = facts
    const strong = carried.filter(({ claims }) => claims.some((claim) => independentGroups(claim) >= 3))
    const groups = strong.map(({ claims }) => claims.find((claim) => independentGroups(claim) >= 3)!)
    return {
      claims: all.length,
      tied: share(all.filter((claim) => claim.sources.length > 0 && !misread.includes(claim)).length, all.length),
      supported: carried.length,
      ground: levelOf(carried.length, facts.statements.length),
      strong: share(groups.length, carried.length),
      groups,
      alone: all.filter((claim) => claim.verdict === 'reported'),
      sameGroup: all.filter(
        (claim) =>
          claim.evidence.some((one) => one.excluded === 'same-group') && counting(claim, 'supports').length === 0,
      ),
      hanging: facts.supported.filter((claim) => claim.leaveOneOut.length > 0),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'At least three in four findings are supported by independent papers, half of those by two or more groups.',
      holds: (m) => m.ground >= 10 && m.strong >= 0.5,
    },
    {
      score: 9,
      words:
        'At least half of the findings are supported by independent papers, a quarter of those by two or more groups.',
      holds: (m) => m.ground >= 9 && m.strong >= 0.25,
    },
    {
      score: 8,
      words: 'At least a quarter of the findings are supported by an independent paper.',
      holds: (m) => m.ground >= 8 && m.supported >= 3,
    },
    {
      score: 7,
      words: 'At least a tenth of the findings are supported by an independent paper, and five or more are.',
      holds: (m) => m.ground >= 7 && m.supported >= 5,
    },
    {
      score: 6,
      words: 'Ten or more findings are supported by an independent paper, but nearly all rest on one source.',
      holds: (m) => m.supported >= 10,
    },
    {
      score: 5,
      words: 'Three or more findings are supported by an independent paper; nearly all rest on one source.',
      holds: (m) => m.supported >= 3,
    },
    {
      score: 4,
      words: 'One or two findings are supported by an independent paper.',
      holds: (m) => m.supported >= 1,
    },
    {
      score: 3,
      words:
        'Every claim is tied to a passage of one paper that says it, none could be told to be supported by a second.',
      holds: (m) => m.claims > 0 && m.tied === 1,
    },
    {
      score: 2,
      words: 'Only some claims are tied to a passage of a paper that says it.',
      holds: (m) => m.tied > 0,
    },
    { score: 1, words: 'No claim is tied to a passage of a paper that says it.', holds: () => true },
  ],
  findings: (m, facts) => [
    ...(m.groups.length
      ? [
          finding(
            'well-supported',
            'praise',
            `Two or more independent groups support ${counted(m.groups.length, 'claim')} beside the paper that states it.`,
            { claims: m.groups },
          ),
        ]
      : []),
    ...(m.alone.length
      ? [
          finding(
            'single-source',
            m.alone.length > facts.claims.length / 2 ? 'minor' : 'note',
            `${counted(m.alone.length, 'claim rests', 'claims rest')} on one source, and no other paper here was recognised as confirming or denying it.`,
            { claims: m.alone },
          ),
        ]
      : []),
    ...(m.hanging.length
      ? [
          finding(
            'hangs-on-one',
            'minor',
            `The verdict on ${counted(m.hanging.length, 'supported claim')} changes when one paper is left out.`,
            { claims: m.hanging },
          ),
        ]
      : []),
    ...(m.sameGroup.length
      ? [
          finding(
            'not-independent',
            'note',
            `The only other papers behind ${counted(m.sameGroup.length, 'claim')} share authors or data with its source and do not count.`,
            { claims: m.sameGroup },
          ),
        ]
      : []),
    ...(m.tied === 0
      ? [
          finding('no-span', 'major', 'No claim is tied to a passage of a paper, so none can be checked.', {
            claims: facts.claims,
            counts: ['claims'],
          }),
        ]
      : []),
  ],
})
