import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../io/files.ts'
import type { BenchContext } from './benchmark.ts'
import { measureChild, type Usage } from './measure-child.ts'

/** Eleventy has a folder of packages of its own, which only who measures installs. */
const packages = join(import.meta.dirname, 'eleventy', 'node_modules')

/** What is said where Eleventy is not installed. */
export const eleventyMissing = 'Eleventy is left out: npm ci --prefix scripts/bench/eleventy installs it'

/** Has Eleventy make pages of the Markdown that lies beside the pages of a built site; null where it is not installed. */
export async function buildEleventy(dist: string, context: BenchContext): Promise<(Usage & { pages: number }) | null> {
  if (!existsSync(join(packages, '@11ty', 'eleventy'))) return null
  const home = join(context.folder, `${dist.split(/[\\/]/).at(-2)}-eleventy`)
  const files = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.md'))
  await mkdir(join(home, 'src', '_includes'), { recursive: true })
  for (const [at, name] of files.entries()) {
    const text = await readFile(join(dist, name), 'utf8')
    await writeAtomic(join(home, 'src', `${at}.md`), `---\nlayout: page.njk\ntitle: Page ${at}\n---\n${text}`)
  }
  await writeAtomic(join(home, 'src', '_includes', 'page.njk'), layout)
  await writeAtomic(join(home, 'eleventy.config.cjs'), config)
  await writeAtomic(join(home, 'package.json'), '{}')
  await symlink(packages, join(home, 'node_modules'))
  const command = join(packages, '@11ty', 'eleventy', 'cmd.cjs')
  const usage = await measureChild({ ...context, root: home }, [command, '--quiet'])
  return { ...usage, pages: files.length }
}

// Text of papers is no template.
const config = `module.exports = () => ({ dir: { input: 'src', output: 'dist' }, markdownTemplateEngine: false })\n`

const layout = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>{{ title }}</title></head>
  <body>{{ content | safe }}</body>
</html>
`
