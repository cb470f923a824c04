import { type Flat, joinFlat, sliceFlat } from './inline.ts'
import { isListHeading } from './list-headings.ts'

const anew =
  /^\s*(?:\\bibitem\b|\[\^?[\w.-]{1,40}\]:?|\[@[^\]\s]+\]:|\(\d{1,3}\)|\d{1,3}[.):]|\d{1,3}\s+(?=\p{Lu}|https?:)|[-*•–]|https?:\/\/)\s*/u

const labelled =
  /^\s*(?:\\bibitem(?:\[[^\]]*\])?\{[^{}]+\}|\[\^?[\w.-]{1,40}\]:?|\[@[^\]\s]+\]:|\(\d{1,3}\)|\d{1,3}[.):])\s*/u

/** The lines of a paragraph, where most begin anew as entries do, or each holds an address; null where it is running text. */
export function linesOf(flat: Flat): Flat[] | null {
  const lines = printedLines(flat)
  if (lines.length < 2) return null
  const begins = lines.filter((line) => anew.test(line.text)).length
  const addresses = lines.filter((line) => /https?:\/\/|\bdoi\b|\b10\.\d{4,}\//i.test(line.text)).length
  const first = lines.findIndex((line) => anew.test(line.text))
  if (begins >= 2 && begins >= lines.length / 4 && first >= 0 && first <= 1) return joinContinued(lines)
  if (addresses >= 2 && addresses >= lines.length - 1) return lines
  return null
}

function printedLines(flat: Flat): Flat[] {
  const lines: Flat[] = []
  let from = 0
  for (let at = 1; at <= flat.text.length; at++)
    if (at === flat.text.length || flat.lines[at] !== flat.lines[at - 1]) {
      lines.push(sliceFlat(flat, from, at))
      from = at
    }
  return lines
}

/** A first line that heads a list of sources, and what follows it; plain text seldom leaves a line free between them. */
export function headedParts(flat: Flat): Flat[] {
  const [first] = printedLines(flat)
  if (!first || first.text.length === flat.text.length || first.text.length > 60 || !isListHeading(first.text))
    return [flat]
  return [trimFlat(first), trimFlat(sliceFlat(flat, first.text.length, flat.text.length))]
}

/** Share of entries that must bear a year or an address. */
const mostEntries = 0.7

/** The entries of a paragraph whose further lines are set in, as plain text has lists of works; null for any other. */
export function hangingLines(flat: Flat, source: string): Flat[] | null {
  const printed = source.split('\n')
  const indented = ({ lines }: Flat) => /^(?: {2,}|\t)/.test(printed[(lines[0] ?? 1) - 1] ?? '')
  const lines = printedLines(flat)
  if (lines.length < 3 || !lines.some(indented) || indented(lines[0]!)) return null
  const entries: Flat[] = []
  for (const line of lines)
    if (entries.length === 0 || !indented(line)) entries.push(line)
    else entries.push(joinFlat([trimFlat(entries.pop()!), trimFlat(line)], ' '))
  const like = entries.filter(({ text }) => /\b(?:19|20)\d\d[a-z]?\b|https?:|\b10\.\d{4}/.test(text)).length
  return entries.length >= 2 && like >= mostEntries * entries.length ? entries : null
}

/** A line that begins with a name, initials and a year, as an entry without a label beside entries that bear one. */
const signed = /^\s*\p{Lu}[\p{L}’'-]+, \p{Lu}\..{0,60}\((?:19|20)\d\d[a-z]?\)[:.,]/u

/** Whether an entry has its year and ends like one. */
function isWhole(text: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(text) && /[.)\d/]\s*$/.test(text)
}

/** Lines that do not begin anew go on with the line before. A first line that announces the list stays alone. */
function joinContinued(lines: readonly Flat[]): Flat[] {
  const begins = lines.filter(({ text }) => labelled.test(text)).length >= 2 ? labelled : anew
  return lines.reduce<Flat[]>((all, line, at) => {
    const last = all.at(-1)
    const behindLead = at === 1 && !begins.test(lines[0]!.text) && /[:：]\s*$/.test(lines[0]!.text)
    if (!last || begins.test(line.text) || behindLead || (signed.test(line.text) && isWhole(last.text))) all.push(line)
    else all[all.length - 1] = joinFlat([last, line], ' ')
    return all
  }, [])
}

/** The lines of a text without marks. */
export function plainLines(value: string, first: number): Flat[] {
  return value.split('\n').map((text, at) => ({ text, lines: Array.from(text, () => first + at), spans: [] }))
}

/** Without white space at both ends. */
export function trimFlat(flat: Flat): Flat {
  const start = flat.text.length - flat.text.trimStart().length
  return sliceFlat(flat, start, flat.text.trimEnd().length)
}
