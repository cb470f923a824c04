import { claimFaithfulness } from '../../../src/core/compare/faithfulness.ts'
import { sha256 } from '../../../src/core/hash.ts'
import type { Claim } from '../../../src/schemas/claim.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import type { Slip, Sources } from './slip.ts'

/** What became of one kind of slip. */
export interface SlipResult {
  id: string
  label: string
  from: string
  planted: number
  caught: number
  /** The same place in another writing that means the same, and how often that was accused. */
  restated: number
  accused: number
  /** Checks that caught it, with how often. */
  checks: Record<string, number>
  /** Up to twenty that were missed, and up to twenty that were accused in vain. */
  missed: string[]
  vain: string[]
}

const shown = 20

/** Plants a slip into every claim that can carry it and holds each against the claim's own quotes, as the audit does. */
export function measureSlip(
  slip: Slip,
  claims: readonly Claim[],
  papers: ReadonlyMap<string, Paper>,
  sources: Sources,
): SlipResult {
  const { id, label, from } = slip
  const result: SlipResult = {
    ...{ id, label, from, planted: 0, caught: 0, restated: 0, accused: 0 },
    ...{ checks: {}, missed: [], vain: [] },
  }
  for (const claim of claims) {
    const quotes = claim.sources.map(({ quote }) => quote)
    if (quotes.length === 0) continue
    const draw = (salt: string) => Number.parseInt(sha256(`${id} ${salt} ${claim.id}`).slice(0, 8), 16) / 2 ** 32
    const ground = { text: claim.text, frame: claim.frame, draw }
    const planted = slip.plant(ground, sources)
    if (planted && !quotes.includes(planted.text)) {
      result.planted++
      const failed = claimFaithfulness({ ...claim, text: planted.text }, papers).checks.filter(({ ok }) => !ok)
      if (failed.length > 0) result.caught++
      else if (result.missed.length < shown) result.missed.push(`${planted.what}: ${claim.text}`)
      for (const { check } of failed) result.checks[check] = (result.checks[check] ?? 0) + 1
    }
    const restated = slip.restate(ground, sources)
    if (!restated) continue
    result.restated++
    const wrong = claimFaithfulness({ ...claim, text: restated.text }, papers).checks.find(({ ok }) => !ok)
    if (!wrong) continue
    result.accused++
    if (result.vain.length < shown) result.vain.push(`${restated.what} (${wrong.detail}): ${claim.text}`)
  }
  return result
}

/** How many claims are accused as they stand. */
export function accusedSound(claims: readonly Claim[], papers: ReadonlyMap<string, Paper>): number {
  return claims.filter((claim) => claim.sources.length > 0 && !claimFaithfulness(claim, papers).faithful).length
}
