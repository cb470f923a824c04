import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paper as paperForm } from '../../src/schemas/paper.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'

const golden = join(import.meta.dirname, '../../tests/golden/hostile')
const names = ['hostile.bib', 'hostile.csv', 'hostile.json', 'hostile.ris']

describe('a hostile library', () => {
  it('comes in as text, is worked on as text, and writes nothing outside content', () =>
    inFolder(async (folder) => {
      const asked = (await readFile(join(golden, 'input/question.txt'), 'utf8')).trim()
      await mkdir(join(folder, 'content'))
      const files = names.map((name) => join(golden, 'input', name))
      const create = ['--question', 'hostile', '--create', asked, '--date', '2026-01-02']
      expect(await touchstone(folder, ['import', ...files, ...create])).toMatchObject({ code: 0, stderr: '' })
      const ended = await touchstone(folder, ['generate', 'hostile', '--date', '2026-01-02', '--offline'])
      expect(ended).toMatchObject({ code: 0, stderr: '' })
      expect((await readdir(folder)).sort()).toEqual(['cache', 'content'])
      const tree = Object.keys(await snapshot(join(folder, 'content')))
      expect(tree.filter((path) => !/^[a-z]+\/[a-z0-9._~/-]+\.(?:json|md|ris|bib|csv)$/.test(path))).toEqual([])

      const papers = (await readdir(join(folder, 'content/papers'))).sort()
      const works = await Promise.all(
        papers.map(async (name) => {
          const text = await readFile(join(folder, 'content/papers', name), 'utf8')
          const { id, csl, ids, text: kept } = paperForm.parse(JSON.parse(text))
          const { title, author, URL: url } = csl
          return { id, title, author, ids, url: url ?? null, abstract: kept?.sections[0]?.text ?? null }
        }),
      )
      await expect(`${JSON.stringify(works, null, 2)}\n`).toMatchFileSnapshot(join(golden, 'expected/works.json'))
      for (const work of works) {
        const shown = JSON.stringify(work)
        expect(shown).not.toMatch(/<\/?b\b|[\u0000-\u001f\u202a-\u202e]/i)
        expect(work.url ?? 'https://').toMatch(/^https?:\/\//)
        expect(shown).not.toContain('secret@')
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }))
})
