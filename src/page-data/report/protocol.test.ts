import { describe, expect, it } from 'vitest'
import { question } from '../../schemas/question.ts'
import { protocolView } from './protocol.ts'

const asked = question.parse({
  question: 'Does tea in the evening change sleep?',
  facets: [
    { id: 'tea', label: 'Tea', role: 'subject', terms: ['tea', 'camellia*'] },
    { id: 'sleep', label: 'Sleep', terms: ['sleep'] },
  ],
  exclude: [{ id: 'animals', reason: 'About animals', terms: ['mice'] }],
  years: { from: 1990 },
})

describe('protocolView', () => {
  it('tells what was asked for and left out, in order, and nothing that is not set', () => {
    expect(protocolView({ question: asked, body: '' }).rows).toEqual([
      { name: 'About: Tea', value: 'tea, camellia*' },
      { name: 'Asked: Sleep', value: 'sleep' },
      { name: 'Left out: About animals', value: 'mice' },
      { name: 'Years', value: 'from 1990' },
      { name: 'Relevance needed', value: '0.25' },
    ])
  })

  it('prints the notes with their markup and without anything that runs', () => {
    const { notes } = protocolView({
      question: asked,
      body: '**Read** <script>alert(1)</script> [this](javascript:alert(1)) or [that](https://example.org).',
    })
    expect(notes).toContain('<strong>Read</strong>')
    expect(notes).toContain('href="https://example.org"')
    expect(notes).not.toMatch(/<script|javascript:/)
  })
})
