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
export function tallyOf(
  claims: readonly Pick<Claim, 'id' | 'verdict'>[],
  findings: readonly (Pick<Finding, 'verdict'> & { members: readonly { claim: string }[] })[],
): Tally {
  const taken = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const alone = claims.filter(({ id }) => !taken.has(id))
  const verdicts: Tally['verdicts'] = {}
  for (const { verdict } of [...findings, ...alone]) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const spoken = alone.filter(({ verdict }) => restsOnOthers.has(verdict)).length
  return { verdicts, shared: findings.length + spoken, alone: alone.length - spoken }
}

/** Verdicts that other papers than the claim's own give. */
const restsOnOthers: ReadonlySet<Verdict> = new Set(['supported', 'disputed', 'contradicted'])
