import { type Altered, alterMatch, type Ground, type Slip } from './slip.ts'

interface Span {
  text: string
  start: number
  end: number
}

/** Two spans of a sentence in each other's place. */
function exchanged(text: string, one: Span, other: Span): Altered | null {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  if (first.end > second.start || first.text.toLowerCase() === second.text.toLowerCase()) return null
  const cased = (word: string, model: string) =>
    /^\p{Lu}\p{Ll}/u.test(model) ? word[0]!.toUpperCase() + word.slice(1) : word
  return {
    text:
      text.slice(0, first.start) +
      cased(second.text, first.text) +
      text.slice(first.end, second.start) +
      first.text.replace(/^\p{Lu}(?=\p{Ll}+\b)/u, (letter) => (first.start === 0 ? letter.toLowerCase() : letter)) +
      text.slice(second.end),
    what: `"${first.text}" and "${second.text}" changed places`,
  }
}

const noun = String.raw`(?:[\p{L}\p{N}-]+ ){0,3}[\p{L}\p{N}-]+`
const versus = new RegExp(String.raw`(?<one>\b${noun}) (?:vs\.?|versus) (?<other>${noun})(?=[,.;:()]|$)`, 'iu')

export const rolesTurned: Slip = {
  id: 'roles-turned',
  label: 'The two that are compared in each other’s place',
  from: 'the arms of the sentence itself',
  plant: (ground) => byFrame(ground),
  restate: (ground) =>
    alterMatch(ground, /\b(?:compared with|compared to|versus)\b/giu, ([written]) =>
      written.toLowerCase() === 'compared with' ? 'compared to' : 'compared with',
    ),
}

/** What was done and what it was held against, where the sentence tells which did better. */
function byFrame({ text, frame }: Ground): Altered | null {
  const placed = (slots: readonly { text: string; start?: number | undefined; end?: number | undefined }[] = []) =>
    slots.find((slot): slot is Span => slot.start !== undefined && slot.end !== undefined)
  const [one, other] = [placed(frame?.exposure), placed(frame?.comparator)]
  if (!one || !other || !frame?.direction || !['up', 'down', 'better', 'worse'].includes(frame.direction.value))
    return null
  if (!/\b(?:than|compared|versus|vs)\b/i.test(text) || versus.test(text)) return null
  return exchanged(text, one, other)
}
