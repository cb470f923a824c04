/** Citations at the end of a claim: `[3]`, `(Moe et al., 2019)`, `(refs. 1, 2)`, superscripts, bare addresses. */
const trailing =
  /(?:\s*(?:[,;]\s*(?=[[(¹²³⁰⁴-⁹]))?(?:\[[^\][]*\](?:\([^()]*\))?|\((?:[^()]*\b(?:19|20)\d\d[^()]*|refs?\b[^()]*|\d[\d,;\s–-]*)\)|[¹²³⁰⁴-⁹](?:[,˒–⁻ ]?[¹²³⁰⁴-⁹])*|<?https?:\/\/\S+|doi:\s*\S+))+(?=[.!?]?\s*$)/i

/** A claim without the citations behind it. */
export function withoutCitations(claim: string): string {
  return claim.trim().replace(trailing, '').trim()
}
