import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'

/** The findings of a question in numbers. */
export interface Tally {
  /** Findings by verdict, those of one paper alone among them. */
  verdicts: Partial<Record<Verdict, number>>
  /** Findings that several papers speak to: those that join claims, and claims on which other papers count. */
  shared: number
  /** Claims to which one paper alone speaks. */
  alone: number
}

/** Counts findings: those that papers share, and each claim that belongs to none of them. */
export function tallyOf<C extends Pick<Claim, 'id' | 'verdict'>>(
  claims: readonly C[],
  findings: readonly (Pick<Finding, 'verdict'> & { members: readonly { claim: string }[] })[],
  isShared: (claim: C) => boolean,
): Tally {
  const taken = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const alone = claims.filter(({ id }) => !taken.has(id))
  const verdicts: Tally['verdicts'] = {}
  for (const { verdict } of [...findings, ...alone]) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const spoken = alone.filter(isShared).length
  return { verdicts, shared: findings.length + spoken, alone: alone.length - spoken }
}

/** Whether more than one paper takes a side on a claim: its own, and those of its evidence that count or are of the same people. */
export function isShared({ sources, evidence }: Pick<Claim, 'sources' | 'evidence'>): boolean {
  const sides = evidence.filter(
    ({ stance, excluded }) => stance !== 'neutral' && (excluded === undefined || excluded === 'same-group'),
  )
  return new Set([...sources, ...sides].map(({ paper }) => paper)).size > 1
}
