import { describe, expect, it } from 'vitest'
import { printOf, type work } from '../../../tests/helpers/works.ts'

describe('fingerprint', () => {
  it.each([
    ['Retracted: Estimating soil carbon', 'estimating soil carbon'],
    ['[Estimating soil carbon]', 'estimating soil carbon'],
    ['Estimating soil carbon [Article in French]', 'estimating soil carbon'],
    ['Estimating soil carbon (conference abstract).', 'estimating soil carbon'],
    ['Estimating soil â€œ carbon', 'estimating soil carbon'],
    ['Estimating soil (organic) carbon', 'estimating soil organic carbon'],
  ])('takes from a title what databases put around it: %s', (title, words) => {
    expect(printOf({ title }).words.join(' ')).toBe(words)
  })

  it('writes British and American spelling alike', () => {
    const british = printOf({ title: 'Behaviour and organisation of anaemic foetuses' })
    expect(british.tight).toBe(printOf({ title: 'Behavior and organization of anemic fetuses' }).tight)
  })

  it.each([
    ['Cover crops: a review of their carbon', 'covercrops'],
    ['Cover crops – a review of their carbon', 'covercrops'],
    ['Cover crops in semi-arid farming', 'covercropsinsemiaridfarming'],
  ])('keeps what stands before the first mark: %s', (title, main) => {
    expect(printOf({ title }).main).toBe(main)
  })

  it.each([
    ['Yields of wheat. Part 2', '2|'],
    ['Yields of wheat. Part two', '2|'],
    ['Yields of wheat. Part III', '3|'],
    ['Yields of wheat III', '|iii'],
    ['Ii trains for wheat', '|'],
    ['Wheat after 3 years on 40 farms', '3 40|'],
    ['Response of CO2 to tillage', '2|'],
  ])('reads the marks of a part: %s', (title, marks) => {
    expect(printOf({ title }).marks).toBe(marks)
  })

  it.each([
    ['Hepatitis B in blood donors', 'b'],
    ['Study of wheat, part s', 's'],
    ["The farmer's s wheat", ''],
  ])('reads single letters: %s', (title, letters) => {
    expect(printOf({ title }).letters).toBe(letters)
  })

  it.each([
    ['Erratum: cover crops and soil carbon', 'errat'],
    ['Publisher correction: cover crops and soil carbon', 'corre'],
    ['Cover crops and soil carbon: author reply', 'autho'],
    ['Correcting for cover in crops', ''],
    ['Responses of soil carbon to cover crops', ''],
  ])('knows a notice: %s', (title, notice) => {
    expect(printOf({ title }).notice).toBe(notice)
  })

  it.each([
    ['1293-4', ['1293', '1294']],
    ['479–486', ['479', '486']],
    ['pp. 0012-0019', ['12', '19']],
    ['S12-S19', ['s12', '19']],
    ['e1003285', ['1003285', '']],
    ['12-Mar', ['', '']],
    ['', ['', '']],
  ])('reads pages: %s', (page, [firstPage, lastPage]) => {
    expect(printOf({ page })).toMatchObject({ firstPage, lastPage })
  })

  it.each([
    ['34', '34'],
    ['034', '34'],
    ['Vol. 34', '34'],
    ['Conference: 22nd Congress. 143', '143'],
    ['A', 'a'],
    ['Supplement', ''],
  ])('reads the number of a volume: %s', (volume, read) => {
    expect(printOf({ volume }).volume).toBe(read)
  })

  it.each([
    ['The Journal of Soils (Berlin)', 'journal of soils'],
    ['Proceedings of the Royal Society', 'royal society'],
    ['Soil Biology / Bodenbiologie', 'soil biology'],
  ])('keeps the own name of a journal: %s', (name, own) => {
    expect(printOf({ 'container-title': name }).journal.join(' ')).toBe(own)
  })

  it('takes an ISSN with or without its hyphen', () => {
    expect([...printOf({ ISSN: '1435-067x; 01678809' }).issn]).toEqual(['1435067X', '01678809'])
  })

  it.each<[string, string, string[], string]>([
    ['in whatever script', 'Паршин', ['паршин'], 'д'],
    ['without accents', 'Šťastný', ['stastny'], 'd'],
  ])('keys people %s', (_, family, families, initials) => {
    const given = initials === 'д' ? 'Д.' : 'D.'
    expect(printOf({ author: [{ family, given }] })).toMatchObject({ families, initials })
  })

  it('reads initials that are written together, and passes over "and others"', () => {
    const author = [{ family: 'Salgado', given: 'CD' }, { literal: 'et al.' }]
    expect(printOf({ author })).toMatchObject({ families: ['salgado'], initials: 'cd' })
    expect(printOf({ author: [{ family: 'Salgado', given: 'Cassandra Dawn' }] }).initials).toBe('cd')
  })

  it.each<[string, Parameters<typeof work>, boolean]>([
    ['by the DOI of a server', [{}, { doi: '10.48550/arxiv.2001.00001' }], true],
    ['not where the DOI is of a journal', [{ 'container-title': 'bioRxiv' }, { doi: '10.1016/j.soil.1' }], false],
    ['by its home', [{ 'container-title': 'bioRxiv' }], true],
    ['by an arXiv id and no journal', [{ 'container-title': '' }, { arxiv: '2001.00001' }], true],
    ['not where an arXiv id stands beside a journal', [{}, { arxiv: '2001.00001' }], false],
  ])('knows a preprint %s', (_, [csl, ids], preprint) => {
    expect(printOf(csl, ids).preprint).toBe(preprint)
  })

  it.each<[string, Parameters<typeof printOf>[0], boolean]>([
    ['its genre', { genre: 'Meeting Abstract' }, true],
    ['a supplement', { issue: 'Suppl 2' }, true],
    ['the letter of its pages', { page: 'P-112' }, true],
    ['nothing', { page: '112-118' }, false],
  ])('knows a meeting abstract by %s', (_, csl, meeting) => {
    expect(printOf(csl).meeting).toBe(meeting)
  })

  it.each([
    ['Editorial', true],
    ['Abstracts 12', true],
    ['Soil carbon', true],
    ['Soil carbon under cover', false],
  ])('knows a title that many works bear: %s', (title, generic) => {
    expect(printOf({ title }).generic).toBe(generic)
  })
})
