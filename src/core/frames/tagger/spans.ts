import { figuresOf } from '../figures.ts'
import type { Place, SlotSpan } from '../frame.ts'
import { isIn } from '../lists.ts'
import type { Mark } from '../marks.ts'

/** What a word may be labelled: in no slot, or in one of these. Dose and time are told apart afterwards. */
export const slotLabels = ['none', 'exposure', 'comparator', 'outcome', 'population', 'time'] as const

/** The words of a sentence that fill each slot. */
export type SaidSlots = Readonly<Record<Place, readonly SlotSpan[]>>

/** Shorter words before a point are abbreviations: "P. vivax", "vs. placebo". */
const fewestLetters = 4

/** Stretches of words with the same label, without the small words at their ends. */
export function spansOf(sentence: string, marks: readonly Mark[], labels: readonly number[]): SaidSlots {
  const slots: Record<Place, SlotSpan[]> = {
    exposure: [],
    comparator: [],
    outcome: [],
    population: [],
    dose: [],
    time: [],
  }
  for (let from = 0; from < marks.length; ) {
    let to = from + 1
    while (to < marks.length && labels[to] === labels[from] && !isBroken(sentence, marks[to - 1]!, marks[to]!)) to++
    const label = slotLabels[labels[from]!]!
    const kept = trimmed(marks.slice(from, to))
    if (label !== 'none' && kept.length > 0) {
      const [start, end] = [kept[0]!.start, kept.at(-1)!.end]
      const text = sentence.slice(start, end)
      const slot = label === 'time' ? amountOf(text, kept) : label
      if (slot) slots[slot].push({ text, start, end })
    }
    from = to
  }
  return slots
}

/** A sentence's end within a title and a bracket with figures or a sign of their relation end a stretch; a bracket with another name of the thing does not. */
function isBroken(sentence: string, before: Mark, after: Mark): boolean {
  const between = sentence.slice(before.end, after.start)
  if (/^[)\]]?[.?!]\s/.test(between) && before.end - before.start >= fewestLetters) return true
  return /[;:]|[([][^)\]]*[\d=<>][^)\]]*[)\]]/.test(between)
}

function trimmed(marks: readonly Mark[]): readonly Mark[] {
  const from = marks.findIndex((mark) => !isSmall(mark))
  const to = marks.findLastIndex((mark) => !isSmall(mark))
  return from < 0 ? [] : marks.slice(from, to + 1)
}

function isSmall({ word, pos, stop, name }: Mark): boolean {
  return !name && !/\d/.test(word) && (stop || /^(?:ADP|DET|CCONJ|SCONJ|AUX|PRON|PART)$/.test(pos)) && pos !== 'NOUN'
}

const doseUnit = /^(?:[mµunk]?g|[mµ]?l|iu|u|%)(?:\/|$)/i
const lengthUnit = /^(?:[kcmµn]?m|ft|feet|miles?)$/i

/** How much is given, or when and how long; null for how far something is from something, "within 50 m", which no slot is for. */
function amountOf(text: string, marks: readonly Mark[]): 'dose' | 'time' | null {
  const units = figuresOf(text).flatMap(({ kind, unit }) => (kind === 'measure' ? [unit] : []))
  if (marks.some((mark) => isIn('doses', mark)) || units.some((unit) => doseUnit.test(unit))) return 'dose'
  return units.length > 0 && units.every((unit) => lengthUnit.test(unit)) ? null : 'time'
}
