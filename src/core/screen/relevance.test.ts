import { describe, expect, it } from 'vitest'
import { loadRarity } from '../../../scripts/io/language.ts'
import { facet } from '../../schemas/question.ts'
import type { RankedRecord } from './coverage.ts'
import { line } from './line.ts'
import { relevances } from './relevance.ts'

const facets = [
  facet.parse({
    id: 'drug',
    label: 'Proton pump inhibitors',
    role: 'subject',
    terms: ['proton pump inhibitors', '*prazole'],
  }),
  facet.parse({ id: 'ulcer', label: 'Ulcers', terms: ['ulcers'] }),
]
const topic: RankedRecord[] = Array.from({ length: 12 }, (_, at) => ({
  title: `${['Omeprazole', 'Rabeprazole', 'Pantoprazole'][at % 3]} in duodenal ulcers`,
  abstract: `Gastric acid, oesophagitis and heartburn were followed for ${at} weeks; ulcers healed with endoscopy proven closure.`,
}))
const unnamed = {
  title: 'Famotidine at night',
  abstract: 'Gastric acid fell, oesophagitis healed and heartburn was relieved at endoscopy.',
}
const strangers: RankedRecord[] = Array.from({ length: 12 }, (_, at) => ({
  title: `Pruning of convolutional networks, part ${at}`,
  abstract: `Filters of layer ${at} were removed; accuracy on images fell little after sparse training.`,
}))
const of = (records: readonly RankedRecord[]) => relevances(records, facets, loadRarity())

describe('relevances', () => {
  it('keeps what names the question by any name, and what only reads like it', () => {
    for (const value of of([...topic, unnamed, ...strangers]).slice(0, 13)) expect(value).toBeGreaterThanOrEqual(line)
  })

  it('leaves out strangers', () => {
    for (const value of of([...topic, unnamed, ...strangers]).slice(13)) expect(value).toBeLessThan(line)
  })

  it('believes that the records of a library belong', () => {
    expect(Math.min(...of([...topic, unnamed]))).toBeGreaterThanOrEqual(line)
  })

  it('holds a record without an abstract against titles', () => {
    const values = of([
      ...topic,
      ...strangers,
      { title: topic[0]!.title, abstract: '' },
      { title: 'Pruning of trees', abstract: '' },
    ])
    expect(values.at(-2)).toBeGreaterThanOrEqual(line)
    expect(values.at(-1)).toBeLessThan(values.at(-2)!)
  })

  it('keeps no library that names nothing of the question for the few words that it shares', () => {
    expect(of([{ title: 'Ulcers of horses', abstract: 'Hay was fed.' }])[0]).toBeLessThan(line)
    expect(of([])).toEqual([])
  })
})
