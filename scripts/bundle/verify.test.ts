import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeBundle } from '../../src/core/bundle/make.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { sampleContent } from '../../tests/helpers/sample-content.ts'
import { verifyFile } from './verify.ts'

const text = stableJson(makeBundle(sampleContent(), 'tea', []))
const verify = (bytes: string | Uint8Array, name = 'tea.bundle.json') =>
  inFolder(async (folder) => {
    await writeFile(join(folder, name), bytes)
    return verifyFile(join(folder, name))
  })

describe('verify-bundle', () => {
  it('reads a bundle, alone or in an archive', async () => {
    for (const bytes of [text, zipSync({ 'bundle.json': strToU8(text), '../evil': strToU8('x') })])
      expect((await verify(bytes)).checks.flatMap(({ problems }) => problems)).toEqual([])
  })

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'file-format-mismatch'],
    ['no JSON', 'hello', 'file-format-mismatch'],
    ['other JSON', '{"schema":1}', 'file-format-mismatch'],
    ['a field too many', text.replace('{', '{"more":1,'), 'file-format-mismatch'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'file-format-mismatch'],
    ['a broken archive', 'PK\u0003\u0004broken', 'file-format-mismatch'],
  ])('refuses %s by name', async (_what, bytes, code) => {
    await expect(verify(bytes)).rejects.toMatchObject({ code })
  })

  it('says where there is no file', async () => {
    await expect(verifyFile('/nowhere/tea.json')).rejects.toMatchObject({ code: 'file-missing' })
  })
})
