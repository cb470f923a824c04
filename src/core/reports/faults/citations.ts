/** A citation at the end of a claim: `[3]`, `(Moe et al., 2019)`, `(refs. 1, 2)`, superscripts, a bare address. */
const trailing =
  /(?:\[[^\][]*\](?:\([^()]*\))?|\((?:[^()]*\b(?:19|20)\d\d[^()]*|refs?\b[^()]*|\d[\d,;\s–-]*)\)|[¹²³⁰⁴-⁹](?:[,˒–⁻ ]?[¹²³⁰⁴-⁹])*|<?https?:\/\/\S+|doi:\s*\S+)$/i

/** A claim without the citations behind it. */
export function withoutCitations(claim: string): string {
  const text = claim.trim()
  const stop = /[.!?]$/.exec(text)?.[0] ?? ''
  let rest = text.slice(0, text.length - stop.length)
  for (let found = trailing.exec(rest); found; found = trailing.exec(rest)) {
    const before = rest.slice(0, found.index).trimEnd()
    rest = /^[[(¹²³⁰⁴-⁹]/.test(found[0]) ? before.replace(/[,;]$/, '').trimEnd() : before
  }
  return `${rest}${stop}`.trim()
}
