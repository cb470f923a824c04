import { describe, expect, it } from 'vitest'
import { loadRarity } from '../../../scripts/io/language.ts'
import { paper as paperSchema } from '../../schemas/paper.ts'
import { question as questionSchema } from '../../schemas/question.ts'
import { screen } from './screening.ts'

const rarity = loadRarity()

const question = questionSchema.parse({
  question: 'Does screen time before bed shorten the sleep of adolescents?',
  facets: [
    { id: 'screens', label: 'Screen time', role: 'subject', terms: ['screen time', 'smartphone*'] },
    { id: 'sleep', label: 'Sleep', terms: ['sleep*'] },
  ],
  exclude: [{ id: 'animals', reason: 'Animals are left out', terms: ['mice'] }],
  years: { from: 2010, to: 2020 },
  types: { exclude: ['book'] },
  languages: ['en'],
})

function work(title: string, change: { year?: number; type?: string; language?: string; text?: string | null } = {}) {
  const {
    year = 2015,
    type = 'article-journal',
    language,
    text = 'Smartphone use at night went with shorter sleep.',
  } = change
  const doi = `10.1234/${title.length}.${year}`
  const id = `doi_${doi.replace('/', '__')}`
  const csl = { id, type, title, issued: { 'date-parts': [[year]] }, ...(language ? { language } : {}), DOI: doi }
  const stored = text === null ? null : { kind: 'abstract', sections: [{ name: 'Abstract', text }] }
  return paperSchema.parse({ id, csl, ids: { doi }, text: stored, standing: { state: 'unchecked' } })
}

const rule = (one: ReturnType<typeof work>) => screen([one], question, rarity)[0]!

describe('screen', () => {
  it.each([
    ['on-topic', 'kept', work('Screen time and sleep in adolescents')],
    ['out-of-years', 'excluded', work('Screen time and sleep', { year: 2009 })],
    ['out-of-years', 'excluded', work('Screen time and sleep', { year: 2021 })],
    ['wrong-type', 'excluded', work('Screen time and sleep', { type: 'book' })],
    ['wrong-language', 'excluded', work('Screen time and sleep', { language: 'ger' })],
    ['excluded-topic', 'excluded', work('Screen time and sleep in mice')],
    ['no-text', 'no-text', work('Screen time and sleep', { text: null })],
  ])('decides %s', (name, state, one) => {
    expect(rule(one)).toMatchObject({ rule: name, state })
  })

  it.each([
    [
      'retraction',
      { title: 'Screen time and sleep' },
      /a retraction about "Screen time and sleep"; a notice is no study/,
    ],
    ['concern', { doi: '10.1/a' }, /an expression of concern about the DOI 10\.1\/a;/],
    ['correction', undefined, /a correction about a work that it does not name;/],
  ] as const)('leaves a notice of %s out, whatever a person decided', (kind, of, reason) => {
    const one = { ...work('Screen time and sleep: a notice'), notice: { kind, ...(of ? { of } : {}) } }
    const screening = [{ paper: one.id, decision: 'include', who: 'Ann', when: '2026-01-02', why: 'Read it' } as const]
    const [decision] = screen([one], question, rarity, { screening })
    expect(decision).toMatchObject({ state: 'excluded', rule: 'notice', reason: expect.stringMatching(reason) })
  })

  it('keeps the first and the last year', () => {
    expect(rule(work('Screen time and sleep', { year: 2010 })).state).toBe('kept')
    expect(rule(work('Screen time and sleep', { year: 2020 })).state).toBe('kept')
  })

  it('says why in words of the protocol', () => {
    expect(rule(work('Screen time and sleep', { language: 'deu' })).reason).toBe(
      'Written in German; the protocol takes English.',
    )
    expect(rule(work('Screen time and sleep in mice')).reason).toBe('Animals are left out. Its title names "mice".')
  })

  it('lets a person overrule, with name, day and reason', () => {
    const one = work('Screen time and sleep', { year: 2009 })
    const entry = {
      paper: one.id,
      decision: 'include' as const,
      who: 'Ada',
      when: '2026-01-02',
      why: 'A landmark.',
    }
    const [decision] = screen([one], question, rarity, { screening: [entry] })
    expect(decision).toMatchObject({
      state: 'kept',
      rule: 'included-by-hand',
      overruled: { by: 'Ada', was: 'excluded' },
    })
    expect(decision!.reason).toContain('Published in 2009')
  })

  it('leaves out what has nothing of the question among works that have it, and says so', () => {
    const on = Array.from({ length: 12 }, (_, at) => work(`Screen time, smartphones and sleep ${'x'.repeat(at)}`))
    const off = work('Rails of steel', {
      text: 'Bolts were tightened with a longer wrench on every bridge of the line.',
    })
    const decisions = screen([...on, off], question, rarity)
    expect(decisions.slice(0, 12).every(({ state }) => state === 'kept')).toBe(true)
    expect(decisions[12]).toMatchObject({ rule: 'off-topic', state: 'excluded' })
  })

  it('leaves out a whole library of another question, unless a person set the line or it is too small to tell', () => {
    const asked = questionSchema.parse({
      question: question.question,
      facets: question.facets.map((facet) => ({ ...facet, part: facet.role === 'subject' ? 'exposure' : 'outcome' })),
    })
    const off = Array.from({ length: 12 }, (_, at) =>
      work(`Rails of steel ${'x'.repeat(at)}`, { text: 'Bolts were tightened with a longer wrench on every bridge.' }),
    )
    const states = (works: typeof off, of: typeof asked) => new Set(screen(works, of, rarity).map(({ state }) => state))
    expect(states(off, asked)).toEqual(new Set(['excluded']))
    expect(screen(off, asked, rarity)[0]!.reason).toContain('no record of the whole library')
    expect(states(off, { ...asked, threshold: 0 })).toEqual(new Set(['kept']))
    expect(states(off.slice(0, 5), asked)).toEqual(new Set(['kept']))
    expect(screen([...off, work('Screen time and sleep')], asked, rarity).at(-1)!.state).toBe('kept')
  })

  it('gives one decision a work, in their order', () => {
    const works = [work('Screen time and sleep in teens'), work('Screen time and sleep', { year: 1999 })]
    expect(screen(works, question, rarity).map(({ paper }) => paper)).toEqual(works.map(({ id }) => id))
  })

  it('says of a text in another language that it was not read, not that it is of another subject', () => {
    const text = 'Die Mauer wurde aus Steinen gebaut, die am Fluss lagen. Sie ist noch heute im Dorf zu sehen.'
    const others = ['a', 'b', 'c'].map((end) => work(`Screen time and sleep in adolescents ${end}`))
    const foreign = screen([...others, work('Eine alte Mauer am Fluss', { text })], question, rarity).at(-1)!
    expect(foreign.reason).toContain('its text is not in English')
    expect(foreign.reason).toContain('neither its title nor its text uses a name that the protocol gives')
    const far = 'The wall was built of stones that lay by the river. It can still be seen in the village today.'
    const english = screen([...others, work('An old wall by the river', { text: far })], question, rarity).at(-1)!
    expect(english.reason).toContain('it reads unlike what is on topic')
  })
})
