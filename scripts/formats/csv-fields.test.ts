import { describe, expect, it } from 'vitest'
import { libraryOf, told } from '../../tests/helpers/library.ts'

const byRow = `"TITLE","Copper surfaces, and ""healthcare-acquired"" infections"
"AUTHOR NAMES","Salgado C.D.","Sepkowitz K.A."
"SOURCE","Infection Control and Hospital Epidemiology (2013) 34:5 (479-486). Date of Publication: May 2013"
"SOURCE TITLE","Infection Control and Hospital Epidemiology"
"PUBLICATION YEAR","2013"
"VOLUME","34"
"ISSUE","5"
"FIRST PAGE","479"
"LAST PAGE","486"
"PUBLICATION TYPE","Article"
"ABSTRACT","Objective.
Copper rooms had 0.034 infections."
"EMTREE DRUG INDEX TERMS (MAJOR FOCUS)","copper (drug therapy)"
"MEDLINE PMID","23571364 (http://www.ncbi.nlm.nih.gov/pubmed/23571364)"
"DOI","10.1086/670207"
"EMBASE LINK","https://www.embase.com/search/results?subaction=viewrecord&id=L1&from=export"

"TITLE","Copper linens"
"AUTHOR NAMES","Lazary A."
"SOURCE TITLE","Int J Infect Dis"
"PUBLICATION YEAR","2014"
"DOI","no DOI"

`

describe("Embase's export with fields by row", () => {
  it.each(['embase.csv', 'embase.txt'])('is read work by work from %s', async (name) => {
    const { records, rejected, left } = await libraryOf(`\ufeff${byRow.replaceAll('\n', '\r\n')}`, name)
    expect(records.map(told)).toEqual([
      {
        title: 'Copper surfaces, and "healthcare-acquired" infections',
        authors: ['Salgado, C.D.', 'Sepkowitz, K.A.'],
        issued: '2013',
        in: 'Infection Control and Hospital Epidemiology|34|5|479-486',
        type: 'article-journal',
        ids: 'doi:10.1086/670207 pmid:23571364',
        abstract: 'Objective. Copper rooms had 0.034 infections.',
      },
      expect.objectContaining({ title: 'Copper linens', issued: '2014', ids: '' }),
    ])
    expect(rejected).toEqual([])
    expect(left).toEqual([{ file: name, line: 18, reason: expect.stringMatching(/^doi-malformed: "no DOI"/) }])
  })

  it('that is cut off says where', async () => {
    const { records, rejected } = await libraryOf(byRow.slice(0, byRow.indexOf('0.034')), 'embase.csv')
    expect(records).toHaveLength(1)
    expect(rejected[0]).toMatchObject({ line: 11, reason: expect.stringMatching(/^cut-off/) })
  })
})
