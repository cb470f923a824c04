import { isLight } from '../compare/frames/matching.ts'
import type { Exact } from '../engines/engine.ts'
import { directions, type Frame, type FrameWord, type SlotName } from '../frames/frame.ts'
import { isIn, type ListName } from '../frames/lists.ts'
import { type Library, type Statement, type Weighted, weighted } from './library.ts'

/** What a statement tells by its frame, worked out once for all comparisons. */
export interface Told {
  /** One number for each of {@link factNames}. */
  facts: Float64Array
  /** It says what was to be found out, not what was found, or nothing of what was found: "There were no differences between groups." */
  asks: boolean
  /** Way of the finding: 1 up, -1 down, 0 none. */
  sign: number
  /** Words of each of {@link slotGroups}, the rarer here the heavier. */
  slots: Weighted[]
  /** Heads of the phrases that name the outcome. */
  heads: ReadonlySet<string>
  exposure: ReadonlySet<string>
  comparator: ReadonlySet<string>
}

const counted: readonly ListName[] = ['up', 'down', 'better', 'worse', 'alike', 'deny', 'controls', 'bad', 'good']
const filled: readonly (keyof Frame['slots'])[] = ['comparator', 'population', 'dose', 'time', 'outcome']

export const factNames = [
  ...directions,
  'undirected',
  'denied',
  'aim',
  'hedged',
  'significant',
  'insignificant',
  'rises',
  'falls',
  ...filled.map((slot) => `names ${slot}`),
  ...counted.map((list) => `words ${list}`),
  'digits',
  'opens',
  'role',
] as const

/** Slots whose words are held against each other. */
export const slotGroups: readonly (readonly SlotName[])[] = [
  ['outcome'],
  ['exposure'],
  ['comparator'],
  ['population'],
  ['exposure', 'comparator'],
  ['outcome', 'population'],
]

const mostRare = 5
const mostCounted = 3

/** Reads what each statement of a library tells. */
export function toldOf({ statements }: Library, exact: Exact): Told[] {
  const frames = statements.map(({ text }) => exact.frame(text, null))
  const stems = [...new Set(frames.flatMap(({ words }) => words.map(({ stem }) => stem)))].sort()
  const ids = new Map(stems.map((stem, at) => [stem, at]))
  const holders = new Float64Array(stems.length)
  for (const { words } of frames)
    for (const stem of new Set(words.map((word) => word.stem))) holders[ids.get(stem)!]! += 1
  const rarity = (id: number) => Math.min(mostRare, Math.log((statements.length + 1) / (holders[id]! + 0.5)))
  return statements.map((statement, at) => {
    const frame = frames[at]!
    const named = (slots: readonly SlotName[]) => frame.words.filter(({ slot }) => slots.includes(slot))
    const stemsOf = (words: readonly FrameWord[]) => new Set(words.map(({ stem }) => stem))
    return {
      facts: factsOf(statement, frame),
      asks: frame.aim || frame.words.every(isLight),
      sign: frame.sign,
      slots: slotGroups.map((slots) =>
        weighted(
          [...stemsOf(named(slots))].map((stem) => ids.get(stem)!).sort((a, b) => a - b),
          rarity,
        ),
      ),
      heads: stemsOf(named(['outcome']).filter(({ head }) => head)),
      exposure: stemsOf(named(['exposure'])),
      comparator: stemsOf(named(['comparator'])),
    }
  })
}

function factsOf({ text, place, role }: Statement, frame: Frame): Float64Array {
  const { direction, denied, aim, hedged, significant, sign, slots, words, turning } = frame
  const said = [...words, ...turning.map((lemma) => ({ word: lemma, lemma }))]
  const count = (list: ListName) => Math.min(mostCounted, said.filter((word) => isIn(list, word)).length)
  return Float64Array.from([
    ...directions.map((one) => Number(direction?.value === one)),
    Number(direction === null),
    Number(denied),
    Number(aim),
    Number(hedged),
    Number(significant === true),
    Number(significant === false),
    Number(sign > 0),
    Number(sign < 0),
    ...filled.map((slot) => Number(slots[slot].length > 0)),
    ...counted.map(count),
    Math.min(6, (text.match(/\d/g) ?? []).length / 4),
    Number(place === 0),
    role,
  ])
}
