import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { comparedArms } from './compared-arms.ts'

const language = openLanguage()
const verdict = (claim: string, ...sentences: string[]) => comparedArms(claim, sentences, language)

const barley = [
  'Yields of winter barley in sandy plots and peaty plots were lower than that in loamy plots (p < 0.01), and it was higher in peaty plots than that in sandy plots.',
  'Protein content of winter barley was lower in peaty plots than in sandy plots.',
]

it('takes the statement that names the same two, and tells its word', () => {
  expect(verdict('Yields of winter barley were lower in peaty plots than in sandy plots.', ...barley)).toMatchObject({
    along: false,
    at: 0,
    claim: 'lower',
    source: 'higher',
  })
})

it.each([
  [
    'Milk yield was higher with clover than with ryegrass.',
    'Milk yield was lower with ryegrass than with clover.',
    true,
  ],
  [
    'Milk yield was lower with clover than with ryegrass.',
    'Compared with ryegrass, clover increased milk yield.',
    false,
  ],
  ['Weight loss was greater in ewes than in rams.', 'Rams showed a greater weight loss than ewes.', false],
])('%s | %s', (claim, source, along) => {
  expect(verdict(claim, source)?.along).toBe(along)
})

it.each([
  [
    'Milk yield was lower with clover than with ryegrass.',
    'Grazing time was longer with clover than with ryegrass, while milk yield fell.',
  ],
  // Another pair, another outcome, no plain way.
  ['Milk yield was lower with clover than with ryegrass.', 'Milk yield was higher with clover than with maize.'],
  ['Milk yield was lower with clover than with ryegrass.', 'Hoof growth was faster with clover than with ryegrass.'],
  ['Milk yield was lower with clover than with ryegrass.', 'Milk yield fell less with clover than with ryegrass.'],
  ['Milk yield was lower with clover than with ryegrass.', 'Milk yield was not higher with clover than with ryegrass.'],
])('leaves open: %s | %s', (claim, source) => {
  expect(verdict(claim, source)).toBeNull()
})
