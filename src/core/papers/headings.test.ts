import { describe, expect, it } from 'vitest'
import { withoutHeading } from './headings.ts'

describe('withoutHeading', () => {
  it.each([
    ['Findings The effect of reminders was small.', 'The effect of reminders was small.'],
    ['Methods A 7-month crossover trial was run.', 'A 7-month crossover trial was run.'],
    ['RESULTS—We selected 15 wards.', 'We selected 15 wards.'],
    ['Background : Under-nutrition is common.', 'Under-nutrition is common.'],
    ['Purpose:To assess hearing aids.', 'To assess hearing aids.'],
    ['[Main findings] Shade cooled streets.', 'Shade cooled streets.'],
    ['[Conclusion]: Lime raised pH.', 'Lime raised pH.'],
    ['Interpretation. Mulch is effective.', 'Mulch is effective.'],
    ['Meaning: In this study, mulch was effective.', 'In this study, mulch was effective.'],
    ['Meaning These results suggest that mulch works.', 'These results suggest that mulch works.'],
    ['Question Does mulch keep water?', 'Does mulch keep water?'],
    ['What this study adds: Mulch keeps water.', 'Mulch keeps water.'],
  ])('parts %s', (sentence, text) => {
    const { text: found, shift } = withoutHeading(sentence)
    expect(found).toBe(text)
    expect(sentence.slice(shift)).toBe(text)
  })

  it.each([
    'Results-based financing improved care.',
    'Findings from this study are clear.',
    'Design thinking helped.',
    '[Sic] Lime helped.',
    'Meaning is lost where words are cut.',
  ])('leaves %s as it is', (sentence) =>
    expect(withoutHeading(sentence)).toEqual({ text: sentence, shift: 0, label: null }),
  )
})
