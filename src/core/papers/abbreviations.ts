import type { Paper } from '../../schemas/paper.ts'
import { wholeText } from './whole-text.ts'

/** Long forms by abbreviation, as texts define them: "magnetic resonance imaging (MRI)". */
export type Abbreviations = ReadonlyMap<string, string>

/** So common that readers take them for words, or that the long form would hide what is meant. */
const kept = new Set(
  'CI OR RR HR IRR SD SE IQR AUC ROC F1 RCT RCTs ITT DNA RNA HIV AIDS ICU USA UK EU UN WHO FDA EMA CDC PCR ELISA MRI CT ECG EEG BMI IQ AI ML NLP LLM LLMs CPU GPU'.split(
    ' ',
  ),
)
/** The bracket first: looking back from it reads no more than the words before. */
const definition = / \((?<=((?:[\p{L}\d][\p{L}\d-]*[ /]){0,6}[\p{L}\d][\p{L}\d-]*) \()([A-Z][A-Za-z\d-]{1,7})\)/gu

/** Abbreviations that a text defines, each with the words just before it whose letters it takes in order. */
export function definedIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, before, short] of text.matchAll(definition)) {
    if (kept.has(short!) || found.has(short!) || !/[A-Z].*[A-Z]/.test(short!)) continue
    const long = longForm(before!, short!)
    if (long) found.set(short!, long)
  }
  return found
}

/** The shortest end of the words before whose letters spell the abbreviation, its first letter at the head of a word. */
function longForm(before: string, short: string): string | null {
  const words = before.split(' ')
  for (let from = words.length - 1; from >= 0; from--) {
    const long = words.slice(from).join(' ')
    if (
      long.charAt(0).toLowerCase() === short.charAt(0).toLowerCase() &&
      spells(long, short) &&
      long.length > short.length + 2
    )
      return long
  }
  return null
}

function spells(long: string, short: string): boolean {
  let at = 0
  const letters = short.toLowerCase().replace(/-/g, '')
  for (const char of long.toLowerCase()) if (char === letters[at]) at++
  return at === letters.length
}

/**
 * Abbreviations of each paper: its own, and those that two or more papers define in the same way and no other differently.
 */
export function abbreviationsOf(papers: readonly Paper[]): (paper: Paper) => Abbreviations {
  const own = new Map(papers.map((paper) => [paper.id, ownOf(paper)]))
  const shared = new Map<string, { long: string; papers: number } | null>()
  for (const forms of own.values())
    for (const [short, long] of forms) {
      const known = shared.get(short)
      if (known === undefined) shared.set(short, { long, papers: 1 })
      else if (known)
        shared.set(
          short,
          known.long.toLowerCase() === long.toLowerCase() ? { ...known, papers: known.papers + 1 } : null,
        )
    }
  const agreed = [...shared].flatMap(([short, entry]): [string, string][] =>
    entry && entry.papers >= 2 ? [[short, entry.long]] : [],
  )
  return (paper) => new Map([...agreed, ...(own.get(paper.id) ?? [])])
}

const read = new WeakMap<Paper, Map<string, string>>()

function ownOf(paper: Paper): Map<string, string> {
  const found = read.get(paper) ?? definedIn(wholeText(paper))
  read.set(paper, found)
  return found
}

/** A statement with its abbreviations explained at their first use, "body mass index (BMI)"; where it gives the long form itself, it stays as it is. */
export function writtenOut(statement: string, abbreviations: Abbreviations): string {
  let text = statement
  for (const [short, long] of abbreviations) {
    if (!text.includes(short) || text.toLowerCase().includes(long.toLowerCase())) continue
    const match = new RegExp(`(?<![\\p{L}\\d-])${short}(?![\\p{L}\\d-])`, 'u').exec(text)
    const before = match ? text.slice(0, match.index) : '('
    if (before.split('(').length > before.split(')').length) continue
    const name = before === '' ? long.charAt(0).toUpperCase() + long.slice(1) : decapital(long)
    text = `${before}${name} (${short})${text.slice(before.length + short.length)}`
  }
  return text
}

/** A long form for the middle of a sentence: "Insulin" becomes "insulin", names of several capitals stay. */
function decapital(long: string): string {
  return /^[A-Z][a-z]+(?:-[a-z]+)*(?: [a-z-]+)*$/.test(long) ? long.charAt(0).toLowerCase() + long.slice(1) : long
}
