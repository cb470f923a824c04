import type { ElementContent } from 'hast'
import { refLink } from './clusters.ts'
import type { Citeproc } from './engine.ts'

/**
 * Links the cites within the text of a cluster to their references. `keys` stand in the order of the printed cites.
 * Numbers are linked by the number each reference has, because a range (1–3) names only its ends;
 * names and years are linked part by part, or year by year where the style joined works of the same authors.
 */
export function linkCluster(text: string, keys: readonly string[], engine: Citeproc): ElementContent[] {
  const numbers = new Map(keys.map((key) => [String(engine.registry.registry[key]?.seq), key]))
  const numeric =
    /^\W*\d+(?:\W+\d+)*\W*$/.test(text) && [...text.matchAll(/\d+/g)].every(([digits]) => numbers.has(digits))
  if (numeric) return replaceEach(text, /\d+/g, (match) => numbers.get(match) ?? null)
  const inner = /^([([]?)(.*?)([)\]]?)$/s.exec(text)!
  const parts = inner[2]!.split(/(; )/)
  const linked =
    parts.filter((_, place) => place % 2 === 0).length === keys.length ? byPart(parts, keys) : byYear(inner[2]!, keys)
  return [...word(inner[1]!), ...linked, ...word(inner[3]!)]
}

function byPart(parts: readonly string[], keys: readonly string[]): ElementContent[] {
  return parts.flatMap((part, place) => (place % 2 === 0 ? [refLink(keys[place / 2]!, part)] : word(part)))
}

function byYear(text: string, keys: readonly string[]): ElementContent[] {
  let place = 0
  return replaceEach(text, /\b\d{4}[a-z]?\b|n\.d\.(?:-[a-z])?/g, () => keys[place++] ?? null)
}

function replaceEach(text: string, pattern: RegExp, keyOf: (match: string) => string | null): ElementContent[] {
  const nodes: ElementContent[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const key = keyOf(match[0])
    if (key === null) continue
    nodes.push(...word(text.slice(from, match.index)), refLink(key, match[0]))
    from = match.index + match[0].length
  }
  return [...nodes, ...word(text.slice(from))]
}

function word(value: string): ElementContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
