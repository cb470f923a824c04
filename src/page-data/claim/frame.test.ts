import { expect, it } from 'vitest'
import { claimFrame } from '../../schemas/claim.ts'
import { frameRows } from './frame.ts'

it('shows what a label stands for, and what is taken from the paper', () => {
  const frame = claimFrame.parse({
    exposure: [{ text: 'group A', start: 0, end: 7, meaning: 'oats' }],
    comparator: [{ text: 'hay', inherited: true }],
    direction: null,
  })
  expect(frameRows(frame)).toEqual([
    { slot: 'What was done or compared', said: 'group A (oats)', inherited: false },
    { slot: 'Against', said: 'hay', inherited: true },
  ])
})
