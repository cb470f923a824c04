import { expect, it } from 'vitest'
import { formats } from './documents.ts'
import { firstDraft, plantedRows, sound, sum } from './index.ts'
import { plantedFaults } from './kinds.ts'

it('catches each kind of planted fault, and accuses no sound report in any format', async () => {
  const [kinds, endings] = [Object.keys(plantedFaults), Object.keys(formats)]
  // Each kind in one format: all of them together are for `evaluate planted`.
  const inTurn = (kind: string, format: string) =>
    kind === sound || endings[kinds.indexOf(kind) % endings.length] === format
  const rows = await plantedRows(firstDraft, inTurn)
  const faulty = rows.filter(({ kind }) => kind !== sound)
  expect(faulty).toHaveLength(kinds.length)
  expect(faulty.filter(({ caught }) => caught === 0)).toEqual([])
  expect(sum(rows, 'printed')).toBe(sum(rows, 'right'))
})
