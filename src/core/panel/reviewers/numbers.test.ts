import { type Change, claims, describeSteps, faults } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

/** So many numbers in one claim, each with what redoing its arithmetic gave. */
const placed =
  (count: number, check?: string): Change =>
  () => ({ claims: claims(1, 0, () => ({ quantities: Array.from({ length: count }, () => quantity(check)) })) })
const quantity = (check?: string) =>
  ({ kind: 'n', value: 84, start: 0, end: 2, ...(check ? { check } : {}) }) as unknown as Claim['quantities'][number]

/** Claims of which so many have a number or a unit that their quote does not have. */
const misread =
  (count: number, wrong: number, check: 'digits' | 'units' | 'names' = 'digits'): Change =>
  () => ({
    claims: claims(0, count, (_, at) =>
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
  [10, 'twenty numbers have a place and their arithmetic agrees', placed(20, 'agrees with 12 of 14')],
  [9, 'nineteen numbers have a place', placed(19)],
  [9, 'arithmetic comes to another number', placed(20, '12 of 14 is 85.7 %')],
  [9, 'ten numbers have a place', placed(10)],
  [8, 'nine numbers have a place', placed(9)],
  [8, 'one number has a place', placed(1)],
  [7, 'there are no numbers', placed(0)],
  [6, 'there is no ledger to trace them to', (input) => ({ ...placed(20)(input), ledger: null })],
  [5, 'one number in fifty differs from its quote', misread(50, 1)],
  [4, 'one number in 49 differs from its quote', misread(49, 1)],
  [5, 'one unit in fifty differs from its quote', misread(50, 1, 'units')],
  [7, 'a name, which is no number, differs from its quote', misread(50, 1, 'names')],
  [4, 'one number in twenty differs from its quote', misread(20, 1)],
  [3, 'one number in nineteen differs from its quote', misread(19, 1)],
  [4, 'a number is doubtful', faulty(0.5)],
  [3, 'a number contradicts what it stands for', faulty(1)],
  [2, 'two numbers contradict what they stand for', faulty(1.5)],
  [3, 'one count differs from its rows', miscounted('included')],
  [2, 'two counts differ from their rows', miscounted('included', 'identified')],
  [1, 'four counts differ from their rows', miscounted('included', 'identified', 'assessed', 'screened')],
  [3, 'one number in ten differs from its quote', misread(10, 1)],
  [2, 'one number in nine differs from its quote', misread(9, 1)],
  [2, 'one number in three differs from its quote', misread(3, 1)],
  [1, 'two numbers in five differ from their quotes', misread(5, 2)],
  [2, 'three kinds of numbers contradict', faulty(3)],
  [1, 'more than three kinds of numbers contradict', faulty(3.5)],
])
