import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { taggerMarks } from './clues.ts'
import { slotLabels, spansOf } from './spans.ts'

/** Labels each word by the stretch that holds it. */
function spans(sentence: string, labelled: Readonly<Record<string, (typeof slotLabels)[number]>>) {
  const language = openLanguage()
  const marks = taggerMarks(sentence, language)
  const labels = marks.map(({ start, end }) => {
    const found = Object.entries(labelled).find(([text]) => {
      const at = sentence.indexOf(text)
      return at <= start && end <= at + text.length
    })
    return slotLabels.indexOf(found?.[1] ?? 'none')
  })
  const slots = spansOf(sentence, marks, labels, language)
  return Object.fromEntries(
    Object.entries(slots).map(([slot, own]) => [
      slot,
      own.map((span) => ('start' in span ? sentence.slice(span.start, span.end) : '')),
    ]),
  )
}

describe('stretches', () => {
  it('lose the small words at their ends', () => {
    expect(
      spans('The mean weight of the calves rose.', { 'The mean weight of the calves': 'outcome' }).outcome,
    ).toEqual(['mean weight of the calves'])
  })
  it('are no time where they tell how far something is', () => {
    const sentence = 'Seed set was higher within 50 m of a strip after 3 months.'
    const { time } = spans(sentence, { 'within 50 m': 'time', 'after 3 months': 'time' })
    expect(time).toEqual(['3 months'])
  })
  it('keep a short name in brackets', () => {
    const sentence = 'Slow wave sleep (SWS) duration fell.'
    expect(spans(sentence, { 'Slow wave sleep (SWS) duration': 'outcome' }).outcome).toEqual([
      'Slow wave sleep (SWS) duration',
    ])
  })
  it('end at a bracket with figures', () => {
    const sentence = 'Hatching (OR 2.1, 1.2 to 3.4) and fledging rose.'
    expect(spans(sentence, { 'Hatching (OR 2.1, 1.2 to 3.4) and fledging': 'outcome' }).outcome).toEqual([
      'Hatching',
      'fledging',
    ])
  })
  it('end where a title goes on with another sentence, not at an abbreviation', () => {
    const title = 'Netting against B. oleae in olive groves. Orchard Study Group'
    const found = spans(title, { 'B. oleae': 'outcome', 'olive groves. Orchard Study Group': 'population' })
    expect(found).toMatchObject({ outcome: ['B. oleae'], population: ['olive groves', 'Orchard Study Group'] })
  })
  it('leave the stop of the sentence to it', () => {
    const sentence = 'Shells were thicker in group L than in group K.'
    expect(spans(sentence, { 'group K.': 'comparator' }).comparator).toEqual(['group K'])
  })
  it('hold the whole of the words at their ends', () => {
    const sentence = 'Fruit set at six-month follow-up was lower in Al/Mg soils under all-night light.'
    const found = spans(sentence, { 'six-month follow': 'time', 'Mg soils': 'population', 'night light': 'exposure' })
    expect(found).toMatchObject({
      time: ['six-month follow-up'],
      population: ['Al/Mg soils'],
      exposure: ['all-night light'],
    })
    expect(spans('Loss of spectrin A/C killed cells.', { 'Loss of spectrin A/C': 'exposure' }).exposure).toEqual([
      'Loss of spectrin A/C',
    ])
  })
  it('end before what is said of the first part of a compound, and leave what another has', () => {
    const sentence = "Zinc-coated nails held the joiner's oak/pine boards."
    const found = spans(sentence, { Zinc: 'exposure', joiner: 'population', oak: 'outcome', pine: 'comparator' })
    expect(found).toMatchObject({ exposure: ['Zinc'], population: ['joiner'], outcome: ['oak'], comparator: ['pine'] })
  })
  it('hold no half of a bracket', () => {
    const sentence = 'Rust (as seen (twice) by eye) fell in 1) dry sheds.'
    const found = spans(sentence, { 'Rust (as seen (twice) by eye': 'outcome', '1) dry sheds': 'population' })
    expect(found).toMatchObject({ outcome: ['Rust'], population: ['dry sheds'] })
  })
  it('end with a sentence whose last word is the letter of a group', () => {
    const sentence = 'Yields fell on plots A and E. Mulch alone raised them.'
    const found = spans(sentence, { 'E. Mulch alone': 'exposure' })
    expect(found.exposure).toEqual(['Mulch alone'])
    expect(spans('2. Mulch raised yields.', { '2. Mulch': 'exposure' }).exposure).toEqual(['Mulch'])
  })
  it('are no time where they tell in what something was done', () => {
    const sentence = 'Spores died in vitro, under dry conditions, in early spring and under 3 h of light.'
    const labelled = { vitro: 'time', 'dry conditions': 'time', 'early spring': 'time', '3 h': 'time' } as const
    expect(spans(sentence, labelled).time).toEqual(['early spring', '3 h'])
  })
  it('keep the number that they begin with', () => {
    expect(spans('Silage kept for 6 months.', { 'for 6 months': 'time' }).time).toEqual(['6 months'])
  })
  it('part a dose from a time', () => {
    const sentence = 'Ewes given 40 mg for six weeks were heavier.'
    expect(spans(sentence, { '40 mg': 'time', 'six weeks': 'time' })).toMatchObject({
      dose: ['40 mg'],
      time: ['six weeks'],
    })
  })
  it('hold nothing where all words are small', () => {
    expect(spans('It was of that.', { 'of that': 'outcome' }).outcome).toEqual([])
  })
})
