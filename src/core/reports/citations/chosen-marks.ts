import { codeMarks, codesOf, labelMarks, labelsOf } from './codes.ts'
import type { SourceList } from './lists.ts'
import type { Mark } from './mark.ts'
import type { Passage } from './passages.ts'
import type { References } from './resolve.ts'

/** A passage with the marks that its form shows, and those by author and year. */
export interface MarkedPassage {
  passage: Passage
  marks: Mark[]
  named: Mark[]
}

/** Which marks count: forms that other things have too only where the report cites that way. */
export function choose(all: readonly MarkedPassage[], references: References, lists: readonly SourceList[]) {
  const every = all.flatMap(({ marks }) => marks)
  const led = (marks: readonly Mark[]) =>
    marks.filter(({ labels }) => labels.length > 0 && labels.every((label) => references.has(label)))
  const of = (form: Mark['form']) => every.filter((mark) => mark.form === form)
  const clear = every.filter(({ kind, form }) => kind !== 'link' && (form === 'square' || form === 'other'))
  const numbered = references.numbered
  const squares = of('square')
  const hasSquares = squares.length > 0 && (numbered ? led(squares).length > 0 : squares.length >= 2)
  const enough = (form: Mark['form'], least: number) =>
    numbered && led(of(form)).length >= least && led(of(form)).length >= of(form).length / 2
  const raised = of('raised').length > 0 && (numbered ? led(of('raised')).length > 0 : false)
  const stop = enough('stop', 2) && !hasSquares
  const round = enough('round', 2) && !hasSquares && !raised && !stop && clear.length === 0
  const names = all.flatMap(({ named }) => named)
  const known = names.filter((mark) =>
    mark.labels.some((label) => references.follow({ ...mark, labels: [label] }, 1).targets.length > 0),
  )
  const others = every.filter(
    ({ form, kind }) =>
      (form === 'square' && hasSquares) ||
      (form === 'raised' && raised) ||
      (form === 'stop' && stop) ||
      (form === 'round' && round) ||
      kind === 'key' ||
      kind === 'footnote',
  )
  const byName =
    names.length > 0 &&
    (known.length >= others.length / 2 && known.length > 0
      ? true
      : others.length === 0 && !every.some(({ kind, keep }) => kind === 'link' && !keep) && names.length >= 3)
  const keys = every.some(
    ({ kind, keep, labels }) =>
      kind === 'key' && (!keep || labels.some((label) => /^(?:doi|pmid|pmcid|arxiv|tag|isbn|url):/.test(label))),
  )
  const codes = codesOf(lists)
  const labels = labelsOf(lists)
  const hasList = lists.some(({ entries }) => entries.length > 0)
  return (passage: Passage, marks: readonly Mark[], named: readonly Mark[]): Mark[] => {
    const printed = named.filter((mark) => references.lists(mark))
    const counted = marks.filter((mark) => {
      if (mark.kind === 'link' && !references.knows(mark) && printed.some((one) => overlaps(one, mark))) return false
      if (mark.kind === 'key') return keys
      if (mark.kind === 'code') return !hasList || mark.labels.every((label) => references.has(label))
      if (mark.kind === 'footnote') return !numbered || references.has(mark.labels[0] ?? '') || mark.form === 'square'
      if (mark.kind === 'link') return mark.keep ? !hasList || references.knows(mark) : true
      if (mark.form === 'square') return mark.url !== null || (hasSquares && !isFigure(mark, references))
      if (mark.form === 'raised') return raised
      if (mark.form === 'stop')
        return stop && mark.labels.every((label) => references.has(label) || isNext(label, references))
      return mark.form === 'round' ? round : true
    })
    const all = [...counted]
    for (const mark of [
      ...labelMarks(passage.text, labels),
      ...(byName ? named : printed.filter((one) => marks.some((mark) => mark.kind === 'link' && overlaps(one, mark)))),
      ...codeMarks(passage.text, codes),
    ])
      if (all.every((one) => !overlaps(one, mark))) all.push(mark)
    return all.sort((a, b) => a.start - b.start)
  }
}

function overlaps(one: Mark, other: Mark): boolean {
  return one.end > other.start && one.start < other.end
}

/** Whether a number behind a full stop goes on from the list's: one that is far beyond belongs to something else. */
function isNext(label: string, { highest }: References): boolean {
  return Number(label) > 0 && Number(label) <= highest + Math.max(3, highest / 4)
}

/** Whether numbers in brackets lie so far beyond the list that they are a year or an interval. */
function isFigure({ labels }: Mark, references: References): boolean {
  const { highest } = references
  if (highest === 0 || labels.some((label) => references.has(label))) return false
  return labels.length > 1 && labels.some((label) => Number(label) > 2 * highest)
}
