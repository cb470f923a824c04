import { compareFindings, findingOf } from '../../src/core/compare/finding.ts'
import type { Example } from './examples.ts'

/** How often the rules that compare findings are right on labelled claims and abstracts, drawn to a half by four answers. */
export function ruleRates(examples: readonly Example[]): { agree: number; differ: number } {
  const count = { agree: [0, 0], differ: [0, 0] } as Record<'agree' | 'differ', [right: number, all: number]>
  for (const { claim, evidence, label, made } of examples) {
    if (made !== 'scifact' && made !== 'citint') continue
    const finding = findingOf(claim)
    if (!finding) continue
    for (const sentence of evidence) {
      const other = findingOf(sentence)
      const compared = other && compareFindings(finding, other)
      if (!compared) continue
      const tally = count[compared.relation]
      tally[1]++
      if (label === (compared.relation === 'agree' ? 0 : 1)) tally[0]++
    }
  }
  const rate = ([right, all]: [number, number]) => Math.round(((right + 2) / (all + 4)) * 1000) / 1000
  return { agree: rate(count.agree), differ: rate(count.differ) }
}
