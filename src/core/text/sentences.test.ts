import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glueCases, hardCases } from '../../../tests/fixtures/sentences.ts'
import { sectionLabel, splitSentences } from './sentences.ts'

const split = (text: string) => splitSentences(text).map((sentence) => sentence.text)

describe('splitSentences', () => {
  it.each(hardCases.map((sentences) => [sentences.join(' '), sentences]))('%s', (text, sentences) => {
    expect(split(text as string)).toEqual(sentences)
  })

  it.each(glueCases)('where white space is missing or a line break stands: %s', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  it('gives slices in order, trimmed, that hold all but white space', () => {
    const pieces = fc.constantFrom(
      'P.',
      'vivax',
      'et al.',
      '(',
      ')',
      '3.4',
      'The',
      'drug',
      '.',
      '. ',
      '? ',
      '\n',
      'METHODS:',
      '…',
      '😀',
      ' ',
      '[12]',
      '61·4%',
      '1. ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        const sentences = splitSentences(text)
        let at = 0
        for (const sentence of sentences) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(sentence.text.trim()).toBe(sentence.text)
          expect(sentence.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, sentence.start).trim()).toBe('')
          at = sentence.end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })

  it('comes to an end on a hostile text, and keeps all of it', () => {
    for (const text of ['A. ('.repeat(25_000), 'A B, '.repeat(25_000), `${'METHODS AND '.repeat(10_000)}: x`])
      expect(
        splitSentences(text)
          .map((sentence) => sentence.text)
          .join('')
          .replace(/\s+/g, ''),
      ).toBe(text.replace(/\s+/g, ''))
  })
})

describe('headings that stick to a sentence', () => {
  it.each([
    [
      'It raises the risk.IMPORTANCE Despite cleaning, spores stay.',
      ['It raises the risk.', 'IMPORTANCE Despite cleaning, spores stay.'],
    ],
    ['Levels are limited.Conclusion:Screening helps.', ['Levels are limited.', 'Conclusion:Screening helps.']],
    ['They had few symptoms Methods: Thirty were chosen.', ['They had few symptoms', 'Methods: Thirty were chosen.']],
  ])('%s', (text, sentences) => expect(split(text as string)).toEqual(sentences))
})

describe('sectionLabel', () => {
  it.each([
    ['METHODS: We searched.', 'METHODS'],
    ['MATERIALS AND METHODS: We searched.', 'MATERIALS AND METHODS'],
    ['Main outcome measures: relapse.', 'Main outcome measures'],
    ['CONCLUSIONS Tafenoquine works.', 'CONCLUSIONS'],
    ['PURPOSE OF REVIEW: This review.', 'PURPOSE OF REVIEW'],
    ['IMPLICATIONS FOR PRACTICE: Nurses may do it.', 'IMPLICATIONS FOR PRACTICE'],
    ['Findings The effect was small.', 'Findings'],
    ['Results CBT resulted in longer sleep.', 'Results'],
    ['Conclusion:Counselling helps.', 'Conclusion'],
    ['Setting.— Ambulatory care.', 'Setting'],
    ['CONCLUSIONS—Reminders help.', 'CONCLUSIONS'],
    ['Principal Findings. Half of them stayed.', 'Principal Findings'],
    ['RECENT FINDINGS Even with treatment, many die.', 'RECENT FINDINGS'],
  ])('%s', (text, label) => expect(sectionLabel(text)?.label).toBe(label))

  it.each([
    'Tafenoquine: a new drug.',
    'DNA was taken.',
    'Of note: nothing.',
    'HIV infection is frequent.',
    'Results are given.',
    'Patients With diabetes were asked.',
  ])('none in %s', (text) => expect(sectionLabel(text)).toBeNull())
})
