import type { Claim, Finding } from '../../schemas/claim.ts'

/** Openings that lean on a sentence before, or speak of writing rather than of what was found. */
const leaning =
  /^(?:both|these|this|those|they|it|its|their|such|however|moreover|furthermore|in addition|additionally|also|thus|therefore|hence|the (?:two|three|other|latter|former)|no (?:other|further)|similar|in (?:both|contrast|this|these)|there (?:was|were)|at (?:the )?(?:end|week|day|month)|(?:our|the) (?:results|findings|data|study)|results?\b|we\b|the authors)/i
/** Characters within which a sentence reads well. */
const readable = { least: 40, most: 190 }

/**
 * How well a claim reads by itself, the higher the better: it names what was done, what came of it and which way, in one sentence of
 * readable length, and neither leans on a sentence before nor drowns in brackets.
 */
export function clearness({ text, frame }: Pick<Claim, 'text' | 'frame'>): number {
  const own = (spans: readonly { inherited?: true | undefined }[] | undefined) =>
    (spans ?? []).some(({ inherited }) => !inherited)
  const over = Math.max(0, text.length - readable.most) / 60 + Math.max(0, readable.least - text.length) / 20
  return (
    (own(frame?.exposure) ? 1 : 0) +
    (own(frame?.outcome) ? 1 : 0) +
    (frame?.direction ? 1 : 0) -
    (leaning.test(text) ? 1.5 : 0) -
    over -
    0.3 * (text.match(/[([]/g) ?? []).length -
    0.5 * (text.match(/[.!?]\s+\p{Lu}/gu) ?? []).length
  )
}

/** The heading of a finding: the words of the member of the same case that says it most clearly; the claim that words the finding among equals. */
export function headingOf(
  { claim: head, members }: Pick<Finding, 'claim' | 'members'>,
  claims: ReadonlyMap<string, Claim>,
): NonNullable<Finding['heading']> | null {
  const saying = members.flatMap(({ claim, stance, fit }) => {
    const found = claims.get(claim)
    return found && stance === 'supports'
      ? [{ found, score: clearness(found) + (fit === 'same' ? 0.5 : 0) + (claim === head ? 0.25 : 0) }]
      : []
  })
  const best = saying.toSorted((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1))[0]
  return best ? { text: best.found.text, claim: best.found.id } : null
}
