import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { openTagger } from '../../../scripts/io/tagger.ts'
import { filledFrame } from './filled.ts'
import type { Direction, Frame, Place } from './frame.ts'
import { frameReader } from './reader.ts'

const reader = frameReader(openLanguage())
const paper = {
  title: 'Ginger versus placebo for motion sickness in naval cadets: a randomised trial',
  sentences: [
    'We assigned 80 naval cadets to ginger root or placebo before a voyage in heavy seas.',
    'Vomiting was less frequent with ginger than with placebo (P = 0.01).',
    'Ginger reduced cold sweating in naval cadets.',
    'No harm was seen.',
  ],
}

function filled(claim: string, title = '', sentences: readonly string[] = []): Frame {
  return filledFrame(reader.read(claim), { title, sentences }, openTagger())
}

const texts = (frame: Frame, place: Place) => frame.slots[place].map(({ text }) => text)

describe('what a sentence says', () => {
  const read: readonly [string, Partial<Record<Place, string[]>>][] = [
    [
      'Mulching reduced soil erosion compared with bare fallow in hillside vineyards.',
      {
        exposure: ['Mulching'],
        comparator: ['bare fallow'],
        outcome: ['soil erosion'],
        population: ['hillside vineyards'],
      },
    ],
    [
      'Sleep quality was better with weighted blankets than with light blankets.',
      { exposure: ['weighted blankets'], comparator: ['light blankets'], outcome: ['Sleep quality'] },
    ],
    [
      'Blood lead was associated with hearing loss in battery workers.',
      { exposure: ['Blood lead'], outcome: ['hearing loss'], population: ['battery workers'] },
    ],
    [
      'Children who received chess lessons had higher arithmetic scores.',
      { exposure: ['chess lessons'], outcome: ['arithmetic scores'], population: ['Children'] },
    ],
    [
      'The incidence of mastitis was lower in cows treated with teat sealant than in untreated cows.',
      { exposure: ['teat sealant'], outcome: ['incidence of mastitis'] },
    ],
    [
      'Pair programming did not shorten development time in student teams.',
      { exposure: ['Pair programming'], outcome: ['development time'], population: ['student teams'] },
    ],
    [
      'Tai chi was superior to stretching for balance in older adults with Parkinson disease.',
      {
        exposure: ['Tai chi'],
        comparator: ['stretching'],
        outcome: ['balance'],
        population: ['older adults with Parkinson disease'],
      },
    ],
    [
      'There was no significant difference in graft survival between tacrolimus and cyclosporine.',
      { exposure: ['tacrolimus'], comparator: ['cyclosporine'], outcome: ['graft survival'] },
    ],
    [
      'Noise exposure was associated with an increased risk of hypertension.',
      { exposure: ['Noise exposure'], outcome: ['risk of hypertension'] },
    ],
    [
      'Our decoder outperforms beam search on summarisation accuracy.',
      { exposure: ['decoder'], comparator: ['beam search'], outcome: ['summarisation accuracy'] },
    ],
  ]

  it('is read slot by slot, in most sentences of fields that nothing was fitted to', () => {
    const slots = read.flatMap(([sentence, wanted]) => {
      const frame = filled(sentence)
      return Object.entries(wanted).map(([place, spans]) => ({
        sentence,
        place,
        spans,
        found: texts(frame, place as Place),
      }))
    })
    const wrong = slots.filter(({ spans, found }) => spans.join('|') !== found.join('|'))
    expect(wrong.length / slots.length, JSON.stringify(wrong, null, 1)).toBeLessThan(0.3)
  })

  it('is a stretch of it, word by word', () => {
    const frame = filled(paper.sentences[1]!, paper.title, paper.sentences)
    for (const span of Object.values(frame.slots).flat())
      if (span.inherited === undefined) expect(frame.text.slice(span.start, span.end)).toBe(span.text)
  })
})

describe('what a sentence leaves unsaid', () => {
  it('is taken from its paper, and marked', () => {
    const frame = filled('Nausea was less severe.', paper.title, paper.sentences)
    expect(frame.slots.exposure).toEqual([{ text: expect.stringMatching(/^ginger/i), inherited: true }])
    expect(frame.slots.comparator).toEqual([{ text: 'placebo', inherited: true }])
    expect(frame.slots.population).toEqual([{ text: 'naval cadets', inherited: true }])
  })
  it('stays open where the paper names nothing', () => {
    expect(filled('Nausea was less severe.', 'Notes on the sea', []).slots.comparator).toEqual([])
  })
})

describe('which way a finding goes', () => {
  const read: readonly [string, Direction | null][] = [
    ['Cork floors absorbed more footfall noise than stone floors.', 'up'],
    ['Wind turbines painted with one black blade killed fewer birds.', 'down'],
    ['Soaking did not change the germination of carrot seed.', 'none'],
    ['No difference in tuning stability was found between ebony and maple pegs.', 'none'],
    ['Gut strings sounded better than nylon strings in blind listening.', 'better'],
    ['Gravel paths were inferior to bark paths for wheelchair users.', 'worse'],
    ['Oat milk foamed as well as dairy milk.', 'as-good'],
    ['Moths were found in 34% of the attics.', 'rate'],
    ['Altitude was associated with the flavour of the coffee.', 'linked'],
    ['The cave contains paintings of bison and horses.', null],
    ['The odds ratio of a leak was 0.41 (95% CI 0.28 to 0.60) with welded joints.', 'down'],
    ['The odds ratio of a leak was 1.06 (95% CI 0.80 to 1.41) with welded joints.', 'none'],
    ['Frost was prevented by straw mulch.', 'down'],
    ['Straw mulch prevented frost but delayed ripening.', 'down'],
    ['Violins kept at 40% humidity cracked less often than those kept at 20%.', 'down'],
    ['Adding clay doubled the water held by the sand.', 'up'],
    ['The proposed router outperforms all others in throughput.', 'better'],
    ['Bread proved overnight and bread proved for two hours had similar volumes.', 'as-good'],
    ['Salt spray had no effect on the colour of the tiles.', 'none'],
    ['Slate roofs outlasted tin roofs by forty years.', 'up'],
  ]

  it('is read in most sentences of fields that nothing was fitted to', () => {
    const told = read.map(([sentence, wanted]) => ({
      sentence,
      wanted,
      found: filled(sentence).direction?.value ?? null,
    }))
    const wrong = told.filter(({ wanted, found }) => wanted !== found)
    expect(wrong.length / told.length, JSON.stringify(wrong, null, 1)).toBeLessThan(0.3)
  })
  it('has the word of grammar that says so where it agrees, and none where it does not', () => {
    expect(filled('Shade lowered the yield of beans.').direction).toMatchObject({ value: 'down', text: 'lowered' })
    expect(filled('The risk ratio of rust was 0.4 (95% CI 0.3 to 0.6) with zinc.').direction).toMatchObject({
      text: '',
    })
  })
})
