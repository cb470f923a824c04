import type { Claim, Finding } from '../../schemas/claim.ts'
import { csv } from './csv.ts'

const header = [
  'finding',
  'heading',
  'verdict',
  'confidence',
  'certainty',
  'claim',
  'stance',
  'fit',
  'reason',
  'paper',
  'section',
  'start',
  'end',
  'quote',
]

/** The findings of a question, one row a claim of a finding; a claim that belongs to none is a finding of its own, under its own id. */
export function findingsCsv(claims: readonly Claim[], findings: readonly Finding[]): string {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const taken = new Set(findings.flatMap(({ members }) => members.map(({ claim }) => claim)))
  const shared = findings.flatMap((one) => {
    const heading = one.heading?.text ?? byId.get(one.claim)?.text ?? ''
    const about = [one.id, heading, one.verdict, one.confidence, one.certainty?.level ?? '']
    return one.members.map(({ claim, stance, fit, reason }) => [
      ...about,
      ...[claim, stance, fit, reason],
      ...placeOf(byId.get(claim)),
    ])
  })
  const alone = claims
    .filter(({ id }) => !taken.has(id))
    .map((claim) => [
      ...[claim.id, claim.text, claim.verdict, claim.confidence, ''],
      ...[claim.id, 'supports', 'same', ''],
      ...placeOf(claim),
    ])
  return csv(header, [...shared, ...alone])
}

function placeOf(claim: Claim | undefined): (string | number)[] {
  const source = claim?.sources[0]
  return source ? [source.paper, source.section, source.start, source.end, source.quote] : ['', '', '', '', '']
}
