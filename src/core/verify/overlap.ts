import { align, coverage } from './align.ts'
import { type Analysis, analyse, type Weigh } from './analyse.ts'
import { directionDifferences } from './compare-direction.ts'
import { negationDifferences } from './compare-negation.ts'
import { type Assessment, type EvidenceInput, noMatch } from './engine.ts'
import { fitOf } from './fit.ts'
import { exactConflict } from './rules.ts'

/** Judges by the share of words alone and the exact rules: what is left of the lexical engine without its learned part. */
export function assessByOverlap(claimText: string, evidence: EvidenceInput, weigh?: Weigh): Assessment {
  const claim = analyse(claimText, weigh)
  const read = evidence.sentences.map((text, at) => ({ at, text: analyse(text, weigh) }))
  const [best] = read
    .map((one) => ({ ...one, shared: coverage(claim, one.text) }))
    .sort((a, b) => b.shared - a.shared || a.at - b.at)
  if (!best || best.shared < 0.25) return noMatch(best?.shared ?? 0)
  const common = {
    fit: fitOf(claim, best.text),
    best: [best.at],
    coverage: best.shared,
    score: best.shared,
    possible: false,
  }
  const conflict = exactConflict(claim, best.text)
  if (conflict) return { ...common, stance: 'refutes', basis: conflict.basis, reasons: [conflict.detail] }
  const agrees =
    best.shared >= 0.8 && (common.fit === 'same' || common.fit === 'narrower') && !differs(claim, best.text)
  return {
    ...common,
    stance: agrees ? 'supports' : 'neutral',
    basis: 'lexical',
    reasons: [`has ${Math.round(best.shared * 100)} % of what the claim says`],
  }
}

function differs(claim: Analysis, other: Analysis): boolean {
  const alignment = align(claim, other)
  return directionDifferences(claim, other, alignment).length + negationDifferences(claim, other, alignment).length > 0
}
