import { appendFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { fallsOn } from '../../src/core/days.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { readSite } from '../io/content.ts'
import { openProject, type Project } from '../io/project.ts'
import { backUp } from '../nightly/backup.ts'
import { commitContent } from '../nightly/commit.ts'
import { figures, guard, pagesIn } from '../nightly/guard.ts'
import { claimTexts, histories, news, summaryMarkdown } from '../nightly/summary.ts'
import type { Outcome } from '../pipeline.ts'
import { build } from './build.ts'
import { dayOf } from './day.ts'
import { generate } from './generate.ts'

interface Options {
  offline?: boolean
  commit?: boolean
  allowShrink?: boolean
  scheduled?: boolean
  wait?: boolean
  date?: string
  content?: string
}

/** `npm run nightly` */
export function register(program: Command): void {
  program
    .command('nightly')
    .description(
      'Generate online, audit, build, and say what changed. A night that fails leaves content and site as they were.',
    )
    .argument('[slug...]', 'questions; all where absent')
    .option('--offline', 'send no request')
    .option('--commit', 'commit what changed in content, one commit a question')
    .option('--allow-shrink', 'publish a site that is much smaller than the last')
    .option('--scheduled', 'ask nobody on nights that nightly.schedule of content/site.yaml leaves out')
    .option('--wait', 'wait for another run to end')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .action((slugs: string[], options: Options) => nightly(openProject(options), slugs, options))
}

async function nightly(project: Project, slugs: readonly string[], options: Options): Promise<void> {
  const { content, dist } = project
  const before = { histories: await histories(content), figures: await figures(content, await pagesIn(dist)) }
  const backup = await backUp(project)
  const notes: string[] = []
  try {
    const outcomes = await search(project, slugs, options, notes)
    const told = news(before.histories, await histories(content))
    if (outcomes === null && told.length === 0) throw new TouchstoneError('sources-unreachable', notes.join('\n'))
    await build(project, false, async ({ pages }) => {
      const { maxShrink } = (await readSite(content)).nightly
      if (!options.allowShrink) await guard(before.figures, await figures(content, pages), content, maxShrink)
    })
    const files = new Map((outcomes ?? []).map(({ slug, written }) => [slug, written]))
    const texts = await claimTexts(content, told)
    if (options.commit)
      for (const line of await commitContent(content, told, files, texts)) console.log(`committed ${line}`)
    await say(summaryMarkdown(dayOf(options.date), told, notes, texts))
  } catch (error) {
    await backup.restore()
    const why = error instanceof Error ? error.message : String(error)
    await say(`## The night failed\n\nContent and site are as they were.\n\n${why.replace(/^/gm, '    ')}\n`)
    throw error
  }
  await backup.discard()
}

/** Runs the pipeline; null where a question could not be searched. Its content is as it was then, the others have theirs. */
async function search(
  project: Project,
  slugs: readonly string[],
  options: Options,
  notes: string[],
): Promise<Outcome[] | null> {
  try {
    return await generate(project, slugs, await onSchedule(project, options), (line) => console.log(line))
  } catch (error) {
    if (!(error instanceof TouchstoneError && error.code === 'sources-unreachable')) throw error
    notes.push(error.message)
    return null
  }
}

/** A scheduled night that the settings leave out asks nobody; what people changed is worked on all the same. */
async function onSchedule({ content }: Project, options: Options): Promise<Options> {
  if (!options.scheduled) return options
  const { nightly: settings } = await readSite(content)
  if (fallsOn(settings.schedule, dayOf(options.date))) return options
  console.log('Nobody is asked tonight: nightly.schedule leaves this night out.')
  return { ...options, offline: true }
}

async function say(markdown: string): Promise<void> {
  console.log(markdown)
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) await appendFile(file, markdown)
}
