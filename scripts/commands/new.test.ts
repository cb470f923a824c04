import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseQuestion } from '../../src/reader/question-file.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'

const asked = 'Do copper surfaces reduce infection in hospitals?'
const day = ['--date', '2026-01-02']

describe('npm run new', () => {
  it('writes a protocol that reads back, explains every field, and is never overwritten', () =>
    inFolder(async (folder) => {
      const first = await touchstone(folder, ['new', asked, ...day])
      expect(first).toMatchObject({ code: 0, stderr: '' })
      expect(first.stdout).toContain('npm run generate -- copper-surfaces-reduce-infection-hospitals')
      const path = join(folder, 'content/questions/copper-surfaces-reduce-infection-hospitals.md')
      const text = await readFile(path, 'utf8')
      const { question } = parseQuestion(text, path)
      expect(question).toMatchObject({ question: asked, created: '2026-01-02' })
      expect(question.facets.filter(({ role }) => role === 'subject')).toHaveLength(1)
      for (const field of ['facets', 'sources', 'exclude', 'years', 'types', 'languages', 'threshold', 'limit'])
        expect(text).toContain(`${field}:`)
      await writeFile(path, `${text}A person's notes.\n`)
      const before = await snapshot(folder)
      const again = await touchstone(folder, ['new', asked, ...day])
      expect(again.code).toBe(1)
      expect(again.stderr).toMatch(/^error question-exists: .*is not overwritten/)
      expect(await snapshot(folder)).toEqual(before)
    }))

  it('warns of a question that is there already, in other words', () =>
    inFolder(async (folder) => {
      await touchstone(folder, ['new', asked, '--slug', 'copper', ...day])
      const again = await touchstone(folder, [
        'new',
        'Is infection in hospitals reduced by a copper surface?',
        '--json',
        ...day,
      ])
      expect(JSON.parse(again.stdout).warnings).toEqual([expect.stringContaining('questions/copper.md asks the same')])
      const other = await touchstone(folder, ['new', 'Does copper intake impair memory in old age?', '--json', ...day])
      expect(JSON.parse(other.stdout).warnings).toEqual([])
    }))

  it('refuses what is no question, a wrong name and a wrong day, and writes nothing', () =>
    inFolder(async (folder) => {
      for (const args of [
        ['Copper?'],
        [asked, '--slug', 'Copper infection'],
        [asked, '--topic', 'x'],
        [asked, '--date', 'soon'],
      ]) {
        const ended = await touchstone(folder, ['new', ...args])
        expect(ended, args.join(' ')).toMatchObject({ code: 1, stdout: '' })
        expect(ended.stderr).toMatch(/^error usage: /)
      }
      expect(await snapshot(folder)).toEqual({})
    }))

  it('takes a question in another script', () =>
    inFolder(async (folder) => {
      const made = await touchstone(folder, ['new', '铜表面能减少医院中的感染吗，证据是什么？', '--json', ...day])
      expect(made.code).toBe(0)
      expect(JSON.parse(made.stdout).slug).toMatch(/^question-[0-9a-f]{8}$/)
    }))
})
