import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantitiesOf } from './index.ts'

/** Quantities without their place, the numbers with a bare unit (doses, times) left out. */
const read = (text: string) =>
  quantitiesOf(text)
    .filter(({ kind }) => kind !== 'measure')
    .map(({ start: _start, end: _end, check: _check, normalised: _normalised, ...rest }) => rest)

describe('quantitiesOf: estimates of effect', () => {
  it('reads ratio, interval, groups, outcome and follow-up', () => {
    expect(
      read(
        'A single 300 mg dose of tafenoquine reduced recurrence within 6 months compared with placebo (hazard ratio 0.30; 95% CI 0.22 to 0.40; P<0.001).',
      ),
    ).toEqual([
      {
        kind: 'ratio',
        measure: 'HR',
        value: 0.3,
        low: 0.22,
        high: 0.4,
        level: 95,
        p: 0.001,
        pRelation: '<',
        arm: 'single 300 mg dose of tafenoquine',
        comparator: 'placebo',
        outcome: 'recurrence',
        followUp: '6 months',
        agrees: true,
        text: 'hazard ratio 0.30; 95% CI 0.22 to 0.40; P<0.001',
      },
    ])
  })

  it.each([
    ['Mortality fell (RR 0.32, 95% CI 0.12–0.88).', 'RR', 0.32, 0.12, 0.88],
    [
      'The adjusted odds ratio was 1.49 (95 percent confidence interval, 0.84 to 2.64; P=0.17).',
      'OR',
      1.49,
      0.84,
      2.64,
    ],
    ['The risk was lower (relative risk [RR], 0·65 [95% CI 0·46–0·91]).', 'RR', 0.65, 0.46, 0.91],
    ['Scores differed (mean difference −2.1; 95% CI −3.4 to −0.8).', 'MD', -2.1, -3.4, -0.8],
    ['Infection was rarer (rate ratio 1.6, 0.5 to 5.0; P = 0.42).', 'IRR', 1.6, 0.5, 5],
    ['It prevented malaria with a protective efficacy of 86% (95% CI 76% to 92%).', 'PE', 86, 76, 92],
    ['Haemolysis was commoner (aOR=2.3; 95% CI: 1.1, 4.9).', 'OR', 2.3, 1.1, 4.9],
    ['Relapse was rarer (HR: 0.34 (95% CI: 0.19 - 0.63)).', 'HR', 0.34, 0.19, 0.63],
  ])('%s', (text, measure, value, low, high) => {
    expect(read(text)).toEqual([expect.objectContaining({ measure, value, low, high })])
  })

  it('keeps two estimates of one sentence apart', () => {
    const found = read(
      'Relapse was rarer with the drug (HR 0.30; 95% CI 0.22 to 0.40) and with primaquine (HR 0.26; 95% CI 0.18 to 0.39).',
    )
    expect(found.map(({ value, low, high }) => [value, low, high])).toEqual([
      [0.3, 0.22, 0.4],
      [0.26, 0.18, 0.39],
    ])
  })

  it('does not take the word "or" or a conjunction for an odds ratio', () => {
    expect(read('Children or 12 adults were ill.').map(({ measure }) => measure)).not.toContain('OR')
  })
})

describe('quantitiesOf: intervals as they are written', () => {
  it.each<[string, object]>([
    ['Frost was rarer (OR: 0.60; CI95%: 0.40/0.90).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Frost was rarer (OR 0.60, CI 95% [0.40-0.90]).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Frost was rarer (OR 0.60, 95% C.I. 0.40 to 0.90).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Frost was rarer (OR 0.60, 95% IC 0.40–0.90).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Frost was rarer (RR 0,60; IC95% 0,40-0,90).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Frost was rarer (OR 0.60, 95%CI[0.40 0.90]).', { value: 0.6, low: 0.4, high: 0.9, level: 95 }],
    ['Yields differed (MD 0.24, 95% CI +0.19 to +0.29).', { value: 0.24, low: 0.19, high: 0.29 }],
    ['Frost was commoner (OR 12, 95% CI 3.1 to >1000).', { value: 12, low: 3.1, high: 1000 }],
    ['Frost was rarer (OR 0.10, 95% CI <0.01 to 0.90).', { value: 0.1, low: 0.01, high: 0.9 }],
    ['Frost killed 1,200 (95% CI 1,050 to 1,350) trees.', { value: 1200, low: 1050, high: 1350 }],
  ])('%s', (text, right) => {
    expect(quantitiesOf(text)[0]).toMatchObject(right)
  })

  it.each(['∞', 'infinity', 'inf'])('an end that is open is none: %s', (end) => {
    const [first, ...rest] = quantitiesOf(`Frost was commoner (OR 12, 95% CI 3.1 to ${end}).`)
    expect(first).toMatchObject({ measure: 'OR', value: 12, low: 3.1, level: 95 })
    expect(first).not.toHaveProperty('high')
    expect(rest).toEqual([])
  })

  it('an interval without an estimate is one', () => {
    expect(quantitiesOf('It was CI95% 0.40/0.90.')).toMatchObject([
      { kind: 'interval', low: 0.4, high: 0.9, level: 95 },
    ])
  })

  it('an inhibitory concentration is no interval', () => {
    expect(quantitiesOf('The IC50 was 3.1 to 4.2 µM.').every(({ level }) => level === undefined)).toBe(true)
  })
})

describe('quantitiesOf: shares', () => {
  it.each([
    ['The cure rate was 93% (40/43).', 93, 40, 43],
    ['Relapse was prevented in 35 of 35 patients (100%).', 100, 35, 35],
    ['In all, 1,204 of 2,408 participants, 50.0%, were cured.', 50, 1204, 2408],
  ])('%s', (text, value, numerator, denominator) => {
    expect(read(text)).toEqual([
      expect.objectContaining({ kind: 'percentage', value, numerator, denominator, agrees: true }),
    ])
  })

  it('says where a share does not agree with its parts', () => {
    const [found] = quantitiesOf('The cure rate was 95% (40/43).')
    expect(found).toMatchObject({ agrees: false, check: '40 of 43 is 93.0 %, not 95 %' })
  })

  it('tells the groups of shares apart', () => {
    const found = read(
      'Recurrence was absent in 62.4% of patients given tafenoquine, 69.6% of patients given primaquine and 27.7% of patients given placebo.',
    )
    expect(found.map(({ value, arm }) => [value, arm])).toEqual([
      [62.4, 'tafenoquine'],
      [69.6, 'primaquine'],
      [27.7, 'placebo'],
    ])
  })

  it('reads no share out of dates, ratios of dilution or blood pressure', () => {
    expect(read('Blood pressure was 140/90 on 5/12/2019.').filter(({ numerator }) => numerator !== undefined)).toEqual(
      [],
    )
  })
})

describe('quantitiesOf: what a number is of', () => {
  const told = (text: string) =>
    quantitiesOf(text)
      .filter(({ outcome }) => outcome !== undefined)
      .map(({ value, unit, outcome, arm, comparator }) => [value, unit ?? '', outcome, arm ?? '', comparator ?? ''])

  it.each([
    [
      'Smokers were more often absent (28.4% vs 17.9%) and had a higher prevalence of snoring (41% vs 30%) than never-smokers.',
      [
        [28.4, '%', 'absent', 'smokers', ''],
        [17.9, '%', 'absent', 'never-smokers', ''],
        [41, '%', 'prevalence of snoring', 'smokers', ''],
        [30, '%', 'prevalence of snoring', 'never-smokers', ''],
      ],
    ],
    [
      'The share of nests with a hatched egg did not differ between shaded and open plots (61% vs 59%, p = 0.8).',
      [
        [61, '%', 'share of nests with a hatched egg', 'shaded', ''],
        [59, '%', 'share of nests with a hatched egg', 'open plots', ''],
      ],
    ],
    [
      'The most frequent complaints were headache (22%), nausea (17%) and fatigue (9%).',
      [
        [22, '%', 'headache', '', ''],
        [17, '%', 'nausea', '', ''],
        [9, '%', 'fatigue', '', ''],
      ],
    ],
    [
      'Women were more likely than men to delay treatment (adjusted odds ratio 1.6, 95% CI 1.2 to 2.1).',
      [[1.6, '', 'delay treatment', 'women', 'men']],
    ],
    [
      'Survival was 71% with surgery and 54% with radiotherapy.',
      [
        [71, '%', 'survival', 'surgery', ''],
        [54, '%', 'survival', 'radiotherapy', ''],
      ],
    ],
    [
      'Birth weight was 180 g lower in exposed than in unexposed newborns.',
      [[180, 'g', 'birth weight', '', 'unexposed newborns']],
    ],
    ['Systolic pressure decreased by 5.4 mmHg.', [[5.4, 'mmhg', 'systolic pressure', '', '']]],
    ['Anxiety was rated 1.8 points higher in noise.', [[1.8, 'points', 'anxiety', '', '']]],
  ])('%s', (text, rows) => {
    expect(told(text)).toEqual(rows)
  })

  it.each([
    'Yield fell where shade exceeded 40%.',
    'Purchases fell after a 20% sugar tax.',
    'Plots had a slope of less than 3%.',
    'The authors estimated that increasing coverage to 30% would cool cities.',
    'Wounds were rinsed with 2% iodine.',
  ])('takes no dose, threshold or condition for a result: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('quantitiesOf: checks', () => {
  it('an estimate outside its interval', () => {
    expect(quantitiesOf('Relapse fell (HR 0.50; 95% CI 0.22 to 0.40).')[0]).toMatchObject({ agrees: false })
  })

  it('p against the interval', () => {
    const [found] = quantitiesOf('Relapse fell (RR 0.17; 95% CI 0.03 to 1.11; P < 0.001).')
    expect(found?.agrees).toBe(false)
    expect(found?.check).toContain('do not go together')
  })
})

describe('quantitiesOf: benchmarks', () => {
  it('reads method, task, data set, metric and value', () => {
    expect(read('MSIVD reached F1 0.92 in vulnerability detection on BigVul.')).toEqual([
      {
        kind: 'score',
        measure: 'F1',
        value: 0.92,
        method: 'MSIVD',
        task: 'vulnerability detection',
        dataset: 'BigVul',
        text: 'F1 0.92',
      },
    ])
    expect(quantitiesOf('MSIVD reached F1 0.92 on BigVul.')[0]?.normalised).toEqual({ value: 92, unit: '%' })
  })

  it('carries a metric through a list of systems', () => {
    const found = read('On CVEFixes CodeLlama reached 0.535 accuracy, Mistral 0.531, CodeT5+ 0.520.')
    expect(found.map(({ method, measure, value }) => [method, measure, value])).toEqual([
      ['CodeLlama', 'accuracy', 0.535],
      ['Mistral', 'accuracy', 0.531],
      ['CodeT5+', 'accuracy', 0.52],
    ])
  })

  it('tells a change from a score', () => {
    expect(read('The method improved detection by 6.49% F1 and 3.78% accuracy.')).toEqual([
      expect.objectContaining({ kind: 'difference', measure: 'F1', value: 6.49 }),
      expect.objectContaining({ kind: 'difference', measure: 'accuracy', value: 3.78 }),
    ])
  })
})

describe('quantitiesOf: laws', () => {
  it('normal forms stand beside the original', () => {
    expect(
      quantitiesOf('Patients took 2 g for 12 weeks.').map(({ value, unit, normalised }) => [value, unit, normalised]),
    ).toEqual([
      [2, 'g', { value: 2000, unit: 'mg' }],
      [12, 'week', { value: 84, unit: 'day' }],
    ])
  })

  it('cuts its words exactly from the quote, in order, and holds no number twice', () => {
    const piece = fc.constantFrom(
      ...[
        '95% CI 0.22 to 0.40',
        'HR 0.30',
        'hazard ratio',
        '(',
        ')',
        '40/43',
        '93%',
        'of 43 patients',
        'P < 0.05',
        ';',
        ',',
      ],
      ...[
        'F1 0.92',
        'accuracy',
        '0.535',
        'Mistral',
        'by',
        '12.24% to 22.77%',
        '300 mg',
        'in 2018',
        '61·4%',
        'n = 40',
        '.',
        '−2.1',
        'placebo',
        '1,204',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (parts) => {
        const text = parts.join(' ')
        const found = quantitiesOf(text)
        for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words)
        expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b))
      }),
    )
  })

  it('comes to an end on a hostile text', () => {
    expect(quantitiesOf('95% CI 0.1 to 0.2, F1 0.9, '.repeat(400)).length).toBeGreaterThan(0)
    expect(quantitiesOf('odds ratio of of of ('.repeat(2000))).toEqual([])
  })
})

describe('quantitiesOf: means', () => {
  it.each([
    ['Wool weighed 57 ± 6 kg.', [['57 ± 6 kg', 57, 'kg']]],
    [
      'Drying took 76.1 ± 4.1 hours with fans and 82.5 +/- 3.2 hours without.',
      [
        ['76.1 ± 4.1 hours', 76.1, 'hour'],
        ['82.5 +/- 3.2 hours', 82.5, 'hour'],
      ],
    ],
    [
      'Loss was 0.003 ± 0.004 vs 0.008 ± 0.006 mg/kg per h in shade and sun.',
      [
        ['0.003 ± 0.004', 0.003, 'mg/kg per h'],
        ['0.008 ± 0.006 mg/kg per h', 0.008, 'mg/kg per h'],
      ],
    ],
  ])('takes how far values scatter for no result of its own: %s', (text, means) => {
    expect(quantitiesOf(text).map((one) => [one.text, one.value, one.unit])).toEqual(means)
  })
})
