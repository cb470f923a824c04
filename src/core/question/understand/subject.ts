import { words } from '../../text/light-stem.ts'
import { stem } from '../../text/stem.ts'
import type { Dictionaries } from './dictionaries.ts'
import { type Concept, telling } from './index.ts'

/**
 * The concept that a record must be about: what is done or met where it is telling, else the rarest that is named; of a kind of thing that
 * is asked for ("which enzymes") and what is known of it ("break down plastic") the rarer. Of what a list joins a record need not name any one.
 */
export function subjectOf(concepts: readonly Concept[], dictionaries: Dictionaries): Concept | undefined {
  const nouns = concepts.filter(({ kind, aside }) => kind === 'noun' && !aside)
  const isSingle = (concept: Concept) => !concept.listed && !nouns[nouns.indexOf(concept) + 1]?.listed
  const rarestOf = (found: readonly Concept[]) => {
    const single = found.filter(isSingle)
    return (single.length > 0 ? single : found).toSorted(
      (a, b) => rarest(b.text, dictionaries) - rarest(a.text, dictionaries),
    )[0]
  }
  const exposed = nouns.filter(({ part }) => part === 'exposure')
  const plain = exposed.find(({ text, names }) => names.length > 0 || isTelling(text, dictionaries))
  const others = [['exposure'], ['outcome'], ['population', 'comparator']].map((parts) =>
    rarestOf(
      nouns.filter(({ part, text }) => parts.includes(part) && (part !== 'exposure' || tells(text, dictionaries))),
    ),
  )
  const chosen = plain ?? others.find((found) => found !== undefined) ?? nouns[0] ?? concepts[0]
  if (!chosen?.sought) return chosen
  const known = ['exposure', 'outcome', 'population']
    .map((wanted) => rarestOf(nouns.filter(({ part, sought }) => part === wanted && !sought)))
    .find((found) => found !== undefined)
  return known && rarest(known.text, dictionaries) > rarest(chosen.text, dictionaries) ? known : chosen
}

/** Whether the words of a phrase tell a subject together: "type systems" do, "interventions" does not. */
function tells(text: string, { rarity }: Dictionaries): boolean {
  const all = words(text)
  return all.length > 1 || all.reduce((sum, word) => sum + rarity(stem(word)), 0) >= telling
}

function rarest(text: string, { rarity }: Dictionaries): number {
  return Math.max(0, ...words(text).map((word) => rarity(stem(word))))
}

/** Whether the rarest word of a phrase tells a subject or nearly so. */
export function isTelling(text: string, dictionaries: Dictionaries): boolean {
  return rarest(text, dictionaries) >= telling - 2
}
