import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditDir } from '../scripts/audit-content.ts'
import { generate } from '../scripts/generate.ts'
import type { ClaimsFile } from '../src/schemas/claim.ts'
import { inFolder } from './helpers/folders.ts'

const cases = join(import.meta.dirname, 'golden')
const generated = ['claims', 'ledger', 'papers', 'reports', 'changes']
/** `UPDATE_GOLDEN=1 npm test -- tests/golden.test.ts` writes what is made now as what is expected: read the diff before you commit it. */
const update = process.env.UPDATE_GOLDEN === '1'

async function files(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name.slice(folder.length + 1), await readFile(name, 'utf8')]),
  )
  return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What one of two invented works of the case says and the other denies. */
const disputed = 'Deduplicating the training data improved vulnerability detection with code models on unseen projects.'
const isDispute = ({ verdict }: ClaimsFile['claims'][number]) => verdict === 'disputed' || verdict === 'contradicted'

describe('content made on a frozen day', () => {
  it.each(['disagreement'])('%s is what is expected, byte for byte, and passes the audit', async (name) => {
    await inFolder(async (folder) => {
      const content = join(folder, 'content')
      await cp(join(cases, name, 'input'), content, { recursive: true })
      const project = { root: process.cwd(), content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
      await generate(project, [], { offline: true, date: '2026-01-15' }, () => {})
      const { claims } = JSON.parse(await readFile(join(content, 'claims', `${name}.json`), 'utf8')) as ClaimsFile
      expect(claims.filter(isDispute).map(({ text }) => text)).toEqual(expect.arrayContaining([disputed]))
      const expected = join(cases, name, 'expected')
      if (update) {
        await rm(expected, { recursive: true, force: true })
        for (const part of generated) await cp(join(content, part), join(expected, part), { recursive: true })
      }
      const made = Object.fromEntries(
        Object.entries(await files(content)).filter(([path]) => generated.includes(path.split('/')[0]!)),
      )
      expect(made).toEqual(await files(expected))
      expect((await auditDir(content, [], '2026-01-15')).filter(({ severity }) => severity === 'error')).toEqual([])
    })
  })
})
