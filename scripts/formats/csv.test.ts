import { describe, expect, it } from 'vitest'
import { libraryOf, told } from '../../tests/helpers/library.ts'

const row = (cells: readonly string[]) =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
const table = (...rows: readonly (readonly string[])[]) => `${rows.map(row).join('\r\n')}\r\n`

/** One work as different tools write it. */
const tools: Record<string, string> = {
  Zotero: table(
    [
      'Key',
      'Item Type',
      'Publication Year',
      'Author',
      'Title',
      'Publication Title',
      'ISBN',
      'ISSN',
      'DOI',
      'Url',
      'Abstract Note',
      'Date',
      'Date Added',
      'Pages',
      'Num Pages',
      'Issue',
      'Volume',
      'Extra',
    ],
    [
      'AB12',
      'journalArticle',
      '2013',
      'Salgado, Cassandra D.; Sepkowitz, Kent A.',
      'Copper surfaces, and infection',
      'Infect Control Hosp Epidemiol',
      '',
      '0899-823X',
      '10.1086/670207',
      'https://example.org/a',
      'Copper killed "most" germs.\nRates fell.',
      '2013-05',
      '2020-01-01 10:00:00',
      '479-486',
      '',
      '5',
      '34',
      'PMID: 23571364',
    ],
  ),
  Scopus: table(
    [
      'Authors',
      'Author full names',
      'Author(s) ID',
      'Title',
      'Year',
      'Source title',
      'Volume',
      'Issue',
      'Art. No.',
      'Page start',
      'Page end',
      'Page count',
      'Cited by',
      'DOI',
      'Link',
      'Abstract',
      'Document Type',
      'PubMed ID',
      'Source',
      'EID',
    ],
    [
      'Salgado C.D.; Sepkowitz K.A.',
      'Salgado, Cassandra D. (57193482500); Sepkowitz, Kent A. (7005432109)',
      '57193482500; 7005432109',
      'Copper surfaces, and infection',
      '2013',
      'Infect Control Hosp Epidemiol',
      '34',
      '5',
      '',
      '479',
      '486',
      '7',
      '200',
      '10.1086/670207',
      'https://www.scopus.com/x',
      'Copper killed "most" germs.\nRates fell.',
      'Article',
      '23571364',
      'Scopus',
      '2-s2.0-1',
    ],
  ),
  PubMed: table(
    [
      'PMID',
      'Title',
      'Authors',
      'Citation',
      'First Author',
      'Journal/Book',
      'Publication Year',
      'Create Date',
      'PMCID',
      'NIHMS ID',
      'DOI',
    ],
    [
      '23571364',
      'Copper surfaces, and infection.',
      'Salgado CD, Sepkowitz KA.',
      'Infect Control Hosp Epidemiol. 2013 May;34(5):479-86. doi: 10.1086/670207. Epub 2013 Apr 9.',
      'Salgado CD',
      'Infect Control Hosp Epidemiol',
      '2013',
      '2013/04/11',
      '',
      '',
      '10.1086/670207',
    ],
  ),
  'Web of Science': [
    [
      'PT',
      'AU',
      'BA',
      'AF',
      'TI',
      'SO',
      'LA',
      'DT',
      'DE',
      'SP',
      'AB',
      'SN',
      'PD',
      'PY',
      'VL',
      'IS',
      'BP',
      'EP',
      'AR',
      'DI',
      'PG',
      'UT',
      'PM',
    ],
    [
      'J',
      'Salgado, CD; Sepkowitz, KA',
      '',
      'Salgado, Cassandra D.; Sepkowitz, Kent A.',
      'Copper surfaces, and infection',
      'Infect Control Hosp Epidemiol',
      'English',
      'Article',
      '',
      'a sponsor',
      'Copper killed "most" germs. "Rates" fell.',
      '0899-823X',
      'MAY',
      '2013',
      '34',
      '5',
      '479',
      '486',
      '',
      '10.1086/670207',
      '8',
      'WOS:1',
      '23571364',
    ],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n'),
  Rayyan: table(
    [
      'key',
      'title',
      'year',
      'month',
      'day',
      'journal',
      'issn',
      'volume',
      'issue',
      'pages',
      'authors',
      'url',
      'language',
      'abstract',
      'notes',
      'doi',
      'pubmed_id',
      'pmc_id',
    ],
    [
      'rayyan-1',
      'Copper surfaces, and infection',
      '2013',
      '5',
      '1',
      'Infect Control Hosp Epidemiol',
      '0899-823X',
      '34',
      '5',
      '479-486',
      'Salgado, Cassandra D. and Sepkowitz, Kent A.',
      '',
      'eng',
      'Copper killed "most" germs.',
      '',
      'https://doi.org/10.1086/670207',
      '23571364',
      '',
    ],
  ),
  Lens: table(
    [
      'Lens ID',
      'Title',
      'Date Published',
      'Publication Year',
      'Publication Type',
      'Source Title',
      'ISSNs',
      'Author/s',
      'Abstract',
      'Volume',
      'Issue Number',
      'Start Page',
      'End Page',
      'DOI',
      'PMID',
    ],
    [
      '000-1',
      'Copper surfaces, and infection',
      '2013-05-01',
      '2013',
      'journal article',
      'Infect Control Hosp Epidemiol',
      '0899823X',
      'Cassandra D. Salgado; Kent A. Sepkowitz',
      'Copper killed "most" germs.',
      '34',
      '5',
      '479',
      '486',
      '10.1086/670207',
      '23571364',
    ],
  ),
  Embase: table(
    ['Title', 'Original Title', 'Author Names', 'Editors', 'Source', 'Abstract', 'Open URL Link', 'Medline PMID'],
    [
      'Copper surfaces, and infection',
      '',
      'Salgado C.D., Sepkowitz K.A.',
      '',
      'Infect Control Hosp Epidemiol (2013) 34:5 (479-486). Date of Publication: May 2013',
      'Copper killed "most" germs.',
      'http://sfx.example/u?sid=EMBASE&id=doi:10.1086%2F670207&atitle=Copper',
      '23571364',
    ],
  ),
}

describe('readCsv', () => {
  it.each(Object.entries(tools))('reads what %s writes', async (_, text) => {
    const { format, records, rejected } = await libraryOf(text, 'export.csv')
    expect({ format, rejected }).toEqual({ format: 'csv', rejected: [] })
    expect(records).toHaveLength(1)
    const { authors, issued, abstract, in: place, ...facts } = told(records[0]!)
    expect(facts).toEqual({
      title: 'Copper surfaces, and infection',
      type: 'article-journal',
      ids: 'doi:10.1086/670207 pmid:23571364',
    })
    expect(place).toMatch(/^Infect Control Hosp Epidemiol\|34\|5\|479-(?:486|86)$/)
    expect((authors as string[]).map((name) => name.replace(/^(\w+, \w).*/, '$1'))).toEqual([
      'Salgado, C',
      'Sepkowitz, K',
    ])
    expect(issued).toMatch(/^2013/)
    expect(abstract ?? 'Copper killed "most" germs.').toMatch(/^Copper killed "most" germs\./)
  })

  it('counts lines of cells that span several, and passes over empty rows and repeated headers', async () => {
    const text = 'title,doi\n"one\ntwo",10.1000/a\n\n,,\ntitle,doi\n,\nthree,\n,nothing\n'
    const { records, rejected } = await libraryOf(text, 'a.csv')
    expect(records.map((record) => record.csl.title)).toEqual(['one two', 'three'])
    expect(rejected).toEqual([{ file: 'a.csv', line: 9, reason: expect.stringContaining('no-title-no-identifier') }])
  })

  it('rejects what an open quote swallowed, with its lines', async () => {
    const text =
      'title,year,doi\na,2001,10.1000/a\n"b,2002,10.1000/b\nc,2003,10.1000/c\n"d",2004,10.1000/d\ne,2005,10.1000/e\n'
    const { records, rejected } = await libraryOf(text, 'a.csv')
    expect(records.length + rejected.length).toBeGreaterThan(2)
    expect(rejected[0]?.reason).toMatch(/row-broken: lines 3 to \d.*quote mark/)
    expect(records[0]?.csl.title).toBe('a')
  })

  it('rejects the row in which the file is cut off', async () => {
    const { records, rejected } = await libraryOf('title,abstract\na,"whole"\nb,"half of', 'a.csv')
    expect(records).toHaveLength(1)
    expect(rejected).toEqual([{ file: 'a.csv', line: 3, reason: expect.stringContaining('cut-off') }])
  })

  it.each([
    ['semicolons', 'title;year;doi\nCopper; a;2001\n', ';'],
    ['tabs', 'title\tyear\tdoi\n', '\t'],
    ['lines above the header', 'Exported by a tool\n\ntitle,year,doi\n', ','],
    ['old line ends', 'title,year,doi\r', ','],
  ])('reads a table with %s', async (_, head, delimiter) => {
    const end = head.includes('\r') ? '\r' : '\n'
    const { records } = await libraryOf(`${head}${['Beds', '2001', '10.1000/A'].join(delimiter)}${end}`, 'a.csv')
    expect(told(records.at(-1)!)).toMatchObject({ title: 'Beds', issued: '2001', ids: 'doi:10.1000/a' })
  })

  it('is no table of works without a title or a DOI', async () => {
    await expect(libraryOf('name,price\ncopper,3\n', 'a.csv')).rejects.toMatchObject({ code: 'file-format-mismatch' })
    await expect(libraryOf('| Title | Year |\n|---|---|\n| a | 2001 |\n', 'a.csv')).rejects.toMatchObject({
      code: 'file-format-mismatch',
    })
  })
})
