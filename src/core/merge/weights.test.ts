import { describe, expect, it } from 'vitest'
import { abstracts, inYear, printOf, type work } from '../../../tests/helpers/works.ts'
import { describeAgreement } from './comparison.ts'
import { match } from './match.ts'
import { authorWeight, sameFamily } from './people.ts'
import { placeWeight, sameJournal, samePages } from './place.ts'

type Given = Parameters<typeof work>
const of = (...given: Given) => printOf(...given)
const journal = (name: string) => of({ 'container-title': name })
const people = (...names: [family: string, given: string][]) =>
  of({ author: names.map(([family, given]) => ({ family, given })) })
const { title } = of().record.csl

describe('the weight of a place in print', () => {
  it.each<[string, Given[0], number]>([
    ['all the same', {}, 4],
    ['no journal', { 'container-title': undefined }, 3],
    ['another journal', { 'container-title': 'Letters on Birds' }, 0],
    ['another volume', { volume: '7' }, 0.8],
    ['no volume', { volume: undefined }, 3.3],
    ['another issue', { issue: '9' }, 3.4],
    ['no issue', { issue: undefined }, 3.7],
    ['other pages', { page: '1-9' }, 0.5],
    ['no pages', { page: undefined }, 2],
    ['the last page alone', { page: '1-226' }, 4],
    ['another journal and volume', { 'container-title': 'Letters on Birds', volume: '7' }, -3.7],
  ])('%s', (_, csl, weight) => {
    expect(placeWeight(of(), of(csl))).toBeCloseTo(weight, 9)
    expect(placeWeight(of(csl), of())).toBeCloseTo(weight, 9)
  })

  it('falls where one of the two is an abstract of a meeting', () => {
    const meeting = (csl: Given[0], ...rest: [Given[1]?, Given[2]?]) => ({ ...of(csl, ...rest), meeting: true })
    expect(placeWeight(of(), meeting({}))).toBeCloseTo(4, 9)
    expect(placeWeight(of(), meeting({ page: '1-9' }))).toBeCloseTo(-4.5, 9)
    expect(placeWeight(of(), meeting({ 'container-title': undefined }))).toBeCloseTo(2, 9)
    expect(placeWeight(of({}, {}, abstracts[0]), meeting({ page: '1-9' }, {}, abstracts[0]))).toBeCloseTo(0.5, 9)
  })
})

describe('two names of a journal', () => {
  it.each<[string, string, boolean | null]>([
    ['Journal of Soil Science', 'Journal of Soil Science', true],
    ['J Soil Sci', 'Journal of Soil Science', true],
    ['JSS', 'Journal of Soil Science', true],
    ['JSB', 'Journal of Soil Science', false],
    ['JS', 'Journal of Soils', false],
    ['Dev Ctries Med', 'Developing Countries Medicine', true],
    ['Soil', 'Journal of Soil Science and Land Use', false],
    ['Soil Science', 'Journal of Soil Science', true],
    ['Science of Soil', 'Soil Science', false],
    ['Birds', 'Journal of Soil Science', false],
    ['Agriculture', 'Agricultural Reviews', false],
    ['', 'Journal of Soil Science', null],
    ['Journal of Soil …', 'Journal of Soil Science', true],
    ['Soil …', 'Soil Science', null],
    ['Letters on …', 'Journal of Soil Science', false],
  ])('%s, %s: %s', (one, other, same) => {
    expect(sameJournal(journal(one), journal(other))).toBe(same)
    expect(sameJournal(journal(other), journal(one))).toBe(same)
  })

  it('are one where a number of the journal is', () => {
    const numbered = (name: string, ISSN: string) => of({ 'container-title': name, ISSN })
    expect(sameJournal(numbered('A', '1234-5679'), numbered('Letters on Birds', '1234-5679'))).toBe(true)
    expect(sameJournal(numbered('Annals', '1234-5679'), numbered('Letters on Birds', '0028-0836'))).toBe(false)
  })
})

describe('pages', () => {
  it.each<[string, string, boolean | null]>([
    ['218-226', '218', true],
    ['218-226', '1-226', true],
    ['1-26', '7-26', false],
    ['218-26', '218-226', true],
    ['218', '219', false],
    ['', '219', null],
  ])('%s, %s: %s', (one, other, same) => {
    expect(samePages(of({ page: one }), of({ page: other }))).toBe(same)
    expect(samePages(of({ page: other }), of({ page: one }))).toBe(same)
  })
})

describe('the weight of authors', () => {
  const four = (...families: string[]) => people(...families.map((family): [string, string] => [family, 'A']))
  it.each([
    ['nobody named', people(), 0],
    ['all the same', people(['Lindholm', 'Karen'], ['Østergaard', 'Poul'], ['Mwangi', 'Grace']), 2.5],
    [
      'the first with another given name',
      people(['Lindholm', 'Peter'], ['Østergaard', 'Poul'], ['Mwangi', 'Grace']),
      1.5,
    ],
    ['the first without a given name', people(['Lindholm', ''], ['Østergaard', 'Poul'], ['Mwangi', 'Grace']), 2.5],
    ['the first alone of three', people(['Lindholm', 'Karen'], ['Falk', 'Ida'], ['Moe', 'Jan']), 2],
    ['given and family name of the first turned', people(['Karen', 'Lindholm'], ['Falk', 'Ida'], ['Moe', 'Jan']), 0.5],
    ['others', people(['Berg', 'Ida'], ['Falk', 'Ida']), -4],
    ['one of three, in another place', people(['Berg', 'Ida'], ['Mwangi', 'Grace'], ['Falk', 'Ida']), -1],
    ['two of three, in other places', people(['Mwangi', 'Grace'], ['Østergaard', 'Poul'], ['Falk', 'Ida']), 0.5],
  ])('%s', (_, other, weight) => {
    expect(authorWeight(of(), other)).toBe(weight)
    expect(authorWeight(other, of())).toBe(weight)
  })

  it('falls where of many only the first is the same', () => {
    const [one, two] = [four('Alder', 'Birch', 'Cedar', 'Dogwood'), four('Alder', 'Elm', 'Fir', 'Ginkgo')]
    expect(authorWeight(one, two)).toBe(1)
    expect(authorWeight(one, four('Alder', 'Birch', 'Fir', 'Ginkgo'))).toBe(2)
  })

  it.each<[string, string, boolean]>([
    ['lindholm', 'lindholm', true],
    ['lindholm', 'lindhlom', false],
    ['lindholm', 'lindholn', true],
    ['moeller', 'moellers', true],
    ['berg', 'vandenberg', true],
    ['lund', 'lundgren', true],
    ['li', 'lindholm', false],
    ['falk', 'fall', false],
    ['berge', 'borge', false],
  ])('%s and %s are one name: %s', (one, other, same) => {
    expect(sameFamily(one, other)).toBe(same)
    expect(sameFamily(other, one)).toBe(same)
  })
})

describe('a record beside another one', () => {
  const cut = abstracts[0].slice(0, 120)
  it.each<[string, Given, Given?]>([
    ['the same', []],
    ['in other letters', [{ title: title.toUpperCase() }]],
    ['with a slip of the pen', [{ title: title.replace('sandy', 'sandey') }]],
    ['with a subtitle', [{ title: `${title}: a farm survey` }]],
    ['as part 2', [{ title: `${title}, part 2` }]],
    ['as part 2 beside part 1', [{ title: `${title}, part 2` }], [{ title: `${title}, part 1` }]],
    ['on another crop', [{ title: title.replace('cover crops', 'fallow weeds') }]],
    ['on another country', [{ title: title.replace('Denmark', 'Norway') }]],
    [
      'on another country, printed elsewhere',
      [{ title: title.replace('Denmark', 'Norway'), page: '1-9', volume: '7' }],
    ],
    ['of another title', [{ title: 'Grazing pressure and vole density in upland pastures' }]],
    ['without a title', [{ title: '' }]],
    ['a correction', [{ title: `Correction: ${title}` }]],
    ['a short report', [{ title: `Short report: ${title}` }]],
    ['a year later', [inYear(2018)]],
    ['two years later', [inYear(2019)]],
    ['three years later', [inYear(2020)]],
    ['three years later, printed elsewhere', [{ ...inYear(2020), page: '1-9', volume: '7' }]],
    [
      'three years later with the same abstract',
      [{ ...inYear(2020), page: '1-9' }, {}, abstracts[0]],
      [{}, {}, abstracts[0]],
    ],
    ['without a year', [{ issued: undefined }]],
    ['without a place', [{ 'container-title': undefined, volume: undefined, issue: undefined, page: undefined }]],
    [
      'without a place and another year',
      [{ ...inYear(2018), 'container-title': undefined, volume: undefined, page: undefined }],
    ],
    ['of others', [{ author: [{ family: 'Berg', given: 'Ida' }] }]],
    ['of nobody', [{ author: [] }]],
    ['with the same abstract', [{ author: [], page: undefined }, {}, abstracts[0]], [{}, {}, abstracts[0]]],
    ['with another abstract', [{ author: [], page: undefined }, {}, abstracts[1]], [{}, {}, abstracts[0]]],
    ['with the beginning of its abstract', [{ author: [], page: undefined }, {}, cut], [{}, {}, abstracts[0]]],
    ['of another pmid', [{}, { pmid: '1' }], [{}, { pmid: '2' }]],
    ['of another doi', [{}, { doi: '10.5555/one' }], [{}, { doi: '10.5555/two' }]],
    ['of another doi, without pages', [{ page: undefined }, { doi: '10.5555/one' }], [{}, { doi: '10.5555/two' }]],
    [
      'a preprint and its article',
      [{ 'container-title': 'bioRxiv', volume: undefined, page: undefined }, { doi: '10.1101/1' }],
      [{}, { doi: '10.5555/two' }],
    ],
    ['an editorial, the same', [{ title: 'Editorial' }], [{ title: 'Editorial' }]],
    ['an editorial on other pages', [{ title: 'Editorial', page: '1-2' }], [{ title: 'Editorial' }]],
    ['an editorial without pages', [{ title: 'Editorial', page: undefined }], [{ title: 'Editorial' }]],
    [
      'an editorial of others',
      [{ title: 'Editorial', author: [{ family: 'Berg', given: 'I' }] }],
      [{ title: 'Editorial' }],
    ],
    ['an editorial of another volume', [{ title: 'Editorial', volume: '7' }], [{ title: 'Editorial' }]],
    [
      'an editorial without volume and journal',
      [{ title: 'Editorial', volume: undefined, 'container-title': undefined }],
      [{ title: 'Editorial' }],
    ],
    ['an editorial two years later', [{ title: 'Editorial', ...inYear(2019) }], [{ title: 'Editorial' }]],
    [
      'on hepatitis B beside C',
      [{ title: 'Vaccines against hepatitis B in children' }],
      [{ title: 'Vaccines against hepatitis C in children' }],
    ],
    ['a short title', [{ title: 'Cover crops' }], [{ title: 'Cover crops' }]],
    ['one word', [{ title: 'Soil' }], [{ title: 'Soil' }]],
    ['three words', [{ title: 'Cover crop roots' }], [{ title: 'Cover crop roots' }]],
    ['four words', [{ title: 'Roots of cover crops' }], [{ title: 'Roots of cover crops' }]],
  ])('%s', (_, given, base = []) => {
    const [one, other] = [printOf(...base), printOf(...given)]
    const { weight, veto } = match(one, other)
    expect(match(other, one)).toEqual({ weight: expect.closeTo(weight, 9), veto })
    expect(`${weight.toFixed(3)}${veto ? ' never' : ''}; ${describeAgreement(one, other)}`).toMatchSnapshot()
  })
})
