import type { Draft, Reading } from './draft.ts'

const pattern =
  /\b[pP](?:[- ]?values?)?\s*(?:of |was |for (?:trend|interaction|difference)\s*)?([<=>≤≥]|less than)\s*(0?[.·]\d+|0|1(?:[.·]0+)?)/g

const relations: Readonly<Record<string, '<' | '=' | '>'>> = {
  '<': '<',
  '≤': '<',
  'less than': '<',
  '=': '=',
  '>': '>',
  '≥': '>',
}
/** How far behind a quantity its p-value may stand. */
const reach = 70

/** Gives each p-value to the quantity just before it; one without such a quantity stands for itself. */
export function readPValues(reading: Reading): void {
  for (const match of reading.text.matchAll(pattern)) {
    const p = Number(match[2]!.replace('·', '.'))
    const pRelation = relations[match[1]!]!
    const [start, end] = [match.index, match.index + match[0].length]
    for (const one of reading.numbers) if (one.start >= start && one.end <= end) reading.used.add(one)
    const owner = ownerOf(reading, start)
    if (owner) Object.assign(owner, { p, pRelation, end: Math.max(owner.end, end) })
    else reading.found.push({ kind: 'p', measure: 'p', value: p, p, pRelation, start, end })
  }
}

function ownerOf({ found, text }: Reading, start: number): Draft | null {
  const before = found.filter((one) => one.end <= start && one.p === undefined && one.kind !== 'n' && one.kind !== 'p')
  const nearest = before.toSorted((a, b) => b.end - a.end)[0]
  if (!nearest || start - nearest.end > reach || /[.!?] [A-Z]/.test(text.slice(nearest.end, start))) return null
  return before.some((one) => one.start < nearest.start && nearest.start - one.end < 30 && one.kind === nearest.kind)
    ? null
    : nearest
}
