import { describe, expect, it } from 'vitest'
import type { ClaimFrame } from '../../schemas/claim.ts'
import { type Facet, facet as facetSchema } from '../../schemas/question.ts'
import { byOutcome } from './by-outcome.ts'

const facets: Facet[] = [
  { id: 'moss', label: 'Moss', part: 'outcome', terms: ['moss'] },
  { id: 'clover', label: 'Clover', part: 'outcome', terms: ['clover'] },
  { id: 'reduction', label: 'Reduction', terms: ['reduc*', 'lower*'] },
].map((one) => facetSchema.parse(one))

/** A frame whose slots hold the words that are given. */
function frameOf(text: string, slots: Partial<Record<'exposure' | 'comparator' | 'outcome', string>>) {
  const empty = {
    exposure: [],
    comparator: [],
    outcome: [],
    direction: null,
    population: [],
    dose: [],
    time: [],
    figures: [],
  }
  const spans = Object.entries(slots).map(([slot, words]) => {
    const start = text.indexOf(words)
    return [slot, [{ text: words, start, end: start + words.length }]]
  })
  return { ...empty, ...Object.fromEntries(spans) } as unknown as ClaimFrame
}

const filed = (facet: string | null, text: string, slots: Parameters<typeof frameOf>[1]) =>
  byOutcome(facets)({ text, facet, frame: frameOf(text, slots) })

describe('byOutcome', () => {
  it('puts a claim where what was measured says, not where an arm or condition does', () => {
    const text = 'Plots with clover had less moss than bare ones.'
    expect(filed('clover', text, { exposure: 'Plots with clover', outcome: 'moss' })).toBe('moss')
  })

  it('puts under what went down what is filed under going down', () => {
    const text = 'Liming reduced soil acidity, and moss grew less.'
    expect(filed('reduction', text, { exposure: 'Liming', outcome: 'moss' })).toBe('moss')
  })

  it('leaves a claim under what is asked as an outcome and was where something was measured', () => {
    const text = 'Earthworm counts were higher on clover than on bare soil.'
    expect(filed('clover', text, { outcome: 'Earthworm counts', exposure: 'clover' })).toBe('clover')
  })

  it('leaves a claim where its words put it that has no outcome or names its facet outside every slot', () => {
    const text = 'Earthworm counts fell, and clover died.'
    expect(filed('clover', text, { outcome: 'Earthworm counts' })).toBe('clover')
    expect(filed('clover', text, { exposure: 'clover' })).toBe('clover')
    expect(byOutcome(facets)({ text, facet: 'moss' })).toBe('moss')
  })
})
