import type { Claim } from '../../../schemas/claim.ts'
import { countLedger } from '../../screen/prisma.ts'
import { counted } from '../../text/counts.ts'
import { type PanelFacts, share } from '../facts.ts'
import { levelOf } from '../levels.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether numbers agree with quotes, with each other and with the ledger. */
export const numbers = reviewer({
  id: 'numbers',
  label: 'Numbers and consistency',
  duty: 'Compares every number with the quote that carries it and every count with the rows behind it.',
  dimensions: ['numerical consistency'],
  measure: (facts) => {
    const astray = new Set(facts.misread.filter(({ quantities }) => quantities.length > 0))
    const wrong = facts.claims.filter((claim) => astray.has(claim) || failed(claim, 'digits') || failed(claim, 'units'))
    const told = facts.claims.filter(({ quantities }) => quantities.length > 0)
    const carried = new Set(facts.carried.flatMap(({ claims }) => claims))
    return {
      claims: facts.claims.length,
      wrong,
      wrongShare: share(wrong.length, facts.claims.length),
      odd: facts.claims.filter((claim) => claim.quantities.some(({ agrees }) => agrees === false)),
      quantities: facts.claims.reduce((sum, claim) => sum + claim.quantities.length, 0),
      counts: differingCounts(facts),
      ground: levelOf(told.filter((claim) => carried.has(claim)).length, told.length),
      traceable: facts.ledger !== null,
      faults: faultWeight('numbers', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Every number is tied to its place in a quote, arithmetic that can be redone agrees, every count equals its rows, and three in four claims with numbers stand in findings that other papers support.',
      holds: (m) => exact(m) && m.odd.length === 0 && m.quantities >= 20 && m.ground >= 10,
    },
    {
      score: 9,
      words:
        'Every number is tied to its place in a quote, every count equals its rows, and half of the claims with numbers stand in findings that other papers support.',
      holds: (m) => exact(m) && m.quantities >= 10 && m.ground >= 9,
    },
    {
      score: 8,
      words:
        'Every number is tied to its place in a quote, every count equals its rows, and a quarter of the claims with numbers stand in findings that other papers support.',
      holds: (m) => exact(m) && m.ground >= 8,
    },
    {
      score: 7,
      words:
        'Every number is tied to its place in a quote, every count equals its rows, and a tenth of the claims with numbers stand in findings that other papers support.',
      holds: (m) => exact(m) && m.ground >= 7,
    },
    {
      score: 6,
      words:
        'Every number is tied to its place in a quote and every count equals its rows; a few stand in findings that other papers support.',
      holds: (m) => exact(m) && m.ground >= 6,
    },
    {
      score: 5,
      words:
        'Every number stands in its quote and every count equals its rows, but hardly a number is met by another paper.',
      holds: (m) => exact(m) && m.claims > 0,
    },
    {
      score: 4,
      words: 'The numbers agree with each other but cannot all be traced to rows or quotes, or one is doubtful.',
      holds: (m) => m.faults < 1 && m.counts.length === 0 && m.wrongShare <= 0.05 && m.claims > 0,
    },
    {
      score: 3,
      words: 'A count or a number contradicts what it stands for.',
      holds: (m) => m.faults <= 1 && m.counts.length <= 1 && m.wrongShare <= 0.2 && m.claims > 0,
    },
    {
      score: 2,
      words: 'Several counts or numbers contradict what they stand for.',
      holds: (m) => m.faults <= 3 && m.counts.length <= 3 && m.wrongShare <= 0.5 && m.claims > 0,
    },
    {
      score: 1,
      words: 'There is no claim whose numbers could be held against anything, or they cannot be relied on.',
      holds: () => true,
    },
  ],
  findings: (m) => [
    ...(m.wrong.length
      ? [
          finding(
            'number-differs',
            'major',
            `${counted(m.wrong.length, 'claim gives', 'claims give')} a number or unit that the quote does not.`,
            { claims: m.wrong },
          ),
        ]
      : []),
    ...(m.odd.length
      ? [
          finding(
            'arithmetic',
            'minor',
            `Redoing the arithmetic gives something else in ${counted(m.odd.length, 'claim')}.`,
            { claims: m.odd },
          ),
        ]
      : []),
    ...(m.counts.length
      ? [
          finding('count-differs', 'major', `Counts that do not equal their rows: ${m.counts.join(', ')}.`, {
            counts: m.counts,
          }),
        ]
      : []),
    ...(exact(m) && m.quantities > 0
      ? [
          finding(
            'numbers-tied',
            'praise',
            `${counted(m.quantities, 'number is', 'numbers are')} tied to the place in a quote, and the counts equal the ledger's rows.`,
            { counts: ['identified', 'included'] },
          ),
        ]
      : []),
  ],
})

function exact(m: { traceable: boolean; wrong: readonly Claim[]; counts: readonly string[]; faults: number }): boolean {
  return m.traceable && m.wrong.length === 0 && m.counts.length === 0 && m.faults === 0
}

function failed(claim: Claim, check: 'digits' | 'units'): boolean {
  return claim.faithfulness?.checks.some((one) => one.check === check && !one.ok) ?? false
}

/** Names of counts of the report that its ledger's rows do not give. */
function differingCounts({ draft, ledger, claims }: PanelFacts): string[] {
  const rows = ledger ? countLedger(ledger.records) : {}
  const names = ledger
    ? Object.keys(draft.counts).filter((name) => draft.counts[name]?.value !== rows[name]?.value)
    : []
  const verdicts = Object.entries(draft.verdicts).filter(
    ([name, value]) => claims.filter((claim) => claim.verdict === name).length !== value,
  )
  return [...names.sort(), ...verdicts.map(([name]) => name)]
}
