import type { Figure } from './frame.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'

/** Whether a mark is part of a figure of the sentence and names nothing by itself. */
export function isFigureWord(marks: readonly Mark[], at: number, figures: readonly Figure[]): boolean {
  return isFigure(marks[at]!, figures) || isBound(marks, at, figures)
}

/** Whether a mark belongs to a figure, as a number or unit; what a count counts does not. */
function isFigure(mark: Mark, figures: readonly Figure[]): boolean {
  const { start, end, name } = mark
  if (name || isIn('deny', mark)) return false
  return figures.some((figure) => figure.kind !== 'count' && start >= figure.start && end <= figure.end)
}

/** "As low as 5 mg", "older than 60 years", "60 years of age", "60 years or older": all words belong to the figure. */
function isBound(marks: readonly Mark[], at: number, figures: readonly Figure[]): boolean {
  const { word, start, end } = marks[at]!
  if (/^(?:older|younger)$/.test(word) && marks[at + 1]?.word === 'than')
    return figures.some((one) => isNext(end + 5, one.start))
  if (/^(?:older|younger|age)$/.test(word)) return figures.some((one) => isNext(one.end, start - 3))
  const second = [at, at + 1, at + 2].find((place) => marks[place]?.word === 'as' && marks[place - 2]?.word === 'as')
  if (second === undefined) return false
  return figures.some((one) => isNext(marks[second]!.end + 1, one.start))
}

/** Whether one place in a text stands right before another. */
function isNext(before: number, after: number): boolean {
  return after >= before && after - before <= 2
}
