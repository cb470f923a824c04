import { writtenContraries } from '../../src/core/text/contraries.ts'

/** The text with one word of direction turned into a contrary; null where there is none. */
export function flipDirection(text: string, random: () => number): string | null {
  const parts = text.split(/\b/)
  const places = parts.flatMap((part, at) => (writtenContraries.has(part.toLowerCase()) ? [at] : []))
  if (places.length === 0) return null
  const at = places[Math.floor(random() * places.length)]!
  const choices = writtenContraries.get(parts[at]!.toLowerCase())!
  parts[at] = likeCase(parts[at]!, choices[Math.floor(random() * choices.length)]!)
  return parts.join('')
}

/** The text with one number changed by at least a third; null where it has none. */
export function changeNumber(text: string, random: () => number): string | null {
  const found = [...text.matchAll(/(?<![\p{L}\d.-])\d+(?:\.\d+)?(?![\p{L}\d-])/gu)]
  const chosen = found[Math.floor(random() * found.length)]
  if (!chosen) return null
  const value = Number(chosen[0])
  const factor = random() < 0.5 ? 0.45 : 2.2
  const decimals = chosen[0].split('.')[1]?.length ?? 0
  const changed =
    decimals > 0 ? (value * factor).toFixed(decimals) : String(Math.max(1, Math.round(value * factor + 1)))
  return changed === chosen[0]
    ? null
    : text.slice(0, chosen.index) + changed + text.slice(chosen.index + chosen[0].length)
}

function likeCase(model: string, word: string): string {
  return /^[A-Z][a-z]/.test(model) ? word[0]!.toUpperCase() + word.slice(1) : word
}
