import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDictionaries } from '../../../../scripts/io/language.ts'
import { facet as facetSchema } from '../../../schemas/question.ts'
import { deriveFacets } from './facets.ts'

const dictionaries = loadDictionaries()
const of = (question: string, texts?: readonly string[]) => deriveFacets(question, dictionaries, texts)

describe('deriveFacets', () => {
  it.each([
    [
      'Is tafenoquine effective and safe for the prevention and radical cure of vivax malaria?',
      'tafenoquine',
      ['effectiveness', 'safety', 'prevention', 'vivax-malaria'],
    ],
    ['Do copper surfaces, devices and supplements reduce infection?', 'copper', ['reduction', 'infection']],
    [
      'In adults with type 2 diabetes, does metformin reduce mortality compared with sulfonylureas?',
      'metformin',
      ['mortality', 'sulfonylureas', 'type-2-diabetes', 'adults'],
    ],
    ['Does vitamin D prevent COVID-19?', 'vitamin D', ['prevention', 'covid-19']],
    [
      'How accurate are large language models at medical diagnosis?',
      'large language models',
      ['accuracy', 'medical-diagnosis'],
    ],
    ['Does test-driven development improve software quality?', 'test-driven development', ['software-quality']],
    [
      'Is laparoscopic surgery safer than open surgery for colorectal cancer?',
      'laparoscopic surgery',
      ['open-surgery', 'colorectal-cancer', 'safety'],
    ],
    [
      'Does pair programming improve code quality and student learning?',
      'pair programming',
      ['code-quality', 'student-learning'],
    ],
  ])('%s', (question, term, aspects) => {
    const facets = of(question)
    const subject = facets.filter(({ role }) => role === 'subject')
    expect(subject).toHaveLength(1)
    expect(subject[0]!.terms).toContain(term)
    expect(facets.map(({ id }) => id)).toEqual(expect.arrayContaining(aspects))
  })

  it('tells what each concept is in the question', () => {
    const parts = Object.fromEntries(
      of('In adults with type 2 diabetes, does metformin reduce mortality compared with sulfonylureas?').map(
        ({ id, part }) => [id, part],
      ),
    )
    expect(parts).toMatchObject({ metformin: 'exposure', sulfonylureas: 'comparator', adults: 'population' })
    expect(parts['type-2-diabetes']).toBe('population')
  })

  it.each([
    ['What treatments prevent infections acquired in hospital?', 'acquired'],
    ['Do GLP-1 agonists help in losing weight in people with obesity?', 'losing'],
  ])('makes no facet of a verb inside a phrase: %s', (question, verb) => {
    expect(of(question).map(({ id }) => id)).not.toContain(verb)
  })

  it('names the medicines of a kind by the ending of their names, and says where each name comes from', () => {
    const [subject] = of('Do ACE inhibitors reduce deaths in people with heart failure?')
    expect(subject!.terms).toEqual(
      expect.arrayContaining(['*pril', 'angiotensin-converting enzyme inhibitor', 'enalapril']),
    )
    expect(subject!.sources['*pril']).toBe('INN stem -pril')
    expect(subject!.sources.enalapril).toMatch(/^WordNet/)
  })

  it('reads the names that a library defines and lists, and leaves out those that it does not hold', () => {
    const [subject] = of('Do gradient boosting machines predict sepsis?', [
      'Gradient boosting machines (GBM) were trained. Gradient boosting machines such as XGBoost did best.',
    ])
    expect(subject!.terms).toEqual(expect.arrayContaining(['GBM', 'XGBoost']))
    const [drug] = of('Do ACE inhibitors reduce deaths?', ['Ramipril reduced deaths.'])
    expect(drug!.terms).toContain('ramipril')
    expect(drug!.terms).not.toContain('enalapril')
  })

  it('always gives valid facets: one subject and at least one aspect, ids once', () => {
    const odd = fc.array(
      fc.constantFrom('copper', 'Is', 'of', 'the', 'safe', '?', '(', 'drug', 'C++', 'β', 'do', 'reduce', '-'),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.lorem(),
          odd.map((words) => words.join(' ')),
        ),
        (text) => {
          const facets = of(text)
          for (const { sources: _, ...facet } of facets)
            expect(facetSchema.safeParse(facet).success, JSON.stringify(facet)).toBe(true)
          expect(facets.filter(({ role }) => role === 'subject')).toHaveLength(1)
          expect(facets.length).toBeGreaterThan(1)
          expect(new Set(facets.map(({ id }) => id)).size).toBe(facets.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
