import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facet as facetSchema } from '../../../schemas/question.ts'
import { compileFacets, deriveFacets, facetScores, lightStem } from './index.ts'

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
  ])('%j in %s', (terms, text) => expect(hits(terms, text)).toEqual(terms))

  it.each([
    [['safe'], 'unsafe code'],
    [['cure'], 'secure code'],
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

describe('deriveFacets', () => {
  const roles = (question: string) => {
    const facets = deriveFacets(question)
    return {
      subject: facets.filter(({ role }) => role === 'subject'),
      aspects: facets.filter(({ role }) => role === 'aspect').map(({ id }) => id),
    }
  }

  it('finds drug and what is asked of it', () => {
    const { subject, aspects } = roles(
      'Is tafenoquine effective and safe for the prevention and radical cure of vivax malaria?',
    )
    expect(subject.map(({ terms }) => terms)).toEqual([['tafenoquine']])
    expect(aspects).toEqual(['effectiveness', 'safety', 'prevention', 'treatment', 'vivax-malaria'])
  })

  it('takes the material that a list shares', () => {
    const { subject, aspects } = roles('Do copper surfaces, devices and supplements reduce infection?')
    expect(subject[0]!.terms).toContain('copper')
    expect(subject).toHaveLength(1)
    expect(aspects).toEqual(expect.arrayContaining(['surfaces', 'devices', 'supplements', 'infection']))
  })

  it('does not screen by the name of one model', () => {
    const { subject, aspects } = roles(
      'What is the impact of different fine-tuning strategies (e.g., multi-task learning vs. sequential fine-tuning) on the robustness of Codestral in detecting vulnerabilities in low-resource programming languages?',
    )
    expect(subject[0]!.terms).toContain('vulnerab*')
    expect(aspects).toEqual(
      expect.arrayContaining(['robustness', 'codestral', 'multi-task-learning', 'fine-tuning-strategies']),
    )
  })

  it.each([
    [
      'In adults with type 2 diabetes, does metformin reduce mortality compared with sulfonylureas?',
      'metformin',
      'mortality',
    ],
    ['Does vitamin D prevent COVID-19?', 'vitamin D', 'prevention'],
    ['How accurate are large language models at medical diagnosis?', 'large language model*', 'accuracy'],
    ['Does test-driven development improve software quality?', 'test-driven development', 'software-quality'],
  ])('%s', (question, term, aspect) => {
    const { subject, aspects } = roles(question)
    expect(subject[0]!.terms).toContain(term)
    expect(aspects).toContain(aspect)
  })

  it('always gives valid facets: one subject and at least one aspect, ids once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.lorem(),
          fc
            .array(fc.constantFrom('copper', 'Is', 'of', 'the', 'safe', '?', '(', 'drug', 'C++', 'β'))
            .map((w) => w.join(' ')),
        ),
        (text) => {
          const facets = deriveFacets(text)
          for (const facet of facets) expect(facetSchema.safeParse(facet).success, JSON.stringify(facet)).toBe(true)
          expect(facets.filter(({ role }) => role === 'subject')).toHaveLength(1)
          expect(facets.length).toBeGreaterThan(1)
          expect(new Set(facets.map(({ id }) => id)).size).toBe(facets.length)
        },
      ),
    )
  })
})
