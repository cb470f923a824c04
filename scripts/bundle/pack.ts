import { makeBundle } from '../../src/core/bundle/make.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { readContent } from '../../src/reader/content.ts'
import type { Bundle } from '../../src/schemas/bundle.ts'
import { keptAnswers } from '../engines/llm/answers.ts'
import type { Project } from '../io/project.ts'

/** A report of content as a bundle. @throws TouchstoneError `question-unknown` */
export async function packReport(project: Project, slug: string): Promise<Bundle> {
  const content = await readContent(project.content, [slug])
  const engines =
    content.reports
      .get(slug)
      ?.engines.map(({ name }) => name)
      .join() ?? ''
  const report = content.reports.get(slug)
  const models = report?.model !== undefined || report?.panel?.reviews.some(({ kind }) => kind === 'model')
  const answers = engines.includes('llm') || models ? await keptAnswers(project.content) : []
  const packed = makeBundle(content, slug, answers)
  if (packed) return packed
  throw new TouchstoneError('question-unknown', 'there is no report of this name', {
    where: slug,
    next: `Make it with: npm run generate -- ${slug}`,
  })
}
