import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { program, startRedis } from '../../tests/queue/redis.ts'
import { writeAtomic } from '../io/files.ts'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'
import { generateLibrary, libraryQuestion, toRis } from './generated-library.ts'
import { measureChild } from './measure-child.ts'

/** Questions that are worked out, and records of the library of each. */
const questions = 8
const records = 60

const workers = [1, 2, 4]
const day = ['--date', '2026-01-15']

/** Questions from a queue, beside one process without one. */
export const queue: Benchmark = {
  name: 'queue',
  about: 'questions that 1, 2 and 4 workers of a queue work out, beside one process without a queue',
  async run(context) {
    if (program === null) {
      context.log('queue: skipped, there is no redis-server and no valkey-server here')
      return []
    }
    const home = join(context.folder, 'queue')
    await writeQuestions(home, context)
    context.log(`queue: ${questions} questions in one process`)
    const alone = await measureChild(context, ['scripts/cli.ts', 'generate', '--offline', ...day], envOf(home, 'alone'))
    const rows: BenchRow[] = []
    for (const count of workers) rows.push(await measure(count, home, alone.seconds, context))
    return rows
  },
}

/** One question and its library, under many names. */
async function writeQuestions(home: string, context: BenchContext): Promise<void> {
  const file = join(home, 'invented.ris')
  await writeAtomic(file, toRis(generateLibrary(records)))
  const create = ['--question', 'q01', '--create', libraryQuestion, ...day]
  await measureChild(context, ['scripts/cli.ts', 'import', file, ...create], envOf(home, 'template'))
  const first = join(home, 'template', 'content')
  for (let n = 2; n <= questions; n++) {
    const name = `q${String(n).padStart(2, '0')}`
    await cp(join(first, 'questions', 'q01.md'), join(first, 'questions', `${name}.md`))
    await cp(join(first, 'library', 'q01'), join(first, 'library', name), { recursive: true })
  }
  await cp(first, join(home, 'alone', 'content'), { recursive: true })
}

async function measure(count: number, home: string, alone: number, context: BenchContext): Promise<BenchRow> {
  context.log(`queue: ${count} workers`)
  const names = ['writing', ...Array.from({ length: count }, (_, at) => `worker-${at}`)]
  for (const name of names) {
    await rm(join(home, name), { recursive: true, force: true })
    await cp(join(home, 'template', 'content'), join(home, name, 'content'), { recursive: true })
  }
  const data = join(home, `redis-${count}`)
  await mkdir(data)
  const server = await startRedis(data)
  const serving = await Promise.all(names.slice(1).map((name) => startWorker(server.url, envOf(home, name), context)))
  try {
    const args = ['scripts/cli.ts', 'generate', '--offline', '--queue', server.url, ...day]
    const { seconds, stdout } = await measureChild(context, args, envOf(home, 'writing'))
    return {
      name: `${count} workers`,
      figures: {
        seconds,
        'questions a minute': (questions / seconds) * 60,
        'questions worked out': Number(
          /(\d+) of \d+ questions worked out(?![\s\S]*questions worked out)/.exec(stdout)?.[1],
        ),
        'seconds of one process without a queue': alone,
        'times as long as one process': seconds / alone,
      },
      checks: [],
    }
  } finally {
    for (const child of serving) child.kill('SIGKILL')
    await server.stop()
  }
}

async function startWorker(url: string, env: Record<string, string>, { root }: BenchContext) {
  const child = spawn(process.execPath, ['scripts/cli.ts', 'work', '--redis', url], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.stdout.resume()
  return child
}

function envOf(home: string, name: string): Record<string, string> {
  return { TOUCHSTONE_CONTENT: join(home, name, 'content'), TOUCHSTONE_CACHE: join(home, name, 'cache') }
}
