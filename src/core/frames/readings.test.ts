import { describe, expect, it } from 'vitest'
import { openLanguage } from '../../../scripts/io/frames.ts'
import { frameOf } from './frame-of.ts'

const language = openLanguage()
const read = (sentence: string) => frameOf(sentence, language)
const slot = (sentence: string, name: 'exposure' | 'comparator' | 'outcome' | 'population' | 'time') =>
  read(sentence)
    .slots[name].map(({ text }) => text)
    .join('; ')

it.each([
  ['Our surveys suggest that rent caps lengthen tenancies.', 'rent caps'],
  ['The authors tested their glaze on forty tiles and observed fewer pinholes.', 'glaze'],
  ['Experimental results on nine rivers demonstrate the effectiveness of willow spiling.', 'willow spiling'],
  ['The survey shows weaker union support among temporary workers.', ''],
  ['The authors observed fewer cracks in basalt fibre concrete.', ''],
])('who reports is nothing that was tried: %s', (sentence, exposure) => {
  expect(slot(sentence, 'exposure')).toBe(exposure)
})

it.each([
  ['Electric ferries surpassed diesel ferries in punctuality.', 'Electric ferries', 'diesel ferries', 'punctuality'],
  ['The tutoring bot outscored textbook exercises on fractions.', 'tutoring bot', 'textbook exercises', 'fractions'],
  ['The scheduler outperformed round robin in terms of tail latency.', 'scheduler', 'round robin', 'tail latency'],
  ['Clover showed an advantage over ryegrass in dry soils.', 'Clover', 'ryegrass', ''],
  ['In contrast to solo pilots, paired pilots made fewer slips.', 'paired pilots', 'solo pilots', 'slips'],
])('what is outdone is what something is held against: %s', (sentence, exposure, comparator, outcome) => {
  expect(slot(sentence, 'exposure')).toBe(exposure)
  expect(slot(sentence, 'comparator')).toBe(comparator)
  expect(slot(sentence, 'outcome')).toContain(outcome)
})

it.each([
  'Relative wages fell in coastal towns.',
  'Tuition rose over a decade in private colleges.',
  'Scores improved over the course of the season.',
  'More than 300 nests failed in wet years.',
  'The contrast of the images improved with longer exposure.',
  'Between-farm differences in yield were small after liming.',
])('nothing is held against anything: %s', (sentence) => {
  expect(slot(sentence, 'comparator')).toBe('')
})

it.each([
  ['Ceramic knives stayed sharper than steel knives but chipped more often.', 'steel knives'],
  ['Bees visited thyme more than mint and avoided basil.', 'mint'],
  ['Trams carried more riders than buses and trolleys.', 'buses and trolleys'],
])('a comparison ends where another verb begins: %s', (sentence, comparator) => {
  expect(slot(sentence, 'comparator')).toBe(comparator)
})

it.each([
  ['On-site tutoring raised attendance.', 'site tutoring', 'attendance'],
  ['The state-of-the-art kiln reduced ash.', 'state-of-the-art kiln', 'ash'],
  ['After-school clubs reduced truancy.', 'school clubs', 'truancy'],
])('a word in a compound parts no sentence: %s', (sentence, exposure, outcome) => {
  expect(slot(sentence, 'exposure')).toBe(exposure)
  expect(slot(sentence, 'outcome')).toBe(outcome)
})

it('a title in quotation marks is one name', () => {
  const sentence = 'The glaze of “Firing with Ash in Cold Kilns under Load” reduced cracks.'
  expect(slot(sentence, 'exposure')).toContain('Firing with Ash in Cold Kilns')
  expect(slot(sentence, 'outcome')).toBe('cracks')
})

describe('phrases that bind as one word', () => {
  it('name nothing', () => {
    expect(slot('Teachers changed grades in accordance with peer feedback.', 'population')).not.toContain('accordance')
    expect(slot('In terms of durability, larch exceeded spruce.', 'time')).toBe('')
  })

  it('bring in what brought something about', () => {
    expect(slot('As a result of dredging, clams declined.', 'exposure')).toBe('dredging')
    expect(slot('Prices rose in response to export bans.', 'exposure')).toBe('export bans')
  })
})

it.each([
  ['Netting was effective in preventing bird damage.', 'down'],
  ['Reminder letters were useful for increasing library returns.', 'up'],
  ['Bus lanes shortened trips by removing queues.', 'down'],
  ['Peer review improved essays without lengthening them.', 'better'],
  ['Crop rotation raised yields and lowered pest counts.', 'up'],
  ['Bamboo laminates outperform comparable softwoods by reducing shocks.', 'better'],
  ['The varnish contains no solvents and lowers fumes.', 'down'],
  ['Rural pupils who did not attend camps improved their spelling.', 'better'],
  ['Using the same budget, sharrows produced fewer crashes.', 'down'],
  ['The same plots produced more clover under lime.', 'up'],
  ['Common carp reduced water clarity.', 'down'],
  ['A well-known glue weakened in frost.', 'down'],
  ['Salt caused zero deterioration of the bond.', 'none'],
  ['There was no effect of music on typing speed.', 'none'],
])('which way it went: %s', (sentence, direction) => {
  expect(read(sentence).direction?.value).toBe(direction)
})

it.each([
  ['Canopy gaps favour ferns (Adeyemi and Brandt, 1997).', []],
  ['Two results stand out: 1) kelp recovered; 2) urchins declined.', [2]],
  ['The 1998 flood raised silt by 40%.', [1998, 40]],
  ['Nests failed in two groups (12) of birds.', [2, 12]],
])('figures without the years of citations and the numbers of points: %s', (sentence, values) => {
  expect(read(sentence).figures.map(({ value }) => value)).toEqual(values)
})
