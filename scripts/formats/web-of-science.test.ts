import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { readLibraryFile } from './read.ts'

const first = `PT J
AU Ito, K
   Bakker, H
AF Ito, Kenji
   Bakker, Hans
TI Zinc lozenges for colds: a randomised
   trial
SO LANCET
DT Article; Retracted Publication
AB Zinc shortened colds
   by two days.
PY 2009
VL 12
BP 11
EP 19
DI 10.1016/S0140-6736(09)60001-1
PM 19000001
ER
`
const second = `PT J
AU Ruiz, M
TI Exercise for back pain (Retracted article. See vol. 378, pg. 12, 2011)
SO SPINE
PY 2010
ER
`

const read = (name: string, text: string) =>
  inFolder(async (folder) => {
    await writeFile(join(folder, name), text)
    return readLibraryFile(join(folder, name), name)
  })

describe('plain text of Web of Science', () => {
  it.each([
    ['of Clarivate', 'wos.txt', `FN Clarivate Analytics Web of Science\nVR 1.0\n${first}\n${second}\nEF\n`],
    [
      'of Thomson, with the line ends of Windows',
      'savedrecs.ciw',
      `\ufeffFN Thomson Reuters Web of Science\nVR 1.0\n${first}\n${second}\nEF`.replaceAll('\n', '\r\n'),
    ],
    ['without its head and its end', 'part.txt', `${first}${second}`],
  ])('is read as the export with tabs is: %s', async (_, name, text) => {
    const { format, records, rejected } = await read(name, text)
    expect([format, rejected]).toEqual(['wos', []])
    expect(records.map(({ csl, standing }) => [csl.title, standing?.state])).toEqual([
      ['Zinc lozenges for colds: a randomised trial', 'retracted'],
      [expect.stringContaining('Exercise for back pain'), 'retracted'],
    ])
    expect(records[0]).toMatchObject({
      ids: { doi: '10.1016/s0140-6736(09)60001-1', pmid: '19000001' },
      text: { sections: [{ text: 'Zinc shortened colds by two days.' }] },
      csl: {
        author: [
          { family: 'Ito', given: 'Kenji' },
          { family: 'Bakker', given: 'Hans' },
        ],
        page: '11-19',
      },
    })
  })
})
