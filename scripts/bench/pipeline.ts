import { join } from 'node:path'
import { writeAtomic } from '../io/files.ts'
import { type BenchContext, type Benchmark, type BenchRow, growthExponent } from './benchmark.ts'
import { generateLibrary, libraryQuestion, toRis } from './generated-library.ts'
import { measureChild, type Usage } from './measure-child.ts'

interface Run extends Usage {
  size: number
  /** Processor seconds of a second run that has nothing to do. */
  again: number
}

const sizes = [200, 600, 2000]
const slug = 'invented'

/** From a library file to the report in content. */
export const pipeline: Benchmark = {
  name: 'pipeline',
  about: 'import of a library file and the run to its report, beside a second run over unchanged content',
  async run(context) {
    const runs: Run[] = []
    for (const size of sizes) runs.push(await measure(size, context))
    const idle = await measureChild(context, ['scripts/cli.ts', 'generate', '--help'])
    const growth = growthExponent(runs.map(({ size, cpu }) => ({ size, cost: Math.max(0.01, cpu - 2 * idle.cpu) })))
    return [
      ...runs.map(rowOf),
      {
        name: 'growth',
        figures: { 'cpu s to start the program': idle.cpu },
        checks: [{ what: 'growth exponent of cpu with records, start-up taken off', value: growth, atMost: 1.2 }],
      },
    ]
  },
}

async function measure(size: number, context: BenchContext): Promise<Run> {
  context.log(`pipeline: ${size} records`)
  const home = join(context.folder, `pipeline-${size}`)
  const file = join(home, 'invented.ris')
  await writeAtomic(file, toRis(generateLibrary(size)))
  const env = { TOUCHSTONE_CONTENT: join(home, 'content'), TOUCHSTONE_CACHE: join(home, 'cache') }
  const day = ['--date', '2026-01-15']
  const create = ['--question', slug, '--create', libraryQuestion]
  const imported = await measureChild(context, ['scripts/cli.ts', 'import', file, ...create, ...day], env)
  const generate = ['scripts/cli.ts', 'generate', slug, '--offline', ...day]
  const first = await measureChild(context, generate, env)
  const second = await measureChild(context, generate, env)
  return {
    size,
    seconds: imported.seconds + first.seconds,
    cpu: imported.cpu + first.cpu,
    peakMiB: Math.max(imported.peakMiB, first.peakMiB),
    again: second.cpu,
  }
}

function rowOf({ size, seconds, cpu, peakMiB, again }: Run): BenchRow {
  return {
    name: `${size.toLocaleString('en')} records`,
    figures: {
      seconds,
      'cpu s': cpu,
      'cpu ms a record': (1000 * cpu) / size,
      'peak MiB': peakMiB,
      'second run cpu s': again,
    },
    checks: [
      { what: 'peak MiB', value: peakMiB, atMost: 1024 },
      { what: 'second run against the first, cpu', value: again / cpu, atMost: 1 },
    ],
  }
}
