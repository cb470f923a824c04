import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schemas/paper.ts'
import { question as questionForm } from '../../schemas/question.ts'
import { studyOf } from '../papers/study/index.ts'
import { readNumbers } from '../text/number-mentions.ts'
import { atoms } from './atoms.ts'
import { extractClaims } from './index.ts'
import { judge } from './judge.ts'
import { reword } from './reword.ts'

const question = questionForm.parse({
  question: 'Is tafenoquine effective and safe for the prevention and radical cure of vivax malaria?',
  facets: [
    { id: 'tafenoquine', label: 'Tafenoquine', role: 'subject', terms: ['tafenoquine'] },
    {
      id: 'efficacy',
      label: 'Efficacy',
      role: 'aspect',
      terms: ['relapse*', 'recurrence*', 'efficac*', 'effective*', 'prevent*', 'cure*'],
    },
    { id: 'safety', label: 'Safety', role: 'aspect', terms: ['safe*', 'adverse', 'haemoly*', 'hemoly*', 'qt'] },
  ],
})

function paper(id: string, text: string, title = 'A trial of tafenoquine'): Paper {
  return {
    schema: 1,
    id: `work_${id}`,
    aliases: [],
    csl: { id: `work_${id}`, type: 'article-journal', title, author: [] },
    ids: {},
    text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  }
}

const abstract = (...sentences: string[]) => sentences.join(' ')
const claimsOf = (text: string, title?: string) =>
  extractClaims([paper('a', text, title)], question).claims.map(({ text }) => text)
const droppedOf = (text: string, title?: string) =>
  extractClaims([paper('a', text, title)], question).dropped.map(({ rule }) => rule)

const head = abstract(
  'BACKGROUND: Relapse of vivax malaria is frequent.',
  'METHODS: We randomly assigned 522 patients to tafenoquine or placebo.',
)

describe('extractClaims: what is a claim', () => {
  it('takes results and conclusions with their figures, and leaves background and methods', () => {
    const text = abstract(
      head,
      'RESULTS: The hazard ratio for recurrence was 0.30 (95% CI, 0.22 to 0.40) with tafenoquine as compared with placebo (P<0.001).',
      'CONCLUSIONS: We conclude that tafenoquine is effective in preventing relapse.',
    )
    expect(claimsOf(text)).toEqual([
      'The hazard ratio for recurrence was 0.30 (95% CI, 0.22 to 0.40) with tafenoquine as compared with placebo (P<0.001).',
      'Tafenoquine is effective in preventing relapse.',
    ])
  })

  it.each([
    ['Better radical cure regimens than tafenoquine are needed to prevent relapse.', 'need'],
    ['Further trials of tafenoquine to prevent relapse are warranted.', 'future-work'],
    ['We believe that tafenoquine promises to be a major advance in preventing relapse.', 'need'],
    ['This review discusses how tafenoquine prevents relapse.', 'about-the-text'],
    ['Tafenoquine is an 8-aminoquinoline that is used to prevent relapse.', 'background'],
    ['The current gold standard to prevent relapse is primaquine, not tafenoquine.', 'background'],
    ['The safety of tafenoquine was assessed by weekly visits for relapse.', 'method'],
    ['Phase III trials of tafenoquine to prevent relapse are planned.', 'plan'],
    ['The trial of tafenoquine against relapse was registered as NCT01376167.', 'boilerplate'],
    ['Tafenoquine 300 mg single dose versus no treatment for relapse prevention.', 'fragment'],
    ['Does tafenoquine prevent relapse of vivax malaria?', 'question'],
  ])('leaves out with a reason: %s', (sentence, rule) => {
    const text = abstract(head, `CONCLUSIONS: ${sentence}`)
    expect(claimsOf(text)).toEqual([])
    expect(droppedOf(text)).toContain(rule)
  })

  it('leaves out what does not address the question', () => {
    const text = 'RESULTS: Its price was paid. CONCLUSIONS: The price of bread in Peru rose by a third.'
    expect(claimsOf(text, 'Bread in Peru')).toEqual([])
    expect(droppedOf(text, 'Bread in Peru')).toContain('off-subject')
  })

  it('says of a text in another language that it was not read, not that it speaks of other things', () => {
    const bread =
      'METHODEN: Wir haben Preise erhoben. ERGEBNISSE: Der Preis für Brot ist in Peru um ein Drittel gestiegen, und die Preise für Mehl sind nicht gefallen.'
    expect(droppedOf(bread, 'Brot in Peru')).toEqual(['not-english'])
  })

  it('says which facet and how strongly, and how the study was made', () => {
    const one = paper('a', abstract(head, 'CONCLUSIONS: Tafenoquine prevented relapse of vivax malaria.'))
    const study = studyOf(one)
    const { claims, dropped } = extractClaims([{ ...one, ...(study ? { study } : {}) }], question)
    expect(dropped.map(({ text, reason }) => `${text} ${reason}`)).toEqual([])
    expect(claims[0]).toMatchObject({ facet: 'efficacy', design: 'randomised trial', sampleSize: 522 })
    expect(claims[0]?.relevance).toBeGreaterThan(0.5)
  })
})

describe('extractClaims: self-contained wording', () => {
  const concluding = (...sentences: string[]) =>
    claimsOf(abstract(head, `CONCLUSIONS: ${abstract(...sentences)}`)).at(-1)

  it('puts the subject of the sentence before in the place of "it"', () => {
    expect(concluding('Tafenoquine is safe.', 'It prevented relapse better than placebo.')).toBe(
      'Tafenoquine prevented relapse better than placebo.',
    )
  })

  it('writes out what "it\'s" leaves of its verb', () => {
    expect(concluding('Tafenoquine was given once.', "It's found to prevent relapse better than placebo.")).toBe(
      'Tafenoquine is found to prevent relapse better than placebo.',
    )
  })

  it('takes what is lowered for no antecedent of "it"', () => {
    const told = 'We show that weekly tafenoquine reduces relapse. It helps children as well.'
    expect(concluding(told)).not.toMatch(/^Relapse helps/)
  })

  it('names the drug meant by "this drug"', () => {
    expect(
      concluding('Tafenoquine was given once.', 'Relapse was less frequent after this drug than after placebo.'),
    ).toBe('Relapse was less frequent after tafenoquine than after placebo.')
  })

  it('quotes the sentence before with a bare change', () => {
    expect(
      concluding('Tafenoquine lowered the rate of relapse.', 'The effect was smaller in children with fever.'),
    ).toBe('Tafenoquine lowered the rate of relapse. The effect was smaller in children with fever.')
  })

  it('quotes the sentence before with a plural that it speaks of, where that tells no finding of its own', () => {
    const text = 'Red cells were stained. Tafenoquine shortened the life of these cells.'
    const at = text.indexOf('Taf')
    const sentences = [
      { text: text.slice(0, at - 1), place: 'Results', section: null, start: 0 },
      { text: text.slice(at), place: 'Results', section: null, start: at },
    ]
    const about = { title: 'Tafenoquine', subjects: [] }
    const told = (byReader: boolean, afterFinding: boolean) => judge(sentences, 1, 0.9, about, byReader, afterFinding)
    expect(told(false, false)).toMatchObject({ texts: [text] })
    expect(told(false, true)).toMatchObject({ texts: [text.slice(at)] })
    expect(told(true, false)).toMatchObject({ texts: [text.slice(at)] })
  })

  it('resolves the former and the latter from the pair just before', () => {
    expect(
      concluding(
        'We compared tafenoquine with primaquine.',
        'Relapse was less frequent after the former than after the latter.',
      ),
    ).toBe('Relapse was less frequent after tafenoquine than after primaquine.')
  })

  it('takes the sentence before into the quote where it says what the pointing word means', () => {
    const told = 'Tafenoquine and primaquine were given. In both treatment groups relapse was prevented.'
    const { claims } = extractClaims([paper('a', abstract(head, `CONCLUSIONS: ${told}`))], question)
    expect(claims.at(-1)).toMatchObject({ text: told, sources: [{ quote: told }] })
  })

  it('never guesses: what points elsewhere without a clear antecedent is left out with its reason', () => {
    const text = abstract(head, 'CONCLUSIONS: In both treatment groups relapse was prevented.')
    expect(claimsOf(text)).toEqual([])
    expect(droppedOf(text)).toContain('not-self-contained')
  })

  it('explains an abbreviation that the paper defines', () => {
    const text = abstract(
      'BACKGROUND: Tafenoquine (TQ) is new.',
      'RESULTS: TQ prevented relapse in 89% of patients (P<0.001).',
    )
    expect(claimsOf(text)).toEqual(['Tafenoquine (TQ) prevented relapse in 89% of patients (P<0.001).'])
  })

  it('keeps hedges, numbers and intervals in square brackets, and drops citation marks', () => {
    expect(
      concluding('Our findings suggest that tafenoquine may reduce relapse [12] (difference 54.5% [38-71], p<0.0001).'),
    ).toBe('The findings suggest that tafenoquine may reduce relapse (difference 54.5% [38-71], p<0.0001).')
  })

  it('does not mangle "This is the first study"', () => {
    expect(reword('This is the first genome-wide study of relapse.')).toBe(
      'This is the first genome-wide study of relapse.',
    )
  })

  it('joins words that a source tore at a ligature', () => {
    expect(reword('The drug had better effi cacy and no signifi cant diff erence.')).toBe(
      'The drug had better efficacy and no significant difference.',
    )
  })
})

describe('extractClaims: the same sentence twice in a text', () => {
  it('is one claim', () => {
    const sentence = 'Tafenoquine prevented relapse in 62% of patients (P<0.001).'
    const { claims } = extractClaims([paper('a', `RESULTS: ${sentence} CONCLUSIONS: ${sentence}`)], question)
    expect(claims).toHaveLength(1)
    expect(claims[0]?.sources).toHaveLength(1)
  })
})

describe('extractClaims: several papers', () => {
  const says = (id: string, sentence: string) => paper(id, abstract(head, `CONCLUSIONS: ${sentence}`))

  it('makes one claim of what two papers say alike', () => {
    const { claims } = extractClaims(
      [
        says('a', 'Tafenoquine prevents relapse of vivax malaria.'),
        says('b', 'Tafenoquine prevented relapses of vivax malaria.'),
      ],
      question,
    )
    expect(claims).toHaveLength(1)
    expect(claims[0]?.sources.map((source) => source.paper)).toEqual(['work_a', 'work_b'])
  })

  it.each([
    ['Tafenoquine prevents relapse of vivax malaria.', 'Tafenoquine does not prevent relapse of vivax malaria.'],
    ['Tafenoquine prevents relapse in 62% of patients.', 'Tafenoquine prevents relapse in 69% of patients.'],
    ['Tafenoquine increases the relapse of vivax malaria.', 'Tafenoquine decreases the relapse of vivax malaria.'],
    ['Tafenoquine prevents relapse of vivax malaria.', 'Tafenoquine may prevent relapse of vivax malaria.'],
    [
      'Tafenoquine was superior to primaquine in preventing relapse.',
      'Tafenoquine was inferior to primaquine in preventing relapse.',
    ],
    [
      'Tafenoquine was better than primaquine in preventing relapse.',
      'Primaquine was better than tafenoquine in preventing relapse.',
    ],
    ['Tafenoquine prevented relapse in children.', 'Tafenoquine prevented relapse in adults.'],
  ])('never merges "%s" with "%s"', (one, other) => {
    expect(extractClaims([says('a', one), says('b', other)], question).claims).toHaveLength(2)
  })
})

describe('atoms', () => {
  it('parts findings at a semicolon and carries over for whom they hold', () => {
    expect(
      atoms(
        'In adults with malaria, tafenoquine prevented relapse in 62% of patients; adverse events were rare in all groups.',
      ),
    ).toEqual([
      'In adults with malaria, tafenoquine prevented relapse in 62% of patients.',
      'In adults with malaria, adverse events were rare in all groups.',
    ])
  })

  it.each([
    'Rates were 62%, 69% and 28%, respectively; the rest was lost.',
    'Whether it works is unknown; the trial was small and its result was unclear.',
    'Relapse fell with the drug, and this was confirmed later by others.',
    'Healing rates were 94% with zinc and 97% with copper; there were no significant differences between groups.',
    'Costs were sensitive to a pill daily, its price, and the risk of drug-induced anaemia.',
  ])('does not part: %s', (sentence) => expect(atoms(sentence)).toEqual([sentence]))

  it('keeps every number and invents no word', () => {
    const piece = fc.constantFrom(
      ...[
        'In adults with malaria,',
        'tafenoquine',
        'prevented relapse',
        'in 62% of patients',
        '; ',
        ', and ',
        'adverse events',
        'were rare',
      ],
      ...[
        'not',
        'no',
        'may',
        'was 0.30 (95% CI 0.22 to 0.40)',
        'placebo',
        'compared with',
        'the hazard ratio',
        'the drug',
        'than',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 3, maxLength: 14 }), (parts) => {
        const sentence = `${parts.join(' ')}.`
        const split = atoms(sentence)
        const numbers = (text: string) => new Set(readNumbers(text).map(({ value }) => value))
        expect(new Set(split.flatMap((atom) => [...numbers(atom)]))).toEqual(numbers(sentence))
        const words = new Set(sentence.match(/[\w%]+/g))
        for (const atom of split) for (const word of atom.match(/[\w%]+/g) ?? []) expect(words).toContain(word)
      }),
    )
  })
})

describe('a sentence that needs the one before', () => {
  const texts = (...sentences: string[]) =>
    extractClaims([paper('a', abstract(head, `RESULTS: ${sentences.join(' ')}`))], question).claims.map(
      ({ text }) => text,
    )

  it('is one claim with it, and the one before is not a second', () => {
    const told = texts('Tafenoquine prevented relapse in 62% of patients.', 'This was better than with primaquine.')
    expect(told).toEqual(['Tafenoquine prevented relapse in 62% of patients. This was better than with primaquine.'])
  })

  it('stands alone where it only names the arms of the comparison', () => {
    const told = texts(
      'Tafenoquine prevented relapse in 62% of patients.',
      'Adverse events were similar in both groups.',
    )
    expect(told).toEqual([
      'Tafenoquine prevented relapse in 62% of patients.',
      'Adverse events were similar in both groups.',
    ])
  })

  it('stands alone where the sentence itself names the arms', () => {
    const named =
      'Relapse was 5% in the tafenoquine group and 9% in the placebo group, no difference between the two groups.'
    expect(texts('Patients received tafenoquine or placebo.', named)).toContain(named)
  })
})

describe('laws of extraction', () => {
  const sentence = fc.constantFrom(
    'Tafenoquine prevented relapse in 62% of patients (P<0.001).',
    'It did not cause haemolysis.',
    'The hazard ratio for recurrence was 0.30 (95% CI 0.22–0.40) with tafenoquine.',
    'This drug may be safe [3].',
    'Adverse events were not more frequent; relapse was rarer in 40 of 43 patients.',
    'CONCLUSIONS: We found that tafenoquine is not superior to primaquine in preventing relapse.',
    'Further studies are needed.',
    'RESULTS: Relapse 😀 fell by 61·4% with tafenoquine.',
  )
  const polarity = /\b(?:no|not|never|without|cannot|neither|nor)\b/gi

  it('quotes are exact slices, numbers come from the quote, and polarity is the quote’s own', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const text = sentences.join(' ')
        for (const claim of extractClaims([paper('a', text)], question).claims) {
          const [source] = claim.sources
          expect(text.slice(source!.start, source!.end)).toBe(source!.quote)
          const stated = readNumbers(source!.quote).map(({ value }) => value)
          for (const { value } of readNumbers(claim.text)) expect(stated).toContain(value)
          expect((claim.text.match(polarity) ?? []).length).toBeLessThanOrEqual(
            (source!.quote.match(polarity) ?? []).length,
          )
          for (const { start, end, text: words } of claim.quantities)
            expect(source!.quote.slice(start, end)).toBe(words)
        }
      }),
    )
  })
})

describe('extractClaims: abbreviations', () => {
  const spelling = 'METHODS: Patients took tafenoquine (TQ) or the tafenoquine plan of 3 visits (TP3). '

  it('are written out where the figure is part of the long form', () => {
    expect(claimsOf(`${spelling}RESULTS: Relapse fell by 61% in patients on TP3.`)).toEqual([
      'Relapse fell by 61% in patients on tafenoquine plan of 3 visits (TP3).',
    ])
  })

  it('stay short where the long form that other papers give says more than the paper does', () => {
    const others = ['b', 'c'].map((id) => paper(id, 'METHODS: Patients took the tafenoquine plan of 3 visits (TP3).'))
    const own = 'RESULTS: Relapse of vivax malaria fell by 61% in patients on TP3.'
    const { claims } = extractClaims([paper('a', own), ...others], question)
    expect(claims.map(({ text }) => text)).toEqual(['Relapse of vivax malaria fell by 61% in patients on TP3.'])
  })

  it('leave a system in the words of its title', () => {
    const text = 'METHODS: We built it. RESULTS: Patients on this tool had fewer relapses of vivax malaria.'
    expect(claimsOf(text, 'A pocket tafenoquine dosing tool and its effects on relapse')).toEqual([
      'Patients on the pocket tafenoquine dosing tool had fewer relapses of vivax malaria.',
    ])
  })
})
