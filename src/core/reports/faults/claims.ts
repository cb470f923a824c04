import type { FaultInput, Found } from './fault.ts'

/** Words that say of a confidence that it is low. */
const lowWords = /^\W*(?:very |rather |quite )?(?:low|weak|poor|minimal|doubtful|uncertain|insufficient)\b/i

/** Claims called verified although their confidence is below one half, or low in words. */
export function verifiedButDoubtful({ claims, parsed }: FaultInput): Found[] {
  return claims.flatMap((claim, at) => {
    const { verified, confidence } = claim.imported ?? {}
    const inWords = parsed.claims[at]?.confidenceText ?? ''
    const low = confidence == null ? lowWords.test(inWords) : confidence < 0.5 && confidence >= 0
    if (!verified || !low) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `called verified at a confidence of ${confidence ?? `"${inWords.trim()}"`}: a verdict below one half is more likely wrong than right`,
      },
    ]
  })
}

/** Confidences outside 0 to 1. */
export function confidenceOutside({ claims, parsed }: FaultInput): Found[] {
  return claims.flatMap((claim, at) => {
    const confidence = claim.imported?.confidence
    if (confidence == null || (confidence >= 0 && confidence <= 1)) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        message: `the confidence ${confidence} lies outside 0 to 1: give a probability`,
      },
    ]
  })
}
