import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { claimId } from '../extract/claim-id.ts'
import type { UnverifiedClaim } from '../verify/unverified-claim.ts'

/** Fewest words of a citing sentence that states something. */
const fewestWords = 4

/**
 * The citing sentences of an imported report as its claims, where it lists none of its own. Like a listed claim each has no span; its
 * place is kept, so that what it cites itself never counts as support.
 */
export function sentenceClaims({ slug, imported }: Pick<Report, 'slug' | 'imported'>): UnverifiedClaim[] {
  const places = new Map<string, number>()
  return (imported?.sentences ?? []).flatMap(({ text, line }, at): UnverifiedClaim[] => {
    if (text.split(/\s+/).length < fewestWords || text.trim().endsWith('?')) return []
    const place = places.get(text) ?? 0
    places.set(text, place + 1)
    return [
      {
        id: claimId(`report:${slug}`, text, place),
        ...{ text, sources: [], facet: null, relevance: 0, quantities: [] },
        imported: { mark: '', verified: null, confidence: null, row: at + 1, line },
      },
    ]
  })
}

/** Whether a claim is a citing sentence rather than one that its report lists. */
export function isSentenceClaim({ imported }: Pick<Claim, 'imported'>): boolean {
  return imported?.line !== undefined
}
