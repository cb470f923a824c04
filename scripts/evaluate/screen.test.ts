import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedData } from '../../tests/sample/notes.ts'
import { readRows } from './rows.ts'
import { screen } from './screen.ts'

const rows = Array.from({ length: 200 }, (_, at) => {
  const relevant = at % 10 === 0
  return {
    id: `r-${at}`,
    title: relevant ? `Tafenoquine against relapse, trial ${at}` : `Concrete under load, experiment ${at}`,
    abstract: relevant ? 'Relapse of vivax malaria was prevented.' : `Beams of batch ${at % 7} were bent.`,
    label_included: relevant ? 1 : 0,
  }
})
const question = 'Does tafenoquine prevent relapse of vivax malaria?'

describe('evaluate screen', () => {
  it('puts what the question asks for in front, and gives every record a score of its place', async () => {
    const { json, predictions } = await screen.run(rows, { question })
    expect(json).toMatchObject({ task: 'screen', n: 200, wss95: 0.855, recallAt10: 1, auc: 1 })
    const scores = new Map(predictions.map((each) => Object.values(each) as [string, number]))
    expect(Math.min(...rows.filter((row) => row.label_included).map((row) => scores.get(row.id)!))).toBeGreaterThan(
      Math.max(...rows.filter((row) => !row.label_included).map((row) => scores.get(row.id)!)),
    )
  })

  it('learns from answers where the question says nothing, and counts what was read', async () => {
    const { json } = await screen.run(rows, { question: 'What is written about?', labels: 40 })
    expect(json).toMatchObject({ labels: 40, auc: 1 })
    const { wss95, wss95Reading } = json as { wss95: number; wss95Reading: number }
    expect(wss95Reading).toBeLessThanOrEqual(wss95)
  })

  it('asks for a question where it knows none', async () => {
    await expect(screen.run(rows, {})).rejects.toThrow(/Pass it with --question/)
  })

  it('ranks the rows of a known review by its question, and gives the mean over reviews', async () => {
    const titles: [string, string, string][] = [
      [
        'Kitchenham_2010',
        'Systematic literature reviews of software engineering, volume',
        'Weather over the northern sea, volume',
      ],
      [
        'Nagtegaal_2019',
        'Nudges that change how healthcare professionals behave, ward',
        'Steel beams under load, hall',
      ],
    ]
    const all = titles.flatMap(([review, relevant, other]) =>
      Array.from({ length: 40 }, (_, at) => ({
        id: `${review}-${at}`,
        title: `${at % 8 === 0 ? relevant : other} ${at}`,
        abstract: '',
        label_included: at % 8 === 0 ? 1 : 0,
      })),
    )
    const { json } = await screen.run(all, {})
    expect(json).toMatchObject({ n: 80, auc: 1, recallAt10: 0.8 })
    expect((json as { reviews: object[] }).reviews).toMatchObject([
      { name: 'Kitchenham_2010', n: 40, relevant: 5 },
      { name: 'Nagtegaal_2019', n: 40, relevant: 5 },
    ])
  })

  it.each(hasSharedData ? [['Kitchenham_2010', 'Nagtegaal_2019', 'Bannach-Brown_2019']] : [])(
    'saves work on the labelled reviews %s, %s and %s by their plain questions',
    async (...reviews) => {
      const all = await Promise.all(reviews.map((name) => readRows(`${sharedData}corpus/${name}.jsonl`)))
      const { json } = await screen.run(all.flat(), {})
      expect((json as { wss95: number }).wss95).toBeGreaterThan(0.35)
    },
  )
})
