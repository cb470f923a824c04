import { join } from 'node:path'
import { type BenchContext, type Benchmark, type BenchRow, growthExponent } from './benchmark.ts'
import { measureChild } from './measure-child.ts'

interface Run {
  size: number
  seconds: number
  floorSeconds: number
  precision: number
  recall: number
  floorRecall: number
  peakMiB: number
}

const sizes = [10_000, 30_000, 100_000]

/** Joining the records of one work. */
export const merge: Benchmark = {
  name: 'merge',
  about: 'records of one work joined, beside a lookup of equal DOIs and titles on the same invented records',
  async run(context) {
    const runs: Run[] = []
    for (const size of sizes) runs.push(await measure(size, context))
    const rows = runs.map(rowOf)
    const growth = growthExponent(runs.map(({ size, seconds }) => ({ size, cost: seconds })))
    const exponent = { what: 'growth exponent of time with records', value: growth, atMost: 1.2 }
    return [...rows, { name: 'growth', figures: {}, checks: [exponent] }]
  },
}

async function measure(size: number, context: BenchContext): Promise<Run> {
  context.log(`merge: ${size} records`)
  const { stdout, peakMiB } = await measureChild(context, [join(import.meta.dirname, 'merge-run.ts'), String(size)])
  return { size, peakMiB, ...JSON.parse(stdout) } as Run
}

function rowOf({ size, seconds, floorSeconds, precision, recall, floorRecall, peakMiB }: Run): BenchRow {
  const largest = size === sizes.at(-1)
  return {
    name: `${size.toLocaleString('en')} records`,
    figures: {
      seconds,
      'records a second': size / seconds,
      'peak MiB': peakMiB,
      precision,
      recall,
      'lookup recall': floorRecall,
      'lookup seconds': floorSeconds,
    },
    checks: [
      ...(largest
        ? [
            { what: 'seconds', value: seconds, atMost: 20 },
            { what: 'peak MiB, records and truth included', value: peakMiB, atMost: 1024 },
          ]
        : []),
      { what: 'pair precision', value: precision, atLeast: 0.99 },
      { what: 'pair recall', value: recall, atLeast: 0.99 },
    ],
  }
}
