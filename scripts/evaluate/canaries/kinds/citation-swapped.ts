import { faithfulness } from '../../../../src/core/compare/faithfulness.ts'
import type { Claim } from '../../../../src/schemas/claim.ts'
import type { Paper } from '../../../../src/schemas/paper.ts'
import type { Canary, Ground } from '../canary.ts'

/** Papers with text that the claim does not rest on, in a drawn order. */
function strangers({ content, claim, slug, draw }: Ground): Paper[] {
  const own = new Set(claim.sources.map((source) => source.paper))
  const used = new Set(content.claims.get(slug)!.claims.flatMap(({ sources }) => sources.map(({ paper }) => paper)))
  const papers = [...used].sort().flatMap((id) => content.papers.get(id) ?? [])
  const others = papers.filter((paper) => !own.has(paper.id) && paper.text !== null)
  const from = Math.floor(draw('paper') * others.length)
  return [...others.slice(from), ...others.slice(0, from)]
}

/** The claim is said to come from another paper; quote and place stay as they were. */
export const citationSwapped: Canary = {
  id: 'citation-swapped',
  label: 'A citation swapped for another paper',
  plant: (ground) => {
    const { content, claim, slug } = ground
    const other = strangers(ground)[0]
    if (!other) return null
    for (const source of claim.sources) source.paper = other.id
    return {
      content,
      claim: claim.id,
      files: [`claims/${slug}.json`],
      touched: [],
      what: `its source is said to be ${other.id}`,
    }
  },
}

/** The claim rests on a real quote of another paper, which does not say it. */
export const quoteElsewhere: Canary = {
  id: 'quote-elsewhere',
  label: 'A quote from another paper',
  plant: (ground) => {
    const { content, claim, slug } = ground
    const spans = new Map(
      content.claims.get(slug)!.claims.flatMap(({ sources }) => sources.map((span) => [span.paper, span] as const)),
    )
    const other = strangers(ground).find(({ id }) => spans.has(id) && !saysIt(claim, spans.get(id)!.quote))
    if (!other) return null
    claim.sources = [{ ...spans.get(other.id)! }]
    return {
      content,
      claim: claim.id,
      files: [`claims/${slug}.json`],
      touched: [],
      what: `its quote is one of ${other.id}`,
    }
  },
}

function saysIt(claim: Claim, quote: string): boolean {
  return claim.text === quote || (faithfulness(claim.text, [quote]).faithful && claim.text.length < quote.length)
}
