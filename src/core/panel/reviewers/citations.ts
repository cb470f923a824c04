import { counted } from '../../text/counts.ts'
import { counting, share } from '../facts.ts'
import { faultWeight, finding, reviewer } from '../reviewer.ts'

/** Whether claims lead to papers that exist and stand. */
export const citations = reviewer({
  id: 'citations',
  label: 'Citations and standing',
  duty: 'Follows every claim to its papers: are they named, can they be found, do they still stand?',
  dimensions: ['citation grounding'],
  measure: (facts) => {
    const withId = facts.sources.filter((paper) => Object.values(paper.ids).some(Boolean))
    const tied = facts.claims.filter((claim) => claim.sources.length > 0 && !facts.misread.includes(claim))
    const untiedImport = facts.faults.some((fault) => fault.rule === 'claims-untied')
    return {
      claims: facts.claims.length,
      references: facts.draft.references.length + (facts.draft.imported?.references.length ?? 0),
      tied:
        facts.imported && tied.length === 0
          ? untiedImport || facts.claims.length === 0
            ? 0
            : 1
          : share(tied.length, facts.claims.length),
      elsewhere: facts.misread,
      adrift: facts.misread.length > 0 && facts.misread.length >= facts.claims.length / 2,
      identified:
        facts.sources.length === 0
          ? importedIdentified(facts.draft.imported?.references ?? [])
          : share(withId.length, facts.sources.length),
      without: facts.sources.filter((paper) => !withId.includes(paper)),
      asked: share(facts.sources.filter((paper) => paper.standing.state !== 'unchecked').length, facts.sources.length),
      unasked: facts.sources.filter((paper) => paper.standing.state === 'unchecked'),
      superseded: facts.sources.filter((paper) => paper.standing.state === 'superseded'),
      retracted: facts.sources.filter((paper) => paper.standing.state === 'retracted'),
      leaning: facts.claims.filter((claim) =>
        counting(claim, 'supports').some((one) => facts.paper.get(one.paper)?.standing.state === 'retracted'),
      ),
      faults: faultWeight('citations', facts),
    }
  },
  rubric: [
    {
      score: 10,
      words:
        'Every claim says what its identified papers say; registries were asked about all of them, and none is retracted or superseded.',
      holds: (m) =>
        sound(m) &&
        m.tied === 1 &&
        m.identified === 1 &&
        m.asked === 1 &&
        m.retracted.length + m.superseded.length === 0,
    },
    {
      score: 9,
      words: 'Every claim leads to papers that say it, nearly all identified, nearly all with their standing checked.',
      holds: (m) => sound(m) && m.tied === 1 && m.identified >= 0.95 && m.asked >= 0.9,
    },
    {
      score: 8,
      words:
        'Every claim leads to papers that say it, at least nine in ten identified, and half or more had their standing checked.',
      holds: (m) => sound(m) && m.tied === 1 && m.identified >= 0.9 && m.asked >= 0.5,
    },
    {
      score: 7,
      words:
        'Every claim leads to papers that say it, at least nine in ten identified; the standing of some was checked.',
      holds: (m) => sound(m) && m.tied === 1 && m.identified >= 0.9 && m.asked > 0,
    },
    {
      score: 6,
      words:
        'Every claim leads to papers that say it, at least three in four identified; nobody was asked whether they stand.',
      holds: (m) => sound(m) && m.tied === 1 && m.identified >= 0.75,
    },
    {
      score: 5,
      words: 'Every claim leads to a paper that says it, but a reader has to find many of them by title.',
      holds: (m) => sound(m) && m.tied === 1,
    },
    {
      score: 4,
      words: 'At least half of the claims lead to a paper that says it, and at most one reference is faulty.',
      holds: (m) => m.leaning.length === 0 && m.faults <= 1 && m.tied >= 0.5,
    },
    {
      score: 3,
      words:
        'There are references, but most claims cannot be followed to one that says it, or a retracted paper supports a claim.',
      holds: (m) => m.references > 0 && m.faults < 1 && !m.adrift,
    },
    {
      score: 2,
      words: 'There are references, but the claims do not lead to them, say otherwise, or the references are faulty.',
      holds: (m) => m.references > 0,
    },
    { score: 1, words: 'There is no reference.', holds: () => true },
  ],
  findings: (m) => [
    ...(m.leaning.length
      ? [
          finding(
            'retracted-support',
            'major',
            `A retracted paper counts as support for ${counted(m.leaning.length, 'claim')}.`,
            { claims: m.leaning, papers: m.retracted },
          ),
        ]
      : []),
    ...(m.elsewhere.length
      ? [
          finding(
            'cited-for-other',
            'major',
            `${counted(m.elsewhere.length, 'claim is', 'claims are')} tied to a paper that says something else.`,
            { claims: m.elsewhere },
          ),
        ]
      : []),
    ...(m.retracted.length
      ? [
          finding(
            'retracted-source',
            'minor',
            `${counted(m.retracted.length, 'paper that states a claim is', 'papers that state claims are')} retracted.`,
            { papers: m.retracted },
          ),
        ]
      : []),
    ...(m.superseded.length
      ? [
          finding(
            'superseded-source',
            'note',
            `${counted(m.superseded.length, 'preprint is cited although an article exists', 'preprints are cited although articles exist')}.`,
            { papers: m.superseded },
          ),
        ]
      : []),
    ...(m.without.length
      ? [
          finding(
            'no-identifier',
            'minor',
            `${counted(m.without.length, 'paper has', 'papers have')} no identifier and can only be found by title.`,
            { papers: m.without },
          ),
        ]
      : []),
    ...(m.unasked.length
      ? [
          finding(
            'standing-unchecked',
            'note',
            `Nobody was asked whether ${counted(m.unasked.length, 'paper', 'papers')} still stand${m.unasked.length === 1 ? 's' : ''}.`,
            { papers: m.unasked },
          ),
        ]
      : []),
  ],
})

function sound(m: { leaning: readonly unknown[]; faults: number }): boolean {
  return m.leaning.length === 0 && m.faults === 0
}

function importedIdentified(references: readonly { doi: string | null }[]): number {
  return share(references.filter((one) => one.doi !== null).length, references.length)
}
