import type { Claim } from '../../schemas/claim.ts'
import type { Span } from '../../schemas/common.ts'
import type { Paper, PaperText } from '../../schemas/paper.ts'
import { type ExcerptOptions, mustShrink } from './excerpts.ts'
import { isExtra, textHash } from './question-text.ts'

type Section = PaperText['sections'][number]

/** Claims before they are verified have sources only. */
type Sourced = Pick<Claim, 'id' | 'sources'>

/**
 * Papers and claims that were worked out on whole texts, as content holds them where only passages of these are kept: a
 * stored text takes the place of the whole one if it names its hash and each of its passages stands in it, and sources
 * get the places that their quotes have there. A stored text that does not fit stays out, so that it is found to differ.
 */
export function asKept<T extends Sourced>(
  claims: readonly T[],
  papers: readonly Paper[],
  storedClaims: readonly Sourced[],
  options: ExcerptOptions,
): { claims: T[]; papers: Paper[] } {
  const kept = new Map<string, PaperText | null>()
  for (const paper of papers) {
    const there = options.stored.get(paper.id)
    if (there && isReducedTo(paper, there.text, options)) kept.set(paper.id, there.text)
  }
  const before = new Map(storedClaims.map(({ id, sources }) => [id, sources]))
  return {
    papers: papers.map((paper) => (kept.has(paper.id) ? { ...paper, text: kept.get(paper.id)! } : paper)),
    claims: claims.map((claim) => ({
      ...claim,
      sources: claim.sources.map((span) => (kept.has(span.paper) ? placed(span, before.get(claim.id) ?? []) : span)),
    })),
  }
}

function isReducedTo(paper: Paper, stored: PaperText | null, options: ExcerptOptions): boolean {
  const must = mustShrink(paper, options)
  const { text } = paper
  if (text === null || (!must.first && !must.own)) return false
  const main = text.sections.filter((section) => !isExtra(section))
  const extras = text.sections.filter(isExtra)
  if (stored === null) return extras.length === 0
  const there = (name: string) => stored.sections.find((section) => section.name === name)
  const first = stored.sections.filter((section) => !isExtra(section))
  if (must.first && first.length > 0 && stored.excerptOf?.hash !== textHash(main)) return false
  if (!main.every((section) => isPartOf(there(section.name), section))) return false
  return extras.every((section) => {
    const passages = there(section.name)
    if (!passages?.excerptOf || section.excerptOf) return true
    return passages.excerptOf.hash === textHash([section]) && isPartOf(passages, section)
  })
}

function isPartOf(passages: Section | undefined, { text }: Section): boolean {
  return passages === undefined || passages.text.split('\n\n').every((passage) => text.includes(passage))
}

function placed(span: Span, stored: readonly Span[]): Span {
  const same = stored.find(
    ({ paper, section, quote }) => quote === span.quote && paper === span.paper && section === span.section,
  )
  return same ? { ...span, start: same.start, end: same.end } : span
}
