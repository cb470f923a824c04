import { describe, expect, it } from 'vitest'
import { libraryOf, told } from '../../tests/helpers/library.ts'

const entry = `PMID- 23571364
STAT- MEDLINE
IS  - 1559-6834 (Electronic)
VI  - 34
IP  - 5
DP  - 2013 May
TI  - Copper surfaces reduce the rate of healthcare-acquired infections in the
      intensive care unit.
PG  - 479-86
LID - 10.1086/670207 [doi]
LID - S0899823X00021218 [pii]
AB  - OBJECTIVE: Healthcare-acquired infections cause substantial morbidity.
      RESULTS: The rate was 0.034 against 0.081 (P = .013).
FAU - Salgado, Cassandra D
AU  - Salgado CD
AD  - Medical University of South Carolina. TI  - not a title
FAU - van der Berg, Jan
AU  - van der Berg J
CN  - Copper Study Group
LA  - eng
PT  - Journal Article
PT  - Randomized Controlled Trial
TA  - Infect Control Hosp Epidemiol
JT  - Infection control and hospital epidemiology
PMC - PMC1234567
OT  - *copper
SO  - Infect Control Hosp Epidemiol. 2013 May;34(5):479-86. doi: 10.1086/670207.
`

describe('readNbib', () => {
  it('reads an entry of PubMed', async () => {
    const { format, records } = await libraryOf(entry, 'a.nbib')
    expect(format).toBe('nbib')
    expect(records.map(told)).toEqual([
      {
        title: 'Copper surfaces reduce the rate of healthcare-acquired infections in the intensive care unit',
        authors: ['Salgado, Cassandra D', 'van der Berg, Jan', '[Copper Study Group]'],
        issued: '2013-5',
        in: 'Infection control and hospital epidemiology|34|5|479-86',
        type: 'article-journal',
        ids: 'doi:10.1086/670207 pmid:23571364 pmcid:PMC1234567',
        abstract:
          'OBJECTIVE: Healthcare-acquired infections cause substantial morbidity. RESULTS: The rate was 0.034 against 0.081 (P = .013).',
      },
    ])
  })

  it('keeps the numbers under which a study is registered, and none of other data banks', async () => {
    const banks = 'SI  - ClinicalTrials.gov/NCT04123456\nSI  - GENBANK/AB123456\nSI  - ISRCTN/ISRCTN12345678\n'
    const { records } = await libraryOf(entry.replace('OT  - *copper\n', `OT  - *copper\n${banks}`), 'a.nbib')
    expect(records[0]!.csl.keyword).toBe('copper; NCT04123456; ISRCTN12345678')
  })

  it('takes notices as the standing of a work', async () => {
    const retracted =
      'PMID- 1\nTI  - [Foreign title].\nPT  - Retracted Publication\nRIN - J Foo. 2020;1:2. doi: 10.1000/notice. PMID: 9\n'
    const corrected = 'PMID- 2\nTI  - Mended.\nEIN - J Foo. 2020;1:3. doi: 10.1000/erratum\n'
    const { records } = await libraryOf(`${retracted}\n${corrected}\n${entry}`, 'a.nbib')
    expect(records.map(({ csl, standing }) => [csl.title.slice(0, 13), standing])).toEqual([
      ['Foreign title', { state: 'retracted', source: 'library', notice: '10.1000/notice' }],
      ['Mended', { state: 'corrected', source: 'library', notice: '10.1000/erratum' }],
      ['Copper surfac', undefined],
    ])
  })

  it('reads chapters, entries without an empty line between them, and text files by their content', async () => {
    const chapter = 'PMID- 3\nTI  - Tafenoquine\nBTI - Drugs and Lactation Database\nPB  - NIH\nDP  - 2006\n'
    const { records } = await libraryOf(chapter + entry.replaceAll('\n', '\r\n'), 'pubmed-set.txt')
    expect(records.map((record) => [told(record).type, told(record).in])).toEqual([
      ['chapter', 'Drugs and Lactation Database|||'],
      ['article-journal', 'Infection control and hospital epidemiology|34|5|479-86'],
    ])
  })
})
