import type { Figure, Place } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import type { Parted, Region } from './regions.ts'

/** Stretches of marks that name the arms of a comparison by figures: "84 % in A and 61 % in B". */
export interface Arms {
  /** What the first figure was measured in; the arm that is no mere control, where one is. */
  exposure: Stretch
  /** What it is held against. */
  comparators: Stretch[]
}

interface Stretch {
  from: number
  to: number
}

/** Finds the arms that a sentence gives figures for side by side; null where it has none, or says itself what is compared. */
export function armsOf(
  sentence: string,
  marks: readonly Mark[],
  parted: Parted,
  figures: readonly Figure[],
): Arms | null {
  if (parted.regions.some(({ kind }) => kind === 'comparator')) return null
  const arms = besideFigures(sentence, marks, parted, figures) ?? respective(sentence, marks, parted, figures)
  if (arms === null) return null
  const tried = arms.find((arm) => !isControl(marks, arm)) ?? arms[0]!
  return { exposure: tried, comparators: arms.filter((arm) => arm !== tried) }
}

/** Regions behind one preposition, each beside a figure of its own. */
function besideFigures(
  sentence: string,
  marks: readonly Mark[],
  { regions, predicate }: Parted,
  figures: readonly Figure[],
): Stretch[] | null {
  const measured = regions.filter(
    (region) =>
      region.kind === 'prep' &&
      region.from > predicate &&
      names(marks, region) &&
      isMeasured(sentence, marks, region, figures),
  )
  for (const { opener } of measured) {
    const beside = measured.filter((region) => region.opener === opener)
    if (beside.length < 2) continue
    return beside.map(({ from }, at) => ({ from, to: endOf(marks, from, beside[at + 1]?.from ?? marks.length) }))
  }
  return null
}

/** An arm ends where "and" leads to the next one or another clause begins. */
function endOf(marks: readonly Mark[], from: number, next: number): number {
  const pause = marks.findIndex((mark, at) => at > from && at < next && mark.pause)
  const end = pause > 0 ? pause : next
  return /^(?:and|or|but|while|whereas)$/.test(marks[end - 1]!.word) ? end - 1 : end
}

/** Whether a figure stands right before a preposition or right behind it: "61 % in the control group", "in 61 % of controls". */
function isMeasured(sentence: string, marks: readonly Mark[], region: Region, figures: readonly Figure[]): boolean {
  const opener = marks[region.from]!
  return figures.some(({ kind, start, end }) => {
    if (kind === 'p' || kind === 'interval') return false
    if (end <= opener.start) return /^\W*(?:\([^()]*\)\W*)?$/.test(sentence.slice(end, opener.start))
    return start > opener.end && sentence.slice(opener.end, start).trim() === ''
  })
}

/** "91 % and 88 % in the A and B groups, respectively". */
function respective(
  sentence: string,
  marks: readonly Mark[],
  { regions, predicate }: Parted,
  figures: readonly Figure[],
): Stretch[] | null {
  if (!/\brespectively\b/i.test(sentence) || figures.filter(({ kind }) => kind !== 'p').length < 2) return null
  const region = regions.find(
    ({ kind, opener, from, to }) =>
      kind === 'prep' && from > predicate && /^(?:in|with|for|on|among)$/.test(opener) && joinedAt(marks, from, to) > 0,
  )
  if (!region) return null
  const and = joinedAt(marks, region.from, region.to)
  return [
    { from: region.from, to: and },
    { from: and + 1, to: region.to },
  ]
}

function joinedAt(marks: readonly Mark[], from: number, to: number): number {
  const at = marks.findIndex(({ word }, place) => place > from + 1 && place < to - 1 && word === 'and')
  return at > 0 && names(marks, { from, to: at }) && names(marks, { from: at, to }) ? at : -1
}

function names(marks: readonly Mark[], { from, to }: Stretch): boolean {
  const inside = marks.slice(from + 1, to).filter(({ stop, pos }) => !stop && pos !== 'NUM')
  return inside.some((mark) => isIn('controls', mark) || !(isIn('times', mark) || isIn('light', mark)))
}

function isControl(marks: readonly Mark[], { from, to }: Stretch): boolean {
  return marks.slice(from, to).some((mark) => isIn('controls', mark))
}

/** Sets the slots of arms: what is told of them is the outcome. */
export function setArms({ exposure, comparators }: Arms, { regions, predicate }: Parted, places: Place[]): void {
  for (const [at, place] of places.entries())
    if (
      place === 'exposure' ||
      (place === 'population' && regions.some((one) => one.kind === 'prep' && within(one, at) && at > predicate))
    )
      places[at] = 'outcome'
  places.fill('exposure', exposure.from, exposure.to)
  for (const { from, to } of comparators) places.fill('comparator', from, to)
}

const within = ({ from, to }: Region, at: number) => from <= at && at < to
