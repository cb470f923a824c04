import { describe, expect, it } from 'vitest'
import { abstracts, work } from '../../../tests/helpers/works.ts'
import { comparedText, hashWord, sharedText } from './abstract.ts'

const record = (text?: string) => work({}, {}, text)
const [first, second] = abstracts

describe('sharedText', () => {
  it('is all of a copy, in whatever letters and marks', () => {
    expect(sharedText(record(first), record(first.toUpperCase().replaceAll(',', ' –')))).toBe(1)
  })

  it('is nothing of another text', () => {
    expect(sharedText(record(first), record(second))).toBe(0)
  })

  it('is that of the shorter one where the other is longer', () => {
    expect(sharedText(record(first), record(`${first} ${second}`))).toBe(1)
    expect(sharedText(record(`${first} ${second}`), record(first))).toBe(1)
  })

  it('is a part of a text that was changed', () => {
    const changed = first.replace('rye and vetch', 'oats').replace('twelve farms', 'nine farms')
    expect(sharedText(record(first), record(changed))).toBeGreaterThan(0.6)
    expect(sharedText(record(first), record(changed))).toBeLessThan(0.9)
  })

  it('is unknown where one is short, missing or no abstract', () => {
    expect(sharedText(record(first), record(first.slice(0, 80)))).toBeNull()
    expect(sharedText(record(first), record())).toBeNull()
    const note = { ...record(first), text: { kind: 'note' as const, sections: [{ name: 'Note', text: first }] } }
    expect(sharedText(record(first), note)).toBeNull()
  })

  it('looks no further than the beginning', () => {
    const start = `${first} ${second} ${first} ${second} ${first} ${second}`.slice(0, comparedText)
    expect(sharedText(record(`${start} ${first}`), record(`${start} ${'another ending '.repeat(60)}`))).toBe(1)
  })
})

describe('hashWord', () => {
  it('gives words numbers of their own', () => {
    const words = [...new Set(`${first} ${second}`.split(/\W+/))]
    expect(new Set(words.map(hashWord)).size).toBe(words.length)
  })
})
