import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFacets, facetScores, lightStem } from './index.ts'

const hits = (terms: string[], text: string) =>
  facetScores(compileFacets([{ id: 'x', label: 'X', role: 'aspect', terms }]), text)[0]!.hits

describe('facetScores', () => {
  it.each([
    [['relapse'], 'Relapses were rare'],
    [['relapse'], 'none relapsed'],
    [['detection'], 'we detect flaws'],
    [['vulnerability'], 'many VULNERABILITIES'],
    [['low-resource'], 'a low resource language'],
    [['P. vivax'], 'infected by P. vivax alone'],
    [['side effect*'], 'side-effects were mild'],
    [['chemoprophyla*'], 'for chemoprophylaxis'],
    [['naïve'], 'a naive model'],
    [['C++'], 'in C/C++ code'],
    [['*pril'], 'enalapril and ramipril'],
    [['oesophageal ulcer'], 'an esophageal ulcer'],
  ])('%j in %s', (terms, text) => expect(hits(terms, text)).toEqual(terms))

  it.each([
    [['safe'], 'unsafe code'],
    [['cure'], 'secure code'],
    [['*pril'], 'in April'],
    [['C++'], 'in C code'],
    [['radical cure'], 'cure that is radical'],
    [['Cu'], 'a cup of water'],
    [['effective'], 'the effects were many'],
  ])('%j not in %s', (terms, text) => expect(hits(terms, text)).toEqual([]))

  it('stems a stem to itself or shorter, and never to nothing', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,14}$/),
        (word) => lightStem(word).length > 0 && lightStem(word).length <= word.length,
      ),
    )
  })
})
