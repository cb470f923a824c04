import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { frameReader } from '../../frames/reader.ts'
import { compareWithSentence, denyEachOther } from './sentences.ts'

const reader = frameReader(openLanguage())
const compare = (claim: string, sentence: string) => compareWithSentence(claim, sentence, reader)

describe('two findings that differ in one slot', () => {
  it.each([
    [
      'Screening lowered mortality from cervical cancer.',
      'Screening lowered mortality from ovarian cancer.',
      'outcome',
      'different',
    ],
    ['IL-6 rose in sepsis.', 'IL-10 rose in sepsis.', 'outcome', 'different'],
    [
      'The diet helped people with type 1 diabetes.',
      'The diet helped people with type 2 diabetes.',
      'outcome',
      'different',
    ],
    ['Training lowered blood pressure in women.', 'Training lowered blood pressure in men.', 'population', 'different'],
    ['Iron deficiency caused fatigue.', 'Iron supplementation caused fatigue.', 'exposure', 'different'],
    [
      'Apixaban caused less bleeding than warfarin.',
      'Apixaban caused less bleeding than aspirin.',
      'comparator',
      'different',
    ],
    ['Pain had improved at 6 weeks.', 'Pain had improved at 24 months.', 'time', 'different'],
    ['Grip was stronger one year after surgery.', 'Grip was stronger ten years after surgery.', 'time', 'different'],
    ['Lambs fed once a day grew.', 'Lambs fed four times a day grew.', 'dose', 'different'],
    ['A single wash removed the dye.', 'Four washes removed the dye.', 'dose', 'different'],
    [
      'The extract at 50 mg/kg protected the liver.',
      'The extract at 400 mg/kg protected the liver.',
      'dose',
      'different',
    ],
    [
      'Vaping was linked to asthma (OR 1.4, 95% CI 1.1 to 1.8).',
      'Vaping was linked to asthma (OR 0.7, 95% CI 0.5 to 0.9).',
      'figures',
      'contrary',
    ],
    [
      'Vaping was linked to asthma (OR 1.4, 95% CI 1.1 to 1.8).',
      'Vaping was linked to asthma (OR 1.1, 95% CI 0.8 to 1.5).',
      'figures',
      'contrary',
    ],
    ['One in four pupils was bullied.', 'One in twenty pupils was bullied.', 'figures', 'different'],
    ['Tea improved sleep.', 'Tea did not improve sleep.', 'direction', 'contrary'],
    ['Tea improved sleep.', 'Tea improved sleep, but the difference was not significant.', 'direction', 'contrary'],
    ['Cetuximab worked better than panitumumab.', 'Panitumumab worked better than cetuximab.', 'direction', 'contrary'],
    ['Tea improved sleep.', 'We examined whether tea improved sleep.', 'direction', 'different'],
    [
      'Heart failure increased the risk of stroke.',
      'Stroke increased the risk of heart failure.',
      'exposure',
      'different',
    ],
  ] as const)('%s / %s', (claim, sentence, slot, relation) => {
    const { slots, relation: whole } = compare(claim, sentence)
    expect(slots.map((one) => [one.slot, one.relation])).toContainEqual([slot, relation])
    expect(['different', 'contrary']).toContain(whole)
    expect(slots.find((one) => one.relation === relation)!.reason).not.toBe('')
  })
})

describe('two findings that agree', () => {
  it.each([
    ['Apixaban caused less bleeding than warfarin.', 'Warfarin caused more bleeding than apixaban.', 'same'],
    ['Mulch reduced weeds.', 'Weeds decreased after mulch.', 'same'],
    ['Half of the patients had pain.', 'Pain was seen in 50% of patients.', 'same'],
    ['Dancing reduced falls.', 'Dancing reduced falls in nursing homes.', 'narrower'],
    [
      'Saline and crystalloids did not differ in mortality.',
      'Mortality was similar with saline and crystalloids.',
      'same',
    ],
    ['Renal injury was common.', 'Injury of the kidney was common.', 'same'],
    ['Reminders increased vaccination in clinics.', 'Reminders increased vacination in clinics.', 'same'],
    ['Home visits reduced re-hospitalisation of women.', 'Home visits reduced rehospitalization of women.', 'same'],
    ['Gardens raised the well-being of tenants.', 'Gardens raised the wellbeing of tenants.', 'same'],
    ['Mentors reduced drop-out of pupils.', 'Mentors reduced dropout of pupils.', 'same'],
    ['Tapering reduced withdrawal symptoms in smokers.', 'Tapering reduced withdrawal syndrome in smokers.', 'same'],
    ['Screening lowered mortality.', 'Deaths were reduced by screening, whereas costs rose.', 'narrower'],
  ] as const)('%s / %s', (claim, sentence, relation) => {
    expect(compare(claim, sentence).relation).toBe(relation)
  })

  it('although their estimates differ in size, which is told apart', () => {
    const { relation, apartFromSize } = compare('Coffee lowered gout (RR 0.60).', 'Coffee lowered gout (RR 0.85).')
    expect([relation, apartFromSize]).toEqual(['different', 'same'])
  })
})

describe('sentences of several statements', () => {
  const several = [
    'Zinc reduced fever but not cough in children.',
    'Roundabouts reduced fatal crashes, but crashes with cyclists increased after roundabouts.',
    'Cash transfers increased school enrolment but had no effect on test scores.',
    'Fluoride varnish prevented caries in permanent teeth, but it did not prevent caries in milk teeth.',
    'Grazing increased plant diversity, and soil carbon declined under grazing.',
  ] as const

  it.each([
    [several[0], 'Zinc reduced cough in children.'],
    [several[1], 'Roundabouts reduced crashes with cyclists.'],
    [several[2], 'Cash transfers improved test scores.'],
    [several[3], 'Fluoride varnish prevented caries in milk teeth.'],
    [several[4], 'Soil carbon increased under grazing.'],
    [
      'Vitamin D lowered parathyroid hormone, but fractures were not reduced by vitamin D.',
      'Fractures were reduced by vitamin D, and falls were reduced too.',
    ],
  ])('%s denies: %s', (one, other) => {
    expect(denyEachOther(one, other, reader)).toBe(true)
    expect(denyEachOther(other, one, reader)).toBe(true)
    expect(['same', 'narrower', 'broader']).not.toContain(compare(other, one).relation)
  })

  it.each([
    [several[0], 'Zinc reduced fever in children.'],
    [several[1], 'Crashes with cyclists increased after roundabouts.'],
    [several[2], 'Cash transfers increased school enrolment.'],
    [several[3], 'Fluoride varnish prevented caries in permanent teeth.'],
    [several[4], 'Grazing increased plant diversity.'],
    ['Tea eased pain, but not significantly.', 'Tea did not ease pain significantly.'],
  ])('%s does not deny: %s', (one, other) => {
    expect(denyEachOther(one, other, reader)).toBe(false)
    expect(denyEachOther(other, one, reader)).toBe(false)
  })

  it('lets no two sentences deny each other that share little and go one way in something', () => {
    expect(
      denyEachOther(
        'Sprinklers lowered leaf burn, and pump costs rose.',
        'Growers reported higher bills; drip lines lowered leaf burn in dry orchards near the coast.',
        reader,
      ),
    ).toBe(false)
  })
})
