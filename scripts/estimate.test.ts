import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { made } from '../tests/helpers/beside-model.ts'
import { inFolder, snapshot } from '../tests/helpers/folders.ts'
import { generate } from './generate.ts'

describe('generate --estimate', () => {
  it('counts requests and tokens by stage, sends nothing and writes no content', () =>
    inFolder(async (folder) => {
      const { content, asked } = await made(folder, () => 'never asked', [])
      const path = join(content, 'site.yaml')
      const settings = JSON.parse(await readFile(path, 'utf8'))
      await writeFile(
        path,
        JSON.stringify({ ...settings, llm: { ...settings.llm, stages: 'all', price: { input: 1, output: 2 } } }),
      )
      const before = await snapshot(content)
      const log: string[] = []
      const project = { root: process.cwd(), content, cache: join(folder, 'cache'), dist: folder }
      await generate(project, [], { estimate: true, date: '2026-03-02' }, (line) => log.push(line))
      expect(asked).toEqual([])
      expect(await snapshot(content)).toEqual(before)
      for (const stage of ['screening', 'extraction', 'answer', 'review', 'together'])
        expect(log.join('\n')).toMatch(
          new RegExp(`^${stage}: [1-9]\\d* requests?, about \\d+ tokens .* cost at most`, 'm'),
        )
    }))

  it('says so where no model is named', () =>
    inFolder(async (folder) => {
      const { content } = await made(folder, null, [])
      const project = { root: process.cwd(), content, cache: join(folder, 'cache'), dist: folder }
      await expect(generate(project, [], { estimate: true }, () => {})).rejects.toMatchObject({
        code: 'engine-missing',
      })
    }))
})
