/** Fields of PubMed whose names are names of a thing; a phrase in all fields is the phrase itself or a spelling of it. */
const naming = /^"([^"]{2,120})"\[(?:MeSH Terms|Supplementary Concept|Pharmacological Action|All Fields)\]$/

/** Longest translation that is read, in letters. */
const longest = 5000

/**
 * The names in PubMed's own translation of a phrase, as `"calcium channel blockers"[Pharmacological Action] OR ("calcium"[All Fields] AND …)`.
 * Alternatives that join several parts by AND name parts only and give nothing; nor does a translation that does so as a whole.
 */
export function translatedNames(translation: string): string[] {
  if (translation.length > longest) return []
  const text = withoutBrackets(translation.trim())
  if (split(text, 'AND').length > 1 || split(text, 'NOT').length > 1) return []
  const parts = split(text, 'OR')
  if (parts.length > 1) return [...new Set(parts.flatMap(translatedNames))]
  const name = naming.exec(text)?.[1]
  return name === undefined ? [] : [name]
}

/** A text without the brackets that enclose the whole of it. */
function withoutBrackets(text: string): string {
  if (!text.startsWith('(')) return text
  const depths = depthsOf(text)
  return depths.indexOf(0) === text.length - 1 ? withoutBrackets(text.slice(1, -1).trim()) : text
}

/** The parts of a text between an operator that stands outside brackets and quotation marks. */
function split(text: string, operator: string): string[] {
  const depths = depthsOf(text)
  const parts: string[] = []
  let from = 0
  for (const { index } of text.matchAll(new RegExp(` ${operator} `, 'g'))) {
    if (depths[index] !== 0) continue
    parts.push(text.slice(from, index).trim())
    from = index + operator.length + 2
  }
  return [...parts, text.slice(from).trim()]
}

/** How many brackets and quotations are open behind each letter. */
function depthsOf(text: string): number[] {
  let open = 0
  let quoted = false
  return text.split('').map((letter) => {
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === '(') open += 1
    else if (!quoted && letter === ')') open -= 1
    return open + (quoted ? 1 : 0)
  })
}
