import { describe, expect, it } from 'vitest'
import type { Claim, Finding } from '../../schemas/claim.ts'
import { clearness, headingOf, plainStatement } from './clearness.ts'

describe('plainStatement', () => {
  it.each([
    ['The results showed that mowing reduces moss.', 'mowing reduces moss.'],
    ['We found that mowing reduces moss.', 'mowing reduces moss.'],
    ['The findings suggest that mowing may reduce moss.', 'mowing may reduce moss.'],
    ['Mowing reduces moss.', 'Mowing reduces moss.'],
    ['The findings suggest that mowing reduces moss.', 'The findings suggest that mowing reduces moss.'],
    ['No trial showed that mowing reduces moss.', 'No trial showed that mowing reduces moss.'],
    ['Moss that mowing reduced grew again.', 'Moss that mowing reduced grew again.'],
  ])('%s', (text, plain) => {
    expect(plainStatement(text)).toBe(plain)
  })
})

const span = (text: string) => ({ text, start: 0, end: text.length })
const framed = (text: string): Claim['frame'] => ({
  exposure: [span('mowing')],
  comparator: [],
  outcome: [span('moss')],
  direction: { value: 'down', text: '', start: 0, end: text.length },
  ...{ population: [], dose: [], time: [], figures: [] },
})

describe('clearness', () => {
  const clear = 'Mowing every week reduced moss in shaded lawns.'
  it.each([
    ['leans on a sentence before', 'Both of them reduced moss in shaded lawns.'],
    ['speaks of writing', 'The authors introduced mowing every week in shaded lawns.'],
    ['drowns in brackets', 'Mowing (weekly) reduced (p = 0.01) moss (mean) in (shaded) lawns [1].'],
    ['makes two sentences', 'Mowing every week reduced moss in lawns. It was done by hand.'],
    ['is overlong', `Mowing every week reduced moss in shaded lawns ${'and in lawns of another kind '.repeat(9)}.`],
  ])('is less where a claim %s', (_, text) => {
    expect(clearness({ text, frame: framed(text) })).toBeLessThan(clearness({ text: clear, frame: framed(clear) }))
  })

  it('is less where a claim does not say what was done', () => {
    const inherited = { ...framed(clear)!, exposure: [{ text: 'mowing', inherited: true as const }] }
    expect(clearness({ text: clear, frame: inherited })).toBeLessThan(clearness({ text: clear, frame: framed(clear) }))
  })
})

describe('headingOf', () => {
  const claim = (id: string, text: string) =>
    [`c-${id.repeat(16)}`, { id: `c-${id.repeat(16)}`, text } as Claim] as const
  const claims = new Map([
    claim('a', 'Both groups had less moss.'),
    claim('b', 'Mowing every week reduced moss in shaded lawns.'),
    claim('c', 'Mowing every week reduced moss in all of the lawns.'),
  ])
  const member = (
    id: string,
    stance: Finding['members'][number]['stance'],
    fit: Finding['members'][number]['fit'],
  ) => ({
    ...{ claim: `c-${id.repeat(16)}`, stance, fit, reason: 'told' },
  })

  it('takes the clearest words of a member that says it of the same case', () => {
    const members = [
      member('a', 'supports', 'same'),
      member('b', 'supports', 'same'),
      member('c', 'supports', 'related'),
    ]
    expect(headingOf({ claim: members[0]!.claim, members }, claims)).toEqual({
      text: 'Mowing every week reduced moss in shaded lawns.',
      claim: members[1]!.claim,
    })
  })

  it('never takes the words of who says otherwise', () => {
    const members = [member('a', 'supports', 'same'), member('b', 'refutes', 'same')]
    expect(headingOf({ claim: members[0]!.claim, members }, claims)?.claim).toBe(members[0]!.claim)
  })
})
