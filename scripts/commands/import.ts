import type { Command } from 'commander'
import { counted } from '../../src/core/text/counts.ts'
import { readSite } from '../../src/reader/site.ts'
import type { FileSummary, ImportRequest, Plan } from '../import/incoming.ts'
import { planAll } from '../import/plan.ts'
import { writeAll } from '../import/write-all.ts'
import { dayOf } from '../io/day.ts'
import { withLock } from '../io/lock.ts'
import { openProject } from '../io/project.ts'
import { proposingOf } from '../stages/model/protocol.ts'
import type { Checking } from '../stages/references/check-report.ts'
import { withChecking } from './checking.ts'

interface Options {
  question?: string
  create?: string
  json?: boolean
  wait?: boolean
  date?: string
  content?: string
  online?: boolean
  library?: string
}

const mostRejections = 50

/** `npm run import -- FILE… --question SLUG` */
export function register(program: Command): void {
  program
    .command('import')
    .description(
      'Bring a library or a finished report into content. Everything is read first; where anything is wrong, nothing is written.',
    )
    .argument('<file...>', 'files to bring')
    .option(
      '--question <slug>',
      'the question that a library is brought for, or the name of a finished report (else made from its title)',
    )
    .option('--create <question>', 'write a question file of this text where there is none of that name')
    .option(
      '--json',
      'print one JSON object: {files: [{file, read, works, merged, rejected, withoutDoi, withoutAbstract}]}',
    )
    .option(
      '--online',
      'look the references of a finished report up and hold its sentences against what is found; with --create ask databases for other names',
    )
    .option('--library <name>', 'hold its sentences against the papers of this question, or of a bibliographic file')
    .option('--wait', 'wait for another run to end')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .action(importFiles)
}

async function importFiles(files: readonly string[], options: Options): Promise<void> {
  const project = openProject(options)
  const named = { project, question: options.question, create: options.create, today: dayOf(options.date) }
  const proposing = options.create ? await proposingOf(await readSite(project.content), project, true) : undefined
  const base = { ...named, proposing }
  const plan = await withLock(project, options.wait ?? false, () =>
    withChecking(options, project, async (checking) => {
      const planned = await planAll(
        files,
        checking ? { ...base, asking: checking.asking ?? undefined, check: checkWith(checking, base.today) } : base,
      )
      await writeAll(project.content, planned.writes)
      return planned
    }),
  )
  if (options.json) console.log(JSON.stringify({ files: plan.files }))
  else print(plan)
}

/** Holds a report against what registries and library have, as it is kept in content. */
function checkWith(checking: Checking, today: string): NonNullable<ImportRequest['check']> {
  return async ({ report, cited }) => {
    if (!report.imported) return undefined
    const { checkReport } = await import('../stages/references/check-report.ts')
    const { withCheck } = await import('../stages/references/stored-check.ts')
    return withCheck(report.imported, await checkReport(cited, checking), today)
  }
}

function print({ files, said }: Plan): void {
  for (const file of files) for (const line of describe(file)) console.log(line)
  for (const line of said) console.log(line)
}

function describe(file: FileSummary): string[] {
  if (file.report) {
    const { claims, errors, score } = file.report
    return [
      `${file.file}: a finished report with ${counted(claims, 'claim')} and ${counted(file.read, 'reference')}, kept as ${file.kept}`,
      `  ${counted(errors, 'error')} in it; our panel gives it ${score === null ? 'no score before its claims are checked' : `${score} of 10`}`,
    ]
  }
  const all = [
    ...file.rejections.map(({ line, reason }) => `  rejected: line ${line}: ${reason}`),
    ...(file.left ?? []).map(({ line, reason }) => `  left out: line ${line}: ${reason}`),
  ]
  const refused = all.slice(0, mostRejections)
  const more = all.length - refused.length
  return [
    `${file.file}: ${counted(file.read, 'record')} read, ${counted(file.works, 'work')}, ${file.merged} merged, ${file.rejected} rejected`,
    `  ${file.withoutDoi} without DOI, ${file.withoutAbstract} without abstract; kept as ${file.kept}`,
    ...refused,
    ...(more > 0 ? [`  … and ${more} more; --json lists them all`] : []),
  ]
}
