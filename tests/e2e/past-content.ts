import { claimHash, pastClaim } from '../../src/core/changes/versions.ts'
import type { ChangesFile, ClaimVersion } from '../../src/schemas/change.ts'
import type { Claim } from '../../src/schemas/claim.ts'

/** What once was in the odd content and is gone, by its ids. */
export const past = {
  claim: 'c-0123456789abcdef',
  joined: 'c-00000000000000aa',
  finding: 'f-0123456789abcdef',
  report: 'a-question-of-old',
  reportClaim: 'c-00000000000000bb',
  paper: 'doi_10.5555__gone.1',
  topic: 'Phrenology',
} as const

const gonePaper = { title: 'A paper <i>that</i> went', authors: 'Gone & Away', year: 1999, doi: '10.5555/gone.1' }

/** The claim whose verdict the history says has turned. */
export function turnedClaim(claims: readonly Claim[]): Claim {
  return claims.find(({ verdict }) => verdict === 'reported')!
}

/** The past of a question: an earlier state of a claim, a claim that went, one that was joined with another. */
export function pastOf(claims: readonly Claim[]): Pick<ChangesFile, 'versions' | 'papers' | 'topics'> {
  const first = turnedClaim(claims)
  const second = claims[0]!
  const papers = Object.fromEntries(
    [first, second].flatMap(({ sources, evidence }) =>
      [...sources, ...evidence].map(({ paper }) => [
        paper,
        { title: `Title of ${paper}`, authors: 'Somebody', year: 2001, doi: null },
      ]),
    ),
  )
  return {
    versions: {
      [first.id]: [ended({ ...first, verdict: 'supported', confidence: 0.91 }, '2025-11-30', '2026-01-15')],
      [past.claim]: [ended(resting(first, 'What it said <b>once</b>.'), '2025-11-02', '2025-11-30')],
      [past.joined]: [ended({ ...second, text: 'It said the same in other words.' }, '2025-11-02', '2025-11-30')],
    },
    papers: { ...papers, [past.paper]: gonePaper },
    topics: [past.topic],
  }
}

/** The history of a question whose report was taken down. */
export function goneQuestion([claim]: readonly Claim[]): ChangesFile {
  const day = '2025-12-24'
  const last = resting(claim!, 'A claim of a report that was taken down.')
  return {
    schema: 1,
    question: past.report,
    title: 'A question of old',
    changes: [
      {
        ...{ day, kind: 'report-removed', subject: past.report, before: 'A question of old', after: null },
        cause: 'its question file was removed; what it said can still be read here',
      },
      {
        ...{ day: '2025-11-01', kind: 'report-added', subject: past.report, before: null, after: 'A question of old' },
        cause: 'first report on this question: 1 claims from 1 papers',
      },
    ],
    versions: { [past.reportClaim]: [ended(last, '2025-11-01', day)] },
    papers: { [past.paper]: gonePaper },
  }
}

function resting(claim: Claim, text: string): Claim {
  const [source] = claim.sources
  return { ...claim, text, sources: source ? [{ ...source, paper: past.paper }] : [], evidence: [] }
}

function ended(claim: Claim, from: string, until: string): ClaimVersion {
  return { hash: claimHash(claim), from, until, claim: pastClaim(claim) }
}
