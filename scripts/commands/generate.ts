import { type Command, InvalidArgumentError } from 'commander'
import { type GenerateOptions, generate, type Shard } from '../generate.ts'
import { withProgress } from '../io/progress.ts'
import { openProject } from '../io/project.ts'
import type { Outcome } from '../outcome.ts'

interface Options extends GenerateOptions {
  content?: string
  json?: boolean
}

/** `npm run generate [-- slug…]` */
export function register(program: Command): void {
  program
    .command('generate')
    .description('Run the pipeline for these questions, or for all.')
    .argument('[slug...]', 'questions, by the name of their file')
    .option('--offline', 'send no request; read the local library only')
    .option('--sources <names>', 'search these sources, parted by commas, instead of those of the question', namesOf)
    .option(
      '--engine <name>',
      'auto, lexical, nli, llm, or several joined by commas that vote; the setting of content/site.yaml where absent',
    )
    .option(
      '--estimate',
      'tell how many requests and tokens a model would take, by stage, and what that costs; ask nobody',
    )
    .option('--library <slug>', 'check the claims of imported reports against the library of this question')
    .option('--shard <i/n>', 'only the i-th of n parts of the questions, for several machines', shardOf)
    .option('--keep <folder>', 'put what this part worked out there, for the machine that merges')
    .option('--parts <folder>', 'take what other machines left in the folders below, and write the same as one machine')
    .option(
      '--queue <url>',
      'let the workers of a queue (npm run work) work out what is needed; then write, the same as one process',
    )
    .option('--force', 'use nothing that an earlier run left in the cache')
    .option('--wait', 'wait for another run to end')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .option('--json', 'print what was done as JSON')
    .action(async (slugs: string[], options: Options) => {
      const project = openProject(options)
      if (!options.json) {
        await withProgress('Generate', (log) => generate(project, slugs, options, log))
        return
      }
      const outcomes = await generate(project, slugs, options, () => {})
      console.log(JSON.stringify({ reports: outcomes.map(summary) }))
    })
}

function shardOf(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const shard = { part: Number(part), of: Number(of) }
  if (shard.part >= 1 && shard.part <= shard.of) return shard
  throw new InvalidArgumentError('two numbers are expected, the first from 1 to the second, as in 2/3')
}

function namesOf(list: string): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  if (names.length === 0) throw new InvalidArgumentError('Name at least one source.')
  return names
}

function summary({ slug, report, queries, written }: Outcome) {
  return {
    slug,
    counts: report.counts,
    verdicts: report.verdicts,
    score: report.panel?.score ?? null,
    approved: report.gate.approved,
    stale: report.stale ?? null,
    sources: (queries ?? []).map(({ text: _, notExpressed: __, order: ___, said: ____, ...row }) => row),
    written,
  }
}
