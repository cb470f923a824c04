import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import type { Direction } from '../frame.ts'
import { frameReader } from '../reader.ts'
import { wayOfFigures } from './arm-figures.ts'
import type { SaidSlots } from './spans.ts'

const reader = frameReader(openLanguage())

function way(sentence: string, exposure: string, comparator: string, read: Direction | null): Direction | null {
  const span = (text: string) =>
    text === '' ? [] : [{ text, start: sentence.indexOf(text), end: sentence.indexOf(text) + text.length }]
  const said: SaidSlots = {
    exposure: span(exposure),
    comparator: span(comparator),
    outcome: [],
    population: [],
    dose: [],
    time: [],
  }
  return wayOfFigures(reader.read(sentence), said, read)
}

it.each([
  ['Rust was seen on 12% of galvanised and on 31% of painted fences.', 'galvanised', 'painted fences', 'up', 'down'],
  ['Rust was seen on 31% of painted fences and on 12% of galvanised ones.', 'painted fences', 'galvanised', 'up', 'up'],
  [
    'Rust was seen on 31% of painted fences and on 12% of galvanised ones.',
    'galvanised',
    'painted fences',
    'up',
    'down',
  ],
  [
    'Rust was seen on 12% of galvanised and on 31% of painted fences (P = 0.01).',
    'galvanised',
    'painted fences',
    'rate',
    'down',
  ],
  ['We looked at 12% of galvanised and at 31% of painted fences.', 'galvanised', 'painted fences', 'rate', null],
  [
    'Rust was seen on 12% of galvanised and on 14% of painted fences (P = 0.64).',
    'galvanised',
    'painted fences',
    'rate',
    'none',
  ],
  [
    'Rust was seen on 12% of galvanised and on 14% of painted fences (P = 0.64).',
    'galvanised',
    'painted fences',
    'linked',
    null,
  ],
  ['Rust was seen on 12% of galvanised and on 12% of painted fences.', 'galvanised', 'painted fences', 'up', null],
  [
    'Rust was seen on 12% of galvanised, 20% of bare and 31% of painted fences.',
    'galvanised',
    'painted fences',
    'up',
    null,
  ],
  ['Rust was seen on 12% of galvanised fences.', 'galvanised fences', '', 'up', null],
] as const)('%s: %s against %s, read as %s', (sentence, exposure, comparator, read, wanted) => {
  expect(way(sentence, exposure, comparator, read)).toBe(wanted)
})
