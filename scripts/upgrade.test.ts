import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changesFile } from '../src/schemas/change.ts'
import { claimsFile } from '../src/schemas/claim.ts'
import { auditDir } from './commands/audit.ts'
import { generate } from './commands/generate.ts'
import { inFolder } from './testing/folders.ts'

const slug = 'disagreement'
/** Content as the first release wrote it. It is never made anew: what a group has in its repository is not either. */
const first = join(import.meta.dirname, '__golden__/release-0.1/content')
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
