import type { Claim } from '../../schemas/claim.ts'
import type { Panel, Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'

/**
 * Whether a report is listed as approved: the panel's score and the number of supported claims must both reach
 * the thresholds of the site. Reasons say what was measured, for passing and for failing.
 */
export function gate(
  panel: Panel | null,
  claims: readonly Pick<Claim, 'verdict'>[],
  settings: Site['gate'],
): Report['gate'] {
  const supported = claims.filter((claim) => claim.verdict === 'supported').length
  const scored = panel !== null && panel.score >= settings.minScore
  const enough = supported >= settings.minSupported
  const score = panel === null ? 'No panel has scored it' : `The panel's score is ${panel.score}`
  const reasons = [
    `${score}; ${settings.minScore} or more is needed.`,
    `${supported === 1 ? '1 claim is' : `${supported} claims are`} supported by independent papers; ${settings.minSupported} or more are needed.`,
  ]
  return { approved: scored && enough, reasons, ...settings }
}
