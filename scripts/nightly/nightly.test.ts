import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { withLock } from '../io/lock.ts'
import { backUp } from './backup.ts'
import { figures, guard } from './guard.ts'
import { nightly } from './night.ts'

const run = promisify(execFile)
const slug = 'copper'

/** A copy of a group's repository: site settings, one question, its library, nothing generated yet. */
async function repository(folder: string): Promise<void> {
  const content = join(folder, 'content')
  await mkdir(join(content, 'questions'), { recursive: true })
  for (const name of ['site.yaml', `questions/${slug}.md`]) await cp(join('content', name), join(content, name))
  await appendFile(join(content, 'site.yaml'), '\nnightly: { schedule: weekly }\n')
  await cp(join('content/library', slug), join(content, 'library', slug), { recursive: true })
  const git = (...args: string[]) => run('git', ['-C', folder, ...args])
  await git('init', '--quiet')
  await git('config', 'user.name', 'A Group')
  await git('config', 'user.email', 'group@example.org')
  await writeFile(join(folder, '.gitignore'), 'cache\ndist\nsummary.md\n')
  await git('add', '-A')
  await git('commit', '--quiet', '--message', 'Ask a question')
}

const night = (folder: string, day: string, ...more: string[]) => {
  process.env.TOUCHSTONE_DIST = join(folder, 'dist')
  process.env.GITHUB_STEP_SUMMARY = join(folder, 'summary.md')
  return touchstone(folder, ['nightly', '--offline', '--date', day, ...more])
}
const log = async (folder: string) => (await run('git', ['-C', folder, 'log', '--format=%s'])).stdout.trim().split('\n')

describe('npm run nightly', () => {
  it('publishes, commits what changed, says nothing where nothing did, and keeps the last good night', async () => {
    await inFolder(async (folder) => {
      await repository(folder)
      expect(await night(folder, '2026-01-01', '--commit')).toMatchObject({ code: 0 })
      expect(await log(folder)).toEqual([expect.stringMatching(/^copper: 1 new report/), 'Ask a question'])
      expect((await run('git', ['-C', folder, 'status', '--porcelain'])).stdout).toBe('')
      const content = await snapshot(join(folder, 'content'))

      // A Friday, on which this schedule asks nobody.
      const quiet = await touchstone(folder, ['nightly', '--date', '2026-01-02', '--commit', '--scheduled'])
      expect(quiet.stdout).toContain('Nobody is asked tonight')
      expect(quiet).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing changed.') })
      expect(await log(folder)).toHaveLength(2)
      expect(await snapshot(join(folder, 'content'))).toEqual(content)
      const site = await snapshot(join(folder, 'dist'))

      const library = join(folder, 'content/library', slug, 'reading-notes.json')
      const items = JSON.parse(await readFile(library, 'utf8')) as unknown[]
      await writeFile(library, JSON.stringify(items.slice(0, 4)))
      const shrunk = await night(folder, '2026-01-03', '--commit')
      expect(shrunk.code).toBe(1)
      expect(shrunk.stderr).toContain('site-shrunk')
      expect(await snapshot(join(folder, 'dist'))).toEqual(site)
      const kept = await snapshot(join(folder, 'content'))
      const generated = (name: string) => /^(?:papers|claims|reports|ledger|changes)\//.test(name)
      expect(Object.entries(kept).filter(([name]) => generated(name))).toEqual(
        Object.entries(content).filter(([name]) => generated(name)),
      )
      expect(await log(folder)).toHaveLength(2)
      const summary = await readFile(join(folder, 'summary.md'), 'utf8')
      expect(summary).toContain(
        'new report: “Copper surfaces and infections acquired in hospitals” (copper). first report',
      )
      expect(summary).toMatch(/Night of 2026-01-01[\s\S]*Nothing changed\.[\s\S]*The night failed/)
    })
  })
})

describe('a night that begins while another run writes', () => {
  it('is refused before it touches anything, and puts nothing back', async () => {
    await inFolder(async (folder) => {
      const content = join(folder, 'content')
      const project = { root: folder, content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
      const told = { log: () => {}, sum: async () => {}, tell: () => {} }
      await mkdir(join(content, 'papers'), { recursive: true })
      await writeFile(join(content, 'papers', 'one.json'), 'as the other night found it')
      await withLock(project, false, async () => {
        await backUp(project)
        await writeFile(join(content, 'papers', 'one.json'), 'as the other night makes it')
        const before = await snapshot(folder)
        await expect(nightly(project, [], { offline: true }, told)).rejects.toMatchObject({ code: 'run-locked' })
        expect(await snapshot(folder)).toEqual(before)
      })
    })
  })
})

describe('the guard', () => {
  const of = (claims: Record<string, number>, pages: number) => ({ claims: new Map(Object.entries(claims)), pages })

  it('refuses an empty and a shrunken site, and lets a question be taken away', async () => {
    await inFolder(async (content) => {
      await mkdir(join(content, 'questions'))
      await writeFile(join(content, 'questions', 'tea.md'), '')
      const check = (after: ReturnType<typeof of>) => guard(of({ tea: 40, coffee: 60 }, 100), after, content, 0.25)
      await expect(check(of({}, 0))).rejects.toMatchObject({ code: 'site-shrunk' })
      await expect(check(of({ tea: 20 }, 100))).rejects.toMatchObject({ code: 'site-shrunk' })
      await expect(check(of({ tea: 38 }, 50))).resolves.toBeUndefined()
    })
  })

  it('counts the claims and pages that are there', async () => {
    await inFolder(async (folder) => {
      expect(await figures(folder, 0)).toEqual({ claims: new Map(), pages: 0 })
    })
  })
})
