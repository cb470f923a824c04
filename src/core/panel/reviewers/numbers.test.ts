import { type Change, claims, describeSteps, faults } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

/** So many numbers in each of some claims, the first of which other papers support; and what redoing their arithmetic gave. */
const placed =
  (count: number, supported = 4, reported = 0, agrees?: boolean): Change =>
  () => ({
    claims: claims(supported, reported, () => ({ quantities: Array.from({ length: count }, () => quantity(agrees)) })),
  })
const quantity = (agrees?: boolean) =>
  ({
    ...{ kind: 'n', value: 84, start: 0, end: 2 },
    ...(agrees === undefined ? {} : { check: 'the interval holds the estimate', agrees }),
  }) as unknown as Claim['quantities'][number]

/** Claims of which so many have a number or a unit that their quote does not have. */
const misread =
  (count: number, wrong: number, check: 'digits' | 'units' | 'names' = 'digits'): Change =>
  () => ({
    claims: claims(count, 0, (_, at) =>
      at < wrong
        ? { faithfulness: { faithful: false, checks: [{ check, ok: false, detail: '12, not 21' }] as never } }
        : {},
    ),
  })

/** Counts of the report that are one more than their rows. */
const miscounted =
  (...names: string[]): Change =>
  ({ draft }) => ({
    claims: claims(2, 0),
    draft: {
      ...draft,
      counts: Object.fromEntries(
        Object.entries(draft.counts).map(([name, count]) => [
          name,
          names.includes(name) ? { ...count, value: count.value + 1 } : count,
        ]),
      ),
    },
  })
const faulty =
  (weight: number): Change =>
  () => ({ claims: claims(2, 0), faults: faults('numbers', weight) })

describeSteps('numbers', [
  [10, 'three in four claims with numbers are supported', placed(5, 6, 2, true)],
  [9, 'there are fewer than twenty numbers', placed(2, 6, 2)],
  [9, 'arithmetic comes to another number', placed(5, 6, 2, false)],
  [9, 'half of the claims with numbers are supported', placed(5, 4, 4)],
  [8, 'there are fewer than ten numbers', placed(1, 4, 4)],
  [8, 'a quarter is supported', placed(5, 3, 9)],
  [7, 'less than a quarter is supported', placed(5, 3, 10)],
  [7, 'a tenth is supported', placed(5, 3, 27)],
  [6, 'less than a tenth is supported', placed(5, 3, 28)],
  [5, 'two are supported', placed(5, 2, 28)],
  [5, 'none is supported', placed(5, 0, 4)],
  [5, 'there are no numbers', placed(0)],
  [4, 'there is no ledger to trace them to', (input) => ({ ...placed(5)(input), ledger: null })],
  [4, 'one number in twenty differs from its quote', misread(20, 1)],
  [4, 'one unit in fifty differs from its quote', misread(50, 1, 'units')],
  [5, 'a name, which is no number, differs from its quote', misread(50, 1, 'names')],
  [3, 'one number in nineteen differs from its quote', misread(19, 1)],
  [4, 'a number is doubtful', faulty(0.5)],
  [3, 'a number contradicts what it stands for', faulty(1)],
  [2, 'two numbers contradict what they stand for', faulty(1.5)],
  [3, 'one count differs from its rows', miscounted('included')],
  [2, 'two counts differ from their rows', miscounted('included', 'identified')],
  [1, 'four counts differ from their rows', miscounted('included', 'identified', 'assessed', 'screened')],
  [3, 'one number in five differs from its quote', misread(5, 1)],
  [2, 'one number in four differs from its quote', misread(4, 1)],
  [2, 'half of the numbers differ from their quotes', misread(4, 2)],
  [1, 'three in five numbers differ from their quotes', misread(5, 3)],
  [2, 'three kinds of numbers contradict', faulty(3)],
  [1, 'more than three kinds of numbers contradict', faulty(3.5)],
])
