import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { readRows } from './rows.ts'

const read = (text: string) =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'rows.jsonl'), text)
    return readRows(join(folder, 'rows.jsonl'))
  })

describe('rows of a labelled file', () => {
  it('are whole where a text holds the line separators of Unicode', async () => {
    const rows = [{ id: 'a\u2028b' }, { id: 'c\u2029d\u0085e' }]
    expect(await read(rows.map((row) => JSON.stringify(row)).join('\n'))).toEqual(rows)
  })

  it('may end lines the Windows way, begin with a mark and leave lines empty', async () => {
    expect(await read('\uFEFF{"id":1}\r\n\r\n{"id":2}\r\n')).toEqual([{ id: 1 }, { id: 2 }])
  })

  it('are named by file and line where they are no JSON', async () => {
    await expect(read('{"id":1}\nnot this')).rejects.toMatchObject({
      ...{ code: 'file-unreadable', where: expect.stringMatching(/rows\.jsonl:2$/) },
    })
  })
})
