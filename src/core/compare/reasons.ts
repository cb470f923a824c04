import type { Analysis, Token } from '../text/analyse.ts'

const named = 4

/** Why a sentence supports a claim. */
export function agreementReasons(claim: Analysis, best: Analysis, coverage: number): string[] {
  const reasons = [`has ${percent(coverage)} of what the claim says`]
  const numbers = claim.numbers.filter((number) => best.numbers.some((other) => other.value === number.value))
  if (numbers.length > 0) reasons.push(`gives the same figure: ${list(numbers.map((number) => number.text))}`)
  const turning = claim.content.find((token) => token.direction && best.stems.has(token.stem))
  if (turning) reasons.push(`says "${best.stems.get(turning.stem)!.word}" too`)
  return reasons
}

/** What speaks for a conflict, where words alone do. */
export function conflictReasons(differences: readonly string[], best: Analysis): string[] {
  if (differences.length > 0) return differences.slice(0, 3).map((detail) => `possible conflict: ${detail}`)
  const turning = best.tokens.filter((token) => token.cue || token.direction < 0).map((token) => `"${token.word}"`)
  return [
    turning.length > 0
      ? `possible conflict: its words lean the other way (${list([...new Set(turning)])})`
      : 'possible conflict: its wording leans the other way',
  ]
}

/** Why a sentence neither supports nor refutes. */
export function neutralReasons(claim: Analysis, best: Analysis, coverage: number): string[] {
  const missing = [...claim.stems.values()]
    .filter((token) => !best.stems.has(token.stem))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  if (coverage < 0.2) return ['no sentence here is about the claim']
  const words = missing.slice(0, named).map(wordOf)
  return [`has ${percent(coverage)} of what the claim says${words.length > 0 ? `, nothing of ${list(words)}` : ''}`]
}

function wordOf(token: Token): string {
  return token.number ? token.number.text : `"${token.word}"`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function list(items: readonly string[]): string {
  return items.slice(0, named).join(', ')
}
