import { sectionKind } from './headings.ts'

/** A line that may be a numbered heading: short, without a closing mark, behind an empty line. */
const numbered = /^\s{0,3}(\d{1,2})[.)]\s+(\S.{0,68}?)\s*$/

/**
 * Makes headings of lines such as `3. Main findings`, which Markdown takes for lists, where at least two of them name
 * usual sections. Lines stay where they are.
 */
export function markNumbered(text: string): string {
  const lines = text.split('\n')
  const fence = fenced(lines)
  const candidates = lines.flatMap((line, at) => {
    const match = fence.has(at) || (at > 0 && lines[at - 1]!.trim() !== '') ? null : numbered.exec(line)
    if (!match || /[.!?;,]$/.test(match[2]!)) return []
    return [
      { at, number: Number(match[1]), known: sectionKind(match[2]!) !== null, follows: (lines[at + 1] ?? '').trim() },
    ]
  })
  const known = candidates.filter((one) => one.known)
  if (known.length < 2) return text
  const heads = new Set(
    candidates.filter((one) => one.known || (!numbered.test(one.follows) && between(one, known))).map((one) => one.at),
  )
  return lines.map((line, at) => (heads.has(at) ? `## ${line.trim()}` : line)).join('\n')
}

/** Whether the number of a line fits between those of the known headings before and behind it. */
function between(one: { at: number; number: number }, known: readonly { at: number; number: number }[]): boolean {
  const before = known.filter((other) => other.at < one.at).at(-1)
  const behind = known.find((other) => other.at > one.at)
  return (
    one.number > (before?.number ?? 0) &&
    one.number < (behind?.number ?? Number.POSITIVE_INFINITY) &&
    (before !== undefined || behind !== undefined)
  )
}

/** Places of the lines inside fenced code. */
function fenced(lines: readonly string[]): Set<number> {
  let open = false
  return new Set(
    lines.flatMap((line, at) => {
      const mark = /^\s{0,3}(?:```|~~~)/.test(line)
      if (mark) open = !open
      return open || mark ? [at] : []
    }),
  )
}
