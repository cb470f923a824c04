import { describe, expect, it } from 'vitest'
import { libraryOf, told } from '../../tests/helpers/library.ts'

const styled = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`
const endnote = `<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><source-app name="EndNote">EndNote</source-app><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${styled('Duarte, Rosa')}</author><author>${styled('Lind, P. T.')}</author><author>Falls Study Group,</author></authors></contributors><titles><title>${styled('Hourly rounding and ')}<style face="italic">C. difficile</style></title><secondary-title>${styled('J Adv Nurs')}</secondary-title></titles><periodical><full-title>Journal of Advanced Nursing</full-title></periodical><pages>812-20</pages><volume>71</volume><number>4</number><dates><year>2015</year></dates><accession-num>25999999</accession-num><abstract>Falls fell by 24%.</abstract><electronic-resource-num>10.1000/falls</electronic-resource-num><remote-database-name>Medline</remote-database-name></record></records></xml>`
const refer = `%0 Journal Article
%T Hourly rounding and C. difficile
%A Duarte, Rosa
%A Lind, P. T.
%A Falls Study Group
%J Journal of Advanced Nursing
%V 71
%N 4
%P 812-20
%D 2015
%R 10.1000/falls
%M 25999999
%W Medline
%X Falls fell
by 24%.

`
const cochrane = `Record #1 of 1
ID: CN-01999999
AU: Duarte, Rosa
AU: Lind, P. T.
AU: Falls Study Group
TI: Hourly rounding and C. difficile
SO: Journal of Advanced Nursing
YR: 2015
VL: 71
NO: 4
PG: 812-20
PM: PUBMED 25999999
PT: Journal Article; Randomized Controlled Trial
AB: Falls fell by 24%.
DOI: 10.1000/falls
`
const inFull = `TY  - JOUR
AU  - Duarte, Rosa
AU  - Lind, P. T.
AU  - Falls Study Group
TI  - Hourly rounding and C. difficile
SO  - Journal of Advanced Nursing
YR  - 2015
VL  - 71
NO  - 4
PG  - 812-20
DOI - 10.1000/falls
PMID - 25999999
AB  - Falls fell by 24%.
ER  -
`
const pubmed = `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "https://dtd.nlm.nih.gov/a.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>25999999</PMID><Article><Journal><JournalIssue><Volume>71</Volume><Issue>4</Issue><PubDate><Year>2015</Year></PubDate></JournalIssue><Title>Journal of Advanced Nursing</Title></Journal><ArticleTitle>Hourly rounding and <i>C. difficile</i>.</ArticleTitle><Pagination><MedlinePgn>812-20</MedlinePgn></Pagination><ELocationID EIdType="doi">10.1000/falls</ELocationID><Abstract><AbstractText>Falls fell by 24%.</AbstractText></Abstract><AuthorList><Author><LastName>Duarte</LastName><ForeName>Rosa</ForeName></Author><Author><LastName>Lind</LastName><ForeName>P. T.</ForeName></Author><Author><CollectiveName>Falls Study Group</CollectiveName></Author></AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
`
const tagged = `FN Clarivate Analytics Web of Science
PT J
AU Duarte, R
   Lind, PT
AF Duarte, Rosa
   Lind, P. T.
CA Falls Study Group
TI Hourly rounding and C. difficile
SO Journal of Advanced Nursing
AB Falls fell
   by 24%.
PY 2015
VL 71
IS 4
BP 812
EP 20
DI 10.1000/falls
PM 25999999
ER
EF
`
const covidence = `Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,PMID,DOI,Covidence #,Study,Notes,Tags
Hourly rounding and C. difficile,"Duarte, Rosa; Lind, P. T.; Falls Study Group",Falls fell by 24%.,2015,,Journal of Advanced Nursing,71,4,812-20,25999999,10.1000/falls,#1,Duarte 2015,,
`

describe('one work is the same, whatever program exported it', () => {
  it.each([
    ['EndNote XML', 'a.xml', endnote],
    ['Refer', 'a.enw', refer],
    ['Cochrane plain text', 'a.txt', cochrane],
    ['RIS with tags in full', 'a.ris', inFull],
    ['PubMed XML', 'a.xml', pubmed],
    ['Web of Science plain text', 'a.txt', tagged],
    ['Covidence', 'a.csv', covidence],
  ])('%s', async (_, name, text) => {
    const { records, rejected } = await libraryOf(text, name)
    expect(rejected).toEqual([])
    expect(records.map(told)).toEqual([
      {
        title: 'Hourly rounding and C. difficile',
        authors: ['Duarte, Rosa', 'Lind, P. T.', '[Falls Study Group]'],
        issued: '2015',
        in: 'Journal of Advanced Nursing|71|4|812-20',
        type: 'article-journal',
        ids: 'doi:10.1000/falls pmid:25999999',
        abstract: 'Falls fell by 24%.',
      },
    ])
  })

  it('says which record a file of XML ends in', async () => {
    const { records, rejected } = await libraryOf(`${pubmed.slice(0, -20)}\n<PubmedArticle><MedlineCitation>`, 'a.xml')
    expect(records).toHaveLength(1)
    expect(rejected).toEqual([{ file: 'a.xml', line: 4, reason: expect.stringMatching(/^cut-off: /) }])
  })

  it('parts works of Refer at their first tag and at blank lines', async () => {
    const bare = refer.replace('%0 Journal Article\n', '')
    expect((await libraryOf(`${refer}${refer}`, 'a.enw')).records).toHaveLength(2)
    expect((await libraryOf(`${refer}${bare}${bare}`, 'a.enw')).records).toHaveLength(3)
  })

  it('believes a note of EndNote and a type of PubMed', async () => {
    const noted = endnote.replace('<abstract>', '<notes>Retracted 2019</notes><abstract>')
    const typed = pubmed.replace(
      '</Article>',
      '<PublicationTypeList><PublicationType>Retracted Publication</PublicationType></PublicationTypeList></Article>',
    )
    for (const text of [noted, typed])
      expect((await libraryOf(text, 'a.xml')).records[0]!.standing).toEqual({ state: 'retracted', source: 'library' })
  })
})
