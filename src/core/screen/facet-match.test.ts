import { describe, expect, it } from 'vitest'
import { compileFacets } from '../question/facets/index.ts'
import { matchFacets } from './facet-match.ts'

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
