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

/** What is said where no disagreement was recognised: how much could be compared at all, and that this says nothing of the papers. */
export function agreementWords(findings: readonly FindingView[]): string {
  const shared = findings.filter((one) => one.shared).length
  const alone = findings.length - shared
  const near = findings.filter(({ lead }) => lead.likewise > 0).length
  const denying = findings.filter(({ lead }) => lead.denying > 0).length
  const none =
    shared === 0
      ? 'Not known: comparing could tell of no two papers read here that they speak of the same thing'
      : `None was recognised: on the ${shared === 1 ? 'one finding' : `${shared} findings`} that papers share, no paper read here was told to say otherwise`
  const rest =
    alone > 0 ? `, and ${counted(alone, 'finding')} ${alone === 1 ? 'is' : 'are'} told from one paper alone` : ''
  const beside =
    near > 0
      ? ` ${counted(near, 'sentence')} ${near === 1 ? 'has' : 'have'} a near one in another paper, which may say the same or the contrary: read both, they stand together on the sentence’s own page${denying > 0 ? `; of ${denying} of them, words suggest that one denies the other` : ''}.`
      : ''
  return `${none}${rest}. That is a limit of comparing, and no proof that papers agree.${beside}`
}
