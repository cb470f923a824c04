import { describe, expect, it } from 'vitest'
import { questionSimilarity, similarQuestions } from './similar.ts'

const known = [
  'Is tafenoquine effective and safe for the prevention and radical cure of vivax malaria?',
  'Do copper surfaces, devices and supplements reduce infection?',
  'Do statins reduce mortality in adults over 75 years?',
].map((question) => ({ question }))

describe('similarQuestions', () => {
  it('finds a question in other words, whatever their order', () => {
    for (const [asked, place] of [
      ['How safe and effective is tafenoquine for radical cure and prevention of vivax malaria?', 0],
      ['Is infection reduced by copper devices, supplements or surfaces?', 1],
      ['Does a statin reduce the mortality of adults above 75 years?', 2],
    ] as const)
      expect(similarQuestions(asked, known)[0], asked).toBe(known[place])
  })

  it('leaves apart what asks something else of the same subject', () => {
    for (const asked of [
      'Do copper pipes change the taste of drinking water?',
      'Is primaquine effective for the prevention of falciparum malaria in children?',
      'Do statins cause muscle pain in adults?',
    ])
      expect(similarQuestions(asked, known), asked).toEqual([])
  })

  it('is the same both ways, and 1 for a question and itself', () => {
    for (const { question } of known) expect(questionSimilarity(question, question)).toBe(1)
    expect(questionSimilarity(known[0]!.question, known[1]!.question)).toBe(
      questionSimilarity(known[1]!.question, known[0]!.question),
    )
  })
})
