import { counted } from '../../core/text/counts.ts'
import type { Verdict } from '../../schemas/claim.ts'
import type { FindingView } from './view.ts'

/** How many findings stand under each verdict. */
export function countsOf(findings: readonly Pick<FindingView, 'verdict'>[]): Partial<Record<Verdict, number>> {
  const counts: Partial<Record<Verdict, number>> = {}
  for (const { verdict } of findings) counts[verdict] = (counts[verdict] ?? 0) + 1
  return counts
}

/** The number and place of the finding to which each claim belongs. */
export function numbersOf(findings: readonly FindingView[]): Map<string, { number: number; anchor: string }> {
  return new Map(
    findings.flatMap(({ claims, number, anchor }) => claims.map((claim) => [claim, { number, anchor }] as const)),
  )
}

/** What is said where nobody disagrees: how much was compared at all, and that no dispute is no proof. */
export function agreementWords(findings: readonly FindingView[]): string {
  const shared = findings.filter((one) => one.shared).length
  const alone = findings.length - shared
  const near = findings.filter(({ lead }) => lead.likewise > 0).length
  const none =
    shared === 0
      ? 'Nobody: no two papers read here were found to speak of the same thing'
      : `Nobody: on the ${shared === 1 ? 'one finding' : `${shared} findings`} that papers share, none read here says otherwise`
  const rest =
    alone > 0 ? `, and ${counted(alone, 'finding')} ${alone === 1 ? 'rests' : 'rest'} on one paper alone` : ''
  const beside =
    near > 0
      ? ` ${counted(near, 'sentence')} ${near === 1 ? 'has' : 'have'} a near one in another paper, which nobody has judged: it stands on the sentence’s own page.`
      : ''
  return `${none}${rest}. That is no proof that they agree.${beside}`
}
