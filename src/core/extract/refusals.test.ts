import { describe, expect, it } from 'vitest'
import { refusalOf, refusals, sure } from './refusals.ts'

const rules = (sentence: string) => refusals.filter(({ test }) => test(sentence)).map(({ rule }) => rule)

describe('a part of a trial', () => {
  it.each([
    'Part 2 will be open to growers who finished the first season.',
    'In the second season, part 3 will run on forty farms.',
    'Part 12 will be open to growers on sandy soil.',
    'Part 1 contains three groups of farms.',
    'Part 12 has four arms with rye, vetch, oats and none.',
    'Part 2 comprises 40 farms on sandy soil.',
  ])('is a plan where it says what will be: %s', (sentence) => {
    expect(rules(sentence)).toContain('plan')
  })

  it.each([
    'Part 2 showed that carbon rose by 8% under rye.',
    'Part of the nitrogen will leach under bare soil in winter.',
    'Part of the carbon has two sources in sandy soil.',
    'Counterpart 2 willingly lowered the losses of nitrogen by 8%.',
  ])('is none where it says what was found: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('plan')
  })
})

describe('refusalOf', () => {
  it('lets a likely finding bear the signs that others are refused for', () => {
    const known = 'Rye is widely used against the loss of nitrogen in winter.'
    expect(refusalOf(known, sure - 0.01)?.rule).toBe('background')
    expect(refusalOf(known, sure)).toBeUndefined()
  })

  it.each([
    ['This trial was registered at ClinicalTrials.gov as NCT01234567.', 'boilerplate'],
    ['Does rye keep nitrogen in sandy soil?', 'question'],
    ['Rye kept the nitrogen (and the carbon in sandy soil.', 'damaged'],
    ['Twelve farms were randomized to rye or to bare soil.', 'method'],
    ['More research on vetch is warranted.', 'future-work'],
    ['Nitrogen under rye.', 'fragment'],
    ['Rye kept nitrogen.', 'too-short'],
  ])('refuses however likely: %s', (sentence, rule) => {
    expect(refusalOf(sentence, 0.99)?.rule).toBe(rule)
  })

  it('refuses what is too long to be one statement', () => {
    expect(
      refusalOf(`Rye kept nitrogen in the soil of farms ${'and more farms '.repeat(40)}in winter.`, 0.99)?.rule,
    ).toBe('too-long')
  })
})

describe('a recommendation', () => {
  it.each([
    'Growers should consider raised beds on heavy soil.',
    'Raised beds should be tried in every school garden.',
    'The use of rye in winter is therefore recommended on sandy soil.',
    'Further trials are needed to find out whether rye reduces the loss of nitrogen.',
    'If losses are higher under vetch, rye should be sown.',
    'These findings suggest that vetch warrants further investigation.',
    'We recommend that advisers visit each farm.',
  ])('without a finding is none: %s', (sentence) => {
    expect(refusalOf(sentence, 0.99)?.rule).toMatch(/^(?:recommendation|need|future-work)$/)
  })

  it.each([
    'Rye reduced the loss of nitrogen and should be sown in autumn.',
    'Because rye keeps more nitrogen than vetch, it should be sown in autumn.',
    'Rye should be sown instead of vetch.',
    'No difference in yield was found, but larger trials are needed.',
    'Raised beds should reduce the loss of seedlings.',
    'Lime is not recommended on chalk.',
    'Growers accepted 43% of the measures that were recommended.',
  ])('with one is one: %s', (sentence) => {
    expect(rules(sentence)).not.toContain('recommendation')
  })
})
