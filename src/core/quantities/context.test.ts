import { describe, expect, it } from 'vitest'
import { settingOf } from './context.ts'

describe('what a sentence measures and in whom', () => {
  it.each([
    [
      'The odds ratio of relapse with clozapine was 0.73 (95% CI 0.55 to 0.97).',
      { outcome: 'relapse', arm: 'clozapine' },
    ],
    [
      'The hazard ratio for stroke with apixaban versus warfarin was 0.81 (95% CI 0.70 to 0.95).',
      { outcome: 'stroke', arm: 'apixaban', comparator: 'warfarin' },
    ],
    ['The risk ratio of falling after training was 0.77.', { outcome: 'falling', arm: 'training' }],
    ['Infection was lower (OR 0.60, 95% CI 0.40 to 0.90).', { outcome: 'infection' }],
    ['Deaths were significantly reduced (RR 0.80).', { outcome: 'deaths' }],
    ['Hospital admissions were not increased [HR 1.02].', { outcome: 'hospital admissions' }],
    ['Statins lowered mortality (RR 0.80).', { outcome: 'mortality', arm: 'statins' }],
  ])('%s', (sentence, setting) => expect(settingOf(sentence)).toEqual(setting))
})
