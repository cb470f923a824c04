import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reader } from '../../../src/core/findings/links.ts'
import { readContent } from '../../../src/reader/content.ts'
import { planAll } from '../../import/plan.ts'
import { writeAll } from '../../import/write-all.ts'
import { openProject } from '../../io/project.ts'
import { withRun } from '../../open-run.ts'
import { generateReport } from '../../pipeline.ts'
import type { EvaluateOptions } from '../task.ts'
import type { Gold } from './gold.ts'
import { bringModel, copyAnswers } from './with-model.ts'

const day = '2026-01-01'

/**
 * Takes a labelled library the whole way from import to its report, offline, in a folder of its own that is removed afterwards; with a
 * content folder, by the model that its settings name, whose answers are kept there.
 */
export async function reportOf(
  gold: Gold,
  library: string,
  reader: Reader,
  { engine, content: from }: EvaluateOptions,
) {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-findings-'))
  try {
    const project = openProject({ content: join(folder, 'content') }, { TOUCHSTONE_CACHE: join(folder, 'cache') })
    const plan = await planAll([library], { project, question: gold.name, create: gold.question, today: day })
    await writeAll(project.content, plan.writes)
    if (from) await bringModel(from, project.content)
    const settings = { offline: true, date: day, ...(engine ? { engine } : {}) }
    await withRun(
      project,
      settings,
      () => {},
      (run) => generateReport(gold.name, { ...run, reader }),
    )
    const content = await readContent(project.content)
    const { model } = content.reports.get(gold.name)!
    return { claims: content.claims.get(gold.name)!, papers: [...content.papers.values()], model }
  } finally {
    if (from) await copyAnswers(join(folder, 'content'), from)
    await rm(folder, { recursive: true, force: true })
  }
}
