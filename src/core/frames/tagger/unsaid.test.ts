import { describe, expect, it } from 'vitest'
import type { SaidSlots } from './spans.ts'
import { paperSlots, unsaidOf } from './unsaid.ts'

function said(slots: Partial<Record<keyof SaidSlots, string[]>>): SaidSlots {
  const empty = { exposure: [], comparator: [], outcome: [], population: [], dose: [], time: [] }
  const spans = Object.entries(slots).map(([slot, texts]) => [
    slot,
    texts.map((text) => ({ text, start: 0, end: text.length })),
  ])
  return { ...empty, ...Object.fromEntries(spans) }
}

const title = said({ exposure: ['hedge trimming'], population: ['farmland birds'] })
const sentences = [
  said({ exposure: ['trimming'], comparator: ['uncut hedges'], population: ['breeding farmland birds'] }),
  said({ exposure: ['late trimming'], comparator: ['uncut hedges'] }),
  said({ exposure: ['rain'], comparator: ['winter'], population: ['farmland birds'] }),
]
const paper = paperSlots(title, sentences)

describe('what a paper speaks of most', () => {
  it('is what its title and most sentences name', () => {
    expect(paper).toEqual({
      exposure: { text: 'hedge trimming', titled: true, named: 3 },
      comparator: { text: 'uncut hedges', titled: false, named: 2 },
      population: { text: 'farmland birds', titled: true, named: 3 },
    })
  })
  it('is no comparator that is the exposure itself', () => {
    const own = paperSlots(said({ exposure: ['zinc'] }), [said({ exposure: ['zinc'], comparator: ['zinc'] })])
    expect(own).toEqual({ exposure: { text: 'zinc', titled: true, named: 2 } })
  })
  it('is no population that is the study itself or any group', () => {
    const own = paperSlots(said({ population: ['Hedge Trial Group'] }), [said({ population: ['both groups'] })])
    expect(own).toEqual({})
  })
  it('is nothing where nothing is named', () => {
    expect(paperSlots(said({}), [said({ outcome: ['yield'] })])).toEqual({})
  })
})

describe('what a sentence leaves unsaid', () => {
  it('is taken from its paper', () => {
    expect(unsaidOf('', said({ outcome: ['nest survival'] }), 'down', paper)).toEqual({
      exposure: 'hedge trimming',
      comparator: 'uncut hedges',
      population: 'farmland birds',
    })
  })
  it('is only what it does not say', () => {
    const own = said({ exposure: ['late trimming'], population: ['wrens'], outcome: ['survival'] })
    expect(unsaidOf('', own, 'down', paper)).toEqual({ comparator: 'uncut hedges' })
  })
  it('is no comparator of another thing than the paper is about', () => {
    const own = said({ exposure: ['frost'], outcome: ['survival'] })
    expect(unsaidOf('', own, 'down', paper)).toEqual({ population: 'farmland birds' })
  })
  it('is no exposure of what a control arm alone did, or of what there was before', () => {
    const own = said({ outcome: ['nests'] })
    const exposure = (text: string) => unsaidOf(text, own, 'up', paper).exposure
    expect(exposure('Nests became more numerous in the control group.')).toBeUndefined()
    expect(exposure('Among controls, nests became more numerous.')).toBeUndefined()
    expect(exposure('At baseline, nests were more numerous on wet farms.')).toBeUndefined()
    expect(exposure('Nests became more numerous than in the control group.')).toBe('hedge trimming')
    expect(exposure('Nests rose from 3 at baseline to 9 in spring.')).toBe('hedge trimming')
  })
  it('is no exposure that the title alone names', () => {
    const once = paperSlots(said({ exposure: ['hedge trimming'] }), [])
    expect(unsaidOf('', said({ outcome: ['nests'] }), 'down', once)).toEqual({})
  })
  it('is no comparator where nothing is compared', () => {
    expect(unsaidOf('', said({ outcome: ['nests'] }), 'linked', paper)).not.toHaveProperty('comparator')
  })
  it('is no exposure where something only occurs', () => {
    expect(unsaidOf('', said({ outcome: ['nests'] }), 'rate', paper)).toEqual({ population: 'farmland birds' })
  })
  it('is nothing that the sentence names elsewhere', () => {
    const own = said({ comparator: ['hedge trimming'], outcome: ['nests'] })
    const sentence = 'More nests were found than with hedge trimming.'
    expect(unsaidOf(sentence, own, 'up', paper)).not.toHaveProperty('exposure')
  })
  it('is no comparator that names what was done too', () => {
    const both = said({ exposure: ['late trimming'], comparator: ['late trimming or none'] })
    const none = unsaidOf('Nests rose.', said({ exposure: ['late trimming'] }), 'up', paperSlots(title, [both, both]))
    expect(none).not.toHaveProperty('comparator')
  })
  it('is nothing that the paper only mentions', () => {
    const passing = paperSlots(said({ outcome: ['nest survival'] }), [
      said({ exposure: ['ploughing'], comparator: ['grazing'], population: ['larks'] }),
    ])
    expect(unsaidOf('Nest survival fell.', said({ outcome: ['Nest survival'] }), 'down', passing)).toEqual({})
  })
})
