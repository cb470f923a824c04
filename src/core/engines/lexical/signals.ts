/** What the wording of a sentence says of its outcome, counted. */
export interface Signals {
  /** Words of "no difference", "not associated", "similar". */
  none: number
  /** Words of an effect found: "significantly", "higher", "associated with". */
  some: number
  /** p-values at or below 0.05, and above. */
  small: number
  large: number
  /** Confidence intervals that leave out the point of no effect, and that hold it. */
  clear: number
  crossing: number
}

const pValue = /\bp\s*(?:-?\s*values?)?\s*(?:of|was|were|is)?\s*(<|>|=|≤|≥|less than|greater than)\s*(0?\.\d+)/gi
const interval =
  /\b(?:CI|confidence interval)s?\b[^0-9-]{0,12}(?:95\s*%)?[^0-9-]{0,4}(-?\d+\.\d+)\s*(?:-|–|to|,|;)\s*(-?\d+\.\d+)/gi
const nothing =
  /\b(?:no|not|non|without|nor|neither)\b[ -](?:[a-z]+ ){0,3}?(?:statistically )?(?:signific|differ|associat|correlat|effect|change|relat|improve|influence|impact|benefit|evidence|increas|reduc|affect)|\b(?:similar|comparable|did not|does not|do not|were not|was not|insignificant|nonsignificant|failed|equivalent|unchanged|unaffected|regardless|independent of)\b/g
const something =
  /\bsignifican|\b(?:higher|lower|increased|decreased|reduced|improved|greater|better|more likely|less likely|associated with|correlated with|predictor|predicted|effective|benefit)\b/g

/** Counts the signals of one sentence. */
export function readSignals(sentence: string): Signals {
  const lower = sentence.toLowerCase()
  const signals: Signals = { none: count(lower, nothing), some: 0, small: 0, large: 0, clear: 0, crossing: 0 }
  signals.some = Math.max(0, count(lower, something) - signals.none)
  if (!/\d/.test(lower)) return signals
  for (const match of lower.matchAll(pValue)) {
    if (/^(?:>|≥|greater)/.test(match[1]!) || Number(match[2]) > 0.05) signals.large++
    else signals.small++
  }
  if (!lower.includes('ci') && !lower.includes('confidence')) return signals
  for (const match of sentence.matchAll(interval)) {
    const [low, high] = [Number(match[1]), Number(match[2])]
    if ((low < 1 && high > 1) || (low < 0 && high > 0)) signals.crossing++
    else signals.clear++
  }
  return signals
}

function count(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  let found = 0
  while (pattern.exec(text)) found++
  return found
}
