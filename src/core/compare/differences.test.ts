import { describe, expect, it } from 'vitest'
import type { Frame } from '../frames/frame.ts'
import { analyse } from '../text/analyse.ts'
import { align, coverage } from './align.ts'
import { directionDifferences } from './direction.ts'
import { exchangedPlaces } from './exchanged.ts'
import { compareFindings, findingOf } from './finding.ts'
import { fitOf } from './fit.ts'
import { figuresCompared } from './frames/figures.ts'
import { hedgingDifferences } from './hedging.ts'
import { labelDifferences } from './labels.ts'
import { negationDifferences } from './negation.ts'
import { numberDifferences, unitDifferences } from './number-differences.ts'
import { agreementReasons, conflictReasons, neutralReasons } from './reasons.ts'
import { exactConflict } from './rules.ts'
import { strangerDifferences } from './strangers.ts'
import { wordDifferences } from './words.ts'

/** Everything that the rules say of a claim beside a sentence, by the rule. */
function said(claimText: string, otherText: string): Record<string, unknown> {
  const [claim, other] = [analyse(claimText), analyse(otherText)]
  const alignment = align(claim, other)
  const [mine, theirs] = [findingOf(claimText), findingOf(otherText)]
  const share = coverage(claim, other)
  const all: Record<string, unknown> = {
    numbers: numberDifferences(claim, other, alignment),
    units: unitDifferences(claim, other),
    direction: directionDifferences(claim, other, alignment),
    negation: negationDifferences(claim, other, alignment),
    hedging: hedgingDifferences(claim, other, alignment),
    exchanged: exchangedPlaces(claim, other, alignment),
    words: wordDifferences(claim, other, alignment),
    labels: labelDifferences(claimText, otherText),
    strangers: strangerDifferences(claim, other, otherText),
    conflict: exactConflict(claim, other)?.detail ?? [],
    finding: (mine && theirs && compareFindings(mine, theirs)?.relation) ?? [],
    fit: fitOf(claim, other),
    agrees: agreementReasons(claim, other, share),
    against: conflictReasons([], other),
    neither: neutralReasons(claim, other, share),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => !Array.isArray(value) || value.length > 0))
}

const rye = 'Winter rye reduced nitrate leaching by 42% compared with bare soil on sandy fields.'
const swap = (from: string, to: string) => rye.replace(from, to)

describe('what rules say of two sentences', () => {
  it.each<[claim: string, sentence: string]>([
    [rye, rye],
    [swap('42%', '24%'), rye],
    [swap('42%', '42 kg'), rye],
    [swap('42%', '42'), rye],
    [swap('by 42% ', ''), rye],
    [swap('by 42%', 'by more than 42%'), swap('by 42%', 'by less than 42%')],
    [swap('reduced', 'increased'), rye],
    [swap('reduced', 'did not reduce'), rye],
    [rye, swap('reduced', 'did not reduce')],
    [swap('reduced', 'may reduce'), rye],
    [rye, swap('reduced', 'may have reduced')],
    [swap('bare soil', 'stubble'), rye],
    [swap('sandy', 'all sandy'), rye],
    [swap('on sandy fields', 'in dairy cows'), rye],
    [swap(' on sandy fields', ''), rye],
    [swap('Winter rye', 'Bare soil').replace('with bare soil', 'with winter rye'), rye],
    [swap('Winter rye', 'Vetch'), rye],
    ['Nitrate leaching rose under bare soil.', rye],
    ['Rye fell and vetch rose in wet years.', 'Rye rose and vetch fell in wet years.'],
    ['Yields were higher in rye than in vetch.', 'Yields were higher in vetch than in rye.'],
    ['Yields were higher in rye than in vetch.', 'Yields were lower in vetch than in rye.'],
    ['Plot 12 gave 3.5 t and plot 14 gave 4.1 t.', 'Plot 12 gave 4.1 t and plot 14 gave 3.5 t.'],
    ['Strain A-12 outgrew strain A-15.', 'Strain A-15 outgrew strain A-12.'],
    ['IL-6 rose in calves.', 'IL-8 rose in calves.'],
    ['Apollo 11 samples held iron.', 'Apollo-11 samples held iron.'],
    ['Type 1 soils lost carbon.', 'Type 2 soils lost carbon.'],
    ['Groups A and B gained weight.', 'Group A gained weight, group C did not.'],
    ['Reading aloud caused better recall in pupils.', 'Reading aloud was associated with better recall in pupils.'],
    ['Reading aloud was associated with recall.', 'Reading aloud improved recall.'],
    ['All pupils improved their recall.', 'Pupils improved their recall.'],
    ['Pupils improved recall in 2 weeks.', 'Pupils improved recall in 2 months.'],
    ['Homework did not change marks.', 'Homework changed marks.'],
    ['Homework had no effect on marks.', 'Homework improved marks.'],
    ['Homework improved marks.', 'Whether homework improved marks was examined.'],
    ['Homework was not inferior to tutoring for marks.', 'Homework was inferior to tutoring for marks.'],
    ['Homework was better than tutoring for marks.', 'Tutoring was better than homework for marks.'],
    ['Homework improved marks in girls.', 'Homework improved marks in boys.'],
    ['Homework improved marks in children.', 'Homework improved marks.'],
    ['Homework improved marks.', 'Homework improved marks in children.'],
    ['Fewer bees visited mown lawns than meadows.', 'More bees visited meadows than mown lawns.'],
    ['Bees preferred meadows rather than lawns.', 'Bees preferred meadows.'],
    ['Bees without a queen died.', 'Bees with a queen died.'],
    ['Half of the hives failed.', '50% of the hives failed.'],
    ['Anaemia was rare in hens.', 'Anemia was rare in hens.'],
    ['The cure was quick.', 'Curing was slow.'],
    ['Thermal imaging (TI) found leaks.', 'TI found leaks.'],
    ['Thermal imaging (TI) found cracks.', 'Thermal imaging (TI) found leaks.'],
    ['It lowered the risk (OR 0.61, 95% CI 0.4 to 0.9).', 'It lowered the risk (OR 0.81, 95% CI 0.6 to 1.1).'],
    ['Doses of 400 mg lowered fever compared with placebo.', 'Doses of 200 mg lowered fever compared with placebo.'],
    ['Music soothed rats.', 'Ships carry steel.'],
  ])('"%s" beside "%s"', (claim, sentence) => {
    expect(said(claim, sentence)).toMatchSnapshot()
  })
})

type Figure = Frame['figures'][number]
const figure = (change: Partial<Figure>): Figure => ({
  ...{ kind: 'measure', value: 1, unit: '', relation: '', of: [], text: 'x', start: 0, end: 1 },
  ...change,
})
const frame = (figures: Figure[], text = 'a text of a claim', sign: Frame['sign'] = 1): Frame => ({
  text,
  slots: { exposure: [], comparator: [], outcome: [], population: [], dose: [], time: [] },
  ...{ direction: null, sign, denied: false, symmetric: false, figures, words: [], turning: [] },
  ...{ aim: false, hedged: false, significant: null },
})
const ratio = (value: number, low?: number, high?: number) =>
  figure({ kind: 'ratio', value, low, high, text: `OR ${value}` })
const time = (value: number, unit: string) => figure({ value, unit, start: 6, end: 12, text: `${value} ${unit}s` })

describe('the figures of two statements', () => {
  const compared = (one: Figure[], other: Figure[], text?: string) =>
    figuresCompared(frame(one, text), frame(other)).map(
      ({ slot, relation, certain }) => `${slot} ${relation} ${certain}`,
    )

  it.each<[string, Figure[], Figure[], string[], string?]>([
    ['none', [], [ratio(2)], []],
    ['a p-value alone', [figure({ kind: 'p', value: 0.03 })], [], []],
    ['the same', [ratio(2)], [ratio(2.02)], []],
    ['one that the other lacks', [ratio(2)], [], ['figures unknown false']],
    ['estimates on two sides', [ratio(2)], [ratio(0.5)], ['figures contrary true']],
    ['an interval that holds no effect', [ratio(2, 1.5, 3)], [ratio(1.2, 0.8, 1.9)], ['figures contrary true']],
    ['intervals that overlap on one side', [ratio(2, 1.5, 3)], [ratio(1.6, 1.2, 2)], ['figures narrower false']],
    ['intervals that touch', [ratio(2, 1.5, 3)], [ratio(1.3, 1.1, 1.5)], ['figures narrower false']],
    ['intervals on one side that do not overlap', [ratio(3, 2.5, 4)], [ratio(1.5, 1.2, 2)], ['figures different true']],
    [
      'differences on two sides',
      [figure({ kind: 'difference', value: 3 })],
      [figure({ kind: 'difference', value: -3 })],
      ['figures contrary true'],
    ],
    [
      'shares',
      [figure({ kind: 'share', value: 40, unit: '%' })],
      [figure({ kind: 'share', value: 60, unit: '%' })],
      ['figures different true'],
    ],
    [
      'shares within rounding',
      [figure({ kind: 'share', value: 40, unit: '%' })],
      [figure({ kind: 'share', value: 40.7, unit: '%' })],
      [],
    ],
    [
      'a share spelled out',
      [figure({ kind: 'share', value: 33, unit: '%', text: 'a third' })],
      [figure({ kind: 'share', value: 35, unit: '%' })],
      [],
    ],
    [
      'counts of other things',
      [figure({ kind: 'count', value: 12, of: ['cow'] })],
      [figure({ kind: 'count', value: 9, of: ['hen'] })],
      ['figures unknown false'],
    ],
    [
      'counts of one thing',
      [figure({ kind: 'count', value: 12, of: ['cow'] })],
      [figure({ kind: 'count', value: 9, of: ['cow'] })],
      ['figures different true'],
    ],
    ['a single dose', [figure({ kind: 'count', value: 1, of: ['dose'] })], [], ['dose broader false']],
    [
      'a rhythm',
      [figure({ value: 2, unit: 'a week' })],
      [figure({ value: 1, unit: 'a day' })],
      ['dose different true'],
    ],
    ['one rhythm in two words', [figure({ value: 7, unit: 'a week' })], [figure({ value: 1, unit: 'a day' })], []],
    ['masses in two units', [figure({ value: 1, unit: 'g' })], [figure({ value: 1000, unit: 'mg' })], []],
    ['other masses', [figure({ value: 1, unit: 'g' })], [figure({ value: 100, unit: 'mg' })], ['dose different true']],
    ['times in two units', [time(2, 'week')], [time(14, 'day')], []],
    ['a year in days', [time(1, 'year')], [time(365, 'day')], []],
    ['times', [time(2, 'week')], [time(20, 'day')], ['time different true'], 'after 2 week'],
    [
      'a duration that is measured',
      [figure({ value: 2, unit: 'hour', start: 0, end: 7 })],
      [figure({ value: 3, unit: 'hour' })],
      ['figures different true'],
      '2 hours of sleep',
    ],
    [
      'a time before its word',
      [figure({ value: 2, unit: 'week', start: 0, end: 7 })],
      [],
      ['time unknown false'],
      '2 weeks later',
    ],
    [
      'units that are no family',
      [figure({ value: 2, unit: 'cm' })],
      [figure({ value: 3, unit: 'mm' })],
      ['figures unknown false'],
    ],
    [
      'doses by weight',
      [figure({ value: 2, unit: 'mg/kg' })],
      [figure({ value: 3, unit: 'mg/kg' })],
      ['dose different true'],
    ],
  ])('%s', (_, one, other, expected, text) => {
    expect(compared(one, other, text)).toEqual(expected)
  })
})
