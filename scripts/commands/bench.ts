import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type BenchRow, keeps, rounded } from '../bench/benchmark.ts'
import { contentFiles, generateQuestion } from '../bench/generated-content.ts'
import { benchmarks } from '../bench/index.ts'
import { writeAtomic } from '../io/files.ts'
import { openProject } from '../io/project.ts'

interface Options {
  only: string[]
  json?: boolean
  generate?: number
  content?: string
}

/** `npm run bench` */
export function register(program: Command): void {
  program
    .command('bench')
    .description('Measure speed, memory and size beside peers in the same run; exit 1 where a limit is not kept.')
    .option('--only <name>', `${Object.keys(benchmarks).join(', ')}; may be given more than once`, collect, [])
    .option('--json', 'print one JSON object as the last line')
    .option('--generate <n>', 'write so many generated questions with all their content, and measure nothing', whole)
    .option('--content <folder>', 'where --generate writes; must not be the content of this project')
    .action(bench)
}

async function bench(options: Options): Promise<void> {
  if (options.generate !== undefined) return generate(options.generate, options.content)
  const names = options.only.length > 0 ? options.only : Object.keys(benchmarks)
  const strange = names.find((name) => !Object.hasOwn(benchmarks, name))
  if (strange !== undefined)
    throw new TouchstoneError('usage', `there is no benchmark "${strange}"`, {
      where: '--only',
      next: `Benchmarks: ${Object.keys(benchmarks).join(', ')}`,
    })
  const results = []
  for (const name of names) results.push(await runOne(name))
  const ok = results.every(({ rows }) => rows.every((row) => row.checks.every((check) => check.ok)))
  if (options.json) console.log(JSON.stringify({ ok, benchmarks: results }))
  if (!ok) process.exitCode = 1
}

async function runOne(name: string) {
  const { about, run } = await benchmarks[name]!()
  const { root, cache } = openProject()
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, `bench-${name}-`))
  console.log(`${name}: ${about}`)
  try {
    const rows = await run({ root, folder, log: (line) => console.error(line) })
    for (const row of rows) console.log(table(row))
    return { name, about, rows: rows.map(forMachines) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function forMachines({ name, figures, checks }: BenchRow) {
  return {
    name,
    figures: Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, rounded(value)])),
    checks: checks.map((check) => ({ ...check, value: rounded(check.value), ok: keeps(check) })),
  }
}

function table({ name, figures, checks }: BenchRow): string {
  const told = Object.entries(figures).map(([key, value]) => `${key} ${rounded(value).toLocaleString('en')}`)
  const lines = checks.map((check) => {
    const limit = check.atMost === undefined ? `at least ${check.atLeast}` : `at most ${check.atMost}`
    return `    ${keeps(check) ? 'ok  ' : 'OVER'} ${check.what}: ${rounded(check.value)} (${limit})`
  })
  return [`  ${name.padEnd(22)} ${told.join('   ')}`, ...lines].join('\n')
}

/** Writes generated questions with all their content; what is there stays. */
async function generate(count: number, folder: string | undefined): Promise<void> {
  if (folder === undefined)
    throw new TouchstoneError('usage', 'generated content needs a folder of its own', {
      where: '--generate',
      next: `npm run bench -- --generate ${count} --content FOLDER`,
    })
  const { content } = openProject({ content: folder })
  if (content === openProject({}, {}).content)
    throw new TouchstoneError('usage', 'generated content must not be mixed with the content of this project', {
      where: content,
      next: 'Name another folder.',
    })
  let files = 0
  for (let number = 1; number <= count; number++) {
    const made = contentFiles(generateQuestion(number))
    for (const [path, text] of made) await writeAtomic(join(content, path), text)
    files += made.size
  }
  console.log(`${count} generated questions, ${files} files in ${content}`)
}

function collect(value: string, before: string[]): string[] {
  return [...before, ...value.split(',')]
}

function whole(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number is expected')
}
