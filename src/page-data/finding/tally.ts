import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'

/** The findings of a question in numbers. */
export interface Tally {
  /** Findings by verdict, those of one paper alone among them. */
  verdicts: Partial<Record<Verdict, number>>
  /** Findings of claims of several papers. */
  shared: number
  /** Claims that belong to none of them. */
  alone: number
}

/** Counts findings: those that papers share, and each claim that belongs to none of them. */
export function tallyOf(
  claims: readonly Pick<Claim, 'id' | 'verdict'>[],
  findings: readonly (Pick<Finding, 'verdict'> & { members: readonly { claim: string }[] })[],
): Tally {
  const taken = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const alone = claims.filter(({ id }) => !taken.has(id))
  const verdicts: Tally['verdicts'] = {}
  for (const { verdict } of [...findings, ...alone]) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  return { verdicts, shared: findings.length, alone: alone.length }
}
