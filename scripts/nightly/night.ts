import { fallsOn } from '../../src/core/days.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { readSite } from '../../src/reader/site.ts'
import { generateLocked } from '../generate.ts'
import { dayOf } from '../io/day.ts'
import { withLock } from '../io/lock.ts'
import type { Project } from '../io/project.ts'
import type { Outcome } from '../outcome.ts'
import { type BuildOptions, buildSite } from '../site/audited.ts'
import type { Built } from '../site/build.ts'
import { backUp } from './backup.ts'
import { commitContent } from './commit.ts'
import { figures, guard, pagesIn } from './guard.ts'
import { sourceLines } from './sources.ts'
import { claimTexts, histories, news, summaryMarkdown } from './summary.ts'

/** What the user of a night may choose. */
export interface NightOptions {
  offline?: boolean
  commit?: boolean
  allowShrink?: boolean
  scheduled?: boolean
  wait?: boolean
  /** Folder below which other machines left what they worked out. */
  parts?: string
  date?: string
}

/** Who is told what happens. */
interface Told extends Pick<BuildOptions, 'tell'> {
  /** What is done, one line at a time. */
  log: (line: string) => void
  /** What the night changed, as Markdown. */
  sum: (markdown: string) => Promise<void>
}

/**
 * Generates, audits and builds, and says what changed. A night that fails leaves content and site as they were. It has the content to itself from beginning
 * to end: what it puts back must be what it found, and nothing that another run wrote meanwhile.
 * @throws TouchstoneError `run-locked`, `sources-unreachable` where nobody answered and nothing changed, `audit-failed`, `site-shrunk`
 */
export function nightly(project: Project, slugs: readonly string[], options: NightOptions, told: Told): Promise<void> {
  return withLock(project, options.wait ?? false, () => night(project, slugs, options, told))
}

async function night(
  project: Project,
  slugs: readonly string[],
  options: NightOptions,
  { log, sum, tell }: Told,
): Promise<void> {
  const { content, dist } = project
  const before = { histories: await histories(content), figures: await figures(content, await pagesIn(dist)) }
  const backup = await backUp(project)
  const notes: string[] = []
  const asking = await onSchedule(project, options, log)
  try {
    const outcomes = await search(project, slugs, asking, notes, log)
    const told = news(before.histories, await histories(content))
    if (outcomes === null && told.length === 0) throw new TouchstoneError('sources-unreachable', notes.join('\n'))
    const check = async ({ pages }: Built) => {
      const { maxShrink } = (await readSite(content)).nightly
      if (!options.allowShrink) await guard(before.figures, await figures(content, pages), content, maxShrink)
    }
    await buildSite(project, { check, tell })
    const files = new Map((outcomes ?? []).map(({ slug, written }) => [slug, written]))
    const texts = await claimTexts(content, told)
    if (options.commit) for (const line of await commitContent(content, told, files, texts)) log(`committed ${line}`)
    const sources = asking.offline ? [] : await sourceLines(project, slugs)
    await sum(summaryMarkdown(dayOf(options.date), told, notes, texts, sources))
  } catch (error) {
    await backup.restore()
    const why = error instanceof Error ? error.message : String(error)
    await sum(`## The night failed\n\nContent and site are as they were.\n\n${why.replace(/^/gm, '    ')}\n`)
    throw error
  }
  await backup.discard()
}

/** Runs the pipeline; null where a question could not be searched. Its content is as it was then, the others have theirs. */
async function search(
  project: Project,
  slugs: readonly string[],
  options: NightOptions,
  notes: string[],
  log: Told['log'],
): Promise<Outcome[] | null> {
  try {
    return await generateLocked(project, slugs, options, log)
  } catch (error) {
    if (!(error instanceof TouchstoneError && error.code === 'sources-unreachable')) throw error
    notes.push(error.message)
    return null
  }
}

/** A scheduled night that the settings leave out asks nobody; what people changed is worked on all the same. */
async function onSchedule({ content }: Project, options: NightOptions, log: Told['log']): Promise<NightOptions> {
  if (!options.scheduled) return options
  const { nightly: settings } = await readSite(content)
  if (fallsOn(settings.schedule, dayOf(options.date))) return options
  log('Nobody is asked tonight: nightly.schedule leaves this night out.')
  return { ...options, offline: true }
}
