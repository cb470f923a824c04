import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { slotLabels } from '../../../src/core/frames/tagger/spans.ts'
import { labelsOfWords } from './labelled.ts'

it('gives a word the label of the stretch that holds it, of two the closer to what was found', () => {
  const marks = [0, 6, 11, 16].map((start, at) => ({ start, end: [5, 10, 15, 22][at]! }))
  const sentence = {
    ...{ document: 'any', title: '', text: 'Shade kept soil cooler', direction: 'down' },
    spans: [
      { label: slotLabels.indexOf('population'), start: 6, end: 22 },
      { label: slotLabels.indexOf('outcome'), start: 11, end: 15 },
      { label: slotLabels.indexOf('exposure'), start: 0, end: 5 },
    ],
  }
  expect(labelsOfWords(marks, sentence).map((label) => slotLabels[label])).toEqual([
    'exposure',
    'population',
    'outcome',
    'population',
  ])
})

it('has each sentence once, with stretches that lie within it', () => {
  const [, ...rows] = readFileSync(resolve(import.meta.dirname, 'labels.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(rows.length).toBeGreaterThan(8000)
  const seen = new Set<string>()
  for (const row of rows) {
    const [source, document, start, end, , spans = ''] = row.split('\t')
    const key = `${source} ${document} ${start}`
    expect([key, seen.has(key)]).toEqual([key, false])
    seen.add(key)
    const length = start === 'title' ? Number.POSITIVE_INFINITY : Number(end) - Number(start)
    for (const span of spans.split(' ').filter(Boolean)) {
      expect(span).toMatch(/^[ecopt]\d+-\d+$/)
      const [from, to] = span.slice(1).split('-').map(Number) as [number, number]
      expect([row, from < to && to <= length]).toEqual([row, true])
    }
  }
})
