import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'

const record = (n: number, more = '') =>
  `TY  - JOUR\nTI  - Copper beds and infection, part ${n}\nAU  - Smith, Ann\nPY  - 201${n}\nDO  - 10.1000/copper.${n}\n${more}ER  - \n`
const asked = 'Do copper surfaces reduce infection?'
const create = ['--question', 'copper', '--create', asked, '--date', '2026-01-02']

describe('npm run import', () => {
  it('brings a library, makes the question, and does nothing the second time', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.ris')
      await writeFile(file, `${record(1) + record(2, 'AB  - Beds were cleaner.\n') + record(1)}TY  - JOUR\nER  - \n`)
      const first = await touchstone(folder, ['import', file, ...create, '--json'])
      expect(first).toMatchObject({ code: 0, stderr: '' })
      expect(JSON.parse(first.stdout)).toEqual({
        files: [
          {
            file,
            read: 4,
            works: 2,
            merged: 1,
            rejected: 1,
            withoutDoi: 0,
            withoutAbstract: 2,
            kept: 'library/copper/a.ris',
            rejections: [{ line: 20, reason: expect.stringContaining('neither a title nor') }],
          },
        ],
      })
      const before = await snapshot(join(folder, 'content'))
      expect(Object.keys(before)).toEqual(['library/copper/a.ris', 'questions/copper.md'])
      expect(await readFile(join(folder, 'content/library/copper/a.ris'))).toEqual(await readFile(file))
      const again = await touchstone(folder, ['import', file, ...create])
      expect(again.code).toBe(0)
      expect(again.stdout).toContain('nothing changed')
      expect(again.stdout).toContain('rejected: line 20:')
      expect(await snapshot(join(folder, 'content'))).toEqual(before)
    }))

  it('says what to do where no record could be taken, and sends nobody on to generate', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.ris')
      await writeFile(file, 'TY  - JOUR\nAU  - Smith, Ann\nER  - \n')
      const { stdout } = await touchstone(folder, ['import', file, ...create])
      expect(stdout).toContain('npm run import -- FILE --question copper')
      expect(stdout).not.toContain('npm run generate')
    }))

  it('keeps another file of the same name beside the first one, and the same bytes once', () =>
    inFolder(async (folder) => {
      for (const [name, n] of [
        ['x', 1],
        ['y', 2],
        ['z', 1],
      ] as const) {
        await mkdir(join(folder, name))
        await writeFile(join(folder, name, name === 'z' ? 'copy.ris' : 'export.ris'), record(n))
      }
      const paths = ['x/export.ris', 'y/export.ris', 'z/copy.ris'].map((path) => join(folder, path))
      const ended = await touchstone(folder, ['import', ...paths, ...create])
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      expect(ended.stdout).toContain('export-2.ris')
      expect(ended.stdout).toContain('Together: 3 records of 2 works')
      expect(await readdir(join(folder, 'content/library/copper'))).toEqual(['export-2.ris', 'export.ris'])
      expect(await readFile(join(folder, 'content/library/copper/export.ris'), 'utf8')).toBe(record(1))
    }))

  it.each<[string, string[], string]>([
    ['an unknown question', ['--question', 'copper'], 'question-unknown'],
    ['no question', [], 'usage'],
    ['a name that is a path', ['--question', '../copper', '--create', asked], 'usage'],
    ['a question that is too short', ['--question', 'copper', '--create', 'Copper?'], 'usage'],
    ['a file that is missing', ['none.ris', ...create], 'file-missing'],
  ])('refuses %s and writes nothing', (_, args, code) =>
    inFolder(async (folder) => {
      const file = join(folder, 'a.ris')
      await writeFile(file, record(1))
      const ended = await touchstone(folder, ['import', file, ...args])
      expect(ended.code).toBe(1)
      expect(ended.stderr).toMatch(new RegExp(`^error ${code}: `))
      expect(await readdir(folder)).not.toContain('content')
    }),
  )

  it('writes nothing of two files where one is wrong', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'a.ris'), record(1))
      await writeFile(join(folder, 'b.ris'), '<!doctype html><title>Sign in</title>')
      const ended = await touchstone(folder, ['import', join(folder, 'a.ris'), join(folder, 'b.ris'), ...create])
      expect(ended.code).toBe(1)
      expect(ended.stderr).toContain('file-format-mismatch')
      expect(await readdir(folder)).not.toContain('content')
    }))

  it('refuses to take one question for another', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'a.ris'), record(1))
      await touchstone(folder, ['import', join(folder, 'a.ris'), ...create])
      const other = ['--question', 'copper', '--create', 'Do copper devices reduce infection?']
      const ended = await touchstone(folder, ['import', join(folder, 'a.ris'), ...other])
      expect(ended.stderr).toContain('question-exists')
      expect(ended.code).toBe(1)
    }))
})
