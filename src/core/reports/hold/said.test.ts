import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { holdSentence } from './index.ts'

const reader = frameReader(openLanguage())

const barn = {
  title: 'Owls and voles around barns',
  sentences: [
    'RESULTS: Vole density was higher on farms with hedges than on open farms (p = 0.02).',
    'Nest boxes reduced vole density on farms.',
    'Farms with much traffic had fewer owls in winter than in summer by the end of the study (12% vs. 31%).',
    'Farms with little traffic had more owls in summer than in winter during the first year (34% vs. 19%).',
    'Twenty two farmers of 41.5 ± 8.2 years kept a diary.',
  ],
}
const held = (sentence: string) => holdSentence(sentence, barn, reader)

describe('a sentence that its source says', () => {
  it('stands although another sentence seems to deny it', () => {
    expect(held('Nest boxes lowered vole density on farms.')).toMatchObject({ outcome: 'says-so', at: 1 })
  })

  it.each(barn.sentences.map((sentence, at) => [sentence.replace('RESULTS: ', ''), at] as const))(
    'stands word for word: %s',
    (sentence, at) => {
      expect(held(sentence)).toMatchObject({ outcome: 'says-so', at, why: 'word for word' })
    },
  )

  it('may give in figures what the source gives in words', () => {
    expect(held('A total of 22 farmers kept a diary.').outcome).not.toBe('says-otherwise')
  })
})

it.each([
  ['Nest boxes raised vole density on farms.'],
  ['Vole density was lower on farms with hedges than on open farms.'],
  ['Twenty-six farmers kept a diary.'],
])('is denied where nothing says it: %s', (sentence) => {
  expect(held(sentence).outcome).toBe('says-otherwise')
})
