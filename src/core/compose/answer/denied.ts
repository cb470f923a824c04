import type { Claim } from '../../../schemas/claim.ts'
import { isQuoted } from '../../findings/quoted.ts'
import type { Facts } from '../facts.ts'
import { sourcePapers } from '../sentences.ts'

/** What near statements are told of one another where one denies what the other says. */
const denial = /^(?:direction|contrary): (?:it|the claim) denies\b/

/**
 * A claim of another paper that stands near this one, as this one near it, and of which comparing says that one denies the other.
 * No verdict rests on it; who tells one of them has to show the other. The nearest one; null where there is none.
 */
export function deniedBy(claim: Claim, { claims }: Facts): Claim | null {
  const rows = denials(claim)
  if (rows.length === 0) return null
  const own = new Set(sourcePapers(claim))
  const facing = claims.flatMap((other) => {
    const row = rows.find((one) => other.sources.some((source) => isQuoted(source, one)))
    const back = denials(other).some(({ paper }) => own.has(paper))
    return row && back && sourcePapers(other).every((paper) => !own.has(paper)) ? [{ other, score: row.score }] : []
  })
  return (
    facing.toSorted(
      (a, b) => b.score - a.score || a.other.text.length - b.other.text.length || (a.other.id < b.other.id ? -1 : 1),
    )[0]?.other ?? null
  )
}

type Row = Claim['likewise'][number]

/** The near statements of which comparing says that one of both denies the other. */
export const denials = ({ likewise }: Pick<Claim, 'likewise'>): Row[] =>
  likewise.filter(({ reasons }) => reasons.some((one) => denial.test(one)))
