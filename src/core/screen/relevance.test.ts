import { describe, expect, it } from 'vitest'
import { compileFacets } from '../question/facets/index.ts'
import { matchFacets, relevance } from './relevance.ts'

const facets = compileFacets([
  { id: 'screens', label: 'Screen time', role: 'subject', terms: ['screen time'] },
  { id: 'sleep', label: 'Sleep', role: 'aspect', terms: ['sleep*'] },
  { id: 'mood', label: 'Mood', role: 'aspect', terms: ['mood'] },
])
const text = 'Screen time rose. Sleep fell; sleeping was short.\nMood was not asked.'

describe('matchFacets', () => {
  it('counts the passages that name a facet, the title among them', () => {
    const found = matchFacets(facets, 'Screen time in teens', text)
    expect(found.map(({ id, inTitle, mentions }) => [id, inTitle, mentions])).toEqual([
      ['screens', true, 2],
      ['sleep', false, 2],
      ['mood', false, 1],
    ])
  })
})

describe('relevance', () => {
  const of = (title: string, body: string, score = 0, best = 0) =>
    relevance(matchFacets(facets, title, body), score, best)

  it('is 1 for what is about all of it and was found best, and nearly nothing for what is not', () => {
    expect(of('Screen time in teens', text, 5, 5)).toBe(1)
    expect(of('Diet in teens', 'Breakfast was skipped.')).toBe(0)
  })

  it('grows with the title, the aspects and the score of the search', () => {
    const plain = of('Teens', 'Screen time rose.')
    expect(of('Screen time', 'It rose.')).toBeGreaterThan(plain)
    expect(of('Teens', 'Screen time rose. Sleep fell.')).toBeGreaterThan(plain)
    expect(of('Teens', 'Screen time rose.', 2, 4)).toBeGreaterThan(plain)
  })

  it('falls where a subject is not named, whatever else is', () => {
    expect(of('Sleep and mood', 'Sleep and mood fell.', 4, 4)).toBeLessThan(
      of('Teens', 'Screen time rose. Sleep fell.', 1, 4),
    )
  })
})
