import { describe, expect, it } from 'vitest'
import { relevances } from './relevance.ts'

const facets = [
  { id: 'screens', label: 'Screen time', role: 'subject' as const, terms: ['screen time', 'smartphone*'] },
  { id: 'sleep', label: 'Sleep', role: 'aspect' as const, terms: ['sleep*'] },
]
const rarity = () => 1
const teens = Array.from({ length: 12 }, (_, at) => ({
  title: 'Screen time and the sleep of adolescents',
  abstract: `Smartphone use at night went with shorter sleep of adolescents in school number ${at}.`,
}))
const rails = { title: 'Rails of steel', abstract: 'Bolts were tightened with a longer wrench on every bridge.' }
const unnamed = {
  title: 'Bedtime of adolescents',
  abstract: 'Use at night went with shorter nights of adolescents in school.',
}

describe('relevances', () => {
  it('gives what names the question more than what is only like it, and that more than a stranger', () => {
    const [named, like, stranger] = relevances([...teens, unnamed, rails], facets, rarity).slice(11) as number[]
    expect(named).toBeGreaterThan(like!)
    expect(like).toBeGreaterThan(stranger!)
    expect(stranger).toBeLessThan(0.5)
  })

  it('takes a library in which nothing names the question for one that belongs', () => {
    expect(relevances([rails, rails], facets, rarity)).toEqual([1, 1])
  })

  it('holds records without an abstract against each other by their titles', () => {
    const titles = [...teens, rails].map(({ title }) => ({ title, abstract: '' }))
    const found = relevances(titles, facets, rarity)
    expect(Math.min(...found.slice(0, 12))).toBeGreaterThan(found[12]!)
  })

  it('gives none for none', () => {
    expect(relevances([], facets, rarity)).toEqual([])
  })
})
