import { describe, expect, it } from 'vitest'
import type { Claim } from '../../schemas/claim.ts'
import { type Paper, type PaperText, paper as paperForm } from '../../schemas/paper.ts'
import { settlePaper } from '../merge/settle.ts'
import { keepExcerpts } from './excerpts.ts'
import { asKept } from './kept-texts.ts'
import { readBy } from './question-text.ts'

const id = 'doi_10.5555__a'
const words = 'Wards were large. Rounding reduced falls. Staff were content. Call times rose by 3 minutes.'
const note: PaperText = { kind: 'note', sections: [{ name: 'Findings', text: 'We noted fewer falls.' }] }
const abstract: PaperText = { kind: 'abstract', sections: [{ name: 'Abstract', text: words }] }

const found = (question: string, text: PaperText): Paper =>
  paperForm.parse({
    id,
    csl: { id, type: 'article-journal', title: 'T' },
    ids: {},
    text,
    standing: { state: 'unchecked' },
    provenance: [{ question, source: 'library', record: `library:${question}.ris#1` }],
  })

/** A run of a question that takes one quote as its claim, where abstracts may not be kept. */
function run(question: string, text: PaperText, quote: string, stored: Paper | undefined) {
  const paper = settlePaper(found(question, text), stored, question)
  const section = readBy(paper, question).text!.sections.find((one) => one.text.includes(quote))!
  const start = section.text.indexOf(quote)
  const claim = {
    id: `c-${question}`,
    sources: [{ paper: id, section: section.name, start, end: start + quote.length, quote }],
    evidence: [],
    likewise: [],
  } as unknown as Claim
  const options = { question, keepAbstracts: false, stored: new Map(stored ? [[id, stored]] : []) }
  const kept = keepExcerpts([claim], [paper], options)
  return { whole: paper, claim, paper: kept.papers[0]!, claims: kept.claims }
}

const quoteAt = ({ text }: Paper, { section, start, end }: Claim['sources'][number]) =>
  text!.sections.find(({ name }) => name === section)!.text.slice(start, end)

describe('where abstracts may not be kept', () => {
  it('each question reads its own text, and only its quotes stay', () => {
    const first = run('noted', note, 'We noted fewer falls.', undefined)
    const second = run('falls', abstract, 'Rounding reduced falls.', first.paper)
    expect(readBy(second.whole, 'falls').text).toEqual(abstract)
    expect(readBy(second.paper, 'noted').text).toEqual(note)
    expect(readBy(second.paper, 'falls').text).toMatchObject({
      kind: 'abstract',
      sections: [{ name: 'Abstract', text: 'Rounding reduced falls.' }],
      excerptOf: { characters: words.length },
    })
    expect(quoteAt(second.paper, second.claims[0]!.sources[0]!)).toBe('Rounding reduced falls.')
  })

  it('a text of which another question keeps passages is read whole, and those passages stay where they are', () => {
    const first = run('falls', abstract, 'Rounding reduced falls.', undefined)
    const second = run('calls', abstract, 'Call times rose by 3 minutes.', first.paper)
    expect(readBy(second.whole, 'calls').text).toEqual(abstract)
    expect(second.paper.text!.sections).toEqual([
      { name: 'Abstract', text: 'Rounding reduced falls.\n\nCall times rose by 3 minutes.' },
    ])
    for (const one of [first, second])
      expect(quoteAt(second.paper, one.claims[0]!.sources[0]!)).toBe(one.claim.sources[0]!.quote)
  })

  it('a run of the same question changes nothing', () => {
    const first = run('noted', note, 'We noted fewer falls.', undefined)
    const second = run('falls', abstract, 'Rounding reduced falls.', first.paper)
    const third = run(
      'calls',
      { ...abstract, sections: [{ name: 'Abstract', text: `${words} More.` }] },
      'Staff were content.',
      second.paper,
    )
    expect(run('falls', abstract, 'Rounding reduced falls.', third.paper).paper).toEqual(third.paper)
  })

  it('what a library gives again is held against the passages, and a passage that it does not give differs', () => {
    const first = run('falls', abstract, 'Rounding reduced falls.', undefined)
    const again = (stored: Paper) =>
      asKept([first.claim], [first.whole], first.claims, {
        ...{ question: 'falls', keepAbstracts: false },
        stored: new Map([[id, stored]]),
      })
    expect(again(first.paper)).toEqual({ claims: first.claims, papers: [first.paper] })
    const bent = { ...first.paper.text!, sections: [{ name: 'Abstract', text: 'Rounding increased falls.' }] }
    expect(again({ ...first.paper, text: bent }).papers).toEqual([first.whole])
  })
})
