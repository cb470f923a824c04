import type { Claim, Finding } from '../../schemas/claim.ts'

/** Openings that lean on a sentence before, or on nothing. */
const leaning =
  /^(?:both|none|these|this|those|they|it|its|their|such|however|moreover|furthermore|in addition|additionally|also|thus|therefore|hence|the (?:two|three|other|latter|former)|no (?:other|further)|similar|in (?:both|contrast|this|these|a subset)|there (?:was|were)|at (?:the )?(?:end|week|day|month)|on (?:the )?(?:one|other) hand|independent of)\b|\b(?:by contrast|on the other hand|the former|the latter|respectively|the groups|in the study|(?:of|by|with|for) this(?=\s*(?:$|[,.;]|and\b|or\b))|the (?:first|second) (?:comparison|study|trial|group))\b/i
/** Sentences about writing, aims and means, which tell no finding. */
const aside =
  /^to (?!\w+s\b)|\b(?:we|us|our|me|my|the authors|this (?:paper|study|article|work)|proposed?|proposes|introduced?|codes?|released?|future (?:work|research)|was (?:to|undertaken)|(?:has|have) been (?:tried|tested|experimented|applied)|were (?:recorded|collected|assessed|enrolled|randomi[sz]ed))\b|\b(?:the )?(?:method|model|algorithm|approach|framework|scheme|network) of “/i
/** What brings a finding in without holding it back: "the results showed that". */
const bringing =
  /^(?:[^,.;:]{0,70}?\b)?(?:show(?:s|ed|n)?|demonstrate[sd]?|found|finds?|reveal(?:s|ed)?|indicate[sd]?|conclude[sd]?|report(?:s|ed)?|confirm(?:s|ed)?|observed|noted) that (?=\p{L})/iu
/** The same with a verb that holds back, where what follows holds back by itself. */
const suggesting =
  /^[^,.;:]{0,70}?\bsuggest(?:s|ed)? that (?=\p{L}[^.]*\b(?:may|might|could|potential(?:ly)?|probably|likely)\b)/iu
const denying = /\b(?:no|not|never|without|fail\w*|lack\w*|neither|nor)\b/i
/** Directions that say which way, not only that something is so. */
const turning: ReadonlySet<string> = new Set(['up', 'down', 'none', 'better', 'worse', 'as-good'])
/** Characters within which a sentence reads well. */
const readable = { least: 40, most: 190 }

/** The words of a claim from where they say what was found: what only brings it in goes, what holds it back stays. */
export function plainStatement(text: string): string {
  const before = bringing.exec(text)?.[0] ?? suggesting.exec(text)?.[0]
  return before === undefined || denying.test(before) ? text : text.slice(before.length)
}

/**
 * How well a claim reads by itself, the higher the better: it names what was done, what came of it and which way, in one sentence of
 * readable length, neither leans on a sentence before nor speaks of writing, and does not drown in brackets.
 */
export function clearness({ text, frame }: Pick<Claim, 'text' | 'frame'>): number {
  const own = (spans: readonly { inherited?: true | undefined }[] | undefined) =>
    (spans ?? []).some(({ inherited }) => !inherited)
  const plain = plainStatement(text)
  const over = Math.max(0, plain.length - readable.most) / 60 + Math.max(0, readable.least - plain.length) / 20
  return (
    (own(frame?.exposure) ? 1 : 0) +
    (own(frame?.outcome) ? 1 : 0) +
    (frame?.direction ? (turning.has(frame.direction.value) ? 1 : 0.3) : 0) -
    (leaning.test(plain) ? 1.5 : 0) -
    (aside.test(plain) ? 1.5 : 0) -
    over -
    0.3 * (plain.match(/[([]/g) ?? []).length -
    (plain.match(/[.!?]\s+\p{Lu}/gu) ?? []).length
  )
}

/** The heading of a finding: the words of the member of the same case that says it most clearly; the claim that words the finding among equals. */
export function headingOf(
  finding: Pick<Finding, 'claim' | 'members'>,
  claims: ReadonlyMap<string, Claim>,
): NonNullable<Finding['heading']> | null {
  const best = clearest(finding, claims, () => true)
  return best ? { text: best.text, claim: best.id } : null
}

/** The member that says a finding most clearly, of those that say it of the same case or of a narrower one and fit. */
export function clearest(
  { claim: head, members }: Pick<Finding, 'claim' | 'members'>,
  claims: ReadonlyMap<string, Claim>,
  fits: (claim: Claim) => boolean,
): Claim | undefined {
  const saying = members.flatMap(({ claim, stance, fit }) => {
    const found = claims.get(claim)
    if (!found || stance !== 'supports' || (fit !== 'same' && fit !== 'narrower') || !fits(found)) return []
    return [{ found, score: clearness(found) + (fit === 'same' ? 0.5 : 0) + (claim === head ? 0.25 : 0) }]
  })
  return saying.toSorted((a, b) => b.score - a.score || (a.found.id < b.found.id ? -1 : 1))[0]?.found
}
