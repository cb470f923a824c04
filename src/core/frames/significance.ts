import type { Figure } from './frame.ts'

const insignificant =
  /\b(?:not|no|non|without|nor|neither|fail(?:s|ed)? to)\b[ -](?:[a-z]+[ -]){0,4}?(?:signifi|reach[^.;]{1,40}signifi)|\binsignificant|\bnonsignificant|\bnumerical(?:ly)?\b|\btrend(?:s|ed)?\b|\btend(?:s|ed)? to\b|\btendency\b/i
const significant = /\bsignificant(?:ly)?\b/i
const line = 0.05

/** Whether a sentence calls its finding significant: by its words, or by p-values and intervals; null where it does not say. */
export function significanceOf(sentence: string, figures: readonly Figure[]): boolean | null {
  if (insignificant.test(sentence)) return false
  const judged = figures.flatMap((figure) => clearOf(figure) ?? [])
  if (significant.test(sentence)) return true
  return judged.length === 0 ? null : judged.some((clear) => clear)
}

function clearOf({ kind, value, relation, low, high }: Figure): boolean | null {
  if (kind === 'p')
    return relation === '>' || relation === '≥'
      ? false
      : relation === '<' || relation === '≤'
        ? value <= 0.1
        : value < line
  if (low === undefined || high === undefined) return null
  if (kind === 'ratio') return !(low < 1 && high > 1)
  return kind === 'difference' ? !(low < 0 && high > 0) : null
}
