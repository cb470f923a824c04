import { describe, expect, it } from 'vitest'
import { faithfulness } from './faithfulness.ts'

const holds = (claim: string, quote: string, paper?: string) => faithfulness(claim, [quote], paper).faithful

describe('exchangedPlaces', () => {
  it.each([
    [
      'Oak floors wore out later than pine floors in 12 halls.',
      'Pine floors wore out later than oak floors in 12 halls.',
    ],
    [
      'The brass valves leaked less often than the steel valves.',
      'The steel valves leaked less often than the brass valves.',
    ],
    ['Rowing raised the pulse more, compared with cycling.', 'Cycling raised the pulse more, compared with rowing.'],
  ])('tells "%s" from the other way round', (claim, quote) => {
    expect(holds(claim, quote)).toBe(false)
    expect(holds(quote, quote)).toBe(true)
  })

  it.each([
    ['Rowers and cyclists had the same pulse.', 'Cyclists and rowers had the same pulse.'],
    ['Compared with cycling, rowing raised the pulse.', 'Rowing raised the pulse compared with cycling.'],
  ])('lets "%s" stand for the same in another order', (claim, quote) => {
    expect(holds(claim, quote)).toBe(true)
  })
})

describe('labelDifferences', () => {
  it.each([
    ['Stage II tumours shrank in 8 of 20 dogs.', 'Stage III tumours shrank in 8 of 20 dogs.'],
    ['Relapse came later in group B.', 'Relapse came later in group A.'],
    ['People with type 2 diabetes slept longer.', 'People with type 1 diabetes slept longer.'],
    ['Group B relapsed later than group B.', 'Group A relapsed later than group B.'],
    ['Group B (40 ewes) relapsed later than group A.', 'Group A (40 ewes) relapsed later than group B.'],
    ['QXR-17 beat QXR-16 on every herd.', 'QXR-15 beat QXR-16 on every herd.'],
  ])('tells "%s" from another label', (claim, quote) => {
    expect(holds(claim, quote)).toBe(false)
  })

  it('knows a label of several', () => {
    expect(holds('Relapse came later in group B.', 'Relapse came later in groups A and B.')).toBe(true)
  })

  it('knows labels that are named in another order with other words between them', () => {
    const quote = 'Group A relapsed in 3 of 9 ewes and group B in 5 of 9 ewes.'
    expect(holds('In group B 5 of 9 ewes relapsed, in group A 3 of 9 ewes.', quote)).toBe(true)
  })
})

describe('strangerDifferences', () => {
  const paper = 'Ramps for wheelchairs. We tested timber ramps. They bore 300 kg.'

  it('lets a claim name what the paper names', () => {
    expect(holds('Timber ramps bore 300 kg.', 'They bore 300 kg.', paper)).toBe(true)
  })

  it('finds a word that the paper nowhere says', () => {
    expect(holds('Marble ramps bore 300 kg.', 'They bore 300 kg.', paper)).toBe(false)
  })

  it('lets an abbreviation be written out that the paper never explains, and no other', () => {
    const quote = 'The HHT was quicker in nine of twelve crowded shops.'
    const short = 'The HHT was quicker in nine of twelve crowded shops. HHT users agreed.'
    expect(holds('The hand-held terminal (HHT) was quicker in nine of twelve crowded shops.', quote, short)).toBe(true)
    const explained = `We tried a hand-held terminal (HHT). ${short}`
    expect(holds('The hand-held tablet (HHT) was quicker in nine of twelve crowded shops.', quote, explained)).toBe(
      false,
    )
  })
})

describe('names with a number', () => {
  it('are the same with a hyphen and with a space', () => {
    expect(holds('Accuracy on QXR 15 rose by 3%.', 'Accuracy on QXR-15 rose by 3%.')).toBe(true)
    expect(holds('Accuracy on QXR-16 rose by 3%.', 'Accuracy on QXR-15 rose by 3%.')).toBe(false)
  })
})
