import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { auditDir } from '../scripts/audit-content.ts'
import { generate } from '../scripts/generate.ts'
import { changesFile } from '../src/schemas/change.ts'
import { claimsFile } from '../src/schemas/claim.ts'
import { brokenLinks } from './e2e/built-files.ts'
import { inFolder, snapshot } from './helpers/folders.ts'
import { touchstone } from './helpers/touchstone.ts'

const slug = 'disagreement'
/** Content as the first release wrote it. It is never made anew: what a group has in its repository is not either. */
const first = join(import.meta.dirname, 'golden/release-0.1/content')
const json = async (...path: string[]) => JSON.parse(await readFile(join(...path), 'utf8')) as unknown

it('takes over content of the first release: nothing people wrote is touched, no claim is lost without a word', async () => {
  await inFolder(async (folder) => {
    const content = join(folder, 'content')
    await cp(first, content, { recursive: true })
    const project = { root: process.cwd(), content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
    const before = claimsFile.parse(await json(content, 'claims', `${slug}.json`)).claims
    const old = changesFile.parse(await json(content, 'changes', `${slug}.json`)).changes
    await generate(project, [], { offline: true, date: '2027-01-15' }, () => {})
    expect((await auditDir(content, [], '2027-01-15')).filter(({ severity }) => severity === 'error')).toEqual([])
    for (const name of ['site.yaml', `questions/${slug}.md`, `library/${slug}/reading-notes.json`])
      expect(await readFile(join(content, name), 'utf8')).toBe(await readFile(join(first, name), 'utf8'))
    const { changes } = changesFile.parse(await json(content, 'changes', `${slug}.json`))
    expect(changes.slice(changes.length - old.length)).toEqual(old)
    const now = new Set(claimsFile.parse(await json(content, 'claims', `${slug}.json`)).claims.map(({ id }) => id))
    const told = new Set(changes.map(({ subject }) => subject))
    for (const { id } of before) expect(now.has(id) || told.has(id), id).toBe(true)
  })
})

it('refuses content of a newer release by name and touches nothing of it', async () => {
  await inFolder(async (folder) => {
    const content = join(folder, 'content')
    await cp(first, content, { recursive: true })
    const file = join(content, 'reports', `${slug}.json`)
    await writeFile(file, JSON.stringify({ ...((await json(file)) as object), schema: 2 }))
    const before = await snapshot(content)
    for (const command of ['audit', 'generate', 'build']) {
      const { code, stderr } = await touchstone(folder, [command])
      expect([command, code, stderr]).toEqual([command, 1, expect.stringContaining('content-newer')])
      expect(stderr).toContain(`reports/${slug}.json`)
    }
    expect(await snapshot(content)).toEqual(before)
  })
})

it('builds the site from content of the first release as it is', async () => {
  await inFolder(async (folder) => {
    await cp(first, join(folder, 'content'), { recursive: true })
    process.env.TOUCHSTONE_DIST = join(folder, 'dist')
    expect(await touchstone(folder, ['build'])).toMatchObject({ code: 0 })
    expect(await brokenLinks(join(folder, 'dist'), '/')).toEqual([])
    const report = await readFile(join(folder, 'dist', 'reports', slug, 'index.html'), 'utf8')
    for (const { text } of claimsFile.parse(await json(first, 'claims', `${slug}.json`)).claims.slice(0, 3))
      expect(report).toContain(text.slice(0, 40))
  })
})
