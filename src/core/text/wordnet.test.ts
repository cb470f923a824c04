import { describe, expect, it } from 'vitest'
import { loadWordNet } from '../../../scripts/io/language.ts'
import { related } from './wordnet.ts'

const net = loadWordNet()

describe('WordNet', () => {
  it('finds the first and the last word of each index, phrases and plurals', () => {
    for (const [word, part] of [
      ["'hood", 'noun'],
      ['zymurgy', 'noun'],
      ['a-okay', 'adj'],
      ['zoom in', 'verb'],
      ['heart attacks', 'noun'],
      ['ulcers', 'noun'],
      ['Hospitals', 'noun'],
    ] as const)
      expect(net.synsets(word, part).length, word).toBeGreaterThan(0)
    expect(net.synsets('codestral', 'noun')).toEqual([])
  })

  it('names other words, the narrower, the wider and the contrary', () => {
    const [attack] = net.synsets('heart attack', 'noun')
    expect(attack!.words).toEqual(['heart attack'])
    const drug = net.synsets('antipsychotic', 'noun')[0]!
    expect(related(net, drug, '~').flatMap(({ words }) => words)).toContain('clozapine')
    const increase = net.synsets('increase', 'verb')[0]!
    expect(related(net, increase, '!').flatMap(({ words }) => words)).toContain('decrease')
    expect(related(net, increase, '@')[0]!.words).toContain('change magnitude')
  })
})
