import { compileFacets, facetScores } from './index.ts'

/** Whether a text uses one of several names, in any of their forms. */
export function namesAny(terms: readonly string[]): (text: string) => boolean {
  const compiled = compileFacets([{ id: 'named', label: 'Named', role: 'aspect', terms: [...terms] }])
  return (text) => facetScores(compiled, text)[0]!.hits.length > 0
}
