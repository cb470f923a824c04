import lists from './lists/units.json' with { type: 'json' }
import { wordsOf } from './word-list.ts'

const forms: ReadonlyMap<string, string> = new Map(
  Object.entries(lists.units).flatMap(([form, rows]) =>
    wordsOf(rows).map((spelling): [string, string] => [spelling, form]),
  ),
)
const candidate =
  /[\s\u00a0\u2009\u202f]?-?(%|×|[°μa-z]+(?:\/[a-z]+)?(?: (?:cent|points?|daily|(?:per|a|each|every) day|hg)(?![a-z]))?)/iy

/** The unit that begins at an offset, and where it ends; null where none does. "mg" of "300mg" and of "300 mg" alike. */
export function unitAt(text: string, offset: number): { unit: string; end: number } | null {
  candidate.lastIndex = offset
  const match = candidate.exec(text)
  if (!match) return null
  if (match[1] === 'D' || match[0] === 'd') return null
  const written = match[1]!.toLowerCase().replace('µ', 'μ')
  const whole = forms.get(written)
  if (whole) return { unit: whole, end: candidate.lastIndex }
  const first = /^[^ /]+/.exec(written)![0]
  const part = first === written ? undefined : forms.get(first)
  return part ? { unit: part, end: candidate.lastIndex - (written.length - first.length) } : null
}
