import { analyse, type Token } from '../text/analyse.ts'
import { contraryForms } from '../text/contraries.ts'
import { deny } from '../text/denial.ts'

/**
 * Queries that would find contrary evidence: the claim denied, and with each of its words of direction turned into a
 * contrary. At most four, each a readable text, in a fixed order.
 */
export function contraryQueries(claim: string): string[] {
  const queries = [deny(claim) ?? noEvidence(claim), ...turned(claim)]
  return [...new Set(queries.filter((query) => query !== claim))].slice(0, 4)
}

function noEvidence(claim: string): string {
  return `no evidence that ${claim.slice(0, 1).toLowerCase()}${claim.slice(1)}`
}

function turned(claim: string): string[] {
  return analyse(claim).tokens.flatMap((token) => swapped(claim, token) ?? [])
}

function swapped(claim: string, { word }: Token): string | null {
  const contrary = contraryForms.get(word)?.[0]
  return contrary ? claim.replace(new RegExp(`\\b${word}\\b`, 'i'), contrary) : null
}
