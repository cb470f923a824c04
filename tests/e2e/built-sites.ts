import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { contentFiles, generateQuestion } from '../../scripts/bench/generated-content.ts'
import { mapEvidence } from '../../scripts/stages/map.ts'
import { type OddContent, writeFiles, writeOddContent } from './odd-content.ts'

export type { OddContent }

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
/** Test files run in processes of one parent: what one of them built, the others use. */
const shared = join(tmpdir(), `touchstone-e2e-${process.ppid}`)

/** A site that was built for tests. */
export interface BuiltSite<T = unknown> {
  content: string
  dist: string
  base: string
  facts: T
}

/** The embedded sample, generated offline from its library and the answers that it keeps. */
export const sampleSite = (): Promise<BuiltSite> =>
  once('sample', '/', async (content) => {
    for (const part of ['site.yaml', 'questions', 'library', 'answers'])
      await cp(join(root, 'content', part), join(content, part), { recursive: true })
    await command(['generate', '--offline', '--content', content])
    return {}
  })

/** Everything odd, under a base path. */
export const oddSite = (): Promise<BuiltSite<OddContent>> =>
  once('odd', '/repo/', async (content) => {
    const facts = await writeOddContent(content)
    await writeFile(join(content, 'report.md'), faultyReport)
    await command(['import', join(content, 'report.md'), '--content', content])
    await rm(join(content, 'report.md'))
    return facts
  })

/** Sixty small questions: more than a page of each list holds. */
export const manySite = (): Promise<BuiltSite> =>
  once('many', '/', async (content) => {
    for (let number = 1; number <= 60; number++)
      await writeFiles(content, contentFiles(generateQuestion(number, { papers: 3, included: 2, claims: 2 })))
    return {}
  })

/** The slug of the one report of `sixtySite`. */
export const sixty = 'generated-00060'

/** A report of sixty claims of thirty papers, half of them in findings, with a map by outcome. */
export const sixtySite = (): Promise<BuiltSite> =>
  once('sixty', '/', async (content) => {
    const made = generateQuestion(60, { papers: 45, included: 30, claims: 60 })
    await writeFiles(content, contentFiles(made, undefined, mapEvidence))
    return {}
  })

/** What the files of many tools give that are brought to one question, beside another one that has notes on three of their works. */
export const toolsSite = (): Promise<BuiltSite> =>
  once('tools', '/', async (content) => {
    const fixtures = join(root, 'tests/fixtures')
    await writeFiles(content, new Map([['site.yaml', 'title: Tools\nstyle: apa\n']]))
    const bring = (files: readonly string[], slug: string, question: string) =>
      command(['import', ...files, '--question', slug, '--create', question, '--content', content])
    await bring([join(fixtures, 'tools-notes.json')], 'costs', 'How much do green roofs cost?')
    const names = (await readdir(join(fixtures, 'tools'))).sort()
    const files = names.map((name) => join(fixtures, 'tools', name))
    await bring(files, 'roofs', 'Do green roofs reduce storm runoff?')
    await command(['generate', '--offline', '--date', '2026-01-02', '--content', content])
    return {}
  })

/** A site without a question. */
export const emptySite = (): Promise<BuiltSite> =>
  once('empty', '/', async (content) => {
    await writeFiles(content, new Map([['site.yaml', 'title: Nothing yet\n']]))
    return {}
  })

const faultyReport = `# Do magnets cure headaches? <script>window.__ran=1</script>

**Author:** A. Machine
**Date:** 2099-01-01
**Panel score:** 9.8 / 10

## Abstract
This report studies magnets <img src=x onerror="window.__ran=1">. It analysed 12 papers.

## Claims
| Claim | Verified | Confidence |
|---|---|---|
| Magnets cure every headache within one hour in | ✓ | 1.7 |
| Magnets do not cure headaches. | ✓ | 0.12 |
| [Click me](javascript:window.__ran=1) is a claim. | ✗ | 0.5 |

## Results
The results are discussed above.

## References
1. Somebody. Magnets. doi:10.1000/"onmouseover=window.__ran=1
2. Somebody. Magnets again. https://doi.org/10.1000/xyz123
`

async function once<T>(name: string, base: string, prepare: (content: string) => Promise<T>): Promise<BuiltSite<T>> {
  const home = join(shared, name)
  const site = { content: join(home, 'content'), dist: join(home, 'dist'), base }
  const done = join(home, 'done.json')
  await removeOld()
  await mkdir(shared, { recursive: true })
  for (;;) {
    const facts = await readFile(done, 'utf8').catch(() => null)
    if (facts !== null) {
      const { error, value } = JSON.parse(facts) as { error?: string; value: T }
      if (error) throw new Error(error)
      return { ...site, facts: value }
    }
    // Builds share a folder of Astro's in the project, so there is one at a time.
    const mine = await mkdir(join(shared, 'lock')).then(
      () => true,
      () => false,
    )
    if (mine) {
      try {
        if ((await readFile(done, 'utf8').catch(() => null)) === null) await build(home, site, prepare, done)
      } finally {
        await rm(join(shared, 'lock'), { recursive: true, force: true })
      }
    } else await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function build<T>(
  home: string,
  { content, dist, base }: Omit<BuiltSite, 'facts'>,
  prepare: (content: string) => Promise<T>,
  done: string,
): Promise<void> {
  try {
    await rm(home, { recursive: true, force: true })
    await mkdir(content, { recursive: true })
    const value = await prepare(content)
    await command(['build', '--content', content], {
      TOUCHSTONE_DIST: dist,
      TOUCHSTONE_BASE: base,
      TOUCHSTONE_ASTRO_CACHE: join(home, 'astro'),
    })
    await writeFile(done, JSON.stringify({ value }))
  } catch (error) {
    await mkdir(home, { recursive: true })
    await writeFile(done, JSON.stringify({ error: String((error as { stderr?: string }).stderr || error) }))
  }
}

async function command(args: readonly string[], env: Record<string, string> = {}): Promise<void> {
  // What the test runner puts into the environment would reach the builder: its BASE_URL above all.
  const own = new Set(['NODE_ENV', 'VITEST', 'BASE_URL', 'DEV', 'PROD', 'MODE', 'SSR', 'TEST'])
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)))
  await run(process.execPath, [join(root, 'scripts/cli.ts'), ...args], {
    cwd: root,
    env: { ...rest, ...env, TOUCHSTONE_CACHE: join(shared, 'cache') },
    maxBuffer: 1 << 26,
  })
}

/** Runs that ended long ago leave their sites behind. */
async function removeOld(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith('touchstone-e2e-'))
  for (const name of names) {
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    if (found && Date.now() - found.mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}
