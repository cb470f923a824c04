import type { Claim } from '../../schemas/claim.ts'

/** A claim as extraction hands it over, before anything is verified. */
export type UnverifiedClaim = Pick<
  Claim,
  'id' | 'text' | 'sources' | 'facet' | 'relevance' | 'quantities' | 'design' | 'sampleSize'
> &
  Partial<Pick<Claim, 'imported'>>
