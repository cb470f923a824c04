import { describe, expect, it } from 'vitest'
import { claims, panelInput, paperAt, papers } from '../../../tests/helpers/panel.ts'
import { ceilings, reviewReport } from './index.ts'

const text = 'Evening green tea increased sleep latency by 12 minutes compared with water.'

/** Claims of one paper each that say what their papers say, the first of them supported. */
function report(supported: number, reported: number, count = supported + reported) {
  const made = claims(supported, reported, (claim, at) => ({
    text,
    sources: [{ ...claim.sources[0]!, paper: paperAt(at % count), start: 0, end: text.length, quote: text }],
  }))
  const held = papers(count, () => ({
    text: { kind: 'abstract', sections: [{ name: made[0]!.sources[0]!.section, text }] },
    standing: { state: 'current', checked: '2026-05-04' } as never,
  }))
  const input = panelInput()
  const ask = (source: string) => ({ ...input.ledger!.queries[0]!, source })
  return {
    ...input,
    claims: made,
    papers: [...input.papers, ...held],
    ledger: { ...input.ledger!, queries: [ask('crossref'), ask('pubmed')] },
  }
}

const over = (input: Parameters<typeof reviewReport>[0]) => reviewReport(input).ceilings.map(({ rule }) => rule)

describe('ceilings', () => {
  it('leave a report alone that is corroborated, checked, searched for and frank', () => {
    expect(over(report(12, 4))).toEqual([])
  })

  it.each([
    ['nothing-corroborated', 4.5, report(0, 12)],
    ['lonely-some', 4, report(0, 9)],
    ['lonely-few', 3, report(0, 4)],
    ['few-corroborated', 7, report(3, 12)],
    ['under-half-corroborated', 8, report(5, 10)],
    ['under-ten-papers', 7, report(9, 0)],
    ['one-database', 8, { ...report(12, 4), ledger: null }],
  ] as const)('%s: at most %d', (rule, most, input) => {
    expect(over(input)).toContain(rule)
    expect(reviewReport(input).score).toBeLessThanOrEqual(most)
  })

  it('name claims that were tied to other passages', () => {
    const input = report(12, 4)
    const astray = {
      ...input.papers.at(-1)!,
      id: paperAt(99),
      text: {
        kind: 'abstract' as const,
        sections: [{ name: 'abstract', text: 'Coffee was sold in every shop of the harbour.' }],
      },
    }
    const quote = astray.text.sections[0]!.text
    const wrong = (count: number) =>
      input.claims.map((claim, at) =>
        at < count
          ? { ...claim, sources: [{ paper: astray.id, section: 'abstract', start: 0, end: quote.length, quote }] }
          : claim,
      )
    const scores = [0, 1, 4, 8, 15].map(
      (count) => reviewReport({ ...input, claims: wrong(count), papers: [...input.papers, astray] }).score,
    )
    expect(scores.slice(1)).toEqual([4, 3, 2, 1])
    expect(scores[0]).toBeGreaterThan(4)
  })

  it('hold down a report whose papers do not speak to its question', () => {
    const input = report(12, 4)
    const question = {
      ...input.question!,
      facets: [{ id: 'sails', label: 'Sails', role: 'subject' as const, terms: ['sails'] }],
    }
    expect(over({ ...input, question })).toContain('off-question')
    expect(reviewReport({ ...input, question }).score).toBeLessThanOrEqual(3)
  })

  it('hold down a report whose papers name all but what the question is about', () => {
    const input = report(12, 4)
    const facets = [
      { id: 'coffee', label: 'Coffee', role: 'subject' as const, part: 'exposure' as const, terms: ['coffee'] },
      ...['latency', 'sleep'].map((id) => ({ id, label: id, role: 'aspect' as const, terms: [id] })),
    ]
    const of = (terms: string[]) =>
      over({ ...input, question: { ...input.question!, facets: [{ ...facets[0]!, terms }, ...facets.slice(1)] } })
    expect(of(['coffee'])).toContain('subject-unnamed')
    expect(of(['coffee', 'green tea'])).not.toContain('subject-unnamed')
  })

  it('go from the lowest up, so that the first that applies is the one that holds', () => {
    expect(ceilings.map(({ rule }) => rule)).toHaveLength(new Set(ceilings.map(({ rule }) => rule)).size)
    const { score, ceilings: found, low, high } = reviewReport(report(0, 4))
    expect(score).toBe(Math.min(...found.map((one) => one.score)))
    expect(low).toBeLessThanOrEqual(score)
    expect(high).toBeGreaterThanOrEqual(score)
  })

  it('says so where most findings are disputed', () => {
    const input = report(12, 0)
    const disputed = input.claims.map((claim, at) => (at < 7 ? { ...claim, verdict: 'disputed' as const } : claim))
    const remarks = (of: typeof input.claims) =>
      reviewReport({ ...input, claims: of }).reviews.flatMap(({ findings }) => findings.map(({ rule }) => rule))
    expect(remarks(disputed)).toContain('mostly-disputed')
    expect(remarks(input.claims)).not.toContain('mostly-disputed')
  })
})
