import { agentName } from '../../text/agents.ts'
import { type Labels, labelsOfWords } from '../../text/labels.ts'

const agents = new RegExp(agentName, 'giu')

/** Drugs of a text by their names, and the labels of things that come in kinds. */
export interface NamedThings {
  agents: ReadonlySet<string>
  labels: Labels
}

/** The named things of a text. */
export function namedThings(text: string): NamedThings {
  return {
    agents: new Set(Array.from(text.matchAll(agents), ([name]) => name.toLowerCase().replace(/s$/, ''))),
    labels: labelsOfWords.labels(text),
  }
}

/** What stands against what where two statements name other things of one kind, whose papers do not speak of the other's; null where none does. */
export function otherThing(
  one: NamedThings,
  other: NamedThings,
  papers: { one: NamedThings; other: NamedThings },
): { one: string; other: string } | null {
  if (
    apart(one.agents, other.agents) &&
    apart(one.agents, papers.other.agents) &&
    apart(other.agents, papers.one.agents)
  )
    return { one: [...one.agents][0]!, other: [...other.agents][0]! }
  for (const [word, own] of one.labels) {
    const theirs = other.labels.get(word)
    if (!theirs || !apart(own, theirs)) continue
    if (apart(own, papers.other.labels.get(word) ?? theirs) && apart(theirs, papers.one.labels.get(word) ?? own))
      return { one: `${word} ${[...own][0]}`, other: `${word} ${[...theirs][0]}` }
  }
  return null
}

function apart(one: Iterable<string>, other: Iterable<string>): boolean {
  const names = [...one]
  const others = new Set(other)
  return names.length > 0 && others.size > 0 && !names.some((name) => others.has(name))
}

/** Whether two statements compare other pairs of drugs: each names one that the other does not. "A against C" cannot contradict "B against C". */
export function comparedApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const lacks = (own: ReadonlySet<string>, names: ReadonlySet<string>) => [...own].some((name) => !names.has(name))
  return lacks(one, other) && lacks(other, one)
}
