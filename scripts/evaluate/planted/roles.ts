import { type Altered, alterMatch, type Ground, type Slip } from './slip.ts'

interface Span {
  text: string
  start: number
  end: number
}

export const rolesTurned: Slip = {
  id: 'roles-turned',
  label: 'The two that are compared in each other’s place',
  from: 'the arms of the sentence itself',
  plant: (ground) => armsTurned(ground),
  restate: (ground) =>
    alterMatch(ground, /\b(?:compared with|compared to)\b/giu, ([written]) =>
      written.toLowerCase() === 'compared with' ? 'compared to' : 'compared with',
    ),
}

/** Words before the name of an arm. */
const leading =
  /^(?:(?:as|when|compared|with|to|in|for|of|on|the|a|an|those|patients?|subjects?|participants?|receiving|given|treated|taking|than|treatment|that)\s+)+/iu
/** Words after the name of an arm. */
const following =
  /\s+(?:group|groups|arm|arms|patients?|subjects?|participants?|recipients?|therapy|treatment|alone|monotherapy)$/iu

/** What stands before the name of what something is held against. */
const held = /(?:\bthan|\bcompared (?:with|to)|\bversus|\bvs\.?)(?:\s+[\p{L}-]+){0,4}\s*$/iu
/** Words that are no arm although they stand where one does. */
const noArm =
  /^(?:authors?|compared|treatments?|groups?|patients?|subjects?|it|they|mean change|.*\bfactors|results?)$/iu

/** What was done and what it was held against, bare of the words around them, each in the other's place. */
function armsTurned({ text, frame }: Ground): Altered | null {
  if (!frame?.direction || !/\b(?:than|compared|versus|vs)\b/i.test(text)) return null
  const [one, other] = [armOf(frame.exposure), armOf(frame.comparator)]
  return one && other && held.test(text.slice(0, other.start)) ? exchanged(text, one, other) : null
}

function armOf(slots: readonly { text: string; start?: number | undefined; end?: number | undefined }[]): Span | null {
  const slot = slots.find(({ start }) => start !== undefined)
  if (slot?.start === undefined) return null
  const lead = leading.exec(slot.text)?.[0].length ?? 0
  const name = slot.text.slice(lead).replace(following, '')
  const start = slot.start + lead
  return /^\p{L}[\p{L}\p{N} /-]*$/u.test(name) && name.length > 3 && !noArm.test(name)
    ? { text: name, start, end: start + name.length }
    : null
}

/** Two spans of a sentence in each other's place; null where one holds the other or both are the same. */
function exchanged(text: string, one: Span, other: Span): Altered | null {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const [a, b] = [first.text.toLowerCase(), second.text.toLowerCase()]
  if (first.end > second.start || a.includes(b) || b.includes(a)) return null
  const capital = /^\p{Lu}\p{Ll}/u.test(first.text) && first.start === 0
  const [upper, lower] = capital
    ? [second.text[0]!.toUpperCase() + second.text.slice(1), first.text[0]!.toLowerCase() + first.text.slice(1)]
    : [second.text, first.text]
  return {
    text: text.slice(0, first.start) + upper + text.slice(first.end, second.start) + lower + text.slice(second.end),
    what: `"${first.text}" and "${second.text}" changed places`,
  }
}
