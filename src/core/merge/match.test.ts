import { describe, expect, it } from 'vitest'
import { abstracts, inYear, printOf, work } from '../../../tests/helpers/works.ts'
import { enough, match } from './match.ts'
import { sameFamily } from './people.ts'
import { sameJournal, samePages } from './place.ts'
import { titleLikeness } from './title-likeness.ts'

const { title } = work().csl

describe('titleLikeness', () => {
  it.each<[string, string, number]>([
    ['the same in other letters', `${title.toUpperCase()}.`, 1],
    ['with a subtitle', `${title}: a farm survey`, 0.94],
    ['with more behind', `${title} since the last century`, 0.92],
    ['with more in front', `Long winters, ${title}`, 0.9],
    ['none', '', 0],
  ])('of a title that is %s', (_, other, likeness) => {
    expect(titleLikeness(printOf(), printOf({ title: other }))).toBe(likeness)
    expect(titleLikeness(printOf({ title: other }), printOf())).toBe(likeness)
  })

  it('falls with each slip of the pen and with other words', () => {
    const slip = titleLikeness(printOf(), printOf({ title: title.replace('organic', 'orgnaic') }))
    const crop = titleLikeness(printOf(), printOf({ title: title.replace('sandy farms', 'peat meadows') }))
    const other = titleLikeness(printOf(), printOf({ title: 'Grazing pressure and vole density in upland pastures' }))
    expect(slip).toBeGreaterThan(0.95)
    expect(crop).toBeLessThan(slip)
    expect(other).toBeLessThan(0.3)
  })
})

describe('match', () => {
  const weigh = (...[csl, ids, text]: Parameters<typeof work>) => match(printOf(), printOf(csl, ids, text))

  it('joins the same record, whichever comes first', () => {
    const [one, two] = [printOf(), printOf({ title: title.replace('sandy', 'sandey') })]
    expect(match(one, two).weight).toBeGreaterThan(enough)
    expect(match(one, two)).toEqual(match(two, one))
  })

  it.each<[string, Parameters<typeof work>]>([
    ['another year', [inYear(2016)]],
    ['another journal', [{ 'container-title': 'Geoderma' }]],
    ['another volume', [{ volume: '237' }]],
    ['another issue', [{ issue: '5' }]],
    ['other pages', [{ page: '901-909' }]],
    ['other people', [{ author: [{ family: 'Brandt', given: 'Ute' }] }]],
    ['another first author', [{ author: [...work().csl.author].reverse() }]],
    ['another initial', [{ author: [{ family: 'Lindholm', given: 'Peter' }] }]],
    ['a title of other spelling', [{ title: title.replace('carbon', 'carbn') }]],
    ['another DOI beside the same place', [{}, { doi: '10.1016/j.agee.9' }]],
  ])('weighs %s against', (_, [csl, ids]) => {
    const same = match(printOf({}, ids ? { doi: '10.1016/j.agee.1' } : {}), printOf())
    const differs = match(printOf({}, ids ? { doi: '10.1016/j.agee.1' } : {}), printOf(csl, ids))
    expect(differs.weight).toBeLessThan(same.weight)
  })

  it.each<[string, Parameters<typeof work>]>([
    ['an erratum', [{ title: `Erratum: ${title}` }]],
    ['a short report', [{ title: `Short report: ${title}` }]],
    ['years that are far apart', [{ ...inYear(2020), volume: '260' }]],
    ['a protocol', [{ title: `${title}: protocol`, page: '3-9' }]],
    ['the opposite', [{ title: title.replace('Winter', 'Summer'), page: '301-309' }]],
  ])('forbids to join %s', (_, given) => {
    expect(weigh(...given).veto).toBe(true)
  })

  it.each<[string, Parameters<typeof work>]>([
    ['two years apart', [{ ...inYear(2019), volume: '260' }]],
    ['far apart where the place in print agrees', [inYear(2020)]],
    ['of which one has a subtitle', [{ title: `${title}: a farm survey`, page: '3-9' }]],
  ])('does not forbid records %s', (_, given) => {
    expect(weigh(...given).veto).toBe(false)
  })

  it('forbids two DOIs, unless everything printed agrees', () => {
    const one = printOf({}, { doi: '10.1016/j.agee.1' })
    expect(match(one, printOf({}, { doi: '10.1016/j.agee.2' })).veto).toBe(false)
    expect(match(one, printOf({ page: '300-309' }, { doi: '10.1016/j.agee.2' })).veto).toBe(true)
    expect(match(one, printOf({ page: '300-309' }, { doi: '10.1016/j.agee.1' })).veto).toBe(false)
  })

  it('asks a title that many works bear for the place in print', () => {
    const editorial = (page: string) => printOf({ title: 'Editorial', page })
    expect(match(editorial('1-2'), editorial('1-2')).veto).toBe(false)
    expect(match(editorial('1-2'), editorial('101-102')).veto).toBe(true)
    expect(match(editorial('1-2'), editorial('')).veto).toBe(true)
  })

  it('hears the abstract where the rest leaves it open', () => {
    const bare = { page: '', volume: '', issue: '', 'container-title': '', author: [] }
    const first = printOf(bare, {}, abstracts[0])
    const silent = match(first, printOf(bare)).weight
    expect(match(first, printOf(bare, {}, abstracts[0])).weight).toBeGreaterThan(silent)
    expect(match(first, printOf(bare, {}, abstracts[1])).weight).toBeLessThan(silent)
  })
})

describe('the parts of a reference', () => {
  it.each([
    ['lindholm', 'lindholm', true],
    ['garcialopez', 'garcia', true],
    ['hernandez', 'hernandes', true],
    ['li', 'lindholm', false],
    ['brandt', 'lindholm', false],
    ['meyer', 'meier', false],
  ])('family names %s and %s', (one, two, same) => {
    expect(sameFamily(one, two)).toBe(same)
    expect(sameFamily(two, one)).toBe(same)
  })

  it.each([
    ['218-226', '218-26', true],
    ['218-226', '217-226', true],
    ['218-226', '219-227', false],
    ['218-226', '', null],
  ])('pages %s and %s', (one, two, same) => {
    expect(samePages(printOf({ page: one }), printOf({ page: two }))).toBe(same)
  })

  it.each([
    ['Agriculture, Ecosystems and Environment', 'Agric Ecosyst Environ', true],
    ['Journal of Soil and Water Conservation', 'JSWC', true],
    ['Journal of the American Water Resources Association', 'J Am Water Resour Assoc', true],
    ['Soil Biology and Biochemistry', 'Soil Use and Management', false],
    ['Geoderma', 'Catena', false],
    ['Geoderma', '', null],
  ])('journals %s and %s', (one, two, same) => {
    const [a, b] = [printOf({ 'container-title': one }), printOf({ 'container-title': two })]
    expect(sameJournal(a, b)).toBe(same)
    expect(sameJournal(b, a)).toBe(same)
  })

  it('journals of one ISSN, whatever their names', () => {
    const named = (name: string) => printOf({ 'container-title': name, ISSN: '0016-7061' })
    expect(sameJournal(named('Geoderma'), named('Bodenkunde heute'))).toBe(true)
  })
})
