import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { openTagger } from '../../../scripts/io/tagger.ts'
import { filledFrame } from './filled.ts'
import type { Frame, Place } from './frame.ts'
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
