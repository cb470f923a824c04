import type { Figure, Frame, Place } from '../frame.ts'
import type { Mark } from '../marks.ts'
import { turnsOf } from '../turns.ts'
import type { SaidSlots } from './spans.ts'

/** A stretch of words that fills a slot, by the slot's name, or a single word; its kind is the same, of words of direction their sign. */
interface Step {
  word: string
  kind: string
}

/** p-value from which a difference is none by custom. */
const customary = 0.05

/**
 * What is seen of a sentence that may tell which way its finding goes: what grammar says, its words outside the slots, how words of
 * direction and slots follow one another, and on which side of none its figures lie. What fills a slot is one step, whatever it says.
 */
export function directionClues(frame: Frame, marks: readonly Mark[], said: SaidSlots): string[] {
  const steps = stepsOf(marks, said)
  const ends = ['^', ...steps.map(({ kind }) => kind), '$']
  const bare = steps.flatMap(({ word, kind }) => (isSlot(word) || kind !== word ? [kind] : []))
  const known = frame.direction?.value ?? 'exists'
  return [
    ...new Set([
      `rule ${known}`,
      `sign ${frame.sign} ${known}`,
      `denied ${frame.denied} ${known}`,
      `significant ${frame.significant} ${known}`,
      ...steps.flatMap(({ word }) => (isSlot(word) ? [] : [`word ${word}`])),
      ...following(ends, 2),
      ...following(ends, 3),
      ...following(bare, 2).map((clue) => `bare ${clue}`),
      ...figureClues(frame.figures, said),
    ]),
  ]
}

function isSlot(word: string): boolean {
  return word.startsWith('<')
}

function stepsOf(marks: readonly Mark[], said: SaidSlots): Step[] {
  const turns = new Map(
    turnsOf(marks).map((turn) => [turn.at, `${turn.sign > 0 ? '+' : '-'}${turn.valued ? 'v' : ''}`]),
  )
  const steps: Step[] = []
  for (const [at, mark] of marks.entries()) {
    const slot = slotAt(mark, said)
    if (slot === undefined) steps.push({ word: mark.stem, kind: turns.get(at) ?? mark.stem })
    else if (steps.at(-1)?.word !== slot) steps.push({ word: slot, kind: slot })
  }
  return steps
}

function slotAt({ start, end }: Mark, said: SaidSlots): string | undefined {
  const found = Object.entries(said).find(([, spans]) =>
    spans.some((span) => span.inherited === undefined && span.start <= start && end <= span.end),
  )
  return found && `<${found[0]}>`
}

function following(steps: readonly string[], length: number): string[] {
  return steps.slice(length - 1).map((_, at) => `then ${steps.slice(at, at + length).join(' ')}`)
}

function figureClues(figures: readonly Figure[], said: SaidSlots): string[] {
  if (figures.length === 0) return ['no figure']
  const kinds = Map.groupBy(figures, ({ kind }) => kind)
  return [
    ...[...kinds].map(([kind, own]) => `figure ${kind} ${Math.min(3, own.length)}`),
    ...figures.flatMap(sideClues),
    ...(['share', 'measure', 'count'] as const).flatMap((kind) => armClues(kinds.get(kind) ?? [], said)),
  ]
}

/** On which side of no effect a figure lies, and whether its interval holds it. */
function sideClues({ kind, value, low, high, relation }: Figure): string[] {
  if (kind === 'p') {
    const shown = value < customary || (value === customary && /[<≤]/.test(relation))
    return [`p ${shown ? 'shown' : 'not shown'}`]
  }
  if (kind !== 'ratio' && kind !== 'difference') return []
  const same = kind === 'ratio' ? 1 : 0
  const side = value < same ? 'less' : 'more'
  if (low === undefined || high === undefined) return [`${kind} ${side}`]
  return [`${kind} ${side}`, `interval of ${kind} ${low <= same && same <= high ? 'holds none' : side}`]
}

/** Which of the first two figures of a kind is larger, and whose it is: the first that of the arm named first. */
function armClues([first, second]: readonly Figure[], said: SaidSlots): string[] {
  if (!first || !second || first.unit !== second.unit) return []
  const order = first.value > second.value ? 'more' : 'less'
  const [exposure, comparator] = [startOf(said, 'exposure'), startOf(said, 'comparator')]
  const whose =
    exposure === undefined || comparator === undefined ? 'one' : exposure < comparator ? 'exposure' : 'comparator'
  return [`first ${order}`, `${whose} ${order}`]
}

function startOf(said: SaidSlots, place: Place): number | undefined {
  const span = said[place][0]
  return span?.inherited ? undefined : span?.start
}
