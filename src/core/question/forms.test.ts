import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadFormSources } from '../../../scripts/io/language.ts'
import { countWords, formsOf, withForms } from './forms.ts'
import { partsOf, type Query } from './query.ts'

const none = loadFormSources()
const forms = (term: string, library: string[] = []) => formsOf(term, { ...none, library: countWords(library) })

describe('the forms of an open term', () => {
  it.each([
    ['a stem of the dictionary', 'capillar*', ['capillary', 'capillaries', 'capillarity']],
    ['a word', 'harvest*', ['harvest', 'harvests', 'harvested', 'harvesting', 'harvester']],
    ['a phrase', 'soil sampler*', ['soil sampler', 'soil samplers']],
    ['a word behind a hyphen', 'self-weigh*', ['self-weigh', 'self-weighing']],
    ['a prefix that no dictionary has before a known stem', 'bioirrigat*', ['bioirrigation', 'bioirrigate']],
    ['a stem that nobody knows', 'graphitiz*', ['graphitize', 'graphitized', 'graphitizing']],
    ['an abbreviation', 'SNP*', ['SNP', 'SNPs']],
    ['a number', 'COX-2*', ['COX-2']],
    ['a medical heading', 'brucell*', ['brucella', 'brucellosis']],
  ])('of %s', (_, term, expected) => {
    expect(forms(term)).toEqual(expect.arrayContaining(expected))
  })

  it.each(['capillar*', 'bioirrigat*', 'graphitiz*', 'brucell*', 'embryolog*', 'pollinat*', 'leaf morpholog*'])(
    'never hold the bare stem %s, which is no word',
    (term) => {
      expect(forms(term).length).toBeGreaterThan(1)
      expect(forms(term)).not.toContain(term.slice(0, -1))
    },
  )

  it('begin with the words of the library, the commonest first', () => {
    const library = ['Harvestmen and harvestmen again', 'A harvestman', 'Harvest time']
    expect(forms('harvest*', library).slice(0, 3)).toEqual(['harvestmen', 'harvest', 'harvestman'])
    expect(forms('zyzzyv*', ['Zyzzyvas in the field'])).toContain('zyzzyvas')
  })

  it('keep what stands before the open word, and begin with the stem as it was written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{3,9}$/), fc.constantFrom('', 'field ', 'x-'), (stem, before) => {
        const found = forms(`${before}${stem}*`)
        expect(found.length).toBeGreaterThan(0)
        expect(new Set(found).size).toBe(found.length)
        for (const form of found) expect(form.startsWith(before + stem)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('are looked up for every open term of a query', () => {
    const query: Query = {
      all: [{ id: 'a', any: ['harvest*', 'crop'] }],
      not: ['capillar*'],
      years: {},
      excludedTypes: [],
      languages: [],
    }
    expect(Object.keys(withForms(query, none).forms!)).toEqual(['harvest*', 'capillar*'])
  })
})

describe('the parts of a query', () => {
  const concept = fc.uniqueArray(fc.stringMatching(/^[a-e]{1,2}$/), { minLength: 1, maxLength: 9 })
  const holds = (query: Query, words: ReadonlySet<string>) =>
    query.all.every(({ any }) => any.some((term) => words.has(term)))

  it('together find what the whole finds, and each fits where one term of each concept does', () => {
    fc.assert(
      fc.property(
        fc.array(concept, { minLength: 1, maxLength: 3 }),
        fc.array(concept),
        fc.integer({ min: 3, max: 9 }),
        (all, works, most) => {
          const query: Query = {
            all: all.map((any, at) => ({ id: String(at), any })),
            not: [],
            years: {},
            excludedTypes: [],
            languages: [],
          }
          const terms = (part: Query) => part.all.reduce((sum, { any }) => sum + any.length, 0)
          const parts = partsOf(query, (part) => terms(part) <= most)
          for (const part of parts) expect(terms(part)).toBeLessThanOrEqual(most)
          for (const work of works)
            expect(parts.some((part) => holds(part, new Set(work)))).toBe(holds(query, new Set(work)))
        },
      ),
    )
  })
})
