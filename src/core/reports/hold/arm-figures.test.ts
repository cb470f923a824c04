import { expect, it } from 'vitest'
import { openLanguage } from '../../../../scripts/io/frames.ts'
import { analyse } from '../../text/analyse.ts'
import { crossedArms } from './arm-figures.ts'

const language = openLanguage()
const found = (claim: string, source: string) => crossedArms(analyse(claim), [source], language)

const hives =
  'Compared with untreated hives, hives given thymol lost 31% less honey, with fewer dead queens (4 vs. 13 hives, respectively; p = 0.02) and longer flight time (48 vs. 31 min).'

it.each([
  ['Dead queens were found in 13 hives given thymol and in 4 of the untreated ones.', hives, '13', '4'],
  ['Flight time was 31 min with thymol and 48 min in the untreated hives.', hives, '31 min', '48 min'],
  [
    'Scab was seen on 41% and 17% of young and old trees.',
    'Scab was less frequent on young trees (17%) than on old trees (41%).',
    '41%',
    '17%',
  ],
])('finds figures given to the other arm: %s', (claim, source, mine, theirs) => {
  expect(found(claim, source)).toEqual({ at: 0, claim: mine, source: theirs })
})

it.each([
  ['Dead queens were found in 4 hives given thymol and in 13 of the untreated ones.', hives],
  ['In untreated hives 13 queens died, with thymol 4.', hives],
  ['Dead queens were found in 13 of 48 hives.', hives],
  [
    'Scab was seen on 41% of old and 17% of young trees.',
    'Scab was less frequent on young trees (17%) than on old trees (41%).',
  ],
])('leaves alone: %s', (claim, source) => {
  expect(found(claim, source)).toBeNull()
})
