import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../../scripts/engines/index.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Near } from '../findings/near.ts'
import { decisions, nearestBeside, shownBeside } from './likeness.ts'

const place = { section: 'Abstract', start: 0, end: 9, quote: 'Something' }
const claim = (paper: string, ...beside: [paper: string, score: number][]): Pick<Claim, 'sources' | 'likewise'> => ({
  sources: [{ paper, ...place }],
  likewise: beside.map(([other, score]) => ({ paper: other, ...place, score, reasons: [] })),
})

it('keeps of what says likewise the nearest of each two papers, from either side', () => {
  const kept = nearestBeside([
    claim('a', ['b', 0.5], ['c', 0.2]),
    claim('a', ['b', 0.3]),
    claim('b', ['a', 0.5], ['c', 0.4]),
  ])
  expect(kept.map(({ likewise }) => likewise.map(({ paper }) => paper))).toEqual([['b', 'c'], [], ['a', 'c']])
})

it('says which things another paper compares, and which condition it studies', async () => {
  const { engine } = await loadEngine('lexical')
  const near: Near = {
    ...{ paper: 'b', span: { paper: 'b', ...place }, sentence: 'Something', own: 'Anything' },
    ...{ agrees: 0.4, speaks: 0.5, odds: 0, shared: ['frost'] },
    apart: () => [
      { kind: 'arms', one: ['lime'], other: ['cement', 'clay'] },
      { kind: 'conditions', one: ['asthma'], other: ['gout'] },
    ],
  }
  const [shown] = shownBeside('Anything', [{ paper: 'a', ...place }], [], () => [near], engine, { likewise: -1 })
  expect(shown!.reasons).toEqual([
    'both speak of "frost"',
    'other things are compared: "cement", "clay" here, "lime" with the claim',
    'another condition is studied: "gout" here, "asthma" with the claim',
  ])
})

describe('slots decide between two sentences of the same words', async () => {
  const { engine } = await loadEngine('lexical')
  it.each([
    ['Lime plaster kept the walls drier than cement.', true],
    ['Swifts nested in 12% of the old towers.', true],
    ['Both coatings were well tolerated by the stone.', true],
    ['Both treatments were well tolerated.', false],
    ['The intervention improved sleep.', false],
    ['Moisture was lower after one year.', false],
  ])('"%s": %s', (sentence, decides) => {
    expect(decisions(engine, sentence)(sentence).length > 0).toBe(decides)
  })

  it('and another amount of what nothing was done to is another finding, as another size of an effect is not', () => {
    expect(
      decisions(engine, 'Swifts nested in 12% of the old towers.')('Swifts nested in 41% of the old towers.'),
    ).toEqual([])
    const [kept, less] = ['Lime plaster cut moisture by 12%.', 'Lime plaster cut moisture by 41%.']
    expect(decisions(engine, kept)(less)).toEqual(['supports'])
  })
})
