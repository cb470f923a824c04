import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'
import { styles } from '../../tests/reports/styles.ts'
import { drafts } from '../../tests/reports/topics.ts'
import { writeReport } from '../../tests/reports/write.ts'

const text = writeReport(drafts[0]!, styles[1]!)
const slug = 'copper-surfaces-and-hospital-acquired-infection'
const day = ['--date', '2026-11-24']

describe('npm run import of a finished report', () => {
  it('keeps report and claims under the name of the title, and changes nothing the second time', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'copper.md')
      await writeFile(file, text)
      const first = await touchstone(folder, ['import', file, '--json', ...day])
      expect(first).toMatchObject({ code: 0, stderr: '' })
      expect(JSON.parse(first.stdout).files).toMatchObject([
        { file, read: 5, works: 5, merged: 0, rejected: 0, withoutDoi: 0, report: { slug, claims: 6, errors: 0 } },
      ])
      const before = await snapshot(join(folder, 'content'))
      expect(Object.keys(before)).toEqual([`changes/${slug}.json`, `claims/${slug}.json`, `reports/${slug}.json`])
      const again = await touchstone(folder, ['import', file, '--date', '2026-12-24'])
      expect(again.code).toBe(0)
      expect(again.stdout).toContain('nothing changed')
      expect(await snapshot(join(folder, 'content'))).toEqual(before)
      expect(await touchstone(folder, ['audit', '--strict', ...day])).toMatchObject({ code: 0, stderr: '' })
    }))

  it('takes a newer version of the same file for the older one, and refuses another report of that name', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'copper.md')
      await writeFile(file, text)
      await touchstone(folder, ['import', file, '--question', 'mine'])
      await writeFile(file, text.replace('83% lower', '81% lower'))
      expect(await touchstone(folder, ['import', file, '--question', 'mine'])).toMatchObject({ code: 0 })
      expect(await readFile(join(folder, 'content/claims/mine.json'), 'utf8')).toContain('81% lower')
      const { changes } = JSON.parse(await readFile(join(folder, 'content/changes/mine.json'), 'utf8'))
      const told = changes.map(({ kind, cause }: { kind: string; cause: string }) => `${kind}: ${cause}`)
      expect(told.at(-1)).toBe('report-added: brought in from copper.md: 6 claims, 5 references')
      expect(told.slice(0, -1).sort()).toEqual([
        'claim-added: a newer version of copper.md was brought in',
        'claim-removed: a newer version of copper.md was brought in',
      ])
      const other = join(folder, 'other.md')
      await writeFile(other, text)
      const refused = await touchstone(folder, ['import', other, '--question', 'mine'])
      expect(refused.code).toBe(1)
      expect(refused.stderr).toMatch(/^error question-exists: mine: this name belongs to another report/)
    }))

  it.each([
    ['questions/mine.md', '---\nquestion: "Do copper surfaces reduce infection?"\n---\n', 'a question of our own'],
    ['claims/mine.json', '{}', 'files that are no imported report'],
  ])('never writes over %s', (path, body, what) =>
    inFolder(async (folder) => {
      const there = join(folder, 'content', path)
      await mkdir(join(there, '..'), { recursive: true })
      await writeFile(there, body)
      const file = join(folder, 'copper.md')
      await writeFile(file, text)
      const refused = await touchstone(folder, ['import', file, '--question', 'mine'])
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain(what)
      expect(await snapshot(join(folder, 'content'))).toEqual({ [path]: expect.any(String) })
      expect(await readFile(there, 'utf8')).toBe(body)
    }),
  )

  it.each([
    ['notes.md', '# Things to buy\n\n- copper\n- tea\n', 'file-format-mismatch'],
    ['large.md', `${text}\n${'A long sentence of no use. '.repeat(250_000)}`, 'file-too-large'],
  ])('refuses %s by name and writes nothing', (name, body, code) =>
    inFolder(async (folder) => {
      const file = join(folder, name)
      await writeFile(file, body)
      const refused = await touchstone(folder, ['import', file, '--question', 'mine'])
      expect(refused.code).toBe(1)
      expect(refused.stderr).toMatch(new RegExp(`^error ${code}: .*${name}`))
      expect(await snapshot(folder)).toEqual({ [name]: expect.any(String) })
    }),
  )
})
