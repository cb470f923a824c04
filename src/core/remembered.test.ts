import { expect, it } from 'vitest'
import { once, remembered } from './remembered.ts'

it('makes each thing once, null too, and forgets all when there are too many', () => {
  const made: number[] = []
  const half = remembered((number: number) => {
    made.push(number)
    return number % 2 === 0 ? number / 2 : null
  }, 2)
  expect([4, 5, 4, 5].map(half)).toEqual([2, null, 2, null])
  expect(made).toEqual([4, 5])
  expect([6, 4].map(half)).toEqual([3, 2])
  expect(made).toEqual([4, 5, 6, 4])
})

it('makes one thing when it is first asked for', () => {
  let made = 0
  const thing = once(() => ++made)
  expect(made).toBe(0)
  expect([thing(), thing()]).toEqual([1, 1])
})
