import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { othersOf, shelfPaper } from './others.ts'

const reader = frameReader(openLanguage())
const paper = (title: string, result: string, ...references: number[]) =>
  shelfPaper({ title, sentences: ['We studied buttermilk and sleep in adults.', result] }, references)
const shelf = [
  paper('Own', 'Buttermilk increased sleep by 31 minutes in adults with insomnia.', 1),
  paper('Agreeing', 'Buttermilk increased sleep in adults with insomnia.'),
  paper('Opposed', 'Buttermilk reduced sleep in adults with insomnia.'),
  paper('Elsewhere', 'Rowing raised the pulse of students.'),
]

it('tells what papers say that a sentence does not cite, and never counts its own source among them', () => {
  const sentence = { text: 'Buttermilk increased sleep in adults with insomnia.', cites: [1] }
  const told = othersOf(sentence, shelf, reader).map(({ title, outcome }) => [title, outcome])
  expect(told.toSorted()).toEqual([
    ['Agreeing', 'says-so'],
    ['Opposed', 'says-otherwise'],
  ])
})
