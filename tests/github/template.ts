import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Databases } from '../databases/server.ts'
import { worldQuestion } from '../databases/world.ts'
import type { GitHub } from './api.ts'
import { type Clone, cloned } from './clone.ts'
import type { Stage } from './workflow.ts'

/** A repository made from the template: questions of the made-up world, settings that name nothing. */
export async function template(
  folder: string,
  databases: Databases,
  github: GitHub,
  questions: ReadonlyMap<string, string> = new Map([['copper-load', worldQuestion(['openalex', 'crossref'])]]),
): Promise<{ clone: Clone; stage: Stage }> {
  const clone = await cloned(folder)
  await writeFile(join(clone.folder, '.gitignore'), 'dist\n')
  await mkdir(join(clone.folder, 'content'), { recursive: true })
  await writeFile(join(clone.folder, 'content', 'site.yaml'), await readFile('content/site.yaml', 'utf8'))
  for (const [name, text] of questions) await clone.commit(`content/questions/${name}.md`, text)
  await clone.git('push', '--quiet', 'origin', 'HEAD:main')
  const beside = join(folder, 'runner')
  await mkdir(beside)
  const env = {
    ...databases.env,
    TOUCHSTONE_CONTENT: join(clone.folder, 'content'),
    TOUCHSTONE_CACHE: join(beside, 'cache'),
    TOUCHSTONE_DIST: join(clone.folder, 'dist'),
    TOUCHSTONE_ASTRO_CACHE: join(beside, 'astro'),
    GITHUB_REPOSITORY: 'Octo/review',
    GITHUB_REF_NAME: 'main',
    GITHUB_API_URL: github.origin,
  }
  const values = {
    'github.token': 'token',
    'github.event.inputs.question': '',
    "github.event_name == 'schedule' && 'yes' || ''": '',
  }
  return { clone, stage: { folder: clone.folder, beside, env, values } }
}
