import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateLibrary } from '../../../scripts/bench/generated-library.ts'
import { rowRecord } from '../../../scripts/evaluate/dedupe.ts'
import type { SourceRecord } from '../papers/record.ts'
import { clusterRecords } from './clusters.ts'

const paper = {
  title: 'Copper-alloy surfaces and hospital-acquired infection in intensive care: a multicentre trial',
  authors: ['Salgado, Cassandra D.', 'Sepkowitz, Kent A.', 'Schmidt, Michael G.'],
  year: '2013',
  journal: 'Infection Control and Hospital Epidemiology',
  volume: '34',
  issue: '5',
  pages: '479-486',
}

/** Works that the records come to, as a list of the places of each. */
function works(...rows: Record<string, unknown>[]): number[][] {
  return clusterRecords(rows.map(rowRecord)).clusters
}

describe('records of one work', () => {
  it.each<[string, Record<string, unknown>]>([
    ['in capitals, with a full stop', { title: `${paper.title.toUpperCase()}.` }],
    ['with slips of the pen', { title: paper.title.replace('surfaces', 'surfaecs').replace('trial', 'tria') }],
    ['in British and American spelling', { title: paper.title.replace('multicentre', 'multicenter') }],
    ['without its subtitle', { title: paper.title.split(':')[0] }],
    ['with broken characters', { title: paper.title.replace(': ', ' â€œ ') }],
    ['with initials', { authors: ['Salgado CD', 'Sepkowitz KA', 'Schmidt MG'] }],
    ['with authors in one text', { authors: 'Salgado, C. D.; Sepkowitz, K. A.; Schmidt, M. G.' }],
    ['without authors', { authors: null }],
    ['with a short last page', { pages: '479-86' }],
    ['with pages that a spreadsheet made a date', { pages: '12-Mar' }],
    ['with wrong pages', { pages: '1-8' }],
    ['online the year before', { year: 2012 }],
    ['without a year', { year: undefined }],
    ['in an abbreviated journal', { journal: 'Infect Control Hosp Epidemiol' }],
    ['in the journal with its place', { journal: 'Infection control and hospital epidemiology (New York)' }],
    [
      'with nothing but title, year and first author',
      { journal: null, volume: null, pages: null, authors: ['Salgado'] },
    ],
    ['in a journal that was cut where it was shown', { journal: 'Infection Control and …', volume: '', pages: '' }],
    ['with its year in brackets', { title: `${paper.title} (2013)` }],
    ['by DOI alone', { title: 'Copper in intensive care', doi: '10.1086/670207', authors: paper.authors }],
  ])('%s', (_, change) => {
    expect(works({ ...paper, doi: '10.1086/670207' }, { ...paper, ...change })).toEqual([[0, 1]])
  })

  const abstract = Array.from({ length: 40 }, (_, at) => `word${at} of the trial`).join(' ')

  it('are joined where one database drops the supplement and spoils the pages', () => {
    const one = { ...paper, abstract, issue: 'Conference 2013. Supplement 3', pages: '306' }
    expect(works(one, { ...paper, abstract, issue: null, pages: '1-8', authors: [] })).toEqual([[0, 1]])
  })

  it('are joined where one DOI is a slip and the pages were made a date', () => {
    const [one, two] = [
      { ...paper, abstract, doi: '10.1000/a' },
      { ...paper, abstract, doi: '10.1000/b', pages: '57-Mar' },
    ]
    expect(works(one, two)).toEqual([[0, 1]])
    expect(works(one, { ...two, abstract: 'Another text. '.repeat(60) })).toEqual([[0], [1]])
  })

  it('are joined where given and family name changed places', () => {
    const [one, two] = [
      { ...paper, authors: ['Prado, Jose Valeria'] },
      { ...paper, authors: ['Valeria, Prado J.'] },
    ]
    expect(works(one, two)).toEqual([[0, 1]])
  })

  it('are joined however many share a DOI', () => {
    const many = Array.from({ length: 80 }, () => ({ ...paper, doi: '10.1086/670207' }))
    expect(works(...many)).toHaveLength(1)
  })
})

describe('other works', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>?]>([
    ['an erratum', { title: `Erratum: ${paper.title}`, pages: '900' }],
    ['a reply', { title: `Reply to "${paper.title}"`, pages: '901-902', authors: ['Weber, David J.'] }],
    ['a comment', { title: `Comment on: ${paper.title}`, pages: '901', authors: ['Weber, David J.'] }],
    ['part 2 of a series', { title: `${paper.title}. Part 2`, pages: '487-495' }, { title: `${paper.title}. Part 1` }],
    [
      'part II of a series',
      { title: `${paper.title}. Part II`, pages: '487-495' },
      { title: `${paper.title}. Part I` },
    ],
    [
      'hepatitis C beside hepatitis B',
      { title: 'Prevalence of hepatitis C among blood donors in rural Egypt', pages: '5-9' },
      { title: 'Prevalence of hepatitis B among blood donors in rural Egypt', pages: '1-4' },
    ],
    [
      'a meeting abstract of the same title',
      { journal: 'Open Forum Infectious Diseases', volume: '3', issue: 'Suppl 1', pages: 'S42', year: '2012' },
    ],
    [
      'an abstract in a supplement of the same journal',
      { issue: 'Supplement 2', pages: 'A353', volume: '33', year: '2012' },
    ],
    [
      'another DOI of another place',
      { doi: '10.1093/ofid/ofw172.129', journal: 'Open Forum Infectious Diseases', volume: '3', pages: '1' },
    ],
    [
      'the yearly report of another year',
      { title: 'Annual report on antimicrobial resistance 2015', year: '2016' },
      { title: 'Annual report on antimicrobial resistance 2014', year: '2015' },
    ],
  ])('%s', (_, change, first = {}) => {
    expect(works({ ...paper, doi: '10.1086/670207', ...first }, { ...paper, ...change })).toEqual([[0], [1]])
  })

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a review and its update thirteen years later',
      {
        title: 'Copper surfaces for preventing infection: a systematic review',
        year: '2008',
        volume: '',
        pages: 'CD001234',
        journal: 'Cochrane Database of Systematic Reviews',
      },
      {
        title: 'Copper surfaces for preventing infection: a systematic review',
        year: '2021',
        volume: '3',
        pages: 'CD001234',
        journal: 'Cochrane Database of Systematic Reviews',
      },
    ],
    [
      'a review and its update of the year after',
      {
        title: 'Copper surfaces for preventing infection: a systematic review',
        year: '2020',
        volume: '',
        pages: 'CD001234',
      },
      {
        title: 'Copper surfaces for preventing infection: an updated systematic review',
        year: '2021',
        volume: '',
        pages: 'CD001234',
      },
    ],
    [
      'hepatitis A beside hepatitis B',
      { title: 'Vaccination against hepatitis A in travellers', pages: '', volume: '' },
      { title: 'Vaccination against hepatitis B in travellers', pages: '', volume: '' },
    ],
    [
      'patients with and without',
      { title: 'Outcome of stroke patients with atrial fibrillation', pages: '', volume: '' },
      { title: 'Outcome of stroke patients without atrial fibrillation', pages: '', volume: '' },
    ],
    [
      'editorials on the first page of two issues',
      { title: 'Editorial', pages: '1', issue: '1' },
      { title: 'Editorial', pages: '1', issue: '2' },
    ],
    [
      'two editorials of one journal',
      { title: 'Editorial', year: '2013', pages: '1-2', issue: '1' },
      { title: 'Editorial', year: '2013', pages: '201-202', issue: '3' },
    ],
    [
      'two editorials without pages',
      { title: 'Editorial', pages: '', issue: '1' },
      { title: 'Editorial', pages: '', issue: '3' },
    ],
    [
      'introductions of two books',
      {
        title: 'Introduction',
        type: 'chapter',
        journal: 'Copper in medicine',
        pages: '1-12',
        volume: '',
        authors: ['Lee, Ann'],
      },
      {
        title: 'Introduction',
        type: 'chapter',
        journal: 'A history of metals',
        pages: '1-9',
        volume: '',
        authors: ['Lee, Ann'],
      },
    ],
    [
      'chapters with the DOI of their book',
      {
        title: 'Copper in wards',
        type: 'chapter',
        journal: 'Copper in medicine',
        pages: '13-40',
        doi: '10.1007/978-3-030-1',
      },
      {
        title: 'The price of copper',
        type: 'chapter',
        journal: 'Copper in medicine',
        pages: '41-60',
        doi: '10.1007/978-3-030-1',
      },
    ],
    [
      'a book and a chapter of it under its DOI',
      { title: 'Copper in medicine', type: 'book', journal: '', volume: '', pages: '', doi: '10.1007/978-3-030-1' },
      {
        title: 'The price of copper',
        type: 'chapter',
        journal: 'Copper in medicine',
        volume: '',
        pages: '41-60',
        doi: '10.1007/978-3-030-1',
      },
    ],
    [
      'meeting abstracts with the DOI of their supplement',
      { title: 'Copper bed rails in surgical wards', issue: 'Suppl 1', pages: 'S12', doi: '10.1093/ofid/suppl.1' },
      { title: 'Copper bed rails in paediatric wards', issue: 'Suppl 1', pages: 'S13', doi: '10.1093/ofid/suppl.1' },
    ],
    [
      'follow-ups of five and six years',
      { title: 'Five-year follow-up of copper surfaces in intensive care', pages: '', volume: '34' },
      { title: 'Six-year follow-up of copper surfaces in intensive care', pages: '', volume: '35', year: '2014' },
    ],
    [
      'the second and the third survey',
      { title: 'Second national survey of copper in hospitals', pages: '' },
      { title: 'Third national survey of copper in hospitals', pages: '' },
    ],
    [
      'trials of two drugs',
      { title: 'Efficacy of cefixime for uncomplicated gonorrhoea in men', pages: '' },
      { title: 'Efficacy of cefotaxime for uncomplicated gonorrhoea in men', pages: '' },
    ],
    [
      'trials in two populations',
      { title: 'Efficacy and safety of ivermectin for scabies in children', pages: '' },
      { title: 'Efficacy and safety of ivermectin for scabies in adults', pages: '' },
    ],
    [
      'opposite conditions',
      { title: 'Management of severe hypertension in pregnancy at term', pages: '' },
      { title: 'Management of severe hypotension in pregnancy at term', pages: '' },
    ],
    [
      'a trial and its protocol',
      { title: 'Copper surfaces in intensive care: a randomised trial', pages: '' },
      { title: 'Copper surfaces in intensive care: a randomised trial protocol', pages: '' },
    ],
    [
      'two countries',
      { title: 'Malaria mortality among children under five in Kenya', pages: '' },
      { title: 'Malaria mortality among children under five in Uganda', pages: '' },
    ],
    [
      'two phases',
      { title: 'Phase I trial of copper chelation in breast cancer', pages: '' },
      { title: 'Phase II trial of copper chelation in breast cancer', pages: '' },
    ],
  ])('%s', (_, one, other) => {
    expect(works({ ...paper, ...one }, { ...paper, ...other })).toEqual([[0], [1]])
  })

  it('are a preprint and its article, two versions of one work', () => {
    const preprint = {
      ...paper,
      doi: '10.1101/2012.05.01.123456',
      journal: 'bioRxiv',
      volume: '',
      issue: '',
      pages: '',
      year: '2012',
    }
    const { clusters, versions } = clusterRecords([paper, preprint].map(rowRecord))
    expect(clusters).toEqual([[0], [1]])
    expect(versions).toEqual([[1, 0]])
  })
})

describe('laws of merging', () => {
  const libraries = fc
    .integer({ min: 60, max: 140 })
    .map((size) => generateLibrary(size).map((row, at) => rowRecord({ ...row }, at)))
  const named = (records: readonly SourceRecord[]) =>
    clusterRecords(records)
      .clusters.map((cluster) => cluster.map((at) => records[at]!.id).sort())
      .sort((a, b) => (a[0]! < b[0]! ? -1 : 1))

  it('every record belongs to exactly one work', () => {
    fc.assert(
      fc.property(libraries, (records) => {
        const places = clusterRecords(records).clusters.flat()
        expect(places.toSorted((a, b) => a - b)).toEqual(records.map((_, at) => at))
      }),
      { numRuns: 20 },
    )
  })

  it('the order of the records does not matter', () => {
    const shuffled = libraries.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray([...records], { minLength: records.length })),
    )
    fc.assert(
      fc.property(shuffled, ([records, other]) => {
        expect(named(other)).toEqual(named(records))
      }),
      { numRuns: 20 },
    )
  })

  it('reading the same records twice adds no work', () => {
    fc.assert(
      fc.property(libraries, (records) => {
        const again = records.map((record) => ({ ...record, id: `${record.id} again` }))
        const twice = clusterRecords([...records, ...again]).clusters
        expect(twice.map((cluster) => cluster.filter((at) => at < records.length))).toEqual(
          clusterRecords(records).clusters,
        )
      }),
      { numRuns: 20 },
    )
  })
})
