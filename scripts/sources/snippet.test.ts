import { describe, expect, it } from 'vitest'
import { isSnippet } from './snippet.ts'

describe('a piece that a search engine showed', () => {
  it.each([
    'Kelp cut waves by 58% ... and mussels',
    'Kelp cut waves by 58%... more',
    'Kelp cut waves by 58% ... Read more',
    'Kelp cut waves by 58% [truncated]',
    'Kelp cut waves by 58%. Missing: seaweed | Show results with: seaweed',
    'Kelp cut waves by 58%. \u200eMissing: \u200eseaweed',
    'Missing: seaweed | Must include: seaweed',
    'Kelp cut waves by 58%. Cited by 12 Related articles All 5 versions',
    'Save Cite Cited by 12 Related articles',
    'Kelp cut waves by 58%. Cited by: 3 - Web of Science Import into BibTeX',
    '12 Mar 2014 — Kelp cut waves by 58%.',
    '3 days ago · Kelp cut waves by 58%.',
    'by A Orr · 2014 · Cited by 12 — Kelp cut waves by 58%.',
    'Jump to Results - Kelp cut waves by 58%',
    '[PDF] example.org Kelp cut waves by 58%',
  ])('shows itself by cuts or by what stands around it: %s', (text) => {
    expect(isSnippet(text)).toBe(true)
  })

  it.each([
    'Items (warm, tired, … sad) were rated by 40 divers. Kelp cut waves by 58% (95% CI 40 to 70).',
    'Papers cited by 12 or more authors were read. Related articles were found by hand.',
    'Missing: 12 of 40 values. Kelp cut waves by 58%.',
    'We read all 5 versions of the log.',
    'On 12 March 2014 a storm came. Kelp cut waves by 58%.',
  ])('is none where an abstract has such words: %s', (text) => {
    expect(isSnippet(text)).toBe(false)
  })
})
