import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLibraryFile } from './read.ts'

async function read(name: string, text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'standing-'))
  try {
    await writeFile(join(folder, name), text)
    return (await readLibraryFile(join(folder, name), name)).records
  } finally {
    await rm(folder, { recursive: true })
  }
}

const ris = (...lines: string[]) =>
  ['TY  - JOUR', 'TI  - Copper surfaces and infection', 'PY  - 2010', ...lines, 'ER  - ', ''].join('\n')
const nbib = (...lines: string[]) =>
  ['PMID- 12345678', 'TI  - Copper surfaces and infection', 'DP  - 2010', ...lines, ''].join('\n')

describe('a library that says "retracted" is believed', () => {
  it.each<[string, string, string]>([
    ['RIS, publication type', 'a.ris', ris('PT  - Retracted Publication')],
    ['RIS, M3', 'a.ris', ris('M3  - Retracted')],
    ['RIS, type of entry', 'a.ris', ris().replace('JOUR', 'RETRACTED')],
    ['RIS, keyword', 'a.ris', ris('KW  - Copper', 'KW  - Retracted Publication')],
    ['RIS, note', 'a.ris', ris('N1  - This article has been retracted: J Test. 2011;1:2')],
    ['RIS, title', 'a.ris', ris().replace('Copper', 'RETRACTED: Copper')],
    ['RIS, title of another tag', 'a.ris', ris().replace('TI  - Copper', 'T1  - [Retracted] Copper')],
    [
      'Scopus CSV',
      'a.csv',
      'Authors,Title,Year,Source title,DOI,Document Type\n"Smith, J.",Copper surfaces,2010,J Test,10.1000/a,Retracted\n',
    ],
    [
      'Web of Science, tab-delimited',
      'a.tsv',
      'PT\tAU\tTI\tSO\tDT\tPY\nJ\tSmith, J\tCopper surfaces\tJ TEST\tArticle; Retracted Publication\t2010\n',
    ],
    ['OpenAlex CSV', 'a.csv', 'id,display_name,publication_year,is_retracted\nW1,Copper surfaces,2010,true\n'],
    ['a column of notices', 'a.csv', 'Title,Year,Retraction Notice\nCopper surfaces,2010,10.5555/notice\n'],
    ['RIS, a list of updates', 'a.ris', ris('N1  - Update notices: Retraction 10.5555/notice (2011-01-01)')],
    ['nbib, publication type', 'a.nbib', nbib('PT  - Journal Article', 'PT  - Retracted Publication')],
    ['nbib, link', 'a.nbib', nbib('RIN - J Test. 2011;1:2. doi: 10.1000/notice. PMID: 2')],
    ['CSL-JSON, note', 'a.json', JSON.stringify([{ type: 'article-journal', title: 'Copper', note: 'Retracted' }])],
    ['CSL-JSON, status', 'a.json', JSON.stringify([{ type: 'article-journal', title: 'Copper', status: 'retracted' }])],
    ['CSL-JSON, title', 'a.json', JSON.stringify([{ type: 'article-journal', title: 'WITHDRAWN: Copper' }])],
    ['BibTeX, note', 'a.bib', '@article{a, title={Copper surfaces}, year=2010, note={RETRACTED}}\n'],
    ['BibTeX, keywords', 'a.bib', '@article{a, title={Copper surfaces}, keywords={copper, retracted publication}}\n'],
    ['BibTeX, pubstate', 'a.bib', '@article{a, title={Copper surfaces}, pubstate={retracted}}\n'],
  ])('%s', async (_, name, text) => {
    expect((await read(name, text))[0]!.standing).toMatchObject({ state: 'retracted', source: 'library' })
  })

  it.each<[string, string, string]>([
    ['OpenAlex CSV', 'a.csv', 'id,display_name,publication_year,is_retracted\nW1,Copper surfaces,2010,false\n'],
    ['RIS', 'a.ris', ris('KW  - retraction', 'N1  - Withdrawal symptoms were rare')],
    ['nbib', 'a.nbib', nbib('MH  - Retraction of Publication as Topic')],
  ])('and one that does not is not: %s', async (_, name, text) => {
    expect((await read(name, text))[0]).not.toHaveProperty('standing')
    expect((await read(name, text))[0]).not.toHaveProperty('notice')
  })

  it.each<[string, string, string, object]>([
    [
      'nbib',
      'a.nbib',
      nbib('PT  - Retraction of Publication', 'ROF - J Test. 2009;1:2. doi: 10.1000/w. PMID: 77'),
      { doi: '10.1000/w', pmid: '77' },
    ],
    ['RIS', 'a.ris', ris('N1  - Erratum for: J Test. 2009;1:2. doi: 10.1000/w'), { doi: '10.1000/w' }],
    [
      'Scopus CSV',
      'a.csv',
      'Authors,Title,Year,DOI,Document Type\n"S, J.",Erratum: Copper surfaces,2010,10.1000/n,Erratum\n',
      { title: 'Copper surfaces' },
    ],
  ])('a notice names its work: %s', async (_, name, text, of) => {
    expect((await read(name, text))[0]!.notice).toMatchObject({ of, sure: true })
  })
})
