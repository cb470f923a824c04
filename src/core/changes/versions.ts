import type { Change, ClaimVersion, PastClaim } from '../../schemas/change.ts'
import type { Claim } from '../../schemas/claim.ts'
import { sha256 } from '../hash.ts'
import { stableJson } from '../stable-json.ts'

/** What a reader of a claim's page is told, without what only the program needs. */
export function pastClaim(claim: Claim): PastClaim {
  return {
    text: claim.text,
    verdict: claim.verdict,
    confidence: claim.confidence,
    ...(claim.confidenceNote === undefined ? {} : { confidenceNote: claim.confidenceNote }),
    sources: claim.sources,
    evidence: claim.evidence
      .filter(({ stance }) => stance !== 'neutral')
      .map(({ paper, section, start, end, quote, stance, possible, excluded }) => ({
        ...{ paper, section, start, end, quote, stance, possible },
        ...(excluded === undefined ? {} : { excluded }),
      })),
  }
}

/** The hash in a claim's permalink: twelve hexadecimal digits over what its page says, its confidence in whole percent. */
export function claimHash(claim: Claim): string {
  return pastHash(pastClaim(claim))
}

/** The hash of a claim as history keeps it. */
export function pastHash(past: PastClaim): string {
  const confidence = past.confidence === null ? null : Math.round(past.confidence * 100)
  return sha256(stableJson({ ...past, confidence })).slice(0, 12)
}

/** The state that a claim had until `day`. `since` is the day of the report at that time, for the first state of a claim. */
export function endedVersion(
  claim: Claim,
  earlier: readonly ClaimVersion[],
  changes: readonly Change[],
  since: string,
  day: string,
): ClaimVersion {
  const past = pastClaim(claim)
  const came = changes.find(({ kind, subject }) => kind === 'claim-added' && subject === claim.id)?.day
  const added = changes.findLast(({ kind }) => kind === 'report-added')?.day
  return { hash: pastHash(past), from: earlier[0]?.until ?? came ?? added ?? since, until: day, claim: past }
}
