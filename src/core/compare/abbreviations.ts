import { stem } from '../text/stem.ts'

const written = /([\p{L}][\p{L}\p{N}-]*)\s?\((\p{Lu}[\p{L}\p{N}-]{1,9})\)/gu

/** Abbreviations that the claim explains by another word than its paper does: "espresso (RTD)". */
export function abbreviationDifferences(claim: string, paper: string): string[] {
  const mine = [...claim.matchAll(written)]
  const theirs = mine.length > 0 ? explained(paper) : new Map<string, Set<string>>()
  return mine.flatMap(([, word, short]) => {
    const known = theirs.get(short!)
    if (!known || known.has(stem(word!.toLowerCase()))) return []
    return [`the claim explains ${short} by "${word}", its paper does not`]
  })
}

/** Stems of the words before each abbreviation in brackets. */
function explained(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, word, short] of text.matchAll(written))
    found.set(short!, (found.get(short!) ?? new Set()).add(stem(word!.toLowerCase())))
  return found
}
