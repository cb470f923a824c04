import { describe, expect, it } from 'vitest'
import type { Frame, FrameWord } from '../../frames/frame.ts'
import type { Language } from '../../frames/language.ts'
import { type Turned, turningOf } from './turning.ts'

const language = { disease: (word: string) => word === 'scurvy' } as unknown as Language

const outcome = (word: string): FrameWord => ({
  ...{ word, lemma: word, stem: word, pos: 'NOUN', slot: 'outcome', start: 0, end: 1, name: false },
  ...({ act: false, head: true } as Partial<FrameWord> as FrameWord),
})

/** A statement of one word of direction. */
function frame(change: Partial<Frame> = {}): Frame {
  return {
    text: 'x',
    slots: { exposure: [], comparator: [], outcome: [], population: [], dose: [], time: [] },
    direction: { value: 'up', text: 'rose', start: 0, end: 4 },
    ...{ sign: 1, denied: false, symmetric: false, figures: [], words: [], turning: [] },
    ...{ aim: false, hedged: false, significant: null },
    ...change,
  }
}

type Direction = NonNullable<Frame['direction']>['value']
const way = (value: Direction, text: string, sign: Frame['sign'], change: Partial<Frame> = {}) =>
  frame({ direction: { value, text, start: 0, end: 4 }, sign, ...change })
const up = frame()
const down = way('down', 'fell', -1)
const none = way('none', 'no difference', 0)
const linked = (change: Partial<Frame> = {}) => way('linked', 'linked', 0, change)
const estimate = (kind: 'ratio' | 'difference', value: number, low?: number, high?: number): Frame['figures'] => [
  { kind, value, low, high, unit: '', relation: '', of: [], text: `${value}`, start: 0, end: 1 },
]

describe('which way two statements go', () => {
  it.each<[string, Frame, Frame, Partial<Turned>, string | null]>([
    ['the same way', up, frame(), {}, 'same: it goes the same way ("rose")'],
    ['contrary ways', up, down, {}, 'contrary: it says "fell", the claim "rose"'],
    ['contrary ways of contrary outcomes', up, down, { outcomes: true }, 'same: it goes the same way ("fell")'],
    [
      'the same way of contrary outcomes',
      up,
      frame(),
      { outcomes: true },
      'contrary: it says "rose", the claim "rose"',
    ],
    ['contrary ways from the other side', up, down, { sides: true }, 'same: it says the same the other way round'],
    ['the same way from the other side', up, frame(), { sides: true }, 'contrary: it sets the two the other way round'],
    ['an aim', up, frame({ aim: true }), {}, 'different: it says what was to be found out, not what was found'],
    ['a claim that asks', frame({ aim: true }), up, {}, 'different: the claim only asks'],
    ['two aims', frame({ aim: true }), frame({ aim: true }), {}, 'same: it goes the same way ("rose")'],
    ['nothing in both', none, way('as-good', 'as good', 0), {}, 'same: it finds no difference either'],
    ['a denial', up, frame({ denied: true }), {}, 'contrary: it denies what the claim says ("rose")'],
    ['a claim that denies', frame({ denied: true }), up, {}, 'contrary: the claim denies what it says'],
    ['no difference', up, none, {}, 'contrary: it shows no difference, the claim one'],
    ['a claim of none', none, up, {}, 'contrary: it shows a difference, the claim none'],
    ['not significant', up, frame({ significant: false }), {}, 'contrary: it shows no difference, the claim one'],
    ['significant', up, frame({ significant: true }), {}, 'same: it goes the same way ("rose")'],
    ['links of no way', linked(), linked(), {}, null],
    ['links from the other side', linked(), linked(), { sides: true }, 'contrary: it sets the two the other way round'],
    ['links that have no sides', linked({ symmetric: true }), linked(), { sides: true }, null],
    ['a way that the claim leaves open', linked(), up, {}, 'narrower: it says which way: "rose"'],
    ['a way that is left open', up, linked(), {}, 'unknown: it does not say which way'],
    [
      'a link whose ratio says which way',
      up,
      linked({ figures: estimate('ratio', 1.4) }),
      {},
      'same: it goes the same way ("linked")',
    ],
    [
      'a link whose ratio says the contrary',
      up,
      linked({ figures: estimate('ratio', 0.7) }),
      {},
      'contrary: it says "linked", the claim "rose"',
    ],
    [
      'a link whose difference says which way',
      up,
      linked({ figures: estimate('difference', 0.7) }),
      {},
      'same: it goes the same way ("linked")',
    ],
    [
      'a link whose interval holds no effect',
      up,
      linked({ figures: estimate('ratio', 1.4, 0.9, 2) }),
      {},
      'unknown: it does not say which way',
    ],
    [
      'a link whose ratio is one',
      up,
      linked({ figures: estimate('ratio', 1) }),
      {},
      'unknown: it does not say which way',
    ],
    [
      'a link whose ratios disagree',
      up,
      linked({ figures: [...estimate('ratio', 1.4), ...estimate('ratio', 0.7)] }),
      {},
      'unknown: it does not say which way',
    ],
    ['better and more', way('better', 'better', 1), up, {}, 'same: it goes the same way ("rose")'],
    ['better and less', way('better', 'better', 1), down, {}, 'unknown: better and more are not the same'],
    [
      'better and less of what is bad',
      way('better', 'better', 1),
      way('down', 'fell', -1, { words: [outcome('scurvy')] }),
      {},
      'same: it goes the same way ("fell")',
    ],
    [
      'better and more of what is bad',
      way('better', 'better', 1),
      way('up', 'rose', 1, { words: [outcome('scurvy')] }),
      {},
      'contrary: it says "rose", the claim "better"',
    ],
    [
      'better and worse',
      way('better', 'better', 1),
      way('worse', 'worse', -1),
      {},
      'contrary: it says "worse", the claim "better"',
    ],
    [
      'a level and no difference',
      way('down', 'low', -1),
      none,
      {},
      'unknown: how much there is tells of no difference',
    ],
    [
      'less of what is bad, twice',
      way('down', 'fell', -1, { words: [outcome('scurvy')] }),
      way('down', 'dropped', -1),
      {},
      'same: it goes the same way ("dropped")',
    ],
  ])('%s', (_, one, other, turned, expected) => {
    const said = turningOf(one, other, { sides: false, outcomes: false, ...turned }, language)
    expect(said && `${said.relation}: ${said.reason}`).toBe(expected)
    expect(said?.slot ?? 'direction').toBe('direction')
    if (said) expect(said.certain).toBe(said.relation !== 'unknown' && said.relation !== 'narrower')
  })
})
