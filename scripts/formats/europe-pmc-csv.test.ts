import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { readLibraryFile } from './read.ts'

it.each([
  ['SOURCE,PMID,TITLE,AUTHOR_STRING,JOURNAL_TITLE,PUB_YEAR,PUB_TYPE'],
  ['source,pmid,title,authorString,journalTitle,pubYear,pubType'],
  ['Source,PMID,Title,Author string,Journal title,Pub year,Pub type'],
])("Europe PMC's table is read under %s", (header) =>
  inFolder(async (folder) => {
    const row = 'MED,77,Honey and cough,"Paul IM, Beiler J.",Arch Ped,2007,research-article; retracted publication'
    await writeFile(join(folder, 'a.csv'), `${header}\n${row}\n`)
    const { records } = await readLibraryFile(join(folder, 'a.csv'), 'a.csv')
    expect(records).toMatchObject([
      {
        ids: { pmid: '77' },
        standing: { state: 'retracted' },
        csl: {
          author: [
            { family: 'Paul', given: 'IM' },
            { family: 'Beiler', given: 'J' },
          ],
          'container-title': 'Arch Ped',
          issued: { 'date-parts': [[2007]] },
        },
      },
    ])
  }),
)
