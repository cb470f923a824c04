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
    [
      'Is exercise therapy effective for patients with chronic low back pain?',
      { exposure: ['exercise-therapy'], population: ['patients', 'chronic-low-back-pain'] },
    ],
    [
      'Do proton pump inhibitors compare with H2 blockers in preventing ulcers?',
      { exposure: ['proton-pump-inhibitors'], comparator: ['h2-blockers'], outcome: ['ulcers'] },
    ],
    [
      'Do earplugs or dim light shorten labour of first mothers?',
      { exposure: ['earplugs-and-dim-light'], outcome: ['labour'], population: ['first-mothers'] },
    ],
    ['Does dry cold aggravate eczema?', { exposure: ['dry-cold'], outcome: ['eczema'] }],
    ['Does light at night harm sea turtles?', { exposure: ['light'], population: ['night', 'sea-turtles'] }],
    [
      'Do networks of protected areas conserve biodiversity?',
      { exposure: ['protected-areas', 'networks'], outcome: ['conserve', 'biodiversity'] },
    ],
    [
      'Does batch normalization improve generalization over layer normalization in deep neural networks?',
      {
        exposure: ['batch-normalization'],
        comparator: ['layer-normalization'],
        population: ['deep-neural-networks'],
      },
    ],
    [
      'How do nurses experience caring for dying patients in intensive care units?',
      { exposure: ['caring'], population: ['nurses', 'dying-patients', 'intensive-care-units'] },
    ],
    [
      'What is the diagnostic accuracy of CT vs. MRI for acute ischaemic stroke?',
      { exposure: ['ct'], comparator: ['mri'], population: ['acute-ischaemic-stroke'] },
    ],
    [
      'Effects of noise pollution on birdsong: a systematic review',
      { exposure: ['noise-pollution'], outcome: ['birdsong'] },
    ],
    [
      'Should children with acute otitis media be treated with antibiotics or watchful waiting?',
      { exposure: ['antibiotics-and-watchful-waiting'], population: ['children', 'acute-otitis-media'] },
    ],
    [
      'Does screen time harm sleep in adolescents?',
      { exposure: ['screen-time'], outcome: ['sleep'], population: ['adolescents'] },
    ],
    [
      'Which is better for acne, isotretinoin or doxycycline?',
      { exposure: ['isotretinoin-and-doxycycline'], population: ['acne'] },
    ],
    [
      'Do sailors who sleep on deck have fewer headaches than sailors who sleep below?',
      { exposure: ['deck'], outcome: ['fewer-headaches'], comparator: ['sailors'] },
    ],
    [
      'Does police use of tear gas increase asthma?',
      { population: ['police'], exposure: ['tear-gas'], outcome: ['asthma'] },
    ],
    ['What are the effects of road salt on frogs?', { exposure: ['road-salt'], population: ['frogs'] }],
    [
      'Is acupuncture useful for pain relief in labour?',
      { exposure: ['acupuncture'], outcome: ['pain-relief'], population: ['labour'] },
    ],
    [
      'Do markets that sell kale attract more customers than markets that sell cress?',
      { exposure: ['markets', 'kale'], outcome: ['attract'], comparator: ['cress'], population: ['customers'] },
    ],
    [
      'Does disclosure of salaries narrow the gender pay gap?',
      { exposure: ['disclosure', 'salaries'], outcome: ['narrow', 'gender-pay-gap'] },
    ],
    [
      'Does massage ease anxiety before dental extraction?',
      { exposure: ['massage'], outcome: ['ease', 'anxiety'], population: ['dental-extraction'] },
    ],
    ['Which ships carry grain?', { exposure: ['ships'], outcome: ['grain'] }],
    ['What drives deforestation?', { outcome: ['deforestation'] }],
    [
      'Do apps raise yields, and what makes advisers recommend them?',
      { exposure: ['apps'], outcome: ['yields', 'recommend'], population: ['advisers'] },
    ],
    ['What limits the spread of zebra mussels?', { outcome: ['zebra-mussels', 'spread'] }],
    ['What controls egg size in trout?', { outcome: ['egg-size'], population: ['trout'] }],
    ['What measures limit the spread of zebra mussels?', { outcome: ['zebra-mussels', 'spread'] }],
    ['Which therapies slow dental plaque?', { outcome: ['dental-plaque'] }],
    ['Do floods render grain unsafe?', { exposure: ['floods'], outcome: ['grain', 'unsafe'] }],
    [
      'Does training help porters to get their orders right?',
      {
        exposure: ['training'],
        outcome: ['orders'],
        population: ['porters'],
      },
    ],
    ["Does singing slow Wilson's disease?", { exposure: ['singing'], outcome: ['wilson-s-disease'] }],
  ])('tells who, what, against what and what comes of it: %s', (question, expected) => {
    const found: Record<string, string[]> = {}
    for (const { id, part } of of(question)) if (part) (found[part] ??= []).push(id)
    expect(found).toEqual(expected)
  })

  it.each([
    ['Which enzymes break down lignin?', 'lignin'],
    ['Which bacteria cause sepsis in newborns?', 'sepsis'],
    ['Which exercises help people with knee pain?', 'knee-pain'],
    ['Which neuroleptics cause weight gain?', 'neuroleptics'],
    ['Do bacteria cause sepsis?', 'bacteria'],
    ['What limits the growth, moulting and survival of crabs?', 'crabs'],
  ])(
    'is about what is known rather than the kind of thing that is asked for, unless that is the rarer: %s',
    (question, subject) => {
      expect(of(question).find(({ role }) => role === 'subject')!.id).toBe(subject)
    },
  )

  it('takes general words in what is done for no aspect that is asked for', () => {
    const ids = of('How do cognitive therapy and drugs compare for adults with generalised anxiety?').map(
      ({ id }) => id,
    )
    expect(ids).not.toContain('treatment')
    expect(ids).not.toContain('robustness')
  })

  it('reads a misspelt word as the one that is meant, and keeps both', () => {
    const [subject] = of('Do probitoics prevent diarrhoea in children?')
    expect(subject!.terms).toEqual(expect.arrayContaining(['probiotics', 'probitoics']))
    const [held] = of('Do probitoics prevent diarrhoea?', ['Probitoics were given.'])
    expect(held!.terms[0]).toBe('probitoics')
    expect(of('Does gamification raise motivation?')[0]!.terms[0]).toBe('gamification')
  })

  it('takes the longer words of a question in another language', () => {
    const facets = of('Hilft Akupunktur bei chronischen Rückenschmerzen?')
    expect(facets.flatMap(({ terms }) => terms)).toEqual(expect.arrayContaining(['Akupunktur', 'Rückenschmerzen']))
    expect(facets.every(({ part }) => part === undefined)).toBe(true)
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

  it('takes shorter names that a library holds where no text of it names a thing as the question does', () => {
    const terms = (text: string) => of('What makes nocturnal orchard moths thrive?', [text])[0]!.terms
    expect(terms('Orchard moths fly late.')).toContain('orchard moths')
    expect(terms('Nocturnal moths fly late.')).toContain('nocturnal moths')
    expect(terms('Nocturnal orchard moths fly late. Orchard moths rest.')).not.toContain('orchard moths')
    expect(terms('Bakers sleep late.')).not.toContain('orchard moths')
  })

  it('is about all that a list joins where nothing stands alone', () => {
    const [subject] = of('Which drugs relieve nausea and vertigo in sailors?')
    expect(subject).toMatchObject({ id: 'nausea-and-vertigo', role: 'subject' })
    expect(subject!.terms).toEqual(expect.arrayContaining(['nausea', 'vertigo']))
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
      { numRuns: 60, examples: [['B-'], ['-'], ['Does B- reduce -B?']] },
    )
  })
})
