import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixture, inFolder } from '../../tests/helpers/folders.ts'
import { printed } from '../sources/printed.ts'
import { readLibraryFile } from './read.ts'

const head =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">'

const read = (inner: string, end = '</rdf:RDF>') =>
  inFolder(async (folder) => {
    const path = join(folder, 'a.rdf')
    await writeFile(path, `${head}${inner}${end}`)
    return readLibraryFile(path, 'a.rdf')
  })

const article = (about: string, journal: string) =>
  `<bib:Article rdf:about="${about}"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="${journal}"/><dc:title>Reeds of ${about}</dc:title></bib:Article>`

describe("Zotero's RDF", () => {
  it('gives works, and neither their notes, files, journals nor collections', async () => {
    const { records, rejected } = await readLibraryFile(fixture('tools/zotero.rdf'), 'zotero.rdf')
    expect(rejected).toEqual([])
    const [first, ...rest] = records.map(printed)
    expect(first).toMatchObject({
      title: 'Caper green roofs and storm runoff in Valletta',
      venue: 'Island Roofs & Rain',
      year: 2016,
      ids: { doi: '10.5555/tools.rdf1', pmid: '30800001', pmcid: 'PMC6800001' },
      standing: { state: 'retracted' },
    })
    expect(records[0]!.csl).toMatchObject({ volume: '7', issue: '2', page: '15-24', ISSN: '2345-6781', language: 'en' })
    expect(rest.map(({ type }) => type)).toEqual(['paper-conference', 'chapter'])
  })

  it('takes no DOI of a journal that several works name', async () => {
    const journal =
      '<bib:Journal rdf:about="urn:j"><dc:title>Shore</dc:title><dc:identifier>DOI 10.5555/j</dc:identifier></bib:Journal>'
    const both = (await read(article('a', 'urn:j') + journal + article('b', 'urn:j'))).records.map(printed)
    expect(both.map(({ venue, doi }) => [venue, doi])).toEqual([
      ['Shore', null],
      ['Shore', null],
    ])
    const [one] = (await read(article('a', 'urn:j') + journal)).records.map(printed)
    expect(one).toMatchObject({ venue: 'Shore', doi: '10.5555/j' })
  })

  it('tells an item in which the file ends', async () => {
    const { rejected } = await read(`${article('a', 'urn:j')}<bib:Article><dc:title>Cut`, '')
    expect(rejected).toMatchObject([{ reason: expect.stringContaining('cut off') }])
  })
})
