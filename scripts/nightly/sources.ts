import { join } from 'node:path'
import { allQuestions } from '../../src/reader/content.ts'
import { readQuestion } from '../../src/reader/question-file.ts'
import { readSite } from '../../src/reader/site.ts'
import { examineSources } from '../doctor/examination.ts'
import { sourceLine } from '../doctor/lines.ts'
import type { Project } from '../io/project.ts'
import { adapters } from '../sources/index.ts'

/** Asked about single works by every question. */
const registries = ['crossref', 'openalex', 'unpaywall', 'doi']

/** What is known of each source that the questions use, a line each, after asking it once more. */
export async function sourceLines(project: Project, slugs: readonly string[]): Promise<string[]> {
  const { content } = project
  const named = new Set(registries)
  for (const slug of slugs.length > 0 ? slugs : await allQuestions(content)) {
    const { question } = await readQuestion(join(content, 'questions', `${slug}.md`))
    for (const source of question.sources) named.add(source)
  }
  const sources = adapters.map(({ id }) => id).filter((id) => named.has(id))
  return (await examineSources(project, await readSite(content), { sources })).map(sourceLine)
}
