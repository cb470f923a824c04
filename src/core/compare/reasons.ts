import { figuresOf } from '../frames/figures.ts'
import type { Analysis, Token } from '../text/analyse.ts'
import { tellingNumbers } from '../text/number-mentions.ts'
import { sameFigures } from './frames/told-figures.ts'

const named = 4

/** Why a sentence supports a claim. */
export function agreementReasons(claim: Analysis, best: Analysis, coverage: number): string[] {
  const same = sameFigures(figured(claim), figured(best))
  return [hasOf(coverage), ...(same.length > 0 ? [`gives the same figure: ${list(same)}`] : [])]
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
    .filter((token) => !best.stems.has(token.stem) && isTold(token, best))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
  if (coverage < 0.2) return ['no sentence here is about the claim']
  const words = missing.slice(0, named).map(wordOf)
  return [`${hasOf(coverage)}${words.length > 0 ? `, none of ${list(words)}` : ''}`]
}

const figured = ({ text }: Analysis) => ({ text, figures: figuresOf(text) })

const hasOf = (coverage: number) => `has ${percent(coverage)} of the words of the claim, by their weight`

/** Whether a word that the other text lacks is worth naming: no bare number or p-value, and no way that it tells in another word. */
function isTold({ number, direction }: Token, best: Analysis): boolean {
  if (number) return tellingNumbers([number]).length > 0
  return direction === 0 || !best.tokens.some((other) => other.direction === direction)
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
