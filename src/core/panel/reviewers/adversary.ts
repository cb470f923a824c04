import type { Claim } from '../../../schemas/claim.ts'
import { counted } from '../../text/counts.ts'
import { counting, looksClipped, type PanelFacts, share } from '../facts.ts'
import { levelOf } from '../levels.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Attacks the claims and the method behind them. */
export const adversary = reviewer({
  id: 'adversary',
  label: 'Adversary',
  duty: 'Attacks the claims and the method: what is unfaithful, contradicted, causal without a trial, or carried by one paper alone?',
  dimensions: ['evidence strength', 'numerical consistency'],
  measure: (facts) => {
    const stored = facts.claims.filter((claim) => claim.faithfulness?.faithful === false)
    const unfaithful = [...new Set([...stored, ...facts.misread])]
    const causal = facts.claims.filter(
      (claim) =>
        /observ|cohort|case|cross-sectional|retrospective/i.test(claim.design ?? '') && causes.test(claim.text),
    )
    const ignored = facts.supported.filter((claim) => counting(claim, 'refutes').length > 0)
    const off = facts.claims.filter((claim) => isOff(claim, facts))
    const clipped = facts.claims.filter((claim) => looksClipped(claim.text))
    const struck = new Set([...unfaithful, ...ignored, ...off, ...clipped])
    return {
      claims: facts.claims.length,
      unfaithful,
      causal,
      ignored,
      off,
      clipped,
      struck: share(struck.size + causal.length / 2, facts.claims.length),
      dominant: dominantPaper(facts),
      ground: levelOf(facts.carried.length, facts.statements.length),
      hunted: facts.claims.filter((claim) => claim.hunt !== null).length,
      against: facts.claims.filter((claim) => counting(claim, 'refutes').length > 0).length,
      sources: facts.sources.length,
      faults: faultWeight('adversary', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Nothing could be attacked; contrary evidence was looked for on every claim, over thirty or more papers, none of them dominant, and three in four findings are carried by others.',
      holds: (m) =>
        whole(m) &&
        m.struck === 0 &&
        m.hunted === m.claims &&
        m.sources >= 30 &&
        m.dominant.share <= 0.2 &&
        m.ground >= 10,
    },
    {
      score: 9,
      words:
        'Nothing could be attacked; contrary evidence was looked for on every claim, over ten or more papers, and half of the findings are carried by others.',
      holds: (m) =>
        whole(m) &&
        m.struck === 0 &&
        m.hunted === m.claims &&
        m.sources >= 10 &&
        m.dominant.share <= 0.4 &&
        m.ground >= 9,
    },
    {
      score: 8,
      words:
        'At most one claim in fifty could be attacked, contrary evidence was looked for on most, and a quarter of the findings are carried by others.',
      holds: (m) => whole(m) && m.struck <= 0.02 && m.hunted >= m.claims / 2 && m.ground >= 8,
    },
    {
      score: 7,
      words:
        'At most one claim in twenty could be attacked, contrary evidence was looked for on most, and a tenth of the findings are carried by others.',
      holds: (m) => whole(m) && m.struck <= 0.05 && m.hunted >= m.claims / 2 && m.ground >= 7,
    },
    {
      score: 6,
      words: 'At most one claim in ten could be attacked, and some findings are carried by others.',
      holds: (m) => whole(m) && m.struck <= 0.1 && m.hunted > 0 && m.ground >= 6,
    },
    {
      score: 5,
      words:
        'The claims say what their papers say, but hardly any could withstand the doubt whether another paper finds the same.',
      holds: (m) => whole(m) && m.struck <= 0.1,
    },
    {
      score: 4,
      words: 'At most one claim in five could be attacked, or the method has one doubtful point.',
      holds: (m) => m.claims > 0 && m.faults <= 0.5 && m.struck <= 0.2,
    },
    {
      score: 3,
      words: 'At most two claims in five could be attacked, or the method has a grave fault.',
      holds: (m) => m.claims > 0 && m.faults <= 1 && m.struck <= 0.4,
    },
    {
      score: 2,
      words: 'Many claims could be attacked, or the method has several grave faults.',
      holds: (m) => m.claims > 0 && m.faults <= 3 && m.struck < 0.9,
    },
    { score: 1, words: 'Nothing withstands.', holds: () => true },
  ],
  findings: (m) => [
    ...(m.unfaithful.length
      ? [
          finding(
            'unfaithful',
            'major',
            `${counted(m.unfaithful.length, 'claim does', 'claims do')} not say what the quote says.`,
            { claims: m.unfaithful },
          ),
        ]
      : []),
    ...(m.ignored.length
      ? [
          finding(
            'refutation-ignored',
            'major',
            `${counted(m.ignored.length, 'claim is', 'claims are')} called supported although a paper speaks against it.`,
            { claims: m.ignored },
          ),
        ]
      : []),
    ...(m.causal.length
      ? [
          finding(
            'causal-words',
            'minor',
            `${counted(m.causal.length, 'claim uses', 'claims use')} words of cause where the design is observational.`,
            { claims: m.causal },
          ),
        ]
      : []),
    ...(m.dominant.share > 0.4 && m.claims >= 5
      ? [
          finding(
            'dominant-paper',
            'minor',
            `One paper states ${Math.round(m.dominant.share * 100)} % of the claims.`,
            { papers: m.dominant.papers },
          ),
        ]
      : []),
    ...(m.off.length
      ? [
          finding(
            'off-question',
            'major',
            `${counted(m.off.length, 'claim does', 'claims do')} not address the question.`,
            { claims: m.off },
          ),
        ]
      : []),
    ...(m.clipped.length
      ? [
          finding('clipped', 'major', `${counted(m.clipped.length, 'claim stops', 'claims stop')} in mid-sentence.`, {
            claims: m.clipped,
          }),
        ]
      : []),
    ...(m.claims > 0 && m.hunted === 0
      ? [finding('no-hunt', 'minor', 'Nobody looked for evidence against the claims.', { counts: ['claims'] })]
      : []),
    ...(m.claims > 0 && m.hunted === m.claims ? [huntWords(m.against)] : []),
  ],
})

/** That contrary evidence was looked for: a merit where the search can find some, else told with what it may have missed. */
function huntWords(against: number) {
  return against > 0
    ? finding(
        'hunted',
        'praise',
        `Contrary evidence was looked for on every claim and recognised on ${against}; the search is on record.`,
        {
          counts: ['claims'],
        },
      )
    : finding(
        'hunted',
        'note',
        'Contrary evidence was looked for on every claim and none was recognised; the search is on record, and what is told in other words can be missed.',
        { counts: ['claims'] },
      )
}

const causes =
  /\b(causes?|caused|leads? to|led to|results? in|resulted in|prevents?|due to|because of|drives?|drove)\b/i

/** A claim is off the question where it addresses no facet and its papers name hardly anything of the question. */
function isOff(claim: Claim, { question, topic }: PanelFacts): boolean {
  return question !== null && claim.facet === null && claim.sources.every(({ paper }) => topic.silent.has(paper))
}

function whole(m: { claims: number; faults: number }): boolean {
  return m.claims > 0 && m.faults === 0
}

/** The paper that states most claims and its share of them. */
function dominantPaper(facts: PanelFacts): { share: number; papers: { id: string }[] } {
  const perPaper = new Map<string, number>()
  for (const claim of facts.claims as readonly Claim[]) {
    for (const id of new Set(claim.sources.map((source) => source.paper))) perPaper.set(id, (perPaper.get(id) ?? 0) + 1)
  }
  const [top] = [...perPaper].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return top ? { share: share(top[1], facts.claims.length), papers: [{ id: top[0] }] } : { share: 0, papers: [] }
}
