import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printed } from '../sources/printed.ts'
import { readLibraryFile } from './read.ts'

async function read(name: string, text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'fields-'))
  try {
    await writeFile(join(folder, name), text)
    const { records, rejected, format } = await readLibraryFile(join(folder, name), name)
    return { records, rejected, format, works: records.map(printed) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const ris = (...lines: string[]) => [...lines, 'ER  - ', ''].join('\n')
const csl = (item: object) => JSON.stringify([{ type: 'article-journal', title: 'Copper', ...item }])
const people = [
  { family: 'Smith', given: 'J.' },
  { family: 'Jones', given: 'K. L.' },
]

describe('people', () => {
  it.each<[string, string, string]>([
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AU  - Smith, J.; Jones, K. L.')],
    ['RIS, A1 and AU', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'A1  - Smith, J.', 'AU  - Jones, K. L.')],
    [
      'RIS, one list twice',
      'a.ris',
      ris('TY  - JOUR', 'TI  - C', 'A1  - Smith, J', 'A1  - Jones, K', 'AU  - Smith, J.', 'AU  - Jones, K. L.'),
    ],
    ['nbib', 'a.nbib', 'PMID- 1234567\nTI  - Copper\nFAU - Smith, J.; Jones, K. L.\n'],
    ['BibTeX', 'a.bib', '@article{a, title={Copper}, author={Smith, J.; Jones, K. L.}}\n'],
    ['CSL-JSON', 'a.json', csl({ author: [{ literal: 'Smith, J.; Jones, K. L.' }] })],
    ['CSV', 'a.csv', 'Title,Authors,Year\nCopper,"Smith, J.; Jones, K. L.",2020\n'],
    [
      'objects in a cell',
      'a.csv',
      'Title,Authors,Year\nCopper,"[{""name"": ""J. Smith""}, {""name"": ""K. L. Jones""}]",2020\n',
    ],
    ['SpringerLink, without anything between', 'a.csv', 'Title,Authors,Year\nCopper,J. SmithK. L. Jones,2020\n'],
    [
      'a line of a search engine',
      'a.csv',
      'Title,Authors,Year\nCopper,"J. Smith, K. L. Jones - Nature, 2020 - nature.com",2020\n',
    ],
    [
      'OpenAlex CSV',
      'a.csv',
      'id,display_name,authorships.author.display_name,publication_year\nW1,Copper,J. Smith|K. L. Jones,2020\n',
    ],
  ])('%s', async (_, name, text) => {
    expect((await read(name, text)).works[0]!.authors).toEqual(people)
  })

  it.each<[string, string, string]>([
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AU  - O&apos;Neil, Se&aacute;n; M&uuml;ller, J&ouml;rg')],
    ['BibTeX', 'a.bib', "@article{a, title={Copper}, author={O&#39;Neil, Se{\\'a}n and M&uuml;ller, J&ouml;rg}}\n"],
    ['CSV', 'a.csv', 'Title,Authors,Year\nCopper,"O&#39;Neil, Se&aacute;n; M&uuml;ller, J&ouml;rg",2020\n'],
    ['CSL-JSON', 'a.json', csl({ author: [{ literal: 'O&#x27;Neil, Se&aacute;n; M&uuml;ller, J&ouml;rg' }] })],
  ])('entities part no names: %s', async (_, name, text) => {
    expect((await read(name, text)).works[0]!.authors).toEqual([
      { family: "O'Neil", given: 'Seán' },
      { family: 'Müller', given: 'Jörg' },
    ])
  })

  it.each<[string, string, string]>([
    ['BibTeX', 'a.bib', '@article{a, title={Copper}, author={Smith, J. and others}}\n'],
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AU  - Smith, J.', 'AU  - et al.')],
    ['CSV', 'a.csv', 'Title,Authors,Year\nCopper,"Smith, J., et al.",2020\n'],
  ])('that there are more is kept: %s', async (_, name, text) => {
    const [first, more, ...rest] = (await read(name, text)).works[0]!.authors
    expect(first).toEqual(people[0])
    expect(more).toEqual({ literal: expect.stringMatching(/^(?:others|et al\.)$/) })
    expect(rest).toEqual([])
  })

  it.each<[string, string, string]>([
    ['CSV', 'a.csv', 'Title,Authors,Year\nCopper,"SMITH A; LEE BC",2020\n'],
    ['BibTeX', 'a.bib', '@article{a, title={Copper}, author={SMITH A; LEE BC}}\n'],
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AU  - SMITH A; LEE BC')],
  ])('initials stand behind names in capitals: %s', async (_, name, text) => {
    expect((await read(name, text)).works[0]!.authors).toEqual([
      { family: 'SMITH', given: 'A' },
      { family: 'LEE', given: 'BC' },
    ])
  })

  it('PubMed as CSV keeps its groups', async () => {
    const text = `PMID,Title,Authors,Journal/Book,Publication Year,DOI\n1234567,Copper.,"Marsh L, van der Berg P, O'Neil K; Ward Study Group.",J Test,2020,10.1000/a\n`
    expect((await read('a.csv', text)).works[0]!.authors).toEqual([
      { family: 'Marsh', given: 'L' },
      { family: 'van der Berg', given: 'P' },
      { family: "O'Neil", given: 'K' },
      { literal: 'Ward Study Group' },
    ])
  })
})

describe('dates that name no year keep what they say', () => {
  it.each<[string, string, string, string]>([
    ['BibTeX', 'a.bib', '@article{a, title={Copper}, year={in press}}\n', 'in press'],
    ['biblatex', 'a.bib', '@article{a, title={Copper}, date={199X}}\n', '199X'],
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'PY  - In press'), 'In press'],
    ['CSV', 'a.csv', 'Title,Authors,Year\nCopper,"Smith, J.",forthcoming\n', 'forthcoming'],
    ['CSL-JSON', 'a.json', csl({ issued: { literal: 'in press' } }), 'in press'],
  ])('%s', async (_, name, text, dated) => {
    expect((await read(name, text)).works[0]).toMatchObject({ year: null, dated })
  })

  it.each<[string, string, string]>([
    ['no date', 'a.bib', '@article{a, title={Copper}, year={n.d.}}\n'],
    ['a placeholder', 'a.csv', 'Title,Authors,Year\nCopper,"Smith, J.",N/A\n'],
    ['a year', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'PY  - in press, 2024')],
  ])('%s is none of them', async (_, name, text) => {
    expect((await read(name, text)).works[0]).not.toHaveProperty('dated')
  })
})

describe('RIS', () => {
  it('is bounded by ER where TY is not the first tag', async () => {
    const text = [
      'ID  - 1',
      'AN  - x',
      'TI  - One',
      'TY  - JOUR',
      'AU  - Smith, J.',
      'ER  - ',
      'SN  - 1234-5678',
      'TY  - CHAP',
      'TI  - Two',
      'ER  - ',
      '',
    ].join('\n')
    const { works } = await read('a.ris', text)
    expect(works.map(({ title, type, authors }) => [title, type, authors.length])).toEqual([
      ['One', 'article-journal', 1],
      ['Two', 'chapter', 0],
    ])
  })

  it.each<[string, string, string]>([
    ['RIS without any TY', 'a.ris', 'TI  - Copper\nAU  - Lee, A\nPY  - 2020\nER  -\nTI  - Zinc\nAU  - Ray, B\nER  -\n'],
    [
      'Refer whose %0 stands behind',
      'a.enw',
      '%T Copper\n%A Lee, A\n%0 Journal Article\n%D 2020\n\n%T Zinc\n%A Ray, B\n%0 Journal Article\n',
    ],
    [
      'Web of Science that begins with another tag',
      'a.txt',
      'FN Web of Science\nVR 1.0\nUT WOS:1\nAU Lee, A\nPT J\nTI Copper\nPY 2020\nER\n\nUT WOS:2\nPT J\nTI Zinc\nER\n\nEF\n',
    ],
    [
      'MEDLINE whose PMID is empty',
      'a.nbib',
      'PMID-\nTI  - Copper\nFAU - Lee, A\nDP  - 2020\n\nPMID-\nTI  - Zinc\nFAU - Ray, B\n',
    ],
  ])('and its neighbours: %s', async (_, name, text) => {
    const { works } = await read(name, text)
    expect(works.map(({ title }) => title)).toEqual(['Copper', 'Zinc'])
    expect(works[0]).toMatchObject({ year: 2020, authors: [{ family: 'Lee', given: 'A' }] })
  })

  it('parts an entry without its own TY from the next one', async () => {
    const { works } = await read('a.ris', 'TI  - One\nPY  - 2001\nTY  - JOUR\nTI  - Two\nPY  - 2002\nER  - \n')
    expect(works.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('joins several lines of an abstract, each once', async () => {
    const { works } = await read(
      'a.ris',
      ris('TY  - JOUR', 'TI  - Copper', 'AB  - We tested it.', 'AB  - It worked.', 'AB  - It worked.'),
    )
    expect(works[0]!.abstract).toBe('We tested it. It worked.')
  })
})

describe('places in print', () => {
  it.each<[string, string, string, string]>([
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'SP  - pii: E1392'), 'E1392'],
    ['nbib', 'a.nbib', 'PMID- 1234567\nTI  - Copper\nPG  - pii: e12. doi: 10.1000/a\n', 'e12'],
    ['CSV', 'a.csv', 'Title,Authors,Year,Pages\nCopper,"Smith, J.",2020,pii: 77\n', '77'],
  ])('%s loses "pii:"', async (_, name, text, page) => {
    expect((await read(name, text)).records[0]!.csl.page).toBe(page)
  })
})

describe('tools', () => {
  it('ERIC writes the MEDLINE format without PMIDs', async () => {
    const one = (n: number) =>
      `OWN - ERIC\nTI  - Nudging in schools ${n}\nAU  - Smith, John\nJT  - Journal of Schools\nDP  - 2019/00/00\nPG  - ${n}-9\nLID - http://eric.ed.gov/?id=EJ${n}\nAB  - We tested\n      nudges.\nISSN- ISSN-0161-956X\nOID - EJ${n}\n`
    const { works, format } = await read('eric.nbib', `${one(1)}\n${one(2)}`)
    expect(format).toBe('nbib')
    expect(works.map(({ title, year, abstract, url }) => [title, year, abstract, url])).toEqual([
      ['Nudging in schools 1', 2019, 'We tested nudges.', 'http://eric.ed.gov/?id=EJ1'],
      ['Nudging in schools 2', 2019, 'We tested nudges.', 'http://eric.ed.gov/?id=EJ2'],
    ])
  })

  it('OpenAlex writes dotted names of columns', async () => {
    const text =
      'id,doi,display_name,publication_year,type,authorships.author.display_name,primary_location.source.display_name,biblio.volume,biblio.first_page,is_retracted\n' +
      'https://openalex.org/W21,https://doi.org/10.1000/a,Copper,2020,article,Ann Lee|Bo Ek,Journal of Wards,3,7,false\n'
    expect((await read('works.csv', text)).works[0]).toMatchObject({
      title: 'Copper',
      doi: '10.1000/a',
      year: 2020,
      venue: 'Journal of Wards',
      type: 'article-journal',
      ids: { openalex: 'W21' },
      authors: [
        { family: 'Lee', given: 'Ann' },
        { family: 'Ek', given: 'Bo' },
      ],
    })
  })

  it.each<[string, string, string, string]>([
    [
      'IEEE',
      'a.csv',
      'Document Title,Authors,Publication Title,Publication Year,DOI,Document Identifier\nNets,A. Lee,2020 IEEE Conference on Nets,2020,10.1000/a,IEEE Conferences\n',
      'paper-conference',
    ],
    [
      'IEEE without identifier',
      'a.csv',
      'Document Title,Authors,Publication Title,Publication Year,ISBNs\nNets,A. Lee,Proceedings of the Net Symposium,2020,978-1-2345-6789-7\n',
      'paper-conference',
    ],
    [
      'IEEE journal',
      'a.csv',
      'Document Title,Authors,Publication Title,Publication Year,Document Identifier\nNets,A. Lee,IEEE Transactions on Nets,2020,IEEE Journals\n',
      'article-journal',
    ],
    [
      'Web of Science, conference',
      'a.tsv',
      'PT\tAU\tTI\tSO\tDT\tPY\nC\tLee, A\tNets\tNET CONF\tProceedings Paper\t2010\n',
      'paper-conference',
    ],
    [
      'Web of Science, meeting in a journal',
      'a.tsv',
      'PT\tAU\tTI\tSO\tDT\tPY\nJ\tLee, A\tNets\tNETS\tMeeting Abstract\t2010\n',
      'article-journal',
    ],
    [
      'Web of Science, chapter',
      'a.tsv',
      'PT\tAU\tTI\tSO\tDT\tPY\nB\tLee, A\tNets\tBOOK OF NETS\tArticle; Book Chapter\t2010\n',
      'chapter',
    ],
  ])('types stay what they are: %s', async (_, name, text, type) => {
    expect((await read(name, text)).works[0]!.type).toBe(type)
  })

  it.each<[string, string, string]>([
    ['a note of CSL-JSON', 'a.json', csl({ note: 'PMID: 23571364\nPMCID: PMC123' })],
    ['a note of Zotero', 'a.json', csl({ note: 'Publisher: X\nPMID: 23571364; PMCID: PMC123' })],
    ['what Zotero once put into braces', 'a.json', csl({ note: '{:PMID: 23571364}{:PMCID: PMC123}' })],
    [
      'an object in a cell',
      'a.csv',
      'Title,Year,externalIds\nCopper,2020,"{""PubMed"": ""23571364"", ""PMC"": ""PMC123""}"\n',
    ],
    [
      'an extra column',
      'a.csv',
      'Title,Author,Publication Year,Extra\nCopper,"Lee, A",2020,PMID: 23571364 PMCID: PMC123\n',
    ],
  ])('identifiers stand in %s', async (_, name, text) => {
    expect((await read(name, text)).works[0]!.ids).toMatchObject({ pmid: '23571364', pmcid: 'PMC123' })
  })

  it.each<[string, string, string]>([
    ['#NAME?', 'a.csv', 'Title,Author,Year,Abstract\nCopper,"Lee, A",2020,#NAME?\n'],
    ['n/a', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AB  - n/a')],
    ['#N/A', 'a.json', csl({ abstract: '#N/A' })],
    ['[No abstract available]', 'a.bib', '@article{a, title={Copper}, abstract={[No abstract available]}}\n'],
    [
      'There is no abstract',
      'a.ris',
      ris('TY  - JOUR', 'TI  - Copper', 'AB  - There is no abstract for this article.'),
    ],
    ['Abstract unavailable', 'a.csv', 'Title,Author,Year,Abstract\nCopper,"Lee, A",2020,Abstract unavailable\n'],
    ['[ABSTRACT FROM AUTHOR]', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AB  - [ABSTRACT FROM AUTHOR]')],
    ['Resumen no disponible', 'a.bib', '@article{a, title={Copper}, abstract={Resumen no disponible}}\n'],
  ])('%s is no abstract', async (_, name, text) => {
    expect((await read(name, text)).works[0]!.abstract).toBeNull()
  })

  it('BibTeX without the space behind a dotless letter', async () => {
    const text = "@article{a, title={Copper}, author={Mart\\'\\in, Jos\\'e and Garc{\\'\\i}a, Bo}}\n"
    expect((await read('a.bib', text)).works[0]!.authors).toEqual([
      { family: 'Martín', given: 'José' },
      { family: 'García', given: 'Bo' },
    ])
  })
})

describe('a snippet of a search engine is no abstract', () => {
  it.each<[string, string, string]>([
    ['RIS', 'a.ris', ris('TY  - JOUR', 'TI  - Copper', 'AB  - … reduced infections by 58% in …')],
    [
      'CSV',
      'a.csv',
      'Authors,Title,Year,Abstract\n"A Lee, John…",Copper,2020,"Copper ... reduced infections by 58% in the ward ..."\n',
    ],
    [
      'BibTeX',
      'a.bib',
      '@article{a, title={Copper}, abstract={We show that copper reduced infections by 58\\% in …}}\n',
    ],
  ])('%s', async (_, name, text) => {
    const { records, works } = await read(name, text)
    expect(records[0]!.text?.kind).toBe('snippet')
    expect(works[0]).toMatchObject({ abstract: null, snippet: expect.stringContaining('58%') })
  })

  it('and what it cut is no name', async () => {
    const text = 'Authors,Title,Year\n"A Lee, John…",Copper,2020\n'
    expect((await read('a.csv', text)).works[0]!.authors).toEqual([
      { family: 'Lee', given: 'A' },
      { literal: 'et al.' },
    ])
  })

  it.each([
    'Bog oak flutes were 12% louder than ... and players preferred them',
    '[…] harps of bog oak were 9% louder [...] than harps of maple',
    '12. März 2014 · Bog oak fiddles were 7% louder than maple fiddles in …',
    'Jan 3, 2015 — Bog oak lutes were 5% louder (...)',
  ])('as other engines show it: %s', async (shown) => {
    const text = `Title,Authors,Year,Abstract\nBog oak,"Hale, R.",2014,"${shown}"\n`
    expect((await read('a.csv', text)).works[0]).toMatchObject({ abstract: null, snippet: shown })
  })

  it('a whole abstract with dots is one', async () => {
    const whole = `${'We measured it in many wards. '.repeat(20)}It was less ...`
    expect((await read('a.ris', ris('TY  - JOUR', 'TI  - Copper', `AB  - ${whole}`))).works[0]!.abstract).toBe(whole)
  })
})
