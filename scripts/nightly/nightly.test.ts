import { execFileSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, snapshot } from '../testing/folders.ts'
import { sampleProject } from '../testing/project.ts'
import { touchstone } from '../testing/touchstone.ts'

describe('npm run nightly', () => {
  it('publishes and commits a night, is silent where nothing changed, and leaves all as it was where it fails', () =>
    inFolder(async (folder) => {
      const { content } = await sampleProject(folder, ['copper'])
      const dist = join(folder, 'dist')
      process.env.TOUCHSTONE_DIST = dist
      process.env.GITHUB_STEP_SUMMARY = join(folder, 'summary.md')
      const git = (...args: string[]) => execFileSync('git', ['-C', content, ...args], { encoding: 'utf8' })
      git('init', '--quiet', '.')
      git('config', 'user.name', 'Test')
      git('config', 'user.email', 'test@example.org')
      git('add', '-A')
      git('commit', '--quiet', '-m', 'start')
      const night = (day: string, ...more: string[]) =>
        touchstone(folder, ['nightly', '--offline', '--commit', '--date', day, ...more])
      try {
        expect(await night('2026-01-01')).toMatchObject({ code: 0 })
        expect(git('log', '--format=%s').trim().split('\n')).toEqual(['copper: 1 new report', 'start'])
        expect(git('status', '--porcelain')).toBe('')
        const before = { content: await snapshot(content), dist: await snapshot(dist) }
        expect((await night('2026-01-02')).stdout).toContain('Nothing changed.')
        expect({ content: await snapshot(content), dist: await snapshot(dist) }).toEqual(before)

        const library = join(content, 'library/copper/reading-notes.json')
        const items = JSON.parse(await readFile(library, 'utf8')) as unknown[]
        await writeFile(library, JSON.stringify(items.slice(0, 4)))
        const shrunk = { content: await snapshot(content), dist: before.dist }
        const refused = await night('2026-01-03')
        expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('error site-shrunk') })
        expect({ content: await snapshot(content), dist: await snapshot(dist) }).toEqual(shrunk)
        expect(await readFile(join(folder, 'summary.md'), 'utf8')).toContain('Content and site are as they were.')
        expect(await night('2026-01-03', '--allow-shrink')).toMatchObject({ code: 0 })
        expect(git('log', '-1', '--format=%B')).toMatch(
          /^copper: 2\d papers removed[\s\S]*library file copper\/reading-notes\.json changed/,
        )

        await rm(join(content, 'questions/copper.md'))
        expect(await night('2026-01-04')).toMatchObject({
          code: 1,
          stderr: expect.stringContaining('the new site is empty'),
        })
      } finally {
        delete process.env.TOUCHSTONE_DIST
        delete process.env.GITHUB_STEP_SUMMARY
      }
    }))
})
