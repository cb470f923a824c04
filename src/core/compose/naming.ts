import { wholeText } from '../papers/whole-text.ts'
import { namesAny } from '../question/facets/names.ts'
import type { Facts } from './facts.ts'

/** Number of included papers whose title or text uses one of the names. */
export function papersNaming(terms: readonly string[], { included }: Facts): number {
  const names = namesAny(terms)
  return included.filter((paper) => names(wholeText(paper))).length
}

/** How sentences were held against one another, to begin a sentence with. */
export function comparedWords({ engines }: Facts): string {
  const byWords = engines.length > 0 && engines.every(({ name }) => /^lexical\b/.test(name))
  return byWords ? 'Compared by their words' : 'Compared with one another'
}
