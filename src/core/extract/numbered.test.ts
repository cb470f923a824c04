import { expect, it } from 'vitest'
import { numbered } from './numbered.ts'

it.each([
  [
    'The main findings are: (1) wolves lowered deer density; (2) deer avoided open ground; and (3) saplings recovered within ten years',
    ['wolves lowered deer density.', 'deer avoided open ground.', 'saplings recovered within ten years.'],
  ],
  [
    'Across four soils, we found that (i) rye kept more nitrogen than vetch and (ii) vetch was eaten by deer',
    ['Across four soils, rye kept more nitrogen than vetch.', 'Across four soils, vetch was eaten by deer.'],
  ],
])('items that stand alone are statements without their numbers: %s', (sentence, items) => {
  expect(numbered(sentence)).toEqual(items)
})

it.each([
  'Three factors predicted survival: (1) age; (2) body mass; and (3) the date of release',
  'Rye did better in (a) soils that were sandy and (b) soils that were limed',
])('items that need what stands before them do not part: %s', (sentence) => {
  expect(numbered(sentence)).toEqual([])
})

it.each(['Yields rose by 8% (2) in dry years', 'Rye (1) and (3) grew well'])('these are no items: %s', (sentence) => {
  expect(numbered(sentence)).toBeNull()
})
