import { verbForms } from './inflect.ts'
import lists from './lists/contraries.json' with { type: 'json' }
import { stem } from './stem.ts'
import { pairsOf } from './word-list.ts'

/** For each stem, the stems that say the contrary where they are met. */
export const opposites: ReadonlyMap<string, ReadonlySet<string>> = buildOpposites()

/** For each form of a word that turns a finding, the contraries that can be written for it, the likeliest first. */
export const contraryForms: ReadonlyMap<string, readonly string[]> = buildForms([...inAllForms()])

/** Those and the pairs that turn a sentence only where one is written for the other, as "with" and "without". */
export const writtenContraries: ReadonlyMap<string, readonly string[]> = buildForms([
  ...inAllForms(),
  ...pairsOf(lists.written),
])

/** Those and the pairs that set titles apart which are otherwise the same, as "rural" and "urban". */
export const titleContraries: ReadonlyMap<string, readonly string[]> = buildForms([
  ...inAllForms(),
  ...pairsOf(lists.written, lists.ends, lists.findings, lists.titles),
])

/** Whether two words say the contrary of one another where one is written for the other. */
export function areContraries(one: { word: string; stem: string }, other: { word: string; stem: string }): boolean {
  return (
    opposites.get(one.stem)?.has(other.stem) === true || writtenContraries.get(one.word)?.includes(other.word) === true
  )
}

function* inAllForms(): Generator<[string, string]> {
  yield* pairsOf(lists.states, lists.words)
  for (const [one, other] of pairsOf(lists.verbs)) for (const form of verbForms) yield [form(one), form(other)]
}

function buildForms(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const table = new Map<string, Set<string>>()
  for (const [one, other] of pairs) {
    table.set(one, (table.get(one) ?? new Set()).add(other))
    table.set(other, (table.get(other) ?? new Set()).add(one))
  }
  return new Map([...table].map(([word, others]) => [word, [...others]]))
}

function buildOpposites(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  for (const pair of pairsOf(lists.states, lists.words, lists.verbs, lists.met, lists.ends)) {
    const [one, other] = pair.map(stem) as [string, string]
    if (one === other) continue
    table.set(one, (table.get(one) ?? new Set()).add(other))
    table.set(other, (table.get(other) ?? new Set()).add(one))
  }
  return table
}
