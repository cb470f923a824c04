import { expect, it } from 'vitest'
import { directionLabels, directionReader } from '../../../src/core/frames/tagger/direction-reader.ts'
import { packBytes } from '../../../src/core/signed-bytes.ts'
import { commonClues } from './common-clues.ts'
import { learnDirections } from './learn-directions.ts'

const told = [
  ...Array.from({ length: 6 }, () => ({ clues: ['word fell', 'word yield'], direction: 'down' })),
  ...Array.from({ length: 6 }, () => ({ clues: ['word rose', 'word yield'], direction: 'up' })),
  ...Array.from({ length: 6 }, () => ({ clues: ['word hold', 'word seed'], direction: 'exists' })),
  { clues: ['word once'], direction: 'none' },
]
const clues = commonClues(
  told.map((one) => one.clues),
  2,
)
const learned = () =>
  learnDirections(
    told.map((one) => ({
      rows: one.clues.flatMap((clue) => (clues.includes(clue) ? [clues.indexOf(clue)] : [])),
      label: (directionLabels as readonly string[]).indexOf(one.direction),
    })),
    { rows: clues.length, labels: directionLabels.length },
    0.1,
  )

it('tells directions by the clues that come with them, and none where something only is there', () => {
  const weights = learned()
  const step = Math.max(...weights.map(Math.abs)) / 127
  const read = directionReader({
    ...{ version: '', provenance: '', step },
    clues: clues.join('\n'),
    bytes: packBytes(weights, step),
  })
  expect(read(['word fell', 'word yield', 'word never'])).toBe('down')
  expect(read(['word rose'])).toBe('up')
  expect(read(['word hold', 'word seed'])).toBeNull()
})

it('knows no clue that is seldom shown, and learns the same again', () => {
  expect(clues).not.toContain('word once')
  expect(learned()).toEqual(learned())
})
