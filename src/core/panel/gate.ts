import type { Verdict } from '../../schemas/claim.ts'
import type { Panel, Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { counted } from '../text/counts.ts'

/**
 * Whether a report is listed as approved: the panel's score and the number of supported findings must both reach
 * the thresholds of the site. What several papers say once counts once. Reasons of a report that fails name only what it fails by.
 */
export function gate(
  panel: Panel | null,
  statements: readonly { verdict: Verdict }[],
  settings: Site['gate'],
): Report['gate'] {
  const supported = statements.filter(({ verdict }) => verdict === 'supported').length
  const scored = panel !== null && panel.score >= settings.minScore
  const enough = supported >= settings.minSupported
  const approved = scored && enough
  const failed = [
    ...(scored
      ? []
      : [
          `${panel === null ? 'No panel has scored it' : `The panel's score is ${panel.score}`}; ${settings.minScore} or more is needed.`,
        ]),
    ...(enough
      ? []
      : [
          `${counted(supported, 'finding is', 'findings are')} recognised as supported by independent papers; ${settings.minSupported} or more are needed.`,
        ]),
  ]
  const passed = [
    `The panel's score of ${panel?.score} reaches the ${settings.minScore} that is needed.`,
    `${counted(supported, 'finding is', 'findings are')} recognised as supported by independent papers, and ${settings.minSupported} or more are needed.`,
  ]
  return { approved, reasons: approved ? passed : failed, ...settings }
}
