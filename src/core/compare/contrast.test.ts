import { expect, it } from 'vitest'
import { analyse } from '../text/analyse.ts'
import { ruledByContrast } from './contrast.ts'

const differ = 'Adverse events did not differ between tafenoquine and placebo.'
const rows: readonly [string, string, 'supports' | 'neutral' | null][] = [
  [
    differ,
    'Adverse events were as frequent with weekly tafenoquine prophylaxis (67.6% of residents) as with placebo (64.1%).',
    'supports',
  ],
  [differ, 'There was no significant difference in adverse events between placebo and tafenoquine.', 'supports'],
  [differ, 'Adverse events were similar between tafenoquine and placebo groups.', 'supports'],
  [differ, 'Adverse events did not differ between tafenoquine and primaquine.', 'neutral'],
  [
    differ,
    'Adverse events related to treatment were as frequent with tafenoquine prophylaxis (13.4% of 492 soldiers) as with mefloquine (11.7% of 162 soldiers).',
    'neutral',
  ],
  [
    differ,
    'Psychiatric adverse events occurred in 3.8% of 317 patients given tafenoquine and in 2.7% of 187 patients given placebo.',
    'neutral',
  ],
  [differ, 'Adverse events were more frequent with tafenoquine than with placebo.', null],
  [
    'With mefloquine prophylaxis 80.6% had adverse events.',
    'Adverse events were as frequent with tafenoquine (13.4% of 492) as with mefloquine (11.7% of 162).',
    'neutral',
  ],
  [
    'With mefloquine prophylaxis 80.6% had adverse events.',
    'On mefloquine, 80.6% of residents reported adverse events.',
    null,
  ],
  [
    'Tafenoquine reduced relapse by 40% compared with placebo.',
    'Tafenoquine reduced relapse by 36% compared with placebo.',
    null,
  ],
  ['Copper surfaces reduced infection.', 'Infection did not differ between copper and steel.', null],
]

it.each(rows)('%s — %s', (claim, other, stance) => {
  expect(ruledByContrast(analyse(claim), analyse(other))?.stance ?? null).toBe(stance)
})
