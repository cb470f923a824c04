import { join } from 'node:path'
import { stringify } from 'yaml'
import { deriveFacets } from '../../src/core/facets.ts'
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
  about: 'from a library file to its report, beside a second run over unchanged content',
  async run(context) {
    const runs: Run[] = []
    for (const size of sizes) runs.push(await measure(size, context))
    const idle = await measureChild(context, ['scripts/cli.ts', 'generate', '--help'])
    const growth = growthExponent(runs.map(({ size, cpu }) => ({ size, cost: Math.max(0.01, cpu - idle.cpu) })))
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
  const content = join(home, 'content')
  const protocol = { question: libraryQuestion, facets: deriveFacets(libraryQuestion) }
  await writeAtomic(join(content, 'library', slug, 'invented.ris'), toRis(generateLibrary(size)))
  await writeAtomic(join(content, 'questions', `${slug}.md`), `---\n${stringify(protocol)}---\n`)
  const env = { TOUCHSTONE_CONTENT: content, TOUCHSTONE_CACHE: join(home, 'cache') }
  const args = ['scripts/cli.ts', 'generate', slug, '--offline', '--date', '2026-01-15']
  const first = await measureChild(context, args, env)
  const second = await measureChild(context, args, env)
  return { ...first, size, again: second.cpu }
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
