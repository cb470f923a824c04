import { describe, expect, it } from 'vitest'
import { loadDictionaries } from '../../../scripts/io/language.ts'
import type { Paper } from '../../schemas/paper.ts'
import { question as questionForm } from '../../schemas/question.ts'
import { deriveFacets } from '../question/understand/facets.ts'
import { announces } from './answer-signs.ts'
import { extractClaims } from './index.ts'
import { refusals } from './refusals.ts'

const text = 'Do raised beds reduce the loss of seedlings to slugs in kitchen gardens?'
const question = questionForm.parse({
  question: text,
  facets: deriveFacets(text, loadDictionaries()).map(({ sources: _, ...facet }) => facet),
})

function paper(id: string, title: string, ...sentences: string[]): Paper {
  return {
    schema: 1,
    id: `work_${id}`,
    aliases: [],
    csl: { id: `work_${id}`, type: 'article-journal', title, author: [] },
    ids: {},
    text: { kind: 'abstract', sections: [{ name: 'abstract', text: sentences.join(' ') }] },
    standing: { state: 'unchecked' },
    versions: [],
    readAt: [],
    provenance: [],
  }
}

const garden = [
  paper(
    'a',
    'Raised beds and slug damage in allotments: a randomised comparison',
    'Slugs destroy many seedlings in kitchen gardens.',
    'We compared raised beds with flat beds in 40 gardens over two seasons.',
    'Loss of lettuce seedlings to slugs was lower in raised beds than in flat beds (12% versus 31%, P<0.001).',
    'The number of slugs caught in traps did not differ between the two kinds of bed.',
    'Implications for gardeners are discussed.',
  ),
  paper(
    'b',
    'Slugs, seedlings and the height of garden beds',
    'Raised beds are widely thought to keep slugs away.',
    'The aim of this study was to examine whether seedlings survive better in raised beds.',
    'In a field experiment, 600 cabbage seedlings were planted in raised and flat beds.',
    'Slugs ate 8% of the seedlings in raised beds and 22% of those in flat beds.',
    'Raised beds protect seedlings from slugs.',
    'Further studies in other soils are needed.',
  ),
  paper(
    'c',
    'Slug damage to seedlings in raised beds',
    'Results: Raised beds lowered the loss of seedlings by 11 % among 100 gardens.',
  ),
  paper(
    'd',
    'Copper rings and raised beds against slugs in gardens',
    'Copper rings and raised beds are used against slugs.',
    'We counted slugs and seedlings in 24 kitchen gardens.',
    'Seedling loss was 15% with raised beds, 14% with copper rings and 33% with neither.',
    'Raised beds were as effective as copper rings.',
  ),
]
const stranger = paper(
  'z',
  'Bed rest and falls in nursing homes',
  'Falls from raised beds are a burden in nursing homes.',
  'We followed 300 residents with dementia for one year.',
  'Residents whose beds were raised had more hip fractures than others (hazard ratio 1.8, 95% CI 1.2 to 2.7).',
  'Lower beds may reduce fractures in residents with dementia.',
)
const { claims, dropped } = extractClaims([...garden, stranger], question)
const quotesOf = (id: string) =>
  claims.flatMap(({ sources }) => sources.filter(({ paper: of }) => of === `work_${id}`).map(({ quote }) => quote))

describe('which sentences answer', () => {
  it('takes every result, wherever it stands, and not the last sentence for its place', () => {
    expect(quotesOf('a')).toEqual([
      'Loss of lettuce seedlings to slugs was lower in raised beds than in flat beds (12% versus 31%, P<0.001).',
      'The number of slugs caught in traps did not differ between the two kinds of bed.',
    ])
  })

  it('leaves out background, aim, method and calls for further work', () => {
    expect(quotesOf('b')).toEqual([
      'Slugs ate 8% of the seedlings in raised beds and 22% of those in flat beds.',
      'Raised beds protect seedlings from slugs.',
    ])
  })

  it('takes the one sentence of an abstract of one sentence, without its heading', () => {
    expect(quotesOf('c')).toEqual(['Raised beds lowered the loss of seedlings by 11 % among 100 gardens.'])
    const alone = extractClaims([garden[2]!], question).claims
    expect(alone.map(({ sources }) => sources[0]?.quote)).toEqual(quotesOf('c'))
  })

  it('takes nothing from a paper that shares a word with the question and speaks of other things, and says so', () => {
    expect(quotesOf('z')).toEqual([])
    expect(dropped.filter(({ paper: of }) => of === 'work_z').map(({ rule }) => rule)).toContain('off-subject')
  })

  it('takes the finding that a text announces before it tells how the work was done', () => {
    const announced = 'Here we report that raised beds protect lettuce seedlings from slugs in gardens.'
    const told = paper(
      'f',
      'Raised beds protect seedlings',
      'Slugs find seedlings by their scent.',
      announced,
      'Beds were raised by 30 cm with planks, and lettuce was sown in May.',
      'Traps were emptied each week.',
    )
    const found = extractClaims([...garden, told], question).claims.flatMap(({ sources }) => sources)
    expect(found.filter(({ paper: of }) => of === 'work_f').map(({ quote }) => quote)).toContain(announced)
  })

  it('takes nothing from the protocol of a study, whatever it expects', () => {
    const plan = { ...garden[1]!, id: 'work_p' }
    const protocol = {
      ...plan,
      csl: { ...plan.csl, title: 'Raised beds against slugs: study protocol for a randomised trial' },
    }
    const found = extractClaims([...garden, protocol], question)
    expect(found.claims.flatMap(({ sources }) => sources).filter(({ paper: of }) => of === 'work_p')).toEqual([])
    expect(found.dropped.filter(({ paper: of }) => of === 'work_p').map(({ rule }) => rule)).toContain('plan')
  })

  it('says of what reports something that it is below the line, and is silent on background', () => {
    const announced = 'We found that slugs spare mint.'
    const doubtful = { version: '1', provenance: 'made up', threshold: 0.35, weights: { bias: -4 } }
    const one = paper('g', 'Slugs', 'Slugs live in gardens.', announced)
    const { dropped: rows } = extractClaims([one], question, { answers: doubtful })
    expect(rows.map(({ text, rule }) => [text, rule])).toEqual([[announced, 'below-the-line']])
  })

  it('gives each claim how likely it answers, the same for the same library in any order', () => {
    expect(claims.every(({ relevance }) => relevance > 0.2 && relevance <= 1)).toBe(true)
    const turned = extractClaims([stranger, ...garden.toReversed()], question).claims
    const byId = (list: typeof claims) => new Map(list.map(({ id, relevance }) => [id, relevance]))
    expect(byId(turned)).toEqual(byId(claims))
  })

  it('quotes a sentence without the notice of copyright behind it', () => {
    const noted = paper(
      'e',
      'Raised beds against slugs',
      'Raised beds reduced the loss of seedlings to slugs by half (P = 0.01). © 2013 The Authors.',
    )
    const quotes = extractClaims([...garden, noted], question).claims.flatMap(({ sources }) => sources)
    expect(quotes.filter(({ paper: of }) => of === 'work_e').map(({ quote }) => quote)).toEqual([
      'Raised beds reduced the loss of seedlings to slugs by half (P = 0.01).',
    ])
  })
})

describe('an announcement', () => {
  it.each([
    'Here we report that slugs avoid copper.',
    'We further demonstrate, using marked slugs, that they return at night.',
    'Our data reveal how slugs find seedlings.',
    'It was found that slugs avoid copper.',
    'We define the height of a bed and show that it keeps slugs away.',
  ])('says what the authors found: %s', (sentence) => expect(announces(sentence)).toBe(true))

  it.each([
    'Here we report the weight of 40 slugs.',
    'We previously reported that slugs avoid copper.',
    'Others have shown that slugs avoid copper.',
    'We asked whether slugs avoid copper.',
  ])('is none: %s', (sentence) => expect(announces(sentence)).toBe(false))
})

describe('refusals', () => {
  it.each([
    ['Part 2 will compare raised beds with flat beds in 80 gardens.', 'plan'],
    ['Phase 3 of the trial will include 80 gardens.', 'plan'],
    ['The aim of this trial was to compare raised beds with flat beds.', 'plan'],
    ['A raised bed is a frame that is used to lift the soil.', 'background'],
    ['Further research on raised beds is needed.', 'future-work'],
  ])('%s', (sentence, rule) => {
    expect(refusals.filter(({ test }) => test(sentence)).map((one) => one.rule)).toContain(rule)
  })

  it.each([
    'Losses were lower in raised beds than in the plots that they were compared to.',
    'Raised beds exert a lasting effect on slugs.',
    'Part 2 of the trial showed fewer slugs in raised beds.',
  ])('lets pass: %s', (sentence) => {
    expect(refusals.filter(({ test }) => test(sentence)).map((one) => one.rule)).toEqual([])
  })
})
