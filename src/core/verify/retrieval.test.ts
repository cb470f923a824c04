import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { analyse } from '../text/analyse.ts'
import { indexPassages } from './retrieval.ts'

const papers = [...sampleContent().papers.values()]
const index = indexPassages([...papers, { ...papers[0]!, id: 'doi_10.1__silent', text: null }])
const ids = (text: string, limit = 10) => index.search(analyse(text, index.weigh), limit).map(({ paper }) => paper.id)

describe('the sentences of papers', () => {
  it('are all there, in their places, with their papers', () => {
    expect(index.papers).toHaveLength(papers.length)
    const [{ passages }] = index.search(analyse('green tea', index.weigh), 1) as [
      ReturnType<typeof index.search>[number],
    ]
    for (const { paper, section, start, end, text } of passages)
      expect(paper.text!.sections.find(({ name }) => name === section)!.text.slice(start, end)).toBe(text)
    expect(passages.map(({ order }) => order)).toEqual(passages.map((_, at) => at))
  })

  it('are found by what they share with a text, the nearest first, ties by id', () => {
    const [first] = index.search(analyse('Headache was reported by 14 of 70 participants', index.weigh), 3)
    expect(first).toMatchObject({ coverage: 1, paper: { id: 'doi_10.1234__tea.5' } })
    expect(ids('Decaffeinated tea and sleep quality').slice(0, 2)).toEqual(['doi_10.1234__tea.3', 'doi_10.1234__tea.4'])
    expect(ids('waking', 1)).toHaveLength(1)
    expect(ids('volcanoes erupt')).toEqual([])
    const found = index.search(analyse('green tea and night waking', index.weigh), 10).map(({ coverage }) => coverage)
    expect(found).toEqual([...found].sort((a, b) => b - a))
  })

  it('weigh a word by how few papers have it, and a number above all', () => {
    expect(index.weigh('headach')).toBeGreaterThan(index.weigh('tea'))
    expect(index.weigh('headach')).toBeCloseTo(0.3 + Math.log(8 / 1.5), 9)
    expect(index.weigh('nowhere')).toBeCloseTo(0.3 + Math.log(8 / 0.5), 9)
    const [best] = index.search(analyse('Tea by 12 minutes', index.weigh), 1)
    expect(best!.paper.id).toBe('doi_10.1234__tea.1')
  })
})
