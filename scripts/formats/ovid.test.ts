import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { ovidFields } from './ovid-fields.ts'
import { readLibraryFile } from './read.ts'

describe('the source line of Ovid', () => {
  it.each<[string, string]>([
    ['Lancet. 349(9055):838-42, 1997 Mar 22.', 'Lancet | 349 | 9055 | 838-42 | 1997'],
    [
      'Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.',
      'Forest Ecology & Management | 201 | 2-3 | 327-334 | 2004',
    ],
    [
      'Journal of Applied Roofing. Vol.12(3), Jun 2010, pp. 45-56.',
      'Journal of Applied Roofing | 12 | 3 | 45-56 | 2010',
    ],
    [
      'Roof Proceedings. Conference: 2nd Roof Days. Finland. 12 (Supplement 3) (pp S45), 2018.',
      'Roof Proceedings | 12 | Supplement 3 | S45 | 2018',
    ],
    [
      'Trials. 18 (1) (no pagination), 2017. Article Number: 123. Date of Publication: 10 Mar 2017.',
      'Trials | 18 | 1 | 123 | 2017',
    ],
    ['Anaesthesia. 76 Suppl 1:12-18, 2021 Jan.', 'Anaesthesia | 76 | Suppl 1 | 12-18 | 2021'],
    [
      'Lee, A. [Editor], Ng, B. [Editor]. Methods of roofing.:371-397, 2004.',
      'Methods of roofing |  |  | 371-397 | 2004',
    ],
    ['Unknown', ' |  |  |  | '],
  ])('%s', (line, right) => {
    const fields = ovidFields(new Map([['SO', [line]]]))
    expect(['T2', 'VL', 'IS', 'SP', 'PY'].map((tag) => fields.get(tag)?.[0] ?? '').join(' | ')).toBe(right)
  })
})

const inFull = `<1>
Unique Identifier
  16912305
Title
  Copper pans and colour loss in jam.
Source
  Journal of Preserves. 12(3):45-56, 2001 Jan.
Authors
  Kroenke CH.  Adler N.
Authors Full Name
  Kroenke, Candyce H.  Adler, Nancy.
Institution
  Department of Jam, Boston, MA
Abstract
  OBJECTIVE: We examined jam. RESULTS: Copper pans
  reduced colour loss by 12%.
Publication Type
  Journal Article.  Retracted Publication.
Database
  MEDLINE

<2>
Accession Number
  2001-00001-001
Title
  Fear of wasps in campers.
`

describe('fields of Ovid under their names in full', () => {
  it('are read, each with the lines below it', () =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), inFull)
      const { format, records } = await readLibraryFile(join(folder, 'a.txt'), 'a.txt')
      expect(format).toBe('ovid')
      expect(records[0]).toMatchObject({
        ids: { pmid: '16912305' },
        standing: { state: 'retracted' },
        text: { sections: [{ text: 'OBJECTIVE: We examined jam. RESULTS: Copper pans reduced colour loss by 12%.' }] },
        csl: {
          title: 'Copper pans and colour loss in jam',
          author: [
            { family: 'Kroenke', given: 'Candyce H.' },
            { family: 'Adler', given: 'Nancy' },
          ],
          'container-title': 'Journal of Preserves',
        },
      })
      expect(records[1]).toMatchObject({ ids: {}, csl: { title: 'Fear of wasps in campers', author: [] } })
    }))
})
