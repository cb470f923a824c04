import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { printed } from '../sources/printed.ts'
import { readLibraryFile } from './read.ts'

const read = (content: string, name = 'a.json') =>
  inFolder(async (folder) => {
    await writeFile(join(folder, name), content)
    return readLibraryFile(join(folder, name), name)
  })

const article = {
  itemType: 'journalArticle',
  title: 'Swifts and <i>nest</i> boxes',
  abstractNote: 'Boxes were used by 12 of 40 pairs.',
  creators: [
    { creatorType: 'author', firstName: 'Rosa, PhD', lastName: 'Duarte' },
    { creatorType: 'author', name: 'Swift Watch Europe' },
    { creatorType: 'editor', firstName: 'Peter', lastName: 'Lind' },
  ],
  publicationTitle: 'Roofs',
  journalAbbreviation: 'Rf.',
  volume: '7',
  issue: '2',
  pages: '15–24',
  date: '2016-03-00 March 2016',
  DOI: 'https://doi.org/10.5555/BBT.1',
  ISSN: '2345-6781, 2345-679X',
  language: 'en',
  extra: 'PMID: 30800002\nPMCID: PMC6800002\nCitation Key: duarteSwifts2016',
  tags: [{ tag: 'birds' }, { tag: 'Retracted', type: 1 }],
  notes: [{ note: '<p>Read again.</p>' }],
  citationKey: 'duarteSwifts2016',
}

const better = (items: readonly unknown[]) =>
  JSON.stringify(
    {
      config: { id: '36a3b0b5', label: 'Better BibTeX JSON', preferences: { items: '[{"' }, options: {} },
      version: { zotero: '7.0.11', bbt: '7.0.5' },
      collections: { AB12: { key: 'AB12', name: 'items', items: [1, 2], collections: [] } },
      items,
      last: ['behind', {}],
    },
    null,
    2,
  )

describe("Zotero's items as JSON", () => {
  it('are read from Better BibTeX: people, groups, identifiers, tags, and neither notes nor collections', async () => {
    const note = { itemType: 'note', note: '<p>Alone</p>' }
    const { format, records, rejected } = await read(better([article, note]))
    expect([format, rejected, records.length]).toEqual(['zotero-json', [], 1])
    expect(printed(records[0]!)).toMatchObject({
      title: 'Swifts and nest boxes',
      doi: '10.5555/bbt.1',
      year: 2016,
      authors: [{ family: 'Duarte', given: 'Rosa' }, { literal: 'Swift Watch Europe' }],
      venue: 'Roofs',
      type: 'article-journal',
      ids: { pmid: '30800002', pmcid: 'PMC6800002' },
      standing: { state: 'retracted' },
    })
    expect(records[0]!.csl).toMatchObject({ volume: '7', issue: '2', page: '15-24', ISSN: '2345-6781 2345-679X' })
  })

  it('are read from a list, as they are or under `data`', async () => {
    const { records } = await read(JSON.stringify([article, { key: 'K2', version: 4, data: { ...article, DOI: '' } }]))
    expect(records.map(printed).map(({ title, doi }) => [title, doi])).toEqual([
      ['Swifts and nest boxes', '10.5555/bbt.1'],
      ['Swifts and nest boxes', null],
    ])
  })

  it.each([
    [
      'preprint',
      { repository: 'arXiv', archiveID: 'arXiv:2301.04567', genre: 'Preprint' },
      { type: 'article', ids: { arxiv: '2301.04567' } },
    ],
    [
      'conferencePaper',
      { proceedingsTitle: 'Proc. of Roofs', conferenceName: 'Roofs 2016' },
      { type: 'paper-conference', venue: 'Proc. of Roofs' },
    ],
    ['bookSection', { bookTitle: 'Birds of towns', publisher: 'Gable' }, { type: 'chapter', venue: 'Birds of towns' }],
    ['thesis', { university: 'University of Malta', thesisType: 'PhD thesis' }, { type: 'thesis' }],
  ])('%s', async (itemType, fields, facts) => {
    const { creators, title, date } = article
    const { records } = await read(better([{ itemType, creators, title, date, ...fields }]))
    expect(printed(records[0]!)).toMatchObject(facts)
  })

  it('tell the line of an item without a title, and where the file is cut', async () => {
    const { rejected } = await read(better([article, { itemType: 'book', title: '' }]))
    expect(rejected).toMatchObject([{ line: expect.any(Number), reason: expect.stringContaining('title') }])
    expect(better([article, { itemType: 'book', title: '' }]).split('\n')[rejected[0]!.line - 1]).toBe('    {')
    await expect(read(better([article]).slice(0, -300))).rejects.toMatchObject({ code: 'file-format-mismatch' })
  })
})
