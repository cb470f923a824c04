import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rowRecord } from '../../../scripts/evaluate/dedupe.ts'
import { fixture } from '../../../tests/helpers/folders.ts'
import { clusterRecords } from './clusters.ts'

type Row = Record<string, unknown>
type Pair = [works: 'one' | 'two', kind: string, left: Row, right: Row]

/** Pairs of records that look alike, of subjects far from each other, a pair a line. */
const pairs = readFileSync(fixture('work-pairs.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Pair)

describe('pairs of records that look alike', () => {
  it.each(pairs)('are %s: %s', (works, _, left, right) => {
    const { clusters } = clusterRecords([left, right].map(rowRecord))
    expect(clusters).toHaveLength(works === 'one' ? 1 : 2)
  })

  it('are told apart among all the others too', () => {
    const { clusters } = clusterRecords(pairs.flatMap(([, , left, right]) => [left, right]).map(rowRecord))
    expect(clusters).toHaveLength(pairs.reduce((sum, [works]) => sum + (works === 'one' ? 1 : 2), 0))
  })
})
