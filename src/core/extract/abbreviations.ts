import type { Paper } from '../../schemas/paper.ts'
import { definedIn } from '../text/definitions.ts'

/** Long forms by abbreviation, as texts define them: "magnetic resonance imaging (MRI)". */
export type Abbreviations = ReadonlyMap<string, string>

/**
 * Abbreviations of each paper: its own, and those that two or more papers define in the same way and no other differently.
 */
export function abbreviationsOf(papers: readonly Paper[]): (paper: Paper) => Abbreviations {
  const own = new Map(papers.map((paper) => [paper.id, definedIn(textOf(paper))]))
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

const textOf = (paper: Paper) => [paper.csl.title, ...(paper.text?.sections ?? []).map(({ text }) => text)].join('\n')

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
  return /^[A-Z][a-z]+(?: [a-z-]+)*$/.test(long) ? long.charAt(0).toLowerCase() + long.slice(1) : long
}
