import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import { type Paper, paper as paperForm } from '../../schemas/paper.ts'
import { keepExcerpts } from './excerpts.ts'

const id = 'doi_10.5555__a'
const abstract = 'We asked. Copper helped a lot.'
const results = 'The load fell by 40%. Nobody was ill. The load fell by 12% in winter. Staff were content.'

function paperWith(text: Paper['text'], question = 'own'): Paper {
  return paperForm.parse({
    id,
    csl: { id, type: 'article-journal', title: 'T' },
    ids: {},
    text,
    standing: { state: 'unchecked' },
    provenance: [{ question, source: 'openalex', record: 'openalex:a' }],
  })
}

const full = (): Paper =>
  paperWith({
    kind: 'fulltext',
    address: 'https://example.org/a',
    sections: [
      { name: 'Abstract', text: abstract },
      { name: 'Results', text: results },
    ],
  })

function span(section: string, text: string, quote: string): Span {
  const start = text.indexOf(quote)
  return { paper: id, section, start, end: start + quote.length, quote }
}

function claimOn(sources: Span[]): Claim {
  return { id: 'c-0', text: 'T', sources, evidence: [], likewise: [] } as unknown as Claim
}

const options = { question: 'own', keepAbstracts: true, stored: new Map<string, Paper>() }

function check(claims: readonly Claim[], paper: Paper): void {
  for (const { section, start, end, quote } of claims.flatMap(({ sources }) => sources))
    expect(paper.text?.sections.find(({ name }) => name === section)?.text.slice(start, end)).toBe(quote)
}

describe('what is kept of a full text', () => {
  it('is the abstract and the quoted passages, and quotes stay exact', () => {
    const spans = [
      span('Results', results, 'The load fell by 12% in winter.'),
      span('Abstract', abstract, 'Copper helped a lot.'),
    ]
    const { claims, papers } = keepExcerpts([claimOn(spans)], [full()], options)
    expect(papers[0]?.text?.sections).toEqual([
      { name: 'Abstract', text: abstract },
      { name: 'Results', text: 'The load fell by 12% in winter.' },
    ])
    expect(papers[0]?.text?.excerptOf).toMatchObject({
      characters: abstract.length + results.length,
      address: 'https://example.org/a',
    })
    expect(paperForm.parse(papers[0])).toEqual(papers[0])
    check(claims, papers[0]!)
  })

  it('is the abstract alone where nothing is quoted', () => {
    const { papers } = keepExcerpts([], [full()], options)
    expect(papers[0]?.text).toEqual({ kind: 'abstract', sections: [{ name: 'Abstract', text: abstract }] })
  })

  it('leaves the passages of another question where they are', () => {
    const stored = paperWith(
      {
        kind: 'fulltext',
        sections: [{ name: 'Results', text: 'Staff were content.' }],
        excerptOf: { hash: '0'.repeat(64), characters: 9 },
      },
      'other',
    )
    const spans = [span('Results', results, 'The load fell by 40%.'), span('Results', results, 'Staff were content.')]
    const { claims, papers } = keepExcerpts([claimOn(spans)], [full()], { ...options, stored: new Map([[id, stored]]) })
    expect(papers[0]?.text?.sections[1]?.text).toBe('Staff were content.\n\nThe load fell by 40%.')
    check(claims, papers[0]!)
  })

  it('holds every quote exactly, however they overlap, and nothing changes the second time', () => {
    const places = fc.array(fc.tuple(fc.nat(results.length - 2), fc.integer({ min: 1, max: 30 })), { maxLength: 8 })
    fc.assert(
      fc.property(places, (drawn) => {
        const spans = drawn.map(([start, length]) => {
          const end = Math.min(start + length, results.length)
          return { paper: id, section: 'Results', start, end, quote: results.slice(start, end) }
        })
        const once = keepExcerpts([claimOn(spans)], [full()], options)
        check(once.claims, once.papers[0]!)
        expect(keepExcerpts(once.claims, once.papers, options)).toEqual(once)
      }),
    )
  })
})

describe('an abstract', () => {
  it('is reduced to its quotes where abstracts are not kept, and stays whole where they are', () => {
    const paper = paperWith({ kind: 'abstract', sections: [{ name: 'Abstract', text: abstract }] })
    const claims = [claimOn([span('Abstract', abstract, 'Copper helped a lot.')])]
    const reduced = keepExcerpts(claims, [paper], { ...options, keepAbstracts: false })
    expect(reduced.papers[0]?.text?.sections[0]?.text).toBe('Copper helped a lot.')
    check(reduced.claims, reduced.papers[0]!)
    expect(keepExcerpts([], [paper], { ...options, keepAbstracts: false }).papers[0]?.text).toBeNull()
    expect(keepExcerpts(claims, [paper], options)).toEqual({ claims, papers: [paper] })
  })
})
