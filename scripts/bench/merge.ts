import { join } from 'node:path'
import { type BenchContext, type Benchmark, type BenchRow, growthExponent } from './benchmark.ts'
import { measureChild } from './measure-child.ts'

interface Run {
  size: number
  cpu: number
  seconds: number
  floorCpu: number
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
    const growth = growthExponent(runs.map(({ size, cpu }) => ({ size, cost: cpu })))
    const exponent = { what: 'growth exponent of cpu with records', value: growth, atMost: 1.2 }
    return [...rows, { name: 'growth', figures: {}, checks: [exponent] }]
  },
}

async function measure(size: number, context: BenchContext): Promise<Run> {
  context.log(`merge: ${size} records`)
  const { stdout, peakMiB } = await measureChild(context, [join(import.meta.dirname, 'merge-run.ts'), String(size)])
  return { size, peakMiB, ...JSON.parse(stdout) } as Run
}

function rowOf({ size, cpu, seconds, floorCpu, precision, recall, floorRecall, peakMiB }: Run): BenchRow {
  const largest = size === sizes.at(-1)
  return {
    name: `${size.toLocaleString('en')} records`,
    figures: {
      'cpu s': cpu,
      seconds,
      'records a cpu second': size / cpu,
      'peak MiB': peakMiB,
      precision,
      recall,
      'lookup recall': floorRecall,
      'lookup cpu s': floorCpu,
    },
    checks: [
      ...(largest
        ? [
            { what: 'cpu seconds, of one thread', value: cpu, atMost: 20 },
            { what: 'peak MiB, records and truth included', value: peakMiB, atMost: 1024 },
          ]
        : []),
      { what: 'pair precision', value: precision, atLeast: 0.99 },
      { what: 'pair recall', value: recall, atLeast: 0.99 },
    ],
  }
}
