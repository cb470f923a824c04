import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { touchstone } from '../../tests/helpers/touchstone.ts'

it('writes generated questions that pass the audit without a word', () =>
  inFolder(async (folder) => {
    const made = await touchstone(folder, ['bench', '--generate', '3', '--content', `${folder}/content`])
    expect(made.code).toBe(0)
    const audited = await touchstone(folder, ['audit', '--strict'])
    expect(audited).toMatchObject({ code: 0, stdout: expect.stringContaining('0 errors, 0 warnings') })
  }))

it('refuses to mix generated content into the project', () =>
  inFolder(async (folder) => {
    const refused = await touchstone(folder, ['bench', '--generate', '1', '--content', 'content'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Name another folder') })
  }))
