import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { vi } from 'vitest'
import { generate } from '../../scripts/generate.ts'
import { readText } from '../../scripts/io/files.ts'
import type { Project } from '../../scripts/io/project.ts'
import { ledger } from '../../src/schemas/ledger.ts'
import { paper } from '../../src/schemas/paper.ts'
import { report } from '../../src/schemas/report.ts'
import type { Databases } from '../databases/server.ts'
import { worldQuestion } from '../databases/world.ts'

const slug = 'copper-load'

/** A project in an empty folder with the question of the made-up world. */
export async function worldProject(
  folder: string,
  sources: readonly string[],
  more = '',
  settings = '',
): Promise<Project> {
  const content = join(folder, 'content')
  await mkdir(join(content, 'questions'), { recursive: true })
  await writeFile(join(content, 'questions', `${slug}.md`), worldQuestion(sources, more))
  if (settings) await writeFile(join(content, 'site.yaml'), settings)
  return { root: process.cwd(), content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
}

/** Points the adapters of this process at the databases; a test in which one is slow gives a shorter patience. */
export function pointAt(databases: Databases, more: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries({ ...databases.env, TOUCHSTONE_TIMEOUT: '5', ...more }))
    vi.stubEnv(name, value)
}

/** Runs the question on a day; gives the lines that were told. */
export async function searchOn(
  project: Project,
  date: string,
  options: Parameters<typeof generate>[2] = {},
): Promise<string[]> {
  const lines: string[] = []
  await generate(project, [slug], { date, ...options }, (line) => lines.push(line))
  return lines
}

/** What content holds of the question. */
export async function worldContent(project: Project) {
  const read = async (name: string) => JSON.parse((await readText(join(project.content, name))) ?? 'null')
  return {
    ledger: ledger.parse(await read(`ledger/${slug}.json`)),
    report: report.parse(await read(`reports/${slug}.json`)),
    paper: async (id: string) => paper.parse(await read(`papers/${id}.json`)),
  }
}
