import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keptAnswers, unusedAnswers } from '../../scripts/engines/llm/answers.ts'
import { openProject } from '../../scripts/io/project.ts'
import { withRun } from '../../scripts/open-run.ts'
import { generateReport } from '../../scripts/pipeline.ts'
import { allQuestions } from '../../src/reader/content.ts'
import { inFolder } from '../helpers/folders.ts'

it('every recorded answer of the sample is used by a run without a network', () =>
  inFolder(async (folder) => {
    const content = join(folder, 'content')
    await cp(openProject().content, content, { recursive: true })
    // Without an answer nothing can go unused, and nothing need be generated.
    const slugs = (await keptAnswers(content)).length > 0 ? await allQuestions(content) : []
    const project = { ...openProject({ content }), cache: join(folder, 'cache') }
    const used = await withRun(
      project,
      { offline: true, engine: 'lexical' },
      () => {},
      async (run) => {
        for (const slug of slugs) await generateReport(slug, run)
        return run.asking?.used ?? new Set<string>()
      },
    )
    expect(await unusedAnswers(content, used)).toEqual([])
  }))
