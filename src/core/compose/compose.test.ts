import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { type ComposeInput, composeReport } from './index.ts'
import { spokenName } from './sentences.ts'
import { capital, cite, closed, counted, escapeMarkdown, list, number, open } from './words.ts'

const content = sampleContent()
const composed = (change: Partial<ComposeInput> = {}) =>
  composeReport({
    slug: 'tea',
    question: content.questions.get('tea')!,
    claims: content.claims.get('tea')!.claims,
    findings: content.claims.get('tea')!.findings,
    map: content.claims.get('tea')!.map ?? null,
    papers: [...content.papers.values()],
    ledger: content.ledgers.get('tea')!,
    site: content.site,
    engines: [{ name: 'lexical', version: '1', does: 'comparing claims with texts' }],
    inputHash: 'a'.repeat(64),
    date: '2026-05-04',
    ...change,
  })
const whole = (report: ReturnType<typeof composed>) =>
  [report.abstract, ...report.sections.map(({ markdown }) => markdown)].join('\n\n')

describe('a paper in a sentence', () => {
  const [paper] = [...content.papers.values()]
  const named = (title: string) =>
    spokenName({ ...paper!, csl: { ...paper!.csl, title, author: [], issued: { 'date-parts': [[2014]] } } })

  it('is called by its title where nobody is named, unless that is longer than a sentence', () => {
    expect(named('Moss on old roofs.')).toBe('the paper “Moss on old roofs” (2014)')
    expect(named('moss and clover '.repeat(200_000))).toBe('a paper without named authors (2014)')
    expect(named('')).toBe('a paper without named authors (2014)')
  })
})

describe('composeReport', () => {
  it('counts what its claims say, and lists every paper it cites', () => {
    const report = composed()
    const claims = content.claims.get('tea')!.claims
    expect(Object.values(report.verdicts).reduce((sum, count) => sum + count, 0)).toBe(claims.length)
    expect(report.verdicts.supported).toBe(claims.filter(({ verdict }) => verdict === 'supported').length)
    for (const claim of claims)
      for (const { paper } of claim.sources)
        expect(report.references).toContainEqual(expect.objectContaining({ paper }))
  })

  it('gives way to the answer of a model that passed the checks', () => {
    const modelAnswer = composed()
      .answer.slice(0, 1)
      .map((one) => ({ ...one, text: 'Tea keeps people awake.' }))
    expect(composed({ modelAnswer }).answer).toEqual(modelAnswer)
  })

  it('places every claim under its facet, in the order of the protocol', () => {
    const report = composed()
    const facets = content.questions.get('tea')!.facets.map(({ id }) => id)
    const shown = report.facets.map(({ id }) => id).filter((id) => facets.includes(id))
    expect(shown).toEqual(facets.filter((id) => shown.includes(id)))
    const placed = report.facets.flatMap(({ claims }) => claims)
    expect(placed.toSorted()).toEqual(
      content.claims
        .get('tea')!
        .claims.map(({ id }) => id)
        .toSorted(),
    )
  })

  it('says that nothing was found where no claim is', () => {
    const report = composed({ claims: [] })
    expect(whole(report)).toMatch(/No claim (?:answers the question|could be drawn)/)
    expect(report.gate.approved).toBe(false)
  })

  it('says that nothing answers where no paper names what the question is about', () => {
    const question = content.questions.get('tea')!
    const subject = { id: 'harpsichords', label: 'Harpsichords', role: 'subject' as const, part: 'exposure' as const }
    const facets = [{ ...subject, terms: ['harpsichords'] }, ...question.facets.filter(({ role }) => role === 'aspect')]
    const report = composed({ question: { ...question, facets } })
    expect(report.answer).toHaveLength(1)
    expect(report.answer[0]!.text).toMatch(/^Nothing here answers the question: none of .* names harpsichords/)
    expect(report.panel!.score).toBeLessThanOrEqual(4)
  })

  it('lets no text of others become markup', () => {
    const [claim, ...rest] = content.claims.get('tea')!.claims
    const text = 'Tea <script>alert(1)</script> [helps](http://evil.example) *much*.'
    const markdown = whole(composed({ claims: [{ ...claim!, text }, ...rest] }))
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)\[helps/)
  })

  it('gives the same for the same', () => {
    expect(JSON.stringify(composed())).toBe(JSON.stringify(composed()))
  })
})

describe('words of a report', () => {
  it('count in words up to ten', () => {
    expect([counted(0, 'paper'), counted(1, 'paper'), counted(3, 'study', 'studies')]).toEqual([
      'no papers',
      'one paper',
      'three studies',
    ])
    expect([number(10), number(11), number(12_345)]).toEqual(['ten', '11', '12,345'])
  })

  it('make lists and sentences', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c'])
    expect(capital('one claim')).toBe('One claim')
    expect([closed('It fell'), closed('It fell.'), closed('It fell (by half).')]).toEqual([
      'It fell.',
      'It fell.',
      'It fell (by half).',
    ])
    expect([open('It fell.'), open('It fell...')]).toEqual(['It fell', 'It fell...'])
  })

  it('cite each key once, and take no address for a key', () => {
    expect(cite(['a', 'b', 'a', undefined])).toBe('[@a; @b]')
    expect(cite([])).toBe('')
    expect(escapeMarkdown('see @home')).not.toContain('@')
    expect(escapeMarkdown('mail a@b.org')).toContain('a@b.org')
  })
})
