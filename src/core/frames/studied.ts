import { agentName } from '../text/agents.ts'
import type { Language } from './language.ts'

/** The things that a text names by names that are known: what is given, and the conditions that it is given for. */
export interface Studied {
  agents: ReadonlySet<string>
  /** Places of conditions in the tree of headings. */
  conditions: ReadonlySet<string>
}

const agent = new RegExp(`^(?:${agentName}|placebo)$`, 'i')
/** Branches of substances that are given, from the depth at which single ones stand. */
const substance = /^D(?:0[234]|2[07])(?:\.\d+){3,}$/
/** Diseases and disorders; not what a disease shows itself by, nor how it runs. */
const condition = /^(?:C(?!23\.(?:888|550)|10\.597)|F03)/
const longest = 4

/** What stands between two substances that are given as one: "ampicillin/sulbactam", "ampicillin plus sulbactam". */
const together = /^(?:\s?[/+]\s?| plus | combined with )$/

/** Reads what a text names; the longest heading at a place is taken, and substances that are given as one are one. */
export function studiedIn(text: string, language: Pick<Language, 'places'>): Studied {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const words = found.map(([word]) => word)
  const conditions = new Set<string>()
  const agents: { name: string; end: number }[] = []
  for (let at = 0; at < words.length; ) {
    const { length, places } = headingAt(words, at, language)
    const name = words
      .slice(at, at + length)
      .join(' ')
      .toLowerCase()
    if ((length === 1 && agent.test(name)) || places.some((place) => substance.test(place))) {
      const [start, last] = [found[at]!.index, found[at + length - 1]!]
      const before = agents.at(-1)
      const whole = before && together.test(text.slice(before.end, start)) ? [agents.pop()!.name] : []
      agents.push({ name: [...whole, name.replace(/s$/, '')].join(' with '), end: last.index + last[0].length })
    }
    for (const place of places) if (condition.test(place)) conditions.add(place)
    at += length
  }
  return { agents: new Set(agents.map(({ name }) => name)), conditions }
}

function headingAt(words: readonly string[], at: number, { places }: Pick<Language, 'places'>) {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join(' ')
    const found = name.length > 3 ? places(name) : []
    if (found.length > 0) return { length, places: found }
  }
  return { length: 1, places: [] }
}

/** What is compared in a statement: what it names, and where it names less than two things, what its paper's title names too. */
export function armsOf(statement: Studied, title: Studied): ReadonlySet<string> {
  return statement.agents.size > 1 ? statement.agents : new Set([...statement.agents, ...title.agents])
}

/** Whether two comparisons are of other things: each names something that the other lacks. */
export function areOtherArms(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const lacks = (whole: ReadonlySet<string>, part: ReadonlySet<string>) => [...part].some((name) => !whole.has(name))
  return one.size > 1 && other.size > 1 && lacks(one, other) && lacks(other, one)
}

/** Whether two papers study other conditions: both name some, none of one is that of the other, nor a kind of it. */
export function areOtherConditions(one: Studied, other: Studied): boolean {
  if (one.conditions.size === 0 || other.conditions.size === 0) return false
  const within = (lower: string, upper: string) => lower === upper || lower.startsWith(`${upper}.`)
  return ![...one.conditions].some((a) => [...other.conditions].some((b) => within(a, b) || within(b, a)))
}
