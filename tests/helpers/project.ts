import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { auditDir } from '../../scripts/audit-content.ts'
import { generate } from '../../scripts/generate.ts'
import { openProject, type Project } from '../../scripts/io/project.ts'
import type { Outcome } from '../../scripts/outcome.ts'

/** A project in a folder of its own, with the named questions of the sample and their libraries. */
export async function sampleProject(folder: string, slugs: readonly string[]): Promise<Project> {
  const sample = join(import.meta.dirname, '../../content')
  const content = join(folder, 'content')
  await mkdir(content, { recursive: true })
  await cp(join(sample, 'site.yaml'), join(content, 'site.yaml'))
  for (const slug of slugs) {
    await cp(join(sample, 'questions', `${slug}.md`), join(content, 'questions', `${slug}.md`))
    await cp(join(sample, 'library', slug), join(content, 'library', slug), { recursive: true })
  }
  return { root: openProject().root, content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
}

/** Runs the pipeline for every question on a day, offline, and holds what came of it against the integrity rules. */
export async function nightOffline(project: Project, date: string): Promise<{ outcomes: Outcome[]; errors: string[] }> {
  const outcomes = await generate(project, [], { offline: true, date }, () => {})
  const findings = await auditDir(project.content, [], date)
  const errors = findings.filter(({ severity }) => severity === 'error')
  return { outcomes, errors: errors.map(({ rule, file, field, message }) => `${rule} ${file} ${field} ${message}`) }
}
