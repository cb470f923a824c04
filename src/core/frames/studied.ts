import { agentName } from '../text/agents.ts'
import type { Language } from './language.ts'

/** The things that a text names by names that are known: what is given, and the conditions that it is given for. */
export interface Studied {
  /** What is given, by the letters of its name in the singular, each as the text names it. */
  agents: ReadonlyMap<string, string>
  /** Places of conditions in the tree of headings, each with the name that the text has for it. */
  conditions: ReadonlyMap<string, string>
}

/** What two statements are known to be about, each without what the other has too: other arms are compared, or other conditions studied. */
export interface StudiedApart {
  kind: 'arms' | 'conditions'
  one: readonly string[]
  other: readonly string[]
}

const agent = new RegExp(`^(?:${agentName}|placebo)$`, 'i')
/** Branches of substances that are given, from the depth at which single ones stand. */
const substance = /^D(?:0[234]|2[07])(?:\.\d+){3,}$/
/** Diseases and disorders; not what a disease shows itself by, nor how it runs. */
const condition = /^(?:C(?!23\.(?:888|550)|10\.597)|F03)/
const longest = 4
const leastLetters = 4

/** What stands between two substances that are given as one: "ampicillin/sulbactam", "ampicillin plus sulbactam". */
const together = /^(?:\s?[/+]\s?| plus | combined with )$/

/** Reads what a text names; the longest heading at a place is taken, and substances that are given as one are one. */
export function studiedIn(text: string, language: Pick<Language, 'places'>): Studied {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
  const conditions = new Map<string, string>()
  const agents: { name: string; end: number }[] = []
  for (let at = 0; at < words.length; ) {
    const { length, name, places } = headingAt(text, words.slice(at, at + longest), language)
    const [{ start }, { end }] = [words[at]!, words[at + length - 1]!]
    if ((length === 1 && agent.test(name)) || places.some((place) => substance.test(place))) {
      const before = agents.at(-1)
      const whole = before && together.test(text.slice(before.end, start)) ? [agents.pop()!.name] : []
      agents.push({ name: [...whole, name].join(' with '), end })
    }
    for (const place of places) if (condition.test(place)) conditions.set(place, name)
    at += length
  }
  return { agents: new Map(agents.map(({ name }) => [lettersOf(name), name])), conditions }
}

function lettersOf(name: string): string {
  return name.replace(/[\s-]/g, '').replace(/s$/, '')
}

interface Stretch {
  start: number
  end: number
}

/** The longest name of a heading that some words begin with, what a hyphen joins read as one word too; else the first word. */
function headingAt(text: string, words: readonly Stretch[], { places }: Pick<Language, 'places'>) {
  const named = (length: number) => text.slice(words[0]!.start, words[length - 1]!.end).toLowerCase()
  for (let length = words.length; length > 0; length--) {
    const name = named(length)
    if (name.length < leastLetters || /[^\p{L}\p{N}\s-]/u.test(name)) continue
    const forms = name.includes('-') ? [name.replaceAll('-', ' '), name.replaceAll('-', '')] : [name]
    const found = forms.map(places).find((one) => one.length > 0)
    if (found) return { length, name, places: found }
  }
  return { length: 1, name: named(1), places: [] }
}

/** What is compared in a statement: what it names, and where it names less than two things, what its paper's title names too. */
export function armsOf(statement: Studied, title: Studied): Studied['agents'] {
  return statement.agents.size > 1 ? statement.agents : new Map([...title.agents, ...statement.agents])
}

/** A statement by the things that it compares and by what its paper studies. */
export interface Comparing {
  arms: Studied['agents']
  title: Studied
}

/** In what two statements are known to be about other things; empty where in nothing. */
export function studiedApart(one: Comparing, other: Comparing): StudiedApart[] {
  return [otherArms(one.arms, other.arms), otherConditions(one.title, other.title)].filter((apart) => apart !== null)
}

/** Two comparisons are of other things where each names something that the other lacks. */
function otherArms(one: Studied['agents'], other: Studied['agents']): StudiedApart | null {
  if (one.size < 2 || other.size < 2) return null
  const beyond = (whole: Studied['agents'], part: Studied['agents']) =>
    [...whole].filter(([letters]) => !part.has(letters)).map(([, name]) => name)
  const [own, theirs] = [beyond(one, other), beyond(other, one)]
  return own.length > 0 && theirs.length > 0 ? { kind: 'arms', one: own, other: theirs } : null
}

/** Two papers study other conditions where both name some, and none of one is that of the other, nor a kind of it. */
function otherConditions({ conditions: one }: Studied, { conditions: other }: Studied): StudiedApart | null {
  if (one.size === 0 || other.size === 0) return null
  const within = (lower: string, upper: string) => lower === upper || lower.startsWith(`${upper}.`)
  if ([...one.keys()].some((a) => [...other.keys()].some((b) => within(a, b) || within(b, a)))) return null
  return { kind: 'conditions', one: [...new Set(one.values())], other: [...new Set(other.values())] }
}
