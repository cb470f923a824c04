import { describe, expect, it } from 'vitest'
import { modelSection, waysOf } from './model.ts'

const pooled = { links: 10, precision: 0.9, edgeRecall: 0.5, findings: 0.8, verdicts: 6, wrongVerdictShare: 0 }
const stage = { stage: 'answer' as const, answers: 1, missing: 0, counted: 2, refused: { numbers: 3, words: 1 } }
const model = { name: 'openai-compatible/small', stages: [stage] }
const measured = { task: 'findings' as const, libraries: [{}], pooled }

describe('what the methods page says of a language model', () => {
  it('sets the two ways side by side where both were measured', () => {
    const ways = waysOf([measured, { ...measured, model, pooled: { ...pooled, edgeRecall: 0.6 } }])!
    expect(ways.columns.at(-1)).toBe('With openai-compatible/small')
    expect(ways.rows.find(({ label }) => label.includes('that were found'))!.figures).toEqual(['50 %', '60 %'])
    expect(ways.rows.at(-1)!.figures).toEqual(['', '4'])
    expect(waysOf([measured])).toBeNull()
  })

  it('says which reports had one, how much of what it said did not count, and why', () => {
    const section = modelSection([
      { slug: 'a', title: 'A', model },
      { slug: 'b', title: 'B' },
    ])
    expect(section.reports).toHaveLength(1)
    expect(section.reports[0]!.words).toContain(
      '3 with another number or unit; 1 naming something that the findings do not',
    )
    expect(section.without).toBe('1 of 2 reports had none.')
    expect(modelSection([{ slug: 'b', title: 'B' }]).reports).toEqual([])
  })

  it('names every stage in which a model may take part', () => {
    expect(modelSection([]).stages).toHaveLength(7)
  })
})
