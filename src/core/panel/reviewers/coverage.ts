import { counted } from '../../text/counts.ts'
import { looksClipped, type PanelFacts, share } from '../facts.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether the whole question is answered, with all there is, in whole sentences. */
export const coverage = reviewer({
  id: 'coverage',
  label: 'Coverage and clarity',
  duty: 'Asks whether every facet of the question is answered, whether papers were left unread, and whether each sentence is whole.',
  dimensions: ['completeness', 'clarity'],
  measure: (facts) => {
    const aspects = (facts.question?.facets ?? []).filter((facet) => facet.role === 'aspect')
    const asked = aspects.length ? aspects : (facts.question?.facets ?? [])
    const open = asked.filter((facet) => !facts.claims.some((claim) => claim.facet === facet.id))
    const carried = facts.carried.flatMap(({ claims }) => claims)
    const thin = asked.filter((facet) => !open.includes(facet) && !carried.some((claim) => claim.facet === facet.id))
    const { withoutText, assessed } = facts.draft.counts
    return {
      claims: facts.claims.length,
      asked: asked.length,
      open,
      thin,
      answered: asked.length ? 1 - open.length / asked.length : facts.claims.length ? 1 : 0,
      backed: asked.length ? 1 - (open.length + thin.length) / asked.length : 0,
      speaking: facts.question ? share(facts.topic.speaking.size, facts.sources.length) : 1,
      papers: facts.behind,
      unread: share(withoutText?.value ?? 0, assessed?.value ?? 0),
      off: facts.claims.filter((claim) => claim.facet === null && asked.length > 0),
      clipped: facts.claims.filter((claim) => looksClipped(claim.text)),
      answer: facts.draft.answer.length,
      faults: faultWeight('coverage', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Every facet has findings that independent papers support, no paper was left unread, and every sentence is whole.',
      holds: (m) => clear(m) && m.asked > 0 && m.backed === 1 && m.unread === 0 && m.speaking >= 0.75,
    },
    {
      score: 9,
      words: 'Every facet has findings, most of them supported ones, and fewer than one paper in ten was left unread.',
      holds: (m) =>
        clear(m) && m.asked > 0 && m.answered === 1 && m.backed >= 0.75 && m.unread < 0.1 && m.speaking >= 0.75,
    },
    {
      score: 8,
      words: 'Every facet has findings, half of them supported ones, and fewer than one paper in four was left unread.',
      holds: (m) =>
        clear(m) && m.asked > 0 && m.answered === 1 && m.backed >= 0.5 && m.unread < 0.25 && m.speaking >= 0.5,
    },
    {
      score: 7,
      words:
        'At least three in four facets have findings, a third of them supported ones, and fewer than half of the papers were left unread.',
      holds: (m) => clear(m) && m.answered >= 0.75 && m.backed >= 1 / 3 && m.unread < 0.5 && m.speaking >= 0.5,
    },
    {
      score: 6,
      words: 'At least half of the facets have findings, one of them a supported one.',
      holds: (m) => clear(m) && m.answered >= 0.5 && m.backed > 0 && m.speaking >= 0.5,
    },
    {
      score: 5,
      words: 'At least half of the facets have findings, none of them a supported one, over ten or more papers.',
      holds: (m) => clear(m) && m.answered >= 0.5 && m.papers >= 10 && m.speaking >= 0.25,
    },
    {
      score: 4,
      words:
        'Some facets have findings; at most one sentence in fifty is cut, or one thing keeps a reader from understanding the whole.',
      holds: (m) =>
        m.claims > 0 && m.faults <= 1 && m.answered > 0 && m.clipped.length <= m.claims / 50 && m.speaking >= 0.25,
    },
    {
      score: 3,
      words:
        'Two things keep a reader from understanding the whole, few papers speak to the question, or one claim in ten is cut.',
      holds: (m) => m.claims > 0 && m.faults <= 2 && m.clipped.length <= m.claims / 10 && m.speaking >= 0.1,
    },
    {
      score: 2,
      words: 'The question is hardly answered, or the text is cut in many places.',
      holds: (m) => m.claims > 0 && m.faults <= 4,
    },
    { score: 1, words: 'No finding was placed under what the question asks.', holds: () => true },
  ],
  findings: (m, facts) => [
    ...(m.open.length
      ? [
          finding('facet-open', 'major', `No finding was placed under ${names(m.open)}.`, {
            counts: m.open.map((facet) => facet.id),
          }),
        ]
      : []),
    ...(m.thin.length
      ? [
          finding(
            'facet-thin',
            'minor',
            `No finding that could be told to be supported is placed under ${names(m.thin)}.`,
            {
              counts: m.thin.map((facet) => facet.id),
              claims: claimsOf(facts, m.thin),
            },
          ),
        ]
      : []),
    ...(m.unread > 0
      ? [
          finding(
            'unread-papers',
            m.unread >= 0.25 ? 'minor' : 'note',
            `${Math.round(m.unread * 100)} % of the records on topic have no text here and were not read.`,
            { counts: ['withoutText', 'assessed'] },
          ),
        ]
      : []),
    ...(m.clipped.length
      ? [
          finding('clipped', 'major', `The text of ${counted(m.clipped.length, 'claim is', 'claims is')} cut off.`, {
            claims: m.clipped,
          }),
        ]
      : []),
    ...(m.off.length
      ? [
          finding(
            'off-question',
            'minor',
            `${counted(m.off.length, 'claim addresses', 'claims address')} no facet of the question by its names.`,
            { claims: m.off },
          ),
        ]
      : []),
    ...(m.asked > 0 && m.open.length === 0
      ? [
          finding('all-facets', 'praise', 'Every facet of the question has findings.', {
            counts: facts.draft.facets.map((facet) => facet.id),
          }),
        ]
      : []),
  ],
})

function clear(m: { claims: number; clipped: readonly unknown[]; faults: number }): boolean {
  return m.claims > 0 && m.clipped.length === 0 && m.faults === 0
}

function names(facets: readonly { label: string }[]): string {
  return facets.map((facet) => `"${facet.label}"`).join(', ')
}

function claimsOf(facts: PanelFacts, facets: readonly { id: string }[]): readonly { id: string }[] {
  return facts.claims.filter((claim) => facets.some((facet) => facet.id === claim.facet))
}
