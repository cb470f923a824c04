import { describe, expect, it } from 'vitest'
import { groupLabelsIn, labelsBeside, meaningOfLabel, withGroupsNamed } from './group-labels.ts'

describe('what labels of groups stand for', () => {
  it.each([
    ['Plants of group W (tap water) grew.', { W: 'tap water' }],
    ['Calves of group I (whey group) and group II (milk group, n = 9) grew.', { I: 'whey', II: 'milk' }],
    ['Beds were split. Group L: lime 40 kg; group N: no lime.', { L: 'lime 40 kg', N: 'no lime' }],
    ['Beds were split (group L, lime 40 kg; group G, gypsum).', { L: 'lime 40 kg', G: 'gypsum' }],
    [
      'Hens in group A received oats 30 g daily and group B barley, both with water.',
      { A: 'oats 30 g daily', B: 'barley' },
    ],
    [
      'In group S, 0.5 kg of straw was fed, whereas in group H, the same amount of hay was fed.',
      { S: '0.5 kg of straw', H: 'hay' },
    ],
    [
      'Group O got oats; group OM got a similar ration, in addition to maize 2 kg.',
      { O: 'oats', OM: 'similar ration, in addition to maize 2 kg' },
    ],
    ['Calves were assigned to a fasting group (group F) or a grazing group (group G).', { F: 'fasting', G: 'grazing' }],
    [
      'Ewes were given oats 2 kg in group 1, hay in group 2, and straw in group 3.',
      { 1: 'oats 2 kg', 2: 'hay', 3: 'straw' },
    ],
    ['The K2 group was given clover hay for 3 weeks.', { K2: 'clover hay for 3 weeks' }],
    [
      'Cows were assigned to rye and vetch silage (group RV, n=12) or maize silage (group M, n=14).',
      { RV: 'rye and vetch silage', M: 'maize silage' },
    ],
    [
      'Groups A and B received hay daily. Group A received oats and group B, after weaning, received barley.',
      { A: 'oats + hay daily', B: 'barley + hay daily' },
    ],
    [
      'Group A was fed oats. Group B was fed rye. Both groups were given salt licks.',
      { A: 'oats + salt licks', B: 'rye + salt licks' },
    ],
    [
      'Ewes were split: clover (group C) and control (group S). Group C received clover plus hay, and group S received hay only.',
      { C: 'clover plus hay', S: 'hay only' },
    ],
    ['(Group C) received rain water, (Group L) received lime 2 kg.', { C: 'rain water', L: 'lime 2 kg' }],
    ['Cows in group (R) received rye bran. Cows in group (O) received oats.', { R: 'rye bran', O: 'oats' }],
    [
      'In group RL (n = 9) 2 kg rye + lime and in group RG (n = 9) 2 kg rye + gypsum were applied.',
      { RL: '2 kg rye + lime', RG: '2 kg rye + gypsum' },
    ],
    [
      'Groups H0, H1 and H2 were given chaff, hay 1 kg, and hay 2 kg, respectively.',
      { H0: 'chaff', H1: 'hay 1 kg', H2: 'hay 2 kg' },
    ],
    ['Group L received a dose of 0.5 g/l while group H received 1.0 g/l.', { L: 'dose of 0.5 g/l', H: '1.0 g/l' }],
    [
      'Pens: group 1 was control, group 2 received straw. Lice were seen in 3 in group 1 and 6 pens in group 2.',
      { 1: 'control', 2: 'straw' },
    ],
    [
      'Group E received hay, then rest. Group S was fed silage followed by straw.',
      { E: 'hay', S: 'silage followed by straw' },
    ],
  ])('%s', (text, labels) => expect(Object.fromEntries(groupLabelsIn(text))).toEqual(labels))

  it.each([
    'Group A received more oats than group B.',
    'Weight rose in group A (12.4 kg) and group B (P < 0.05).',
    'Group A (40 calves) and group B (n = 38) were weighed.',
    'Group A: barley. Group B: barley.',
    'Calving was seen after 12.1 weeks in group A and 14 weeks in group B.',
    'Calves were given skimmed milk powder (SMP). The SMP group received 2 l daily.',
    'Calves were weighed. Group A grew. Group A slept. Group A received hay.',
    'Group A received oats. Group B slept in the barn.',
    'In group A, 2 kg of hay was slowly fed after milking. Group B received the same amount of hay before milking.',
    'Ewes got Cla (CLA group) or straw (CON group).',
    'Rams were split into clover (group C) and control (group S). Group S had double rations. Group C slept.',
    'Calves of group A (treated) and group B (control) grew.',
    'Group A received rye, oats and hay. Group B received straw.',
    'Sheep got salt and either rye (group R) or oats (group O).',
    'Weight rose in the hay+OM group.',
    'We split them into 4 groups: oats, rye, hay and grass.',
  ])('nothing by %s', (text) => expect(groupLabelsIn(text).size).toBe(0))
})

describe('a stretch that is a label', () => {
  const labels = new Map([
    ['A', 'oats'],
    ['B', 'barley'],
  ])

  it('stands for what its paper says', () => {
    expect(meaningOfLabel('group A', labels)).toBe('oats')
    expect(meaningOfLabel('patients in group B', labels)).toBe('barley')
    expect(meaningOfLabel('groups A and B', labels)).toBe('A: oats; B: barley')
  })

  it.each(['oats in group A', 'group C', 'groups A and C', 'both groups'])('and not "%s"', (text) =>
    expect(meaningOfLabel(text, labels)).toBeUndefined(),
  )

  it('is found beside its noun', () => {
    expect(labelsBeside('In the K group and in groups B, C and D, but not in 4 groups')).toEqual(['K', 'B', 'C', 'D'])
  })
})

describe('sentences with their groups named', () => {
  const labels = new Map([
    ['F', 'felt 20 mm'],
    ['S', 'straw'],
  ])
  it.each([
    ['Hives of group F and S were dry.', 'Hives of group felt and straw were dry.'],
    ['In the S group, combs were heavy.', 'In the straw group, combs were heavy.'],
    ['Hives of group X were wet.', 'Hives of group X were wet.'],
    ['F is a letter.', 'F is a letter.'],
  ])('%s', (sentence, named) => {
    expect(withGroupsNamed(sentence, labels)).toBe(named)
  })
})
