import type { Claim } from '../../../schemas/claim.ts'
import { counted } from '../../text/counts.ts'
import { share } from '../facts.ts'
import { levelOf } from '../levels.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** What happens to a reader who acts on the report. */
export const impact = reviewer({
  id: 'impact',
  label: 'Safety and impact',
  duty: 'Asks what happens to a reader who acts on this: are harms told beside benefits, and is what must not be relied on marked?',
  dimensions: ['safety and impact'],
  measure: (facts) => {
    const harmful = facts.claims.filter(tellsHarm)
    const speaks = facts.sources.filter((paper) =>
      adverse.test(paper.text?.sections.map((section) => section.text).join(' ') ?? ''),
    )
    const unmarked = facts.claims.filter((claim) => {
      const doubtful = claim.sources.some((source) =>
        ['retracted', 'concern'].includes(facts.paper.get(source.paper)?.standing.state ?? ''),
      )
      return doubtful && !claim.confidenceNote
    })
    return {
      claims: facts.claims.length,
      harmful,
      speaks,
      told: speaks.length === 0 ? 1 : Math.min(1, share(harmful.length, facts.claims.length) * 10),
      unmarked,
      ground: levelOf(facts.carried.length, facts.statements.length),
      misread: share(facts.misread.length, facts.claims.length),
      absolute: facts.claims.filter(
        (claim) => absolute.test(claim.text) && !absolute.test(claim.sources.map((source) => source.quote).join(' ')),
      ),
      marked: share(facts.claims.filter((claim) => claim.verdict !== 'unverified').length, facts.claims.length),
      limits:
        facts.draft.limitations.length > 0 ||
        facts.draft.sections.some((section) => /limitation|caution|caveat/i.test(section.heading)),
      faults: faultWeight('impact', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Harms that the papers speak of make up a tenth of the claims or more, every claim says how far it may be relied on, and three in four findings may be acted on: independent papers support them.',
      holds: (m) => safe(m) && m.marked === 1 && m.told >= 1 && m.limits && m.harmful.length >= 3 && m.ground >= 10,
    },
    {
      score: 9,
      words:
        'Harms that the papers speak of are told, every claim says how far it may be relied on, and independent papers support half of the findings.',
      holds: (m) => safe(m) && m.marked === 1 && m.told >= 0.5 && m.limits && m.ground >= 9,
    },
    {
      score: 8,
      words:
        'Some harms are told, every claim says how far it may be relied on, and independent papers support a quarter of the findings.',
      holds: (m) => safe(m) && m.marked === 1 && m.told > 0 && m.limits && m.ground >= 8,
    },
    {
      score: 7,
      words: 'Every claim says how far it may be relied on, and independent papers support a tenth of the findings.',
      holds: (m) => safe(m) && m.marked === 1 && m.limits && m.ground >= 7,
    },
    {
      score: 6,
      words: 'Most claims say how far they may be relied on, and independent papers support some findings.',
      holds: (m) => safe(m) && m.marked >= 0.5 && m.ground >= 6,
    },
    {
      score: 5,
      words: 'The report warns of its limits, but a reader who acts on it acts on single papers.',
      holds: (m) => safe(m) && m.limits,
    },
    {
      score: 4,
      words: 'A reader who acts on it acts on single papers, and nothing warns the reader.',
      holds: (m) => safe(m),
    },
    {
      score: 3,
      words: 'A reader may be misled in one respect.',
      holds: (m) => m.claims > 0 && m.faults <= 1 && m.unmarked.length === 0 && m.misread < 0.2,
    },
    {
      score: 2,
      words: 'A reader who acts on this may come to harm.',
      holds: (m) => m.claims > 0 && m.faults <= 2 && m.misread < 0.9,
    },
    { score: 1, words: 'The report is not safe to show or to act on.', holds: () => true },
  ],
  findings: (m) => [
    ...(m.unmarked.length
      ? [
          finding(
            'doubtful-unmarked',
            'major',
            `${counted(m.unmarked.length, 'claim rests', 'claims rest')} on a retracted or doubted paper without a word about it.`,
            { claims: m.unmarked },
          ),
        ]
      : []),
    ...(m.absolute.length
      ? [
          finding(
            'absolute-words',
            'minor',
            `${counted(m.absolute.length, 'claim says', 'claims say')} "always", "never", "proves" or the like where the quote does not.`,
            { claims: m.absolute },
          ),
        ]
      : []),
    ...(m.harmful.length
      ? [
          finding(
            'harms-told',
            'praise',
            `${counted(m.harmful.length, 'claim tells', 'claims tell')} of harms or risks.`,
            { claims: m.harmful },
          ),
        ]
      : []),
    ...(m.speaks.length && m.harmful.length === 0
      ? [
          finding(
            'harms-missing',
            'minor',
            `${counted(m.speaks.length, 'paper speaks', 'papers speak')} of harms or risks, and no claim does.`,
            { papers: m.speaks },
          ),
        ]
      : []),
  ],
})

/** Names of harms that are called so, whichever way they went, and losses that are a harm only where they occur or grow. */
const adverse =
  /\b(adverse|side[- ]effects?|harms?|harmful|toxicit(?:y|ies)|toxic effects?|safety|unsafe|complications?|unintended|misuse\w*|well[- ]tolerated|tolerability)\b/i
const losses = /\b(mortality|deaths?|died|injuries|injured|fatalit(?:y|ies))\b/i
const gains: ReadonlySet<string> = new Set(['down', 'better'])

/** Whether a harm is what a claim finds; a relative risk and the danger that something was tried against are none. */
function tellsHarm({ text, frame }: Claim): boolean {
  const found = frame ? frame.outcome.map((span) => span.text).join('; ') || text : text
  return adverse.test(text) || (losses.test(found) && !gains.has(frame?.direction?.value ?? ''))
}

const absolute =
  /\b(always|never|prove[sn]?|proved|guarantee[sd]?|definitive(ly)?|undoubtedly|without exception|certainly)\b/i

function safe(m: {
  claims: number
  faults: number
  unmarked: readonly unknown[]
  absolute: readonly unknown[]
  misread: number
}): boolean {
  return (
    m.misread < 0.05 && m.claims > 0 && m.faults === 0 && m.unmarked.length === 0 && m.absolute.length <= m.claims / 20
  )
}
